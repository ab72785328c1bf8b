"""How far services are online, day by day: noted at night, drawn in the OZG report."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from cms import charts, clock
from services import ozg
from services.models import OnlineProgress
from services.ozg import COUNTED

# Days that are drawn one by one; of those before, the last of each month. The file has them all.
DRAWN = 90


def record_progress() -> OnlineProgress:
    """Note today's counts; a second time on the same day replaces the first."""
    counted = ozg.totals(ozg.lines())
    progress, _new = OnlineProgress.objects.update_or_create(
        day=clock.now().date(),
        defaults={name: counted[label] for name, label in COUNTED.items()},
    )
    return progress


def progress_chart() -> charts.Chart | None:
    """Return how the counts went over time; None before the first day was noted."""
    rows = thinned(list(OnlineProgress.objects.order_by("day")))
    # Without the number of all services, beside which the others would lie flat on the ground.
    series = [charts.Series(label, [getattr(row, name) for row in rows]) for name, label in list(COUNTED.items())[1:]]
    return charts.over_days("Stand der Digitalisierung", [row.day for row in rows], series)


def thinned(rows: Sequence[OnlineProgress]) -> list[OnlineProgress]:
    """Return the days to draw, of `rows` by day: a chart of years would be all dots, and grow with every night."""
    recent = clock.now().date() - timedelta(days=DRAWN)
    kept = [
        row
        for row, following in pairwise(rows)
        if row.day > recent or (row.day.year, row.day.month) != (following.day.year, following.day.month)
    ]
    return [*kept, *rows[-1:]]


def progress_table() -> tuple[list[str], list[list[str]]]:
    """Return header and rows of the counts over time, all services among them."""
    rows = [
        [charts.german(row.day), *(str(getattr(row, name)) for name in COUNTED)]
        for row in OnlineProgress.objects.order_by("day")
    ]
    return ["Tag", *COUNTED.values()], rows
