"""Lengths of time as people say them."""

from django.utils.translation import gettext, ngettext_lazy

from services.enums import DurationUnit

NAMES = {
    DurationUnit.MINUTE: ngettext_lazy("%(number)s Minute", "%(number)s Minuten", "count"),
    DurationUnit.HOUR: ngettext_lazy("%(number)s Stunde", "%(number)s Stunden", "count"),
    DurationUnit.DAY: ngettext_lazy("%(number)s Tag", "%(number)s Tage", "count"),
    DurationUnit.WORKDAY: ngettext_lazy("%(number)s Arbeitstag", "%(number)s Arbeitstage", "count"),
    DurationUnit.WEEK: ngettext_lazy("%(number)s Woche", "%(number)s Wochen", "count"),
    DurationUnit.MONTH: ngettext_lazy("%(number)s Monat", "%(number)s Monate", "count"),
    DurationUnit.YEAR: ngettext_lazy("%(number)s Jahr", "%(number)s Jahre", "count"),
}


def text(duration: int | None, duration_to: int | None = None, unit: str = "") -> str:
    """Return "2 Wochen", "4 bis 6 Wochen", "1 Tag"; empty without a duration."""
    if duration is None or not unit:
        return ""
    number = str(duration)
    if duration_to:
        number = gettext("%(first)s bis %(last)s") % {"first": duration, "last": duration_to}
    # "0 bis 1 Tage": a span is never said in the singular.
    return NAMES[DurationUnit(unit)] % {"number": number, "count": max(duration_to, 2) if duration_to else duration}
