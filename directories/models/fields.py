from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from directories.enums import FACET_KINDS, FieldKind

NAMES = ", ".join(f"„{name}“" for name in settings.DIRECTORY_FACETS)


class DirectoryField(Orderable):
    """One field of all entries of a directory, in the editors' order."""

    page = ParentalKey("directories.DirectoryPage", on_delete=models.CASCADE, related_name="fields")
    label = models.CharField("Bezeichnung", max_length=60, help_text="So steht sie beim Eintrag.")
    key = models.SlugField(
        "Kurzname",
        max_length=30,
        help_text=f"Bleibt gleich, solange es Einträge gibt. Ein Filter heißt {NAMES}: So steht er in der Adresse.",
    )
    kind = models.CharField(
        "Art", max_length=10, choices=FieldKind.choices, default=FieldKind.TEXT, help_text="Danach wird geprüft."
    )
    choices = models.TextField(
        "Zur Auswahl", blank=True, help_text="Ein Wert je Zeile. Leer: alles, was in den Einträgen steht."
    )
    is_facet = models.BooleanField(
        "filtert die Liste", default=False, help_text="Nur bei „Auswahl“ und „ja oder nein“."
    )
    in_list = models.BooleanField("steht in der Liste", default=False, help_text="Höchstens zwei Felder, kurz.")

    panels = [
        FieldRowPanel([FieldPanel("label"), FieldPanel("key"), FieldPanel("kind")]),
        FieldRowPanel([FieldPanel("is_facet"), FieldPanel("in_list")]),
        FieldPanel("choices"),
    ]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "key"], name="unique_directory_field")]

    def __str__(self) -> str:
        return self.label

    @property
    def options(self) -> list[str]:
        return [line.strip() for line in self.choices.splitlines() if line.strip()]

    def clean(self):
        super().clean()
        if self.is_facet and self.kind not in FACET_KINDS:
            raise ValidationError({"is_facet": "Nur „Auswahl“ und „ja oder nein“ filtern die Liste."})
        if self.is_facet and self.key not in settings.DIRECTORY_FACETS:
            raise ValidationError({"key": f"Ein Filter heißt {NAMES}."})
