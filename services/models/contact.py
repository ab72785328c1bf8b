from django.core.exceptions import ValidationError
from django.db import models

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel

from cms import clock, freshness
from cms.models import Record
from cms.retention import Clearing, NotPersonal


class Contact(Record):
    """Who to ask, by function: "Wohngeld, Buchstaben A–F". A name is optional and vanishes with its date.

    Staff data on the web are subject to co-determination (OVG NRW, 20.01.2000, 1 A 128/98.PVL).
    """

    function = models.CharField("Aufgabe", max_length=200, help_text="Zum Beispiel „Wohngeld, Buchstaben A–F“.")
    office = models.ForeignKey(
        "services.OfficePage",
        verbose_name="Dienststelle",
        on_delete=models.CASCADE,
        related_name="contacts",
        help_text="Zu welcher Stelle der Kontakt gehört.",
    )
    phone = models.CharField("Telefon", max_length=40, blank=True, help_text="Dienstlicher Anschluss.")
    email = models.EmailField("E-Mail", blank=True, help_text="Funktionspostfach, keine persönliche Adresse.")
    room = models.CharField("Zimmer", max_length=60, blank=True, help_text="Zum Beispiel „2.14“.")
    hours = models.CharField("Zeiten", max_length=200, blank=True, help_text="Nur, wenn sie von der Stelle abweichen.")
    languages = models.CharField("Sprachen", max_length=200, blank=True, help_text="Außer Deutsch.")
    has_sign_language = models.BooleanField(
        "Gebärdensprache (DGS)", default=False, help_text="Man kann sich hier in Gebärdensprache verständigen."
    )
    name = models.CharField("Name", max_length=120, blank=True, help_text="Nur mit Einverständnis.")
    name_until = models.DateField(
        "einverstanden bis", null=True, blank=True, help_text="Danach verschwindet der Name von selbst."
    )

    retention = NotPersonal("Funktionspostfach und dienstlicher Anschluss; der Name endet mit dem Einverständnis")
    clearings = (
        # The person agreed to be named until then.
        Clearing(since="name_until", days=0, fields=("name", "name_until")),
    )

    panels = [
        FieldPanel("function"),
        PageChooserPanel("office"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
        FieldRowPanel([FieldPanel("room"), FieldPanel("hours")]),
        FieldRowPanel([FieldPanel("languages"), FieldPanel("has_sign_language")]),
        MultiFieldPanel([FieldRowPanel([FieldPanel("name"), FieldPanel("name_until")])], "Name (freiwillig)"),
    ]

    class Meta:
        verbose_name = "Kontakt"
        verbose_name_plural = "Kontakte"
        ordering = ["function"]

    def __str__(self) -> str:
        return self.function

    @property
    def public_name(self) -> str:
        """The name as long as its owner agrees; tells the page when that ends."""
        if not self.name or self.name_until is None or clock.now().date() > self.name_until:
            return ""
        freshness.valid_until(clock.midnight_after(self.name_until))
        return self.name

    def clean(self):
        super().clean()
        if self.name and self.name_until is None:
            raise ValidationError({"name_until": "Bis wann ist die Person mit ihrem Namen einverstanden?"})
