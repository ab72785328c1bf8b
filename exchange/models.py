"""What the exchange with other catalogues (XZuFi) remembers."""

from django.db import models
from django.utils.timezone import localtime

from cms import clock


class ConflictState(models.TextChoices):
    OPEN = "open", "offen"
    KEPT = "kept", "eigener Text bleibt"
    TAKEN = "taken", "Text der Lieferung übernommen"


class ExternalReference(models.Model):
    """The identity of a page at its source: the text of the id with its scheme, never the number alone.

    `delivered` holds the values as they were last delivered: the common ancestor of a three-way comparison.
    """

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="external_references")
    agency = models.CharField("Herausgeber der Kennung", max_length=100, blank=True)
    scheme = models.CharField("Schema", max_length=100, blank=True)
    identifier = models.CharField("Kennung", max_length=200)
    digest = models.CharField(max_length=64, blank=True)
    delivered = models.JSONField(default=dict)
    changed_at = models.DateTimeField("Stand der Quelle", null=True, blank=True)
    imported_at = models.DateTimeField("geliefert am", default=clock.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "Kennung an der Quelle"
        verbose_name_plural = "Kennungen an der Quelle"
        constraints = [
            models.UniqueConstraint(fields=["agency", "scheme", "identifier"], name="unique_external_reference")
        ]

    def __str__(self) -> str:
        return ":".join(part for part in (self.agency, self.scheme, self.identifier) if part)


class ImportConflict(models.Model):
    """A field that both the source and an editor have changed; ours stays until somebody decides."""

    reference = models.ForeignKey(ExternalReference, on_delete=models.CASCADE, related_name="conflicts")
    field = models.CharField("Feld", max_length=60)
    base = models.JSONField("zuletzt geliefert", null=True)
    ours = models.JSONField("bei uns", null=True)
    theirs = models.JSONField("neu geliefert", null=True)
    state = models.CharField("Stand", max_length=10, choices=ConflictState.choices, default=ConflictState.OPEN)
    found_at = models.DateTimeField("gefunden am", default=clock.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "Abweichung beim Import"
        verbose_name_plural = "Abweichungen beim Import"
        ordering = ["-found_at"]
        constraints = [models.UniqueConstraint(fields=["reference", "field"], name="unique_import_conflict")]

    def __str__(self) -> str:
        return f"{self.reference}: {self.field}"


class ImportRun(models.Model):
    """One import: where it came from, what it did, what it said."""

    source = models.CharField("Datei", max_length=255)
    started_at = models.DateTimeField("begonnen", default=clock.now)
    finished_at = models.DateTimeField("beendet", null=True, blank=True)
    counts = models.JSONField("Zahlen", default=dict)
    messages = models.JSONField("Meldungen", default=list)

    class Meta:
        verbose_name = "Import"
        verbose_name_plural = "Importe"
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return f"{self.source}, {localtime(self.started_at):%d.%m.%Y %H:%M}"
