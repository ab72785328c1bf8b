"""Marks per address, without a word of what people wrote: what the Single Digital Gateway asks for.

Regulation (EU) 2020/1121, Articles 9 and 10: ratings are passed on, free text stays here.
"""

import csv
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import IO, Any

from django.db.models import Avg, Count, Q

from cms import clock
from home.models import Feedback

COLUMNS = ["address", "answers", "useful_yes", "useful_no", *(f"rating_{mark}" for mark in range(1, 6)), "rating_mean"]


def month_before(day: date) -> str:
    """Return the last whole month before `day` as "2026-10"."""
    return f"{day.replace(day=1) - timedelta(days=1):%Y-%m}"


def rows(month: str) -> list[dict[str, object]]:
    """Return one row per address that was judged in `month` ("2026-10"), by address; raises ValueError."""
    first, following = _span(month)
    marks = {f"rating_{mark}": Count("pk", filter=Q(rating=mark)) for mark in range(1, 6)}
    found = (
        Feedback.objects.filter(created_at__gte=first, created_at__lt=following)
        .order_by("path")
        .values("path")
        .annotate(
            answers=Count("pk"),
            useful_yes=Count("pk", filter=Q(is_useful=True)),
            useful_no=Count("pk", filter=Q(is_useful=False)),
            rating_mean=Avg("rating"),
            **marks,
        )
    )
    return [_row(row) for row in found]


def _span(month: str) -> tuple[datetime, datetime]:
    """Return the first instant of a month and that of the next one, in Bochum; raises ValueError."""
    first = datetime.combine(datetime.strptime(month, "%Y-%m").date(), time(), clock.now().tzinfo)
    try:
        # The database wants UTC: the first month of the calendar begins before it there, and the last never ends.
        return first.astimezone(UTC), (first + timedelta(days=32)).replace(day=1).astimezone(UTC)
    except OverflowError as error:
        raise ValueError(month) from error


def _row(found: Mapping[str, Any]) -> dict[str, object]:
    mean = found["rating_mean"]
    row = {**found, "address": found["path"], "rating_mean": "" if mean is None else f"{mean:.2f}"}
    return {name: row[name] for name in COLUMNS}


def write(found: Iterable[dict[str, object]], file: IO[str]) -> None:
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    writer.writerows(found)
