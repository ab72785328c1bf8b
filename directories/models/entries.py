import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from cms import clock
from cms.retention import NotPersonal
from directories import slugs, streets, values
from search.folding import tokens


def new_external_id() -> str:
    """Return an id for an entry that no source knows."""
    return uuid.uuid4().hex


class Entry(models.Model):
    """One line of a directory: name, address, position in WGS84 degrees and what the directory's fields ask."""

    directory = models.ForeignKey(
        "directories.DirectoryPage",
        verbose_name="Verzeichnis",
        on_delete=models.CASCADE,
        related_name="entries",
        help_text="Seine Felder erscheinen nach dem ersten Speichern.",
    )
    external_id = models.CharField(
        "Nummer der Quelle", max_length=120, default=new_external_id, help_text="Daran erkennt der Import den Eintrag."
    )
    name = models.CharField("Name", max_length=200, help_text="So steht er in der Liste.")
    slug = models.SlugField(
        "Adresse im Netz", max_length=slugs.MAX_SLUG, blank=True, help_text="Leer: aus dem Namen. Bleibt dann gleich."
    )
    street = models.CharField("Straße und Hausnummer", max_length=160, blank=True, help_text="Oder wie man hinfindet.")
    postcode = models.CharField("Postleitzahl", max_length=5, blank=True, help_text="Fünf Ziffern.")
    city = models.CharField("Ort", max_length=60, blank=True, help_text="Meist „Bochum“.")
    district = models.ForeignKey(
        "cms.District",
        verbose_name="Stadtbezirk",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Leer, wenn die Quelle ihn nicht nennt.",
    )
    latitude = models.FloatField(
        "Breite",
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text="Grad in WGS 84, zum Beispiel 51,4825.",
    )
    longitude = models.FloatField(
        "Länge",
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text="Grad in WGS 84, zum Beispiel 7,2152.",
    )
    values = models.JSONField("Angaben", default=dict, blank=True)
    live = models.BooleanField("veröffentlicht", default=True, help_text="Ohne Haken steht er auf keiner Seite.")
    note = models.CharField(
        "interne Notiz", max_length=200, blank=True, help_text="Nie öffentlich. Der Import schreibt hier, was war."
    )
    is_kept = models.BooleanField(
        "vom Import ausnehmen", default=False, help_text="Was Sie hier ändern, überschreibt der nächste Import nicht."
    )
    is_imported = models.BooleanField("kommt aus einer Quelle", default=False, editable=False)
    sort_key = models.CharField(max_length=200, editable=False)
    search_text = models.TextField(editable=False, blank=True)
    updated_at = models.DateTimeField("geändert", default=clock.now, editable=False)

    retention = NotPersonal("Anschrift eines öffentlichen Ortes aus offenen Daten")
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "Eintrag"
        verbose_name_plural = "Einträge"
        ordering = ["sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["directory", "external_id"], name="unique_entry_of_source"),
            models.UniqueConstraint(fields=["directory", "slug"], name="unique_entry_address"),
        ]
        # The order of every list.
        indexes = [models.Index(fields=["directory", "live", "sort_key"], name="directories_entry_list")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs):
        """Save one entry as an editor does; importers prepare and write many at once."""
        self.prepare(list(self.directory.fields.all()))
        super().save(*args, **kwargs)

    @property
    def url(self) -> str:
        """The address below the directory's own: "kita-am-park/"."""
        return f"{self.slug}/"

    @property
    def position(self) -> tuple[float, float] | None:
        """Latitude and longitude, None where either is unknown."""
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)

    def clean(self):
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"longitude": "Breite und Länge gehören zusammen."})
        if self.directory_id:
            self._refuse_doublets()
            fields = {field.key: field for field in self.directory.fields.all()}
            try:
                self.values = values.clean_all(fields, self.values)
            except ValidationError as error:
                raise ValidationError({"values": error.messages}) from error

    def _refuse_doublets(self) -> None:
        # The form of an entry holds no directory, so Django does not look at what is unique within one.
        others = Entry.objects.filter(directory=self.directory_id).exclude(pk=self.pk)
        for name in ("slug", "external_id"):
            if (value := getattr(self, name)) and others.filter(**{name: value}).exists():
                raise ValidationError({name: "Das hat in diesem Verzeichnis schon ein anderer Eintrag."})

    def prepare(self, fields: list[Any], taken: set[str] | None = None) -> None:
        """Work out what lists need: address, order and words. `taken` are the addresses of the directory."""
        if not self.slug:
            others = Entry.objects.filter(directory=self.directory_id).exclude(pk=self.pk)
            known = set(others.values_list("slug", flat=True)) if taken is None else taken
            self.slug = slugs.free_slug(self.name, self.external_id, known)
        self.sort_key = " ".join(tokens(self.name))[:200]
        said = [values.shown(field, self.values[field.key]) for field in fields if field.key in self.values]
        text = " ".join([self.name, self.street, self.postcode, self.city, *said])
        # The key as well: whoever types "Alte Bahnhof-Straße" in one word finds it.
        self.search_text = " ".join([*streets.words(text), streets.street_key(self.street)])


class EntryFacet(models.Model):
    """That a live entry is found under a value of a facet. Written by directories.facets only."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="facets")
    directory = models.ForeignKey("directories.DirectoryPage", on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=30)
    # As in the address: "kommunale-kitas".
    slug = models.CharField(max_length=slugs.MAX_SLUG)
    value = models.CharField(max_length=values.MAX_CHOICE)

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [models.Index(fields=["directory", "key", "slug", "entry"], name="directories_entry_facet")]

    def __str__(self) -> str:
        return f"{self.key}: {self.value}"
