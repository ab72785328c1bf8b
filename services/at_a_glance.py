"""The four facts people look for first, in one fixed order: cost, duration, online, appointment."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from services import disruptions, fees, money
from services.enums import AppointmentNeed, Availability, DeadlineKind, FeeKind


@dataclass(frozen=True)
class Fact:
    """`label` and `value` as shown; `alive` marks what can be done right now (online)."""

    label: str
    value: str
    alive: bool = False


def facts(page: Any) -> list[Fact]:
    """Return the facts that are known of a service page; nothing is invented for the others."""
    found = [
        Fact(_("Kosten"), cost(page)),
        Fact(_("Dauer"), ", ".join(row.text for row in page.deadlines.all() if row.kind == DeadlineKind.PROCESSING)),
        Fact(_("Online"), page.get_online_availability_display(), alive=page.online_availability in {"yes", "partly"}),
        Fact(_("Vor Ort"), page.get_appointment_display()),
    ]
    return [fact for fact in found if fact.value]


def hit_facts(page: Any, places: Iterable[Any] = ()) -> list[str]:
    """Return disruptions, online, appointment and cost of a service as short texts for a list of results.

    What nobody has checked is left out; a disruption is a fact of its own. `places`: those of its offices
    (services.locations).
    """
    texts = [str(disruption) for disruption in disruptions.of_service(page)]
    texts += _at_places(places, texts)
    if page.is_verified:
        texts += [*_ways(page), cost(page)]
    return [text for text in texts if text]


def _at_places(places: Iterable[Any], said: list[str]) -> list[str]:
    """Return what does not work there: "Drucker kaputt (Bürgerbüro Gerthe)"."""
    found: dict[str, list[str]] = {}
    for place in places:
        for disruption in place.trouble.disruptions:
            found.setdefault(str(disruption), []).append(place.title)
    return [f"{title} ({', '.join(names)})" for title, names in found.items() if title not in said]


def _ways(page: Any) -> list[str]:
    """Return how it is done; "vollständig online" beside "nur mit Termin" would contradict itself."""
    if page.online_availability == Availability.YES and page.appointment == AppointmentNeed.REQUIRED:
        return [_("online, oder vor Ort mit Termin")]
    return [page.get_online_availability_display(), page.get_appointment_display()]


def cost(page: Any) -> str:
    """Return the cost as one short phrase: the only amount, the span over all cases, or "kostenfrei"."""
    found = fees.in_force(page.fees.all())
    cases = [fee for fee in found if fee.kind != FeeKind.SURCHARGE] or found
    if not cases:
        return ""
    if len(cases) == 1:
        fee = cases[0]
        # "kostenfrei" alone would promise more than "einmal im Jahr kostenfrei" does.
        return f"{fee.label} {fee.text}" if fee.kind == FeeKind.FREE and fee.label else fee.text
    priced = [fee for fee in cases if fee.amount is not None]
    if not priced:
        return _("kostenfrei")
    low, high = min(fee.amount for fee in priced), max(fee.amount_to or fee.amount for fee in priced)
    text = money.euro(low) if low == high else money.fee_text(FeeKind.RANGE, low, high)
    return _("%(cost)s, in manchen Fällen kostenfrei") % {"cost": text} if len(priced) < len(cases) else text


def hints_by_kind(page: Any) -> dict[str, list[Any]]:
    """Return the hints of a page grouped by their kind."""
    groups: dict[str, list[Any]] = {}
    for hint in page.hints.all():
        groups.setdefault(hint.kind, []).append(hint)
    return groups
