from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse

from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from search.models import FindablePage
from services import a_to_z
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
        services = ServicePage.objects.live().child_of(self).only("title", "slug", "url_path", "official_name")
        groups = a_to_z.groups(services)
        return self.render(
            request,
            context_overrides={"groups": groups, "letters": a_to_z.letters(groups)},
            template="services/service_a_z.html",
        )


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
        offices = OfficePage.with_rows(OfficePage.objects.live().child_of(self).order_by("title"))
        return super().get_context(request, *args, **kwargs) | {
            "offices": [office for office in offices if not office.is_external],
            "external_offices": [office for office in offices if office.is_external],
        }
