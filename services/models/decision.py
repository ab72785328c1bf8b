from typing import ClassVar

from django.db import models

from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable

from search.models import FindablePage
from services.enums import NodeKind


class DecisionIndexPage(FindablePage):
    """`/entscheidungshilfe/`: lists the decision helpers."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["services.DecisionPage"]
    max_count_per_parent = 1
    search_kind = "topic"

    class Meta:
        verbose_name = "Entscheidungshilfen: Übersicht"


class DecisionPage(FindablePage):
    """A few questions that end at the right service, with the reason. The first node is the beginning."""

    parent_page_types: ClassVar[list[str]] = ["services.DecisionIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    search_kind = "topic"
    row_relations = ("nodes",)

    content_panels: ClassVar[list] = [
        *FindablePage.content_panels,
        InlinePanel("nodes", heading="Fragen und Ergebnisse", label="Frage oder Ergebnis", min_num=2),
    ]

    class Meta:
        verbose_name = "Entscheidungshilfe"
        verbose_name_plural = "Entscheidungshilfen"


class DecisionNode(ClusterableModel, Orderable):
    page = ParentalKey(DecisionPage, on_delete=models.CASCADE, related_name="nodes")
    key = models.SlugField("Kürzel", max_length=40, help_text="Kurz und eindeutig, zum Beispiel „alter“.")
    kind = models.CharField(
        "Art",
        max_length=10,
        choices=NodeKind.choices,
        default=NodeKind.QUESTION,
        help_text="Ein Ergebnis hat keine Antworten.",
    )
    title = models.CharField(
        "Frage oder Ergebnis",
        max_length=200,
        help_text="Eine Frage, die jede und jeder beantworten kann, oder der Name des Ergebnisses.",
    )
    text = models.TextField(
        "Erklärung oder Grund",
        max_length=800,
        blank=True,
        help_text="Bei der Frage: was gemeint ist. Beim Ergebnis: warum das passt.",
    )
    service = models.ForeignKey(
        "services.ServicePage",
        verbose_name="Leistung",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Nur beim Ergebnis: Dorthin geht es weiter.",
    )
    office = models.ForeignKey(
        "services.OfficePage",
        verbose_name="Dienststelle",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Nur beim Ergebnis, wenn keine Leistung passt.",
    )

    row_relations = ("answers",)

    panels = [
        FieldRowPanel([FieldPanel("key"), FieldPanel("kind")]),
        FieldPanel("title"),
        FieldPanel("text"),
        InlinePanel("answers", label="Antwort"),
        PageChooserPanel("service"),
        PageChooserPanel("office"),
    ]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "key"], name="unique_decision_node")]

    def __str__(self) -> str:
        return self.title


class DecisionAnswer(Orderable):
    """An answer to a question and the key of the node it leads to."""

    node = ParentalKey(DecisionNode, on_delete=models.CASCADE, related_name="answers")
    key = models.SlugField("Kürzel", max_length=40, help_text="Steht in der Adresse, zum Beispiel „ja“.")
    label = models.CharField("Antwort", max_length=120, help_text="Kurz, zum Beispiel „Ja“ oder „unter 16 Jahre“.")
    leads_to = models.SlugField("führt zu", max_length=40, help_text="Kürzel der nächsten Frage oder des Ergebnisses.")

    panels = [FieldRowPanel([FieldPanel("label"), FieldPanel("key"), FieldPanel("leads_to")])]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["node", "key"], name="unique_decision_answer")]

    def __str__(self) -> str:
        return self.label
