"""When closures and disruptions are on, in the lists of the administration: real days instead of "in 4 Wochen"."""

from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format

from wagtail.admin.ui.tables import Column, StatusTagColumn

from cms import clock
from services.opening_hours import clock_text

Window = Callable[[Any], tuple[datetime | None, datetime | None]]


class State(StrEnum):
    DRAFT = "Entwurf"
    PLANNED = "geplant"
    RUNNING = "läuft"
    ENDED = "beendet"


def day_text(day: date) -> str:
    """Return "24. Dezember 2026"."""
    return date_format(day, "j. F Y")


def moment_text(instant: datetime | None, otherwise: str) -> str:
    """Return "24. Dezember 2026, 8 Uhr", or what an open end means."""
    if instant is None:
        return otherwise
    local = timezone.localtime(instant)
    return f"{day_text(local.date())}, {clock_text(local.time())}"


def state(record: Any, start: datetime | None, end: datetime | None) -> State:
    """Return where a record with the window [start, end) is at this moment."""
    now = clock.now()
    if not record.live:
        return State.DRAFT
    if start and now < start:
        return State.PLANNED
    return State.ENDED if end and end <= now else State.RUNNING


class StateColumn(StatusTagColumn):
    """Whether a record runs; a change of it that nobody has published yet is told as well."""

    def __init__(self, window: Window):
        super().__init__(
            "state",
            label="Zustand",
            accessor=lambda record: _words(record, window),
            primary=lambda record: state(record, *window(record)) == State.RUNNING,
        )


def _words(record: Any, window: Window) -> str:
    found = state(record, *window(record))
    return f"{found}, Änderung im Entwurf" if record.live and record.has_unpublished_changes else str(found)


def day_column(name: str, label: str) -> Column:
    return Column(name, label=label, accessor=lambda record: day_text(getattr(record, name)), sort_key=name)


def moment_column(name: str, label: str, *, otherwise: str) -> Column:
    return Column(
        name, label=label, accessor=lambda record: moment_text(getattr(record, name), otherwise), sort_key=name
    )
