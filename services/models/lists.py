from typing import Any, ClassVar

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from cms import live_facts, site_address
from search.models import FindablePage
from services import feeds, responsibility, responsible, service_lists
from services.enums import ListKind
from services.models.service import ServicePage


class ServiceListPage(RoutablePageMixin, FindablePage):
    """`/termin/`, `/online-dienste/`, `/formulare/`, `/stoerungen/`, `/zustaendigkeit/`: one fact over all services."""

    kind = models.CharField(
        "Zeigt",
        max_length=16,
        choices=ListKind.choices,
        help_text="Welche Angaben aller Leistungen die Seite zusammenstellt.",
    )

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    search_kind = "topic"

    content_panels: ClassVar[list] = [*FindablePage.content_panels, FieldPanel("kind")]

    class Meta:
        verbose_name = "Liste aus den Leistungen"
        verbose_name_plural = "Listen aus den Leistungen"

    def get_template(self, request: HttpRequest, *args, **kwargs) -> Any:
        return [f"services/lists/{self.kind}.html", "services/service_list_page.html"]

    @path("")
    def overview(self, request: HttpRequest) -> HttpResponse:
        context = service_lists.context(self.kind, self.locale_id)
        if self.kind == ListKind.RESPONSIBILITY:
            context["services"] = self._with_rules()
        return self.render(request, context_overrides=context)

    @path("feed/")
    def feed(self, request: HttpRequest) -> HttpResponse:
        if self.kind != ListKind.DISRUPTIONS:
            raise Http404
        return feeds.disruption_feed(request, self)

    @path("<slug:slug>/")
    def of_service(self, request: HttpRequest, slug: str) -> HttpResponse:
        return self._responsible(request, slug, "")

    @path("<slug:slug>/<slug:kind>/")
    def answer(self, request: HttpRequest, slug: str, kind: str) -> HttpResponse:
        """Answer what was asked; names of people are kept in no cache."""
        if responsible.kind_at(kind) is None:
            raise Http404
        response = self._responsible(request, slug, kind)
        patch_cache_control(response, private=True, no_store=True)
        return response

    def _responsible(self, request: HttpRequest, slug: str, kind_path: str) -> HttpResponse:
        service = self._with_rules().filter(slug=slug).first() if self.kind == ListKind.RESPONSIBILITY else None
        if service is None:
            raise Http404
        live_facts.fetch([service])
        rows = responsible.rules(service)
        kind = responsible.kind_at(kind_path) or ""
        asked = " ".join(request.GET.get("q", "")[: responsible.MAX_ASKED].split())
        found = responsibility.find(rows, kind, asked) if kind and asked else []
        base = self.get_url(request) or ""
        context = {
            "service": service,
            "rules": responsible.table(rows),
            "questions": responsible.questions(rows, asked, kind),
            "url": f"{base}{slug}/",
            "asked": asked if kind else "",
            "found": responsible.table(found),
            "canonical_url": site_address.full(request, f"{base}{slug}/"),
        }
        return self.render(request, context_overrides=context, template="services/responsible_for_me.html")

    def _with_rules(self) -> models.QuerySet[ServicePage]:
        """Return the live services of this language whose German page has rules."""
        german = ServicePage.objects.live().filter(
            locale_id=live_facts.source_locale_id(), responsibilities__isnull=False
        )
        keys = german.values("translation_key")
        return ServicePage.objects.live().filter(locale_id=self.locale_id, translation_key__in=keys).order_by("title")
