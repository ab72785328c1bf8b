from django.db import models

from directories.enums import PlaceKind


class Place(models.Model):
    """Where a street, postcode or district lies: the middle of the entries that name it. See directories.places."""

    kind = models.CharField(max_length=10, choices=PlaceKind.choices)
    # What all ways to write the name have in common.
    key = models.CharField(max_length=120)
    name = models.CharField(max_length=120)
    latitude = models.FloatField()
    longitude = models.FloatField()

    class Meta:
        verbose_name = "Ort"
        verbose_name_plural = "Orte"
        constraints = [models.UniqueConstraint(fields=["key", "kind"], name="unique_place")]

    def __str__(self) -> str:
        return self.name

    @property
    def name_before_stop(self) -> str:
        """The name at the end of a sentence, whose full stop is that of "Hattinger Str.", too."""
        return self.name.removesuffix(".")
