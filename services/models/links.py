"""What a service is connected with: topics, offices, other services, contacts; and who is responsible for whom."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable

from cms.models import TranslatedRow
from services import responsibility
from services.enums import AppointmentNeed, ResponsibilityKind
from services.models.time_span import WeeklySpan
from services.opening_hours import Span


class ServiceTopic(Orderable):
    service = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="service_topics")
    topic = models.ForeignKey(
        "services.TopicPage",
        verbose_name="Thema oder Lebenslage",
        on_delete=models.CASCADE,
        related_name="service_links",
        help_text="Auf dieser Seite erscheint die Leistung in der Liste.",
    )
    top_position = models.PositiveSmallIntegerField(
        "Platz bei „Oft gesucht“",
        null=True,
        blank=True,
        help_text="Steht oben auf der Seite des Themas, kleine Zahlen zuerst. Leer: nur in der Liste.",
    )

    panels = [PageChooserPanel("topic"), FieldPanel("top_position")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["service", "topic"], name="unique_service_topic")]

    def __str__(self) -> str:
        return str(self.topic)


class ServiceOffice(TranslatedRow):
    """Where a service is done, and what holds for an appointment there."""

    service = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="service_offices")
    office = models.ForeignKey(
        "services.OfficePage",
        verbose_name="Stelle",
        on_delete=models.CASCADE,
        related_name="service_links",
        help_text="Anschrift und Zeiten kommen von der Seite der Stelle.",
    )
    appointment = models.CharField(
        "Termin an dieser Stelle",
        max_length=10,
        choices=AppointmentNeed.choices,
        blank=True,
        help_text="Leer: wie oben bei der Leistung.",
    )
    booking_url = models.URLField(
        "Internetadresse für Termine", blank=True, help_text="Wo man den Termin bucht. Leer: nicht online."
    )
    booking_phone = models.CharField(
        "Telefon für Termine", max_length=40, blank=True, help_text="Nur, wenn es eine eigene Nummer ist."
    )
    have_ready = models.CharField(
        "Bereithalten", max_length=300, blank=True, help_text="Was man beim Buchen zur Hand haben muss."
    )
    how_to_cancel = models.CharField("Termin absagen", max_length=300, blank=True, help_text="Wie, und bis wann.")

    translated_fields: ClassVar[tuple[str, ...]] = ("have_ready", "how_to_cancel")

    panels = [
        PageChooserPanel("office"),
        MultiFieldPanel(
            [
                FieldPanel("appointment"),
                FieldRowPanel([FieldPanel("booking_url"), FieldPanel("booking_phone")]),
                FieldPanel("have_ready"),
                FieldPanel("how_to_cancel"),
            ],
            "Termin",
            classname="collapsed",
        ),
    ]

    class Meta(TranslatedRow.Meta):
        constraints = [models.UniqueConstraint(fields=["service", "office"], name="unique_service_office")]

    def __str__(self) -> str:
        return str(self.office)


class ServiceHours(WeeklySpan):
    """When this service is done at one of its offices, where that differs from the office's own hours."""

    service = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="service_hours")
    office = models.ForeignKey(
        "services.OfficePage",
        verbose_name="Stelle",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Seite der Dienststelle.",
    )
    by_appointment = models.BooleanField(
        "nur mit Termin", default=False, help_text="Ohne Termin geht es in dieser Zeit nicht."
    )

    panels = [
        PageChooserPanel("office"),
        FieldRowPanel([FieldPanel("weekday"), FieldPanel("opens"), FieldPanel("closes"), FieldPanel("by_appointment")]),
    ]

    @property
    def span(self) -> Span:
        return Span(self.weekday, self.opens, self.closes, self.by_appointment)


class RelatedService(Orderable):
    service = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="related_services")
    related = models.ForeignKey(
        "services.ServicePage",
        verbose_name="verwandte Leistung",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Steht unten bei „Passt dazu“.",
    )

    panels = [PageChooserPanel("related")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["service", "related"], name="unique_related_service")]

    def __str__(self) -> str:
        return str(self.related)


class ServiceContact(Orderable):
    service = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="service_contacts")
    contact = models.ForeignKey(
        "services.Contact",
        verbose_name="Kontakt",
        on_delete=models.CASCADE,
        related_name="service_links",
        help_text="Aus der Liste der Kontakte.",
    )

    panels = [FieldPanel("contact")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["service", "contact"], name="unique_service_contact")]

    def __str__(self) -> str:
        return str(self.contact)


class Responsibility(TranslatedRow):
    """A rule "who is responsible for me": for these letters, this district, street or case it is this office."""

    service = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="responsibilities")
    office = models.ForeignKey(
        "services.OfficePage",
        verbose_name="Stelle",
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Seite der Dienststelle.",
    )
    kind = models.CharField(
        "richtet sich nach",
        max_length=10,
        choices=ResponsibilityKind.choices,
        default=ResponsibilityKind.LETTER,
        help_text="Wonach sich richtet, welche Stelle zuständig ist.",
    )
    first = models.CharField(
        "von oder gleich", max_length=100, blank=True, help_text="Buchstaben „A“ oder „Sch“, Straße oder Fall."
    )
    last = models.CharField("bis", max_length=20, blank=True, help_text="Nur bei Buchstaben. Leer: nur der eine.")
    district = models.ForeignKey(
        "cms.District",
        verbose_name="Stadtbezirk",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Nur bei „Stadtbezirk“.",
    )
    note = models.CharField("Hinweis", max_length=200, blank=True, help_text="Zum Beispiel „Zimmer 203“.")

    translated_fields: ClassVar[tuple[str, ...]] = ("note",)

    panels = [
        PageChooserPanel("office"),
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("first"), FieldPanel("last"), FieldPanel("district")]),
        FieldPanel("note"),
    ]

    class Meta(TranslatedRow.Meta):
        pass

    def __str__(self) -> str:
        return self.value

    @property
    def value(self) -> str:
        """The rule in words: "A bis F", "VI Südwest", "Bongardstraße"."""
        if self.kind == ResponsibilityKind.DISTRICT:
            return str(self.district or "")
        return f"{self.first} bis {self.last}" if self.last else self.first

    def clean(self):
        super().clean()
        if self.kind == ResponsibilityKind.DISTRICT and self.district_id is None:
            raise ValidationError({"district": "Wählen Sie den Stadtbezirk."})
        if self.kind != ResponsibilityKind.DISTRICT and not self.first:
            raise ValidationError({"first": "Geben Sie an, für welche Buchstaben, welche Straße oder welchen Fall."})
        if self.kind == ResponsibilityKind.LETTER and self.first and not responsibility.span(self.first, self.last):
            field = "last" if self.last else "first"
            raise ValidationError({field: "Buchstaben von A bis Z, der zweite kommt im Alphabet nicht vor dem ersten."})
