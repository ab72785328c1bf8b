"""A span of one day, and of a weekday: what offices, buildings and services say about their hours."""

from django.core.exceptions import ValidationError
from django.db import models

from wagtail.models import Orderable

from services.enums import HoursKind, Weekday


class TimeSpan(Orderable):
    """Something with `opens` and `closes`, local time in Bochum; either may be missing where the model allows it."""

    class Meta(Orderable.Meta):
        abstract = True

    def clean(self):
        super().clean()
        if self.opens and self.closes and self.closes <= self.opens:
            raise ValidationError({"closes": "Das Ende muss nach dem Anfang liegen."})


class WeeklySpan(TimeSpan):
    """One span of a weekday."""

    weekday = models.PositiveSmallIntegerField("Tag", choices=Weekday.choices, help_text="Eine Zeile je Zeitraum.")
    opens = models.TimeField("von", help_text="Zum Beispiel 8:00.")
    closes = models.TimeField("bis", help_text="Nach Mittag eine neue Zeile.")

    # Where the rows have no kind of their own.
    kind: str | models.CharField = HoursKind.VISIT

    class Meta(TimeSpan.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"
