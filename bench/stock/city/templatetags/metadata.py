"""The head of a page with the house's template: address, and the way to the page as JSON-LD."""

import json

from django import template
from django.utils.safestring import mark_safe

register = template.Library()


@register.inclusion_tag("cms/metadata.html", takes_context=True)
def page_metadata(context):
    page, request = context["page"], context["request"]
    return {
        "page": page,
        "site_settings": context["site_settings"],
        "canonical": page.get_full_url(request),
        "territory": "de_DE",
        "structured_data": way(page, request, list(context["breadcrumb"])),
    }


def way(page, request, links):
    steps = [*links, {"title": page.title, "url": request.path}]
    items = [
        {"@type": "ListItem", "position": n, "name": step["title"], "item": request.build_absolute_uri(step["url"])}
        for n, step in enumerate(steps, start=1)
    ]
    data = {"@context": "https://schema.org", "@graph": [{"@type": "BreadcrumbList", "itemListElement": items}]}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003C")
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped
