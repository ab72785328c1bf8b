from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Orderable

from cms import site_address
from search.models import FindablePage
from services import decisions, graph_pictures
from services.enums import NodeKind
from services.forms import DecisionForm
from services.panels import PicturePanel


class DecisionIndexPage(FindablePage):
    """`/entscheidungshilfe/`: lists the decision helpers."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["services.DecisionPage"]
    max_count_per_parent = 1
    search_kind = "topic"

    class Meta:
        verbose_name = "Entscheidungshilfen: Übersicht"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        helpers = DecisionPage.objects.live().child_of(self).order_by("title")
        return super().get_context(request, *args, **kwargs) | {"helpers": list(helpers)}


class DecisionPage(RoutablePageMixin, FindablePage):
    """A few questions that end at the right service, with the reason. The first node is the beginning."""

    parent_page_types: ClassVar[list[str]] = ["services.DecisionIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    search_kind = "topic"
    base_form_class = DecisionForm

    content_panels: ClassVar[list] = [
        *FindablePage.content_panels,
        InlinePanel("nodes", heading="Fragen und Ergebnisse", label="Frage oder Ergebnis", min_num=2),
        PicturePanel(graph_pictures.of_decision, heading="So führen die Antworten weiter"),
    ]

    class Meta:
        verbose_name = "Entscheidungshilfe"
        verbose_name_plural = "Entscheidungshilfen"

    @property
    def search_text(self) -> str:
        return " ".join(node.title for node in self.nodes.all())

    @path("")
    def beginning(self, request: HttpRequest) -> HttpResponse:
        return self._shown(request, [])

    @path("<path:answers>/")
    def with_answers(self, request: HttpRequest, answers: str) -> HttpResponse:
        return self._shown(request, answers.split("/"))

    def _shown(self, request: HttpRequest, keys: list[str]) -> HttpResponse:
        """Show where the answers lead. Answers that are gone lead back to the first question without one."""
        base = self.get_url(request) or ""
        walk = decisions.walk(self, base, keys)
        url = "".join([base, *(f"{key}/" for key in walk.keys)])
        if walk.keys != keys:
            if not walk.keys:
                raise Http404
            return HttpResponseRedirect(url)
        is_outcome = walk.node is not None and walk.node.kind == NodeKind.OUTCOME
        context = {
            "given": walk.given,
            "node": walk.node,
            "is_outcome": is_outcome,
            "choices": decisions.choices(walk.node, url),
            "canonical_url": site_address.full(request, base),
            **(decisions.targets(walk.node, self.locale_id) if is_outcome else {}),
        }
        return self.render(request, context_overrides=context)


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
