from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Orderable

from cms import site_address
from search.models import FindablePage
from services import graph_pictures, journey_progress, journey_view, nested_rows
from services.enums import StepLogic
from services.forms import JourneyForm
from services.panels import PicturePanel


class JourneyPage(RoutablePageMixin, FindablePage):
    """A life situation step by step, below its life situation. What is done stands in the address only."""

    # The highest key that any step ever had: none is given twice, or an old bookmark would mean another step.
    last_key = models.PositiveSmallIntegerField(default=0, editable=False)

    # Steps are text: a translation has its own, so they are no `row_relations` (facts of the German page).
    # More would make the address of what is done too long, and nobody could keep an eye on them.
    MAX_STEPS = 40

    parent_page_types: ClassVar[list[str]] = ["services.TopicPage"]
    subpage_types: ClassVar[list[str]] = []
    search_kind = "topic"
    base_form_class = JourneyForm

    content_panels: ClassVar[list] = [
        *FindablePage.content_panels,
        InlinePanel("steps", heading="Schritte", label="Schritt", min_num=1, max_num=MAX_STEPS),
        PicturePanel(graph_pictures.of_journey, heading="So hängen die Schritte zusammen"),
    ]

    class Meta:
        verbose_name = "Schritt für Schritt"
        verbose_name_plural = "Schritt für Schritt"

    @property
    def search_text(self) -> str:
        return " ".join(f"{step.title} {step.text}" for step in self.steps.all())

    def clean(self):
        super().clean()
        # Held by the page, so that it saves them with their keys.
        steps = nested_rows.fetch_missing([self], "steps")
        for step, key in zip(steps, journey_progress.keys(steps, self.last_key), strict=True):
            step.key = key
            self.last_key = max(self.last_key, key)

    def with_content_json(self, content: dict[str, Any]) -> "JourneyPage":
        """Return the page as an earlier revision has it, but for the keys given since: none is given twice."""
        page = super().with_content_json(content)
        page.last_key = max(page.last_key, self.last_key)
        return page

    @path("")
    def overview(self, request: HttpRequest) -> HttpResponse:
        return self._shown(request, [])

    @path("erledigt/<str:keys>/")
    def with_progress(self, request: HttpRequest, keys: str) -> HttpResponse:
        """Show what is done; keys in another order, twice, or of steps that are gone lead to the right address."""
        asked = journey_progress.parse(keys)
        if asked is None:
            raise Http404
        steps = nested_rows.fetch_missing([self], "steps")
        done = journey_progress.known(asked, journey_progress.keys(steps, self.last_key))
        part = journey_progress.part_of_address(done)
        if part != f"erledigt/{keys}/":
            return HttpResponseRedirect(f"{self.get_url(request)}{part}")
        return self._shown(request, done)

    def _shown(self, request: HttpRequest, done: list[int]) -> HttpResponse:
        base = self.get_url(request) or ""
        context = journey_view.shown(self, base, done)
        return self.render(request, context_overrides=context | {"canonical_url": site_address.full(request, base)})


class JourneyStep(ClusterableModel, Orderable):
    page = ParentalKey(JourneyPage, on_delete=models.CASCADE, related_name="steps")
    # In the address of what is done (services.journey_progress); given when the page is saved, the same for good.
    key = models.PositiveSmallIntegerField(null=True, editable=False)
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
