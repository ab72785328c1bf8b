"""The closures that are still to come or running. They are few, and read once per generation."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Coalesce

from cms import clock, freshness, live_facts
from services.models.closure import ClosedOffice, Closure, EmergencyService
from services.opening_hours import Span, day_range, day_text, span_text


@dataclass(frozen=True)
class Emergency:
    """Who is still there on `day`; `office` is the live page of the office."""

    office: Any
    day: date
    opens: time
    closes: time
    note: str

    @property
    def text(self) -> str:
        """Return "30. Dezember, 10–12 Uhr, nur für Bestattungen"."""
        hours = span_text(Span(0, self.opens, self.closes))
        return ", ".join(part for part in (day_text(self.day), hours, self.note) if part)


@dataclass(frozen=True)
class Closing:
    """A closure with its rows; an office and its translations share a key."""

    title: str
    message: str
    first_day: date
    last_day: date
    all_offices: bool
    office_keys: frozenset[UUID]
    emergencies: tuple[Emergency, ...]

    @property
    def period(self) -> str:
        """Return "24. Dezember bis 1. Januar"."""
        return day_range(self.first_day, self.last_day)

    def closes(self, office: Any) -> bool:
        """Whether it closes this office; "all" are those of the city."""
        return office.translation_key in self.office_keys or (self.all_offices and not office.is_external)

    def concerns(self, office: Any) -> bool:
        """Whether it closes this office or has an emergency service there."""
        return self.closes(office) or bool(self.emergencies_at(office))

    def emergencies_at(self, office: Any) -> list[Emergency]:
        return [row for row in self.emergencies if row.office.translation_key == office.translation_key]

    def is_announced(self, day: date) -> bool:
        """Whether it is shown on `day`: from two weeks before its first day to its last."""
        return self.first_day - Closure.ANNOUNCED <= day <= self.last_day


def current() -> list[Closing]:
    """Return all live closures that are not over, the next one first. Three statements at most, once per generation."""
    return freshness.remember("closures", _read)


def _read() -> list[Closing]:
    # A day of grace: what is remembered is read by requests of the following days, too, never of those before.
    yesterday = clock.now().date() - timedelta(days=1)
    closures = list(Closure.objects.filter(live=True, last_day__gte=yesterday).order_by("first_day", "pk"))
    if not closures:
        return []
    # Of a building the German offices: the rows of translations may be of an earlier day.
    german = Q(building=None) | Q(building__offices__locale_id=live_facts.source_locale_id())
    closed = list(
        ClosedOffice.objects.filter(german, closure__in=closures).values_list(
            "closure_id", Coalesce("office__translation_key", "building__offices__translation_key")
        )
    )
    emergencies = list(
        EmergencyService.objects.filter(closure__in=closures, office__live=True)
        .select_related("office")
        .order_by("day", "opens")
    )
    return [
        Closing(
            title=closure.title,
            message=closure.message,
            first_day=closure.first_day,
            last_day=closure.last_day,
            all_offices=closure.all_offices,
            office_keys=frozenset(key for owner, key in closed if owner == closure.pk),
            emergencies=tuple(_emergency(row) for row in emergencies if row.closure_id == closure.pk),
        )
        for closure in closures
    ]


def _emergency(row: EmergencyService) -> Emergency:
    return Emergency(row.office, row.day, row.opens, row.closes, row.note)
