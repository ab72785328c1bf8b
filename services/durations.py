"""Lengths of time as people say them."""

from services.enums import DurationUnit

# One and many, in the case that follows "bis" and numbers.
NAMES = {
    DurationUnit.MINUTE: ("Minute", "Minuten"),
    DurationUnit.HOUR: ("Stunde", "Stunden"),
    DurationUnit.DAY: ("Tag", "Tage"),
    DurationUnit.WORKDAY: ("Arbeitstag", "Arbeitstage"),
    DurationUnit.WEEK: ("Woche", "Wochen"),
    DurationUnit.MONTH: ("Monat", "Monate"),
    DurationUnit.YEAR: ("Jahr", "Jahre"),
}


def text(duration: int | None, duration_to: int | None = None, unit: str = "") -> str:
    """Return "2 Wochen", "4 bis 6 Wochen", "1 Tag"; empty without a duration."""
    if duration is None or not unit:
        return ""
    one, many = NAMES[DurationUnit(unit)]
    amount = f"{duration} bis {duration_to}" if duration_to else str(duration)
    return f"{amount} {one if amount == '1' else many}"
