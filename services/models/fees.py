from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from cms.fields import AmountField
from cms.models import TranslatedRow
from services import money
from services.enums import FeeKind


class Fee(TranslatedRow):
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

    # For fees without a first day.
    BEGINNING: ClassVar[date] = date.min

    translated_fields: ClassVar[tuple[str, ...]] = ("label", "unit")

    panels = [
        FieldPanel("label"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("amount"), FieldPanel("amount_to")]),
        FieldRowPanel([FieldPanel("unit"), FieldPanel("valid_from")]),
    ]

    class Meta(TranslatedRow.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.label} {self.text}".strip()

    @property
    def text(self) -> str:
        """The amount in words, for example "50 bis 1.200 €"."""
        return money.fee_text(self.kind, self.amount, self.amount_to, self.unit)

    @property
    def case(self) -> tuple[str, bool]:
        """What the fee is for: a later fee for the same replaces it (services.fees)."""
        german = self.source or self
        return german.label.strip().casefold(), self.kind == FeeKind.SURCHARGE

    def clean(self):
        super().clean()
        if self.kind == FeeKind.FREE and self.amount is not None:
            raise ValidationError({"amount": "Was kostenfrei ist, hat keinen Betrag."})
        if self.kind != FeeKind.FREE and self.amount is None:
            raise ValidationError({"amount": "Geben Sie den Betrag an, oder wählen Sie „kostenfrei“."})
        if self.kind == FeeKind.RANGE and (self.amount_to is None or self.amount_to <= (self.amount or 0)):
            raise ValidationError({"amount_to": "Der zweite Betrag muss höher sein als der erste."})
