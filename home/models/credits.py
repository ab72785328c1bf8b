from typing import Any, ClassVar

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.http import HttpRequest

from wagtail.models import Page, ReferenceIndex

from cms import freshness, navigation
from cms.models import CityImage
from home.models.content import BodyPage
from home.pagination import paginate


class CreditsPage(BodyPage):
    """`/bildnachweise/`: who made the pictures of the site, and under which licence (UrhG § 13)."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = "Bildnachweise"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {"pictures": paginate(pictures_in_use(), request)}


def pictures_in_use() -> models.QuerySet[CityImage]:
    """Return all pictures that a live page or a setting of the site shows, by title."""
    return CityImage.objects.filter(pk__in=freshness.remember("pictures-in-use", _shown)).order_by("title", "pk")


def _shown() -> set[int]:
    # In two steps: the index keeps numbers as text, and a join over a cast would read all pages once per picture.
    pages = ContentType.objects.get_for_model(Page).pk
    uses = ReferenceIndex.objects.filter(to_content_type=ContentType.objects.get_for_model(CityImage))
    found = list(uses.values_list("base_content_type", "object_id", "to_object_id").distinct())
    on_pages = {int(owner) for kind, owner, _picture in found if kind == pages}
    live = set(Page.objects.live().filter(pk__in=on_pages).values_list("pk", flat=True))
    shown = {int(picture) for kind, owner, picture in found if kind != pages or int(owner) in live}
    # Wagtail keeps no references of settings.
    return shown | ({navigation.site_settings().social_image_id} - {None})
