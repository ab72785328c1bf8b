from django.core.exceptions import ValidationError
from django.db import models

from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from cms.models import Record
from cms.retention import NotPersonal
from services.at_a_glance import Fact
from services.enums import Known
from services.models.time_span import WeeklySpan
from services.opening_hours import Span

ACCESS_LABELS = {
    "step_free": "Ohne Stufen",
    "lift": "Aufzug",
    "accessible_toilet": "WC für alle",
    "disabled_parking": "Parkplatz für Menschen mit Behinderung",
    "induction_loop": "Induktionsschleife",
}


class Building(Record, ClusterableModel):
    """A house with offices in it: address, hours of the house, and how one gets in. WGS84 coordinates in degrees."""

    name = models.CharField("Name", max_length=120, unique=True, help_text="Zum Beispiel „Rathaus Bochum“.")
    street = models.CharField("Straße und Hausnummer", max_length=120, help_text="Wie auf dem Schild am Haus.")
    postcode = models.CharField("Postleitzahl", max_length=5, blank=True, help_text="Fünf Ziffern.")
    city = models.CharField("Ort", max_length=60, default="Bochum", help_text="Meist „Bochum“.")
    district = models.ForeignKey(
        "cms.District",
        verbose_name="Stadtbezirk",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Stadtbezirk, in dem das Haus steht.",
    )
    latitude = models.DecimalField(
        "Breite",
        max_digits=8,
        decimal_places=6,
        null=True,
        blank=True,
        help_text="Dezimalgrad, zum Beispiel 51.481840.",
    )
    longitude = models.DecimalField(
        "Länge", max_digits=9, decimal_places=6, null=True, blank=True, help_text="Dezimalgrad, zum Beispiel 7.216240."
    )
    entrance = models.CharField("Eingang", max_length=300, blank=True, help_text="Wo er ist, und wie man ihn erkennt.")
    step_free = models.CharField(
        "stufenlos",
        max_length=10,
        choices=Known.choices,
        blank=True,
        help_text="Vom Gehweg bis zum Schalter. Leer: nicht geprüft.",
    )
    lift = models.CharField(
        "Aufzug", max_length=10, choices=Known.choices, blank=True, help_text="Leer: nicht geprüft."
    )
    accessible_toilet = models.CharField(
        "WC für alle", max_length=10, choices=Known.choices, blank=True, help_text="Leer: nicht geprüft."
    )
    disabled_parking = models.CharField(
        "Parkplatz für Menschen mit Behinderung",
        max_length=10,
        choices=Known.choices,
        blank=True,
        help_text="Am Haus oder in der Nähe. Leer: nicht geprüft.",
    )
    induction_loop = models.CharField(
        "Induktionsschleife",
        max_length=10,
        choices=Known.choices,
        blank=True,
        help_text="Für Hörgeräte. Leer: nicht geprüft.",
    )
    access_note = models.TextField("Mehr zum Zugang", blank=True, help_text="Nur, was jemand gesehen hat.")
    stop = models.CharField("Haltestelle", max_length=200, blank=True, help_text="Name und Linien.")
    way_from_stop = models.TextField("Weg von der Haltestelle", blank=True, help_text="In Worten, Schritt für Schritt.")

    row_relations = ("opening_hours",)
    retention = NotPersonal("Anschrift eines Gebäudes")

    panels = [
        FieldPanel("name"),
        MultiFieldPanel(
            [
                FieldPanel("street"),
                FieldRowPanel([FieldPanel("postcode"), FieldPanel("city"), FieldPanel("district")]),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            "Anschrift",
        ),
        InlinePanel("opening_hours", heading="Wöchentliche Zeiten des Hauses", label="Zeit"),
        MultiFieldPanel(
            [
                FieldPanel("entrance"),
                FieldRowPanel([FieldPanel("step_free"), FieldPanel("lift"), FieldPanel("accessible_toilet")]),
                FieldRowPanel([FieldPanel("disabled_parking"), FieldPanel("induction_loop")]),
                FieldPanel("access_note"),
            ],
            "Zugang",
            help_text="Leer heißt: Das hat noch niemand vor Ort geprüft.",
        ),
        MultiFieldPanel([FieldPanel("stop"), FieldPanel("way_from_stop")], "Anreise"),
    ]

    class Meta:
        verbose_name = "Gebäude"
        verbose_name_plural = "Gebäude"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def access_facts(self) -> list[Fact]:
        """What somebody has seen of the way in; nothing is said of the rest."""
        found = [(label, getattr(self, f"get_{name}_display")()) for name, label in ACCESS_LABELS.items()]
        return [Fact(label, value) for label, value in found if value]

    @property
    def says_more(self) -> bool:
        """Whether anything is known of the house beyond its address and hours."""
        return bool(self.entrance or self.access_facts or self.access_note or self.stop or self.way_from_stop)

    def clean(self):
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"longitude": "Breite und Länge gehören zusammen."})


class BuildingHours(WeeklySpan):
    """One span of a weekday at which the house is open, local time in Bochum."""

    building = ParentalKey(Building, on_delete=models.CASCADE, related_name="opening_hours")

    panels = [FieldRowPanel([FieldPanel("weekday"), FieldPanel("opens"), FieldPanel("closes")])]

    @property
    def span(self) -> Span:
        return Span(self.weekday, self.opens, self.closes)
