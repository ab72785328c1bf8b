"""How a service is done online: the ways on its page, and what they need."""

from typing import ClassVar

from django.db import models

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from cms.models import Record, TranslatedRow
from services.enums import OnlineState


class Account(Record):
    """A user account for online services (BundID, Mein Unternehmenskonto …): names change, so they stand here only."""

    name = models.CharField("Name", max_length=100, unique=True, help_text="Wie der Anbieter es nennt.")
    explanation = models.TextField(
        "Erklärung", max_length=400, blank=True, help_text="Wofür ist es, und was braucht man, um es anzulegen?"
    )
    url = models.URLField("Internetadresse", blank=True, help_text="Wo man es anlegt.")

    panels = [FieldPanel("name"), FieldPanel("explanation"), FieldPanel("url")]

    class Meta:
        verbose_name = "Nutzerkonto"
        verbose_name_plural = "Nutzerkonten"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class TrustLevel(Record):
    """How surely people must prove who they are; codes of `urn:xoev-de:fim:codeliste:vertrauensniveau`."""

    code = models.CharField("Code", max_length=4, unique=True, help_text="00, 10, 15, 20, 30 oder 40.")
    name = models.CharField("Name", max_length=100, help_text="Zum Beispiel „hoch“.")
    explanation = models.CharField(
        "Das brauchen Sie", max_length=300, blank=True, help_text="Zum Beispiel „Online-Ausweis mit PIN“."
    )

    panels = [FieldRowPanel([FieldPanel("code"), FieldPanel("name")]), FieldPanel("explanation")]

    class Meta:
        verbose_name = "Vertrauensniveau"
        verbose_name_plural = "Vertrauensniveaus"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class OnlineService(TranslatedRow):
    """A way to do the service online. Without an address it is named, but has no button."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="online_services")
    label = models.CharField("Name", max_length=200, help_text="Zum Beispiel „Wohnsitz online ummelden“.")
    url = models.URLField(
        "Internetadresse", blank=True, help_text="Leer: Der Dienst wird genannt, hat aber keinen Knopf."
    )
    state = models.CharField(
        "Stand",
        max_length=10,
        choices=OnlineState.choices,
        default=OnlineState.ONLINE,
        help_text="Eine Störung von Stunden oder Tagen ist eine eigene Meldung.",
    )
    provider = models.CharField(
        "Wohin führt es?", max_length=200, blank=True, help_text="Zum Beispiel „Serviceportal der Stadt“."
    )
    account = models.ForeignKey(
        Account,
        verbose_name="nötiges Konto",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Leer, wenn es ohne Anmeldung geht oder wir es nicht wissen.",
    )
    trust_level = models.ForeignKey(
        TrustLevel,
        verbose_name="Vertrauensniveau",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Wie sicher man sich ausweisen muss. Leer, wenn unbekannt.",
    )
    note = models.CharField(
        "Hinweis", max_length=300, blank=True, help_text="Was man dafür sonst braucht oder wissen muss."
    )

    translated_fields: ClassVar[tuple[str, ...]] = ("label", "provider", "note")

    panels = [
        FieldPanel("label"),
        FieldRowPanel([FieldPanel("url"), FieldPanel("state")]),
        FieldPanel("provider"),
        FieldRowPanel([FieldPanel("account"), FieldPanel("trust_level")]),
        FieldPanel("note"),
    ]

    class Meta(TranslatedRow.Meta):
        pass

    def __str__(self) -> str:
        return self.label
