"""What machines read of a page: schema.org as JSON-LD. Page types say what they are, here is what all share."""

import json
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from cms import site_address
from cms.models import SiteSettings
from cms.templatetags.design import PHONE_NUMBER, tel

# Inside <script> these would end the element or start markup; JSON reads the escapes as the same characters.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def script(items: Iterable[dict[str, Any]]) -> SafeString:
    """Return one data block for all items, nothing without items.

    A data block is never run, so `script-src` stays 'self'.
    """
    graph = [compact(item) for item in items]
    if not graph:
        return mark_safe("")
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(f'<script type="application/ld+json">{text.translate(ESCAPES)}</script>')  # noqa: S308 - escaped


def compact(value: Any) -> Any:
    """Return the value without empty parts, at every depth: what is not known is not said."""
    if isinstance(value, dict):
        parts = {key: compact(part) for key, part in value.items()}
        return {key: part for key, part in parts.items() if part not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [compact(part) for part in value]
    return value


def breadcrumb_list(request: HttpRequest, links: list[Any], title: str) -> list[dict[str, Any]]:
    """Return the way from the home page to here; a page without pages above has none."""
    if not links:
        return []
    steps = [*((link.title, link.url) for link in links), (title, request.path)]
    return [
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": position, "name": name, "item": site_address.full(request, url)}
                for position, (name, url) in enumerate(steps, start=1)
            ],
        }
    ]


def city(request: HttpRequest, settings: SiteSettings) -> dict[str, Any]:
    """Return the administration as an organisation, with the ways to reach it."""
    return {
        "@type": "GovernmentOrganization",
        "name": settings.name,
        "url": site_address.full(request, "/"),
        "email": settings.email,
        "telephone": [phone(match[0]) for match in PHONE_NUMBER.finditer(settings.phone)],
        "address": ", ".join(settings.address.split("\n")).strip(", "),
    }


def phone(number: str) -> str:
    """Return the number as machines dial it: "+492349101950"; short numbers stay as they are."""
    return tel(number).removeprefix("tel:")
