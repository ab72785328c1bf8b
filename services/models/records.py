"""What many services name: documents to bring and laws, kept once."""

from django.db import models

from wagtail.admin.panels import FieldPanel, PageChooserPanel

from cms.models import Record


class DocumentRecord(Record):
    """A document people bring: what it is and where one gets it."""

    name = models.CharField("Name", max_length=200, unique=True, help_text="Zum Beispiel „Meldebescheinigung“.")
    explanation = models.CharField(
        "Erklärung", max_length=300, blank=True, help_text="Woran erkennt man sie? Nur, wenn der Name nicht reicht."
    )
    where_to_get = models.CharField(
        "Wo bekomme ich das?", max_length=300, blank=True, help_text="Zum Beispiel „beim Standesamt des Geburtsortes“."
    )
    service = models.ForeignKey(
        "services.ServicePage",
        verbose_name="Leistung, mit der man sie bekommt",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Wird verlinkt. Leer, wenn die Stadt sie nicht ausstellt.",
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("explanation"),
        FieldPanel("where_to_get"),
        PageChooserPanel("service"),
    ]

    class Meta:
        verbose_name = "Unterlage"
        verbose_name_plural = "Unterlagen"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Law(Record):
    """A law, ordinance or statute with the address of its text."""

    name = models.CharField("Name", max_length=300, unique=True, help_text="Zum Beispiel „Bundesmeldegesetz“.")
    abbreviation = models.CharField("Abkürzung", max_length=40, blank=True, help_text="Zum Beispiel „BMG“.")
    url = models.URLField("Internetadresse", blank=True, help_text="Wo der Text steht. Darf leer bleiben.")

    panels = [FieldPanel("name"), FieldPanel("abbreviation"), FieldPanel("url")]

    class Meta:
        verbose_name = "Gesetz oder Satzung"
        verbose_name_plural = "Gesetze und Satzungen"
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.name} ({self.abbreviation})" if self.abbreviation else self.name
