"""The rows of an office: phone numbers, weekly hours, and days on which other hours hold."""

from django.core.exceptions import ValidationError
from django.db import models

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from services.enums import HoursKind
from services.models.time_span import TimeSpan, WeeklySpan
from services.opening_hours import Span


class OfficePhone(Orderable):
    page = ParentalKey("services.OfficePage", on_delete=models.CASCADE, related_name="phones")
    label = models.CharField("wofür", max_length=120, blank=True, help_text="Leer, wenn die Nummer für alles da ist.")
    number = models.CharField("Nummer", max_length=40, help_text="Zum Beispiel 0234 910-1950.")

    panels = [FieldRowPanel([FieldPanel("number"), FieldPanel("label")])]

    def __str__(self) -> str:
        return self.number


class OfficeHours(WeeklySpan):
    """One span of a weekday, local time in Bochum."""

    page = ParentalKey("services.OfficePage", on_delete=models.CASCADE, related_name="opening_hours")
    kind = models.CharField(
        "Art",
        max_length=10,
        choices=HoursKind.choices,
        default=HoursKind.VISIT,
        help_text="Besuch vor Ort oder Telefon.",
    )
    by_appointment = models.BooleanField(
        "nur mit Termin", default=False, help_text="Nur für diesen Zeitraum; für alle gilt der Haken oben."
    )
    note = models.CharField("Hinweis", max_length=120, blank=True, help_text="Zum Beispiel „nur Ausgabe“.")

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("weekday"), FieldPanel("opens"), FieldPanel("closes")]),
        FieldRowPanel([FieldPanel("by_appointment"), FieldPanel("note")]),
    ]

    @property
    def span(self) -> Span:
        return Span(self.weekday, self.opens, self.closes, self.by_appointment, self.note)


class OfficeException(TimeSpan):
    """Days on which other hours hold than in the week, or none. Both days are included."""

    page = ParentalKey("services.OfficePage", on_delete=models.CASCADE, related_name="exceptions")
    kind = models.CharField(
        "Art",
        max_length=10,
        choices=HoursKind.choices,
        default=HoursKind.VISIT,
        help_text="Besuch vor Ort oder Telefon.",
    )
    first_day = models.DateField("erster Tag", help_text="Ab diesem Tag gilt die Ausnahme.")
    last_day = models.DateField("letzter Tag", help_text="Derselbe Tag, wenn es nur einer ist.")
    opens = models.TimeField("von", null=True, blank=True, help_text="Leer: geschlossen.")
    closes = models.TimeField("bis", null=True, blank=True, help_text="Leer: geschlossen.")
    by_appointment = models.BooleanField(
        "nur mit Termin", default=False, help_text="Ohne Termin geht es in dieser Zeit nicht."
    )
    reason = models.CharField("Grund", max_length=120, blank=True, help_text="Zum Beispiel „Personalversammlung“.")

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("first_day"), FieldPanel("last_day")]),
        FieldRowPanel([FieldPanel("opens"), FieldPanel("closes"), FieldPanel("by_appointment")]),
        FieldPanel("reason"),
    ]

    def __str__(self) -> str:
        return f"{self.first_day:%d.%m.%Y} {self.reason}".strip()

    def clean(self):
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": "Der letzte Tag liegt nicht vor dem ersten."})
        if (self.opens is None) != (self.closes is None):
            raise ValidationError({"closes": "Beginn und Ende gehören zusammen; beide leer heißt geschlossen."})
