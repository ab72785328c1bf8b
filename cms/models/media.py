from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from wagtail.images.models import AbstractImage, AbstractRendition, Image

from cms import clock, freshness


class People(models.TextChoices):
    NONE = "none", "niemand ist zu erkennen"
    AGREED = "agreed", "zu erkennen und einverstanden"


class CityImage(AbstractImage):
    """A picture that says what it shows or that it is decorative, who made it, and under which licence (UrhG § 13)."""

    description = models.CharField(
        "Was zeigt das Bild?",
        max_length=255,
        blank=True,
        help_text="Ein Satz für alle, die es nicht sehen. Steht nicht im Bild, sondern wird vorgelesen.",
    )
    is_decorative = models.BooleanField(
        "nur Schmuck",
        default=False,
        help_text="Das Bild sagt nichts, was nicht auch im Text steht. Vorleseprogramme überspringen es.",
    )
    author = models.CharField(
        "Urheberin oder Urheber", max_length=200, help_text="Wer das Bild gemacht hat. Steht unter dem Bild."
    )
    licence = models.CharField(
        "Lizenz", max_length=120, help_text="Zum Beispiel „CC BY 4.0“ oder „Nutzung durch die Stadt erlaubt“."
    )
    licence_url = models.URLField(
        "Adresse der Lizenz", blank=True, help_text="Wo man die Bedingungen nachlesen kann. Darf leer bleiben."
    )

    licence_until = models.DateField(
        "Lizenz gilt bis",
        null=True,
        blank=True,
        help_text="Danach steht an der Stelle des Bildes seine Beschreibung. Leer: unbefristet.",
    )
    people = models.CharField(
        "Personen im Bild",
        max_length=10,
        choices=People.choices,
        help_text="Erkennbare Personen ohne Einverständnis dürfen nicht gezeigt werden (§ 22 KunstUrhG).",
    )

    # What must be said comes first; where the file is kept comes last.
    admin_form_fields: ClassVar[tuple[str, ...]] = (
        *("title", "file", "description", "is_decorative", "author", "licence", "licence_url", "licence_until"),
        "people",
        *(name for name in Image.admin_form_fields if name not in {"title", "file", "description"}),
    )

    class Meta(AbstractImage.Meta):
        verbose_name = "Bild"
        verbose_name_plural = "Bilder"
        constraints = [
            # The form asks for both; whatever comes in by another way is refused here.
            models.CheckConstraint(
                condition=~models.Q(author="") & ~models.Q(licence=""),
                name="cms_image_is_credited",
                violation_error_message="Ein Bild braucht Urheberin oder Urheber und eine Lizenz.",
            )
        ]

    def clean(self):
        super().clean()
        if not self.is_decorative and not self.description.strip():
            raise ValidationError({"description": "Beschreiben Sie das Bild, oder markieren Sie es als „nur Schmuck“."})

    @property
    def may_be_shown(self) -> bool:
        """Whether the licence still runs today; tells the page when it ends."""
        if self.licence_until is None:
            return True
        if clock.now().date() > self.licence_until:
            return False
        freshness.valid_until(clock.midnight_after(self.licence_until))
        return True

    @property
    def default_alt_text(self) -> str:
        return "" if self.is_decorative else self.description


class CityRendition(AbstractRendition):
    image = models.ForeignKey(CityImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
        verbose_name = "Bildfassung"
        verbose_name_plural = "Bildfassungen"
