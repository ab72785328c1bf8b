"""What is wrong at a place now or soon, in a few words: for lists that name places without their hours."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext

from cms import clock, freshness
from services import disruptions
from services.closures import Closing
from services.models.disruption import Disruption
from services.opening_hours import WEEKDAYS, closed_between


@dataclass(frozen=True)
class Trouble:
    """`closures` are sentences: "24. Dezember bis 1. Januar geschlossen (Betriebsferien)"."""

    disruptions: list[Disruption]
    closures: list[str]

    def __bool__(self) -> bool:
        return bool(self.disruptions or self.closures)


def at_office(office: Any) -> Trouble:
    """Return what is wrong at an office in any language; no statement while disruptions and closures are remembered."""
    today = clock.now().date()
    if office.closings:
        freshness.valid_until(clock.midnight_after(today))
    found = [closing for closing in office.closings if closing.is_announced(today) and closing.closes(office)]
    return Trouble(disruptions.of_office(office), [_sentence(closing, today) for closing in found])


def _sentence(closing: Closing, today: date) -> str:
    """No sentence about today stands beside it, so it says the reason also while the closure runs."""
    if closing.first_day == closing.last_day == today:
        closed = gettext("Heute, %(day)s, geschlossen") % {"day": WEEKDAYS[today.weekday()]}
        return f"{closed} ({closing.title})"
    return closed_between(closing.first_day, closing.last_day, closing.title)
