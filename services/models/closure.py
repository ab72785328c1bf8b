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

OFFICE_OR_BUILDING = "Wählen Sie eine Stelle oder ein Gebäude."


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
        InlinePanel("offices", heading="Geschlossene Stellen und Gebäude", label="Geschlossen"),
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
    """One thing that is closed: an office, or a building with every office in it."""

    closure = ParentalKey(Closure, on_delete=models.CASCADE, related_name="offices")
    office = models.ForeignKey(
        "services.OfficePage",
        verbose_name="Stelle",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="closures",
        help_text="Seite der Dienststelle.",
    )
    building = models.ForeignKey(
        "services.Building",
        verbose_name="oder ein ganzes Gebäude",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="closures",
        help_text="Schließt alle Stellen im Haus.",
    )

    panels = [PageChooserPanel("office"), FieldPanel("building")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["closure", "office"], name="unique_closed_office"),
            models.UniqueConstraint(fields=["closure", "building"], name="unique_closed_building"),
            models.CheckConstraint(
                condition=models.Q(office=None, building__isnull=False) | models.Q(office__isnull=False, building=None),
                name="closed_office_or_building",
                violation_error_message=OFFICE_OR_BUILDING,
            ),
        ]

    def __str__(self) -> str:
        return str(self.office or self.building)


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
