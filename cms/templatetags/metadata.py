"""`{% page_metadata %}` in the head of every page."""

from typing import Any

from django import template
from django.utils.translation import get_language

from cms import metadata, structured_data

register = template.Library()


@register.inclusion_tag("cms/metadata.html", takes_context=True)
def page_metadata(context: template.Context) -> dict[str, Any]:
    """Return what the template prints; nothing where no page is shown (results, errors)."""
    page, request = context.get("page"), context.get("request")
    if not (page and request and hasattr(page, "structured_data")):
        return {}
    site = context["site_settings"]
    # A part of a page that is a thing of its own (one entry of a directory) has its own name.
    part = context.get("part") or {}
    items = [
        *page.structured_data(request, context),
        *structured_data.breadcrumb_list(request, list(context["breadcrumb"]), part.get("title", page.title)),
    ]
    return {
        "page": page,
        "title": part.get("title") or page.seo_title or page.title,
        "description": part.get("description") or page.description,
        "site_settings": site,
        # A page that shows the same in many states names the one that counts.
        "canonical": context.get("canonical_url") or metadata.canonical(request),
        "alternates": metadata.alternates(request, page, list(context["translations"])),
        "picture": metadata.social_picture(request, page, site),
        "territory": metadata.TERRITORIES.get(get_language() or "", ""),
        "structured_data": structured_data.script(items),
        "feed_url": context.get("feed_url"),
        "calendar_url": context.get("calendar_url"),
    }
