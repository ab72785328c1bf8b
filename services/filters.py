"""What the list from A to Z can be narrowed to; each has an address of its own, so that it can be kept and shared."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms import live_facts
from services import appointments, fees
from services.enums import Availability, FeeKind, TargetGroup, Verification
from services.models.service import ServicePage


def is_free(page: Any) -> bool:
    """Whether the service costs nothing today in any case; the page is told when that may change."""
    holding = fees.in_force(page.fees.all())
    return bool(holding) and all(fee.kind == FeeKind.FREE for fee in holding)


@dataclass(frozen=True)
class Filter:
    """`slug` stands in the address; a service must fulfil `condition` and, with its rows `relations`, `holds`."""

    slug: str
    label: str | Promise
    condition: Q
    holds: Callable[[Any], bool] | None = None
    relations: tuple[str, ...] = ()


FILTERS = (
    Filter("online", _("online"), Q(online_availability__in=[Availability.YES, Availability.PARTLY])),
    Filter(
        "ohne-termin",
        _("ohne Termin"),
        Q(appointment__in=appointments.WITHOUT) | Q(service_offices__appointment__in=appointments.WITHOUT),
        appointments.can_be_without,
        ("service_offices",),
    ),
    Filter("kostenlos", _("kostenlos"), Q(fees__kind=FeeKind.FREE), is_free, ("fees",)),
    Filter("personen", _("für Privatpersonen"), Q(target_group__in=[TargetGroup.PERSON, TargetGroup.BOTH])),
    Filter("unternehmen", _("für Unternehmen"), Q(target_group__in=[TargetGroup.COMPANY, TargetGroup.BOTH])),
)


def find(slug: str) -> Filter | None:
    return next((found for found in FILTERS if found.slug == slug), None)


def narrowed(services: QuerySet[ServicePage], chosen: Filter) -> QuerySet[ServicePage]:
    """Return those of `services`, in whatever language, whose German page fulfils the filter: the facts stand there.

    What nobody has checked is no fact to filter by.
    """
    german = ServicePage.objects.live().filter(chosen.condition, locale_id=live_facts.source_locale_id())
    german = german.exclude(verification=Verification.UNVERIFIED).distinct()
    if chosen.holds is None:
        return services.filter(translation_key__in=german.values("translation_key"))
    found = list(german.defer("body", "internal_note"))
    live_facts.fetch(found, chosen.relations)
    return services.filter(translation_key__in=[page.translation_key for page in found if chosen.holds(page)])
