from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models


class Window(models.Model):
    """A half-open span [start, end) of time; either side may be open. Entered in Europe/Berlin, kept in UTC."""

    start = models.DateTimeField("von", null=True, blank=True, help_text="Leer: ab sofort.")
    end = models.DateTimeField("bis", null=True, blank=True, help_text="Leer: bis auf Weiteres.")

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.start and self.end and self.end <= self.start:
            raise ValidationError({"end": "Das Ende muss nach dem Anfang liegen."})

    def is_active(self, at: datetime) -> bool:
        return (self.start is None or self.start <= at) and (self.end is None or at < self.end)

    def next_change(self, at: datetime) -> datetime | None:
        """Return the first instant after `at` at which the answer of `is_active` changes, None if it never does."""
        return min((instant for instant in (self.start, self.end) if instant and instant > at), default=None)
