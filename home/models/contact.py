from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

from cms.structured_data import city
from home.models.content import BodyPage


class ContactPage(BodyPage):
    """`/kontakt/`: all ways to the city, and a form whose topics lead to departments."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1
    row_relations = ("contact_topics",)
    content_panels: ClassVar[list] = [
        *BodyPage.content_panels,
        InlinePanel("contact_topics", heading="Themen des Formulars", label="Thema"),
    ]

    class Meta:
        verbose_name = "Kontaktseite"

    def structured_data(self, request: HttpRequest, context: Any) -> list[dict[str, Any]]:
        return [city(request, context["site_settings"])]


class ContactTopic(Orderable):
    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="contact_topics")
    label = models.CharField("Thema", max_length=120)
    department = models.ForeignKey("cms.Department", verbose_name="geht an", on_delete=models.PROTECT, related_name="+")

    panels = [FieldPanel("label"), FieldPanel("department")]

    def __str__(self) -> str:
        return self.label
