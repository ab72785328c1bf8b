from http import HTTPMethod
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.url_routing import RouteResult

from cms.structured_data import city
from home.contact_form import THANKS, ContactFormView
from home.models.content import BodyPage


class ContactPage(BodyPage):
    """`/kontakt/`: all ways to the city, and a form whose topics lead to departments."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1
    row_relations = ("contact_topics",)
    # The form is the only thing that takes a POST; ContactFormView says whose.
    allowed_http_methods: ClassVar[list[HTTPMethod]] = [*BodyPage.allowed_http_methods, HTTPMethod.POST]
    content_panels: ClassVar[list] = [
        *BodyPage.content_panels,
        InlinePanel(
            "contact_topics", heading="Themen des Formulars", label="Thema", help_text="Ohne Themen kein Formular."
        ),
    ]

    class Meta:
        verbose_name = "Kontaktseite"

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        if self.live and path_components == [THANKS]:
            return RouteResult(self, kwargs={"is_sent": True})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args, is_sent: bool = False, **kwargs) -> HttpResponse:
        if is_sent and request.method != "POST":
            return TemplateResponse(request, "home/contact_thanks.html", self.get_context(request))
        return ContactFormView.as_view(page=self)(request)

    def structured_data(self, request: HttpRequest, context: Any) -> list[dict[str, Any]]:
        return [city(request, context["site_settings"])]


class ContactTopic(Orderable):
    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="contact_topics")
    label = models.CharField("Thema", max_length=120, help_text="In den Worten der Menschen, die schreiben.")
    department = models.ForeignKey(
        "cms.Department",
        verbose_name="geht an",
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Das Amt, dessen Postfach die Nachricht bekommt.",
    )

    panels = [FieldPanel("label"), FieldPanel("department")]

    def __str__(self) -> str:
        return self.label
