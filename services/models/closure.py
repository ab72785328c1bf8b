from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models

from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable

from cms.models import Record
from services.models.time_span import TimeSpan
from services.record_forms import ClosureForm


class Closure(Record, ClusterableModel):
    """Days on which all or chosen offices are closed, with what is still staffed. Both days are included."""

    ANNOUNCED = timedelta(days=14)

    title = models.CharField("Anlass", max_length=120, help_text="Zum Beispiel „Betriebsferien zum Jahreswechsel“.")
    first_day = models.DateField("erster Tag", help_text="Ab diesem Tag ist geschlossen.")
    last_day = models.DateField("letzter Tag", help_text="An diesem Tag ist noch geschlossen.")
    all_offices = models.BooleanField(
        "gilt für alle Dienststellen der Stadt", default=False, help_text="Ohne Haken: nur für die Stellen unten."
    )
    message = models.CharField(
        "Satz dazu", max_length=300, blank=True, help_text="Zum Beispiel, was in dieser Zeit doch geht."
    )

    row_relations = ("offices", "emergency_services")
    base_form_class = ClosureForm

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
        FieldPanel("all_offices"),
        InlinePanel("offices", heading="Geschlossene Stellen", label="Stelle"),
        InlinePanel("emergency_services", heading="Notdienste", label="Notdienst"),
        FieldPanel("message"),
    ]

    class Meta:
        verbose_name = "Schließung"
        verbose_name_plural = "Schließungen"
        ordering = ["-first_day"]

    def __str__(self) -> str:
        return self.title

    def clean(self):
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": "Der letzte Tag liegt nicht vor dem ersten."})


class ClosedOffice(Orderable):
    closure = ParentalKey(Closure, on_delete=models.CASCADE, related_name="offices")
    office = models.ForeignKey(
        "services.OfficePage",
        verbose_name="Stelle",
        on_delete=models.CASCADE,
        related_name="closures",
        help_text="Seite der Dienststelle.",
    )

    panels = [PageChooserPanel("office")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["closure", "office"], name="unique_closed_office")]

    def __str__(self) -> str:
        return str(self.office)


class EmergencyService(TimeSpan):
    """Who can be reached during a closure: "Standesamt, nur Bestatter, 30. Dezember, 10–12 Uhr"."""

    closure = ParentalKey(Closure, on_delete=models.CASCADE, related_name="emergency_services")
    office = models.ForeignKey(
        "services.OfficePage",
        verbose_name="Stelle",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Seite der Dienststelle.",
    )
    day = models.DateField("Tag", help_text="Ein Tag innerhalb der Schließung.")
    opens = models.TimeField("von", help_text="Zum Beispiel 10:00.")
    closes = models.TimeField("bis", help_text="Zum Beispiel 12:00.")
    note = models.CharField("nur für", max_length=120, blank=True, help_text="Zum Beispiel „nur für Bestattungen“.")

    panels = [
        PageChooserPanel("office"),
        FieldRowPanel([FieldPanel("day"), FieldPanel("opens"), FieldPanel("closes")]),
        FieldPanel("note"),
    ]

    def __str__(self) -> str:
        return f"{self.office}, {self.day:%d.%m.}"
