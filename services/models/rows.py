"""What belongs to exactly one service. Public text only; amounts in euro."""

from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.db import models

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from cms import clock, freshness
from cms.fields import AmountField
from services import money
from services.enums import DeadlineKind, FeeKind, HintKind


class Fee(Orderable):
    """What one case costs. `amount` in euro; a range has `amount_to` as well, a free case has neither."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="fees")
    label = models.CharField(
        "Fall", max_length=200, blank=True, help_text="Zum Beispiel „ab 24 Jahren, 10 Jahre gültig“."
    )
    kind = models.CharField(
        "Art",
        max_length=10,
        choices=FeeKind.choices,
        default=FeeKind.FIXED,
        help_text="Ein Zuschlag kommt zu einem anderen Betrag hinzu.",
    )
    amount = AmountField(
        "Betrag in Euro",
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Leer, wenn der Fall kostenfrei ist.",
    )
    amount_to = AmountField(
        "bis Betrag in Euro",
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        help_text="Nur bei „von – bis“.",
    )
    unit = models.CharField("Einheit", max_length=60, blank=True, help_text="Zum Beispiel „im Jahr“.")
    valid_from = models.DateField(
        "gilt seit oder ab", null=True, blank=True, help_text="Steht beim Betrag. Leer, wenn unbekannt."
    )

    panels = [
        FieldPanel("label"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("amount"), FieldPanel("amount_to")]),
        FieldRowPanel([FieldPanel("unit"), FieldPanel("valid_from")]),
    ]

    def __str__(self) -> str:
        return f"{self.label} {self.text}".strip()

    @property
    def text(self) -> str:
        """The amount in words, for example "50 bis 1.200 €"."""
        return money.fee_text(self.kind, self.amount, self.amount_to, self.unit)

    @property
    def is_future(self) -> bool:
        """Whether the fee is announced, not yet due; the page changes by itself on its first day."""
        if self.valid_from is None or self.valid_from <= clock.now().date():
            return False
        freshness.valid_until(datetime.combine(self.valid_from, time(), clock.now().tzinfo))
        return True

    def clean(self):
        super().clean()
        if self.kind == FeeKind.FREE and self.amount is not None:
            raise ValidationError({"amount": "Was kostenfrei ist, hat keinen Betrag."})
        if self.kind != FeeKind.FREE and self.amount is None:
            raise ValidationError({"amount": "Geben Sie den Betrag an, oder wählen Sie „kostenfrei“."})
        if self.kind == FeeKind.RANGE and (self.amount_to is None or self.amount_to <= (self.amount or 0)):
            raise ValidationError({"amount_to": "Der zweite Betrag muss höher sein als der erste."})


class RequiredDocument(Orderable):
    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="documents")
    text = models.CharField("Unterlage", max_length=300, help_text="Zum Beispiel „Personalausweis oder Reisepass“.")
    condition = models.CharField(
        "nur wenn", max_length=200, blank=True, help_text="Zum Beispiel „bei Kindern unter 16 Jahren“. Leer: immer."
    )

    panels = [FieldPanel("text"), FieldPanel("condition")]

    def __str__(self) -> str:
        return self.text


class Deadline(Orderable):
    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="deadlines")
    kind = models.CharField(
        "Art",
        max_length=12,
        choices=DeadlineKind.choices,
        default=DeadlineKind.DEADLINE,
        help_text="„Dauer“ steht auch oben bei „Auf einen Blick“.",
    )
    text = models.CharField("Angabe", max_length=300, help_text="Zum Beispiel „2 Wochen nach dem Einzug“.")

    panels = [FieldRowPanel([FieldPanel("kind"), FieldPanel("text")])]

    def __str__(self) -> str:
        return self.text


class Step(Orderable):
    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="steps")
    title = models.CharField("Schritt", max_length=200, help_text="Eine Handlung, zum Beispiel „Termin buchen“.")
    text = models.TextField("Erklärung", blank=True, help_text="Nur, wenn der Schritt nicht für sich spricht.")

    panels = [FieldPanel("title"), FieldPanel("text")]

    def __str__(self) -> str:
        return self.title


class OnlineService(Orderable):
    """A way to do the service online. Without an address it is named, but has no button."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="online_services")
    label = models.CharField("Name", max_length=200, help_text="Zum Beispiel „Wohnsitz online ummelden“.")
    url = models.URLField("Adresse", blank=True, help_text="Leer: Der Dienst wird genannt, hat aber keinen Knopf.")
    provider = models.CharField(
        "Wohin führt es?", max_length=200, blank=True, help_text="Zum Beispiel „Serviceportal, Anmeldung mit BundID“."
    )
    note = models.CharField(
        "Hinweis", max_length=300, blank=True, help_text="Was man dafür braucht, zum Beispiel den Online-Ausweis."
    )

    panels = [FieldPanel("label"), FieldPanel("url"), FieldPanel("provider"), FieldPanel("note")]

    def __str__(self) -> str:
        return self.label


class LegalBasis(Orderable):
    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="legal_bases")
    label = models.CharField("Vorschrift", max_length=300, help_text="Paragraf und Gesetz, zum Beispiel „§ 17 BMG“.")
    url = models.URLField("Adresse", blank=True, help_text="Wo der Text steht. Darf leer bleiben.")

    panels = [FieldPanel("label"), FieldPanel("url")]

    def __str__(self) -> str:
        return self.label


class Hint(Orderable):
    """A sentence people should know, sorted by what it is about."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="hints")
    kind = models.CharField(
        "Worum geht es?",
        max_length=16,
        choices=HintKind.choices,
        default=HintKind.GENERAL,
        help_text="Entscheidet, in welchem Abschnitt der Satz steht.",
    )
    text = models.CharField("Hinweis", max_length=400, help_text="Ein Satz, in einfachem Deutsch.")

    panels = [FieldRowPanel([FieldPanel("kind"), FieldPanel("text")])]

    def __str__(self) -> str:
        return self.text


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


class ServiceOffice(Orderable):
    service = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="service_offices")
    office = models.ForeignKey(
        "services.OfficePage",
        verbose_name="Stelle",
        on_delete=models.CASCADE,
        related_name="service_links",
        help_text="Anschrift und Zeiten kommen von der Seite der Stelle.",
    )

    panels = [PageChooserPanel("office")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["service", "office"], name="unique_service_office")]

    def __str__(self) -> str:
        return str(self.office)
