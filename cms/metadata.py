"""What search engines and social networks read in the head of a page."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from cms import freshness, site_address
from cms.models import CityImage, SiteSettings

# The size social networks ask for.
SOCIAL_PICTURE = "fill-1200x630|format-jpeg"
TERRITORIES = {"de": "de_DE", "de-simple": "de_DE", "en": "en_GB", "tr": "tr_TR", "ar": "ar_AR", "uk": "uk_UA"}
# Not a language of its own for a search engine: to it a second German page would be a doublet.
NO_LANGUAGE = "de-simple"


def canonical(request: HttpRequest) -> str:
    """Return the one address of what is shown: without query, but for the number of a page of a long list."""
    number = request.GET.get("seite", "")
    # Short digits only: Python refuses to read thousands of them, and no list is that long.
    is_number = number.isascii() and number.isdigit() and len(number) < 7
    query = f"?seite={int(number)}" if is_number and int(number) > 1 else ""
    return site_address.full(request, request.path) + query


def alternates(request: HttpRequest, page: Any, translations: list[dict[str, str]]) -> list[tuple[str, str]]:
    """Return (language, address) of the page and its real translations; empty where there are none.

    A routable part such as A–Z has no translation of its own, so it names none.
    """
    language = get_language() or settings.LANGUAGE_CODE
    others = [(item["lang"], item["url"]) for item in translations if item["lang"] != NO_LANGUAGE]
    if not others or language == NO_LANGUAGE or request.path != page.get_url(request):
        return []
    found = {name: site_address.full(request, url) for name, url in [(language, request.path), *others]}
    default = found.get(settings.LANGUAGE_CODE)
    return [*found.items(), *([("x-default", default)] if default else [])]


def social_picture(request: HttpRequest, page: Any, site: SiteSettings) -> dict[str, Any] | None:
    """Return address, size and words of the page's picture, else of the site's; None without or if the file is gone."""
    image_id = page.social_image_id or site.social_image_id
    if not image_id:
        return None
    picture = freshness.remember(f"social-picture:{image_id}", lambda: _social_picture(image_id))
    return {**picture, "url": site_address.full(request, picture["url"])} if picture else None


def _social_picture(image_id: int) -> dict[str, Any] | None:
    try:
        image = CityImage.objects.get(pk=image_id)
        rendition = image.get_rendition(SOCIAL_PICTURE)
    except (CityImage.DoesNotExist, SourceImageIOError, InvalidFilterSpecError):
        return None
    return {"url": rendition.url, "width": rendition.width, "height": rendition.height, "alt": image.default_alt_text}
