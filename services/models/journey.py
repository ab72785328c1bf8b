from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable

from search.models import FindablePage
from services.enums import StepLogic


class JourneyPage(FindablePage):
    """A life situation step by step, below its life situation. What is done stands in the address only."""

    parent_page_types: ClassVar[list[str]] = ["services.TopicPage"]
    subpage_types: ClassVar[list[str]] = []
    search_kind = "topic"
    row_relations = ("steps",)

    content_panels: ClassVar[list] = [
        *FindablePage.content_panels,
        InlinePanel("steps", heading="Schritte", label="Schritt", min_num=1),
    ]

    class Meta:
        verbose_name = "Schritt für Schritt"
        verbose_name_plural = "Schritt für Schritt"


class JourneyStep(ClusterableModel, Orderable):
    page = ParentalKey(JourneyPage, on_delete=models.CASCADE, related_name="steps")
    title = models.CharField("Schritt", max_length=120, help_text="Was zu tun ist, zum Beispiel „Wohnung kündigen“.")
    text = models.TextField(
        "Erklärung", max_length=600, blank=True, help_text="Was man dafür wissen muss, in einfachem Deutsch."
    )
    logic = models.CharField(
        "Wie schließt er an?",
        max_length=10,
        choices=StepLogic.choices,
        default=StepLogic.NUMBER,
        help_text="„und“: gehört zum Schritt davor; „oder“: statt des Schritts davor.",
    )
    is_optional = models.BooleanField("nur wenn nötig", default=False, help_text="Nicht alle müssen ihn gehen.")

    row_relations = ("links",)

    panels = [
        FieldPanel("title"),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("logic"), FieldPanel("is_optional")]),
        InlinePanel("links", label="Link"),
    ]

    class Meta(Orderable.Meta):
        pass

    def __str__(self) -> str:
        return self.title


class StepLink(Orderable):
    """Where a step leads: a service of the portal, or an address outside it."""

    step = ParentalKey(JourneyStep, on_delete=models.CASCADE, related_name="links")
    service = models.ForeignKey(
        "services.ServicePage",
        verbose_name="Leistung",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="step_links",
        help_text="Im Portal. Ihre Seite nennt dann diesen Ablauf.",
    )
    url = models.URLField("andere Internetadresse", blank=True, help_text="Nur, wenn es keine Leistung im Portal ist.")
    label = models.CharField(
        "Linktext", max_length=120, blank=True, help_text="Leer: der Titel der Leistung. Nötig bei anderer Adresse."
    )
    note = models.CharField(
        "Hinweis", max_length=200, blank=True, help_text="Kosten und Fristen nicht: Sie stehen bei der Leistung."
    )

    panels = [PageChooserPanel("service"), FieldRowPanel([FieldPanel("url"), FieldPanel("label")]), FieldPanel("note")]

    class Meta(Orderable.Meta):
        pass

    def __str__(self) -> str:
        return self.label or str(self.service or self.url)

    def clean(self):
        super().clean()
        if bool(self.service_id) == bool(self.url):
            raise ValidationError({"url": "Wählen Sie eine Leistung, oder geben Sie eine andere Adresse an."})
        if self.url and not self.label:
            raise ValidationError({"label": "Wie heißt das, wohin der Link führt?"})
