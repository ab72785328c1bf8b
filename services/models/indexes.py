from collections.abc import Iterable
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from search.models import CitizenWord, FindablePage
from services import a_to_z, filters
from services.enums import TopicKind
from services.models.office import OfficePage
from services.models.service import ServicePage
from services.models.topic import TopicPage


class ServiceIndexPage(RoutablePageMixin, FindablePage):
    """`/leistungen/`: topics and the way to A–Z; the parent of all services."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["services.ServicePage"]
    max_count_per_parent = 1
    search_kind = "topic"

    class Meta:
        verbose_name = "Leistungen: Übersicht"

    @path("")
    def overview(self, request: HttpRequest) -> HttpResponse:
        topics = TopicPage.objects.live().filter(locale_id=self.locale_id).order_by("path")
        return self.render(
            request,
            context_overrides={
                "topics": [topic for topic in topics if topic.kind == TopicKind.TOPIC],
                "life_situations": [topic for topic in topics if topic.kind == TopicKind.LIFE_SITUATION],
            },
        )

    @path("a-z/")
    def a_to_z(self, request: HttpRequest) -> HttpResponse:
        services = list(self._services())
        words = CitizenWord.objects.filter(page__in=[page.pk for page in services]).values_list("phrase", "page_id")
        by_id = {page.pk: page for page in services}
        references = a_to_z.references((word, by_id[page_id]) for word, page_id in words)
        return self._list(request, [*services, *references])

    @path("a-z/<slug:slug>/")
    def filtered(self, request: HttpRequest, slug: str) -> HttpResponse:
        chosen = filters.find(slug)
        if chosen is None:
            raise Http404
        return self._list(request, filters.narrowed(self._services(), chosen), chosen)

    def _services(self) -> QuerySet[ServicePage]:
        return ServicePage.objects.live().child_of(self).only("title", "slug", "url_path", "official_name")

    def _list(self, request: HttpRequest, entries: Iterable[Any], chosen: filters.Filter | None = None) -> HttpResponse:
        groups = a_to_z.groups(entries)
        base = f"{self.get_url(request)}a-z/"
        context = {
            "groups": groups,
            "letters": a_to_z.letters(groups),
            "filters": [(found, f"{base}{found.slug}/", found == chosen) for found in filters.FILTERS],
            "chosen": chosen,
            "all_url": base,
        }
        return self.render(request, context_overrides=context, template="services/service_a_z.html")


class TopicIndexPage(FindablePage):
    """`/themen/` and `/lebenslagen/`: lists its topics in the editors' order."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["services.TopicPage"]
    search_kind = "topic"

    class Meta:
        verbose_name = "Themen oder Lebenslagen: Übersicht"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {
            "topics": list(TopicPage.objects.live().child_of(self).order_by("path"))
        }


class OfficeIndexPage(FindablePage):
    """`/dienststellen/`: offices of the city first, other bodies after them, by name."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["services.OfficePage"]
    max_count_per_parent = 1
    search_kind = "topic"

    class Meta:
        verbose_name = "Dienststellen: Übersicht"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        offices = OfficePage.with_rows(OfficePage.objects.live().child_of(self))
        groups = a_to_z.groups(office for office in offices if not office.is_external)
        others = [office for office in offices if office.is_external]
        return super().get_context(request, *args, **kwargs) | {
            "groups": groups,
            "letters": a_to_z.letters(groups),
            "external_offices": sorted(others, key=lambda office: a_to_z.sort_key(office.title)),
        }
