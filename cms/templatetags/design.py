"""Tags of the design system; loaded in every template."""

import re
from datetime import datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.template.defaultfilters import stringfilter
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from wagtail.models import Page

from cms import clock, freshness

register = template.Library()

ICON_NAME = re.compile(r"[a-z0-9-]{1,40}")
# Numbers as the city writes them: short ones, blocking and emergency lines, area code with a space ("0234 910-1950").
# "115 €", "§ 112" and "07.02.2026" are none; nobody rings a fax.
PHONE_NUMBER = re.compile(
    r"(?<![\w.,/§-])(?<!§ )(?<!Nr\. )(?<!Fax )"
    r"(?:11[025]|116[ ]?\d{3}|0\d{2,4}[ /]\d[\d -]*\d)"
    r"(?![\w/]|[.,]\d|[ \u00a0](?:€|%|Euro|EUR|Prozent|Jahr|Tag|Woche|Monat|Meter|Quadrat|BGB))"
)
# The space that must not break: behind § and Nr., and between a number and what it counts.
SIGN_BEFORE = re.compile(r"(§|\bNr\.|\bArtikel|\bAbsatz) (?=\d)")
SIGN_AFTER = re.compile(r"(?<=\d) (?=(?:€|%|Euro|Cent|Prozent|Uhr)(?!\w))")
DRAWING = re.compile(r"<svg[^>]*>(?P<inner>.*)</svg>", re.DOTALL)


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return the drawing of this name from static/icons, nothing if there is none. Words always stand beside it."""
    return _icon(str(name or ""), Path(settings.BASE_DIR))


@cache
def _icon(name: str, base: Path) -> SafeString:
    path = base / "static" / "icons" / f"{name}.svg"
    drawing = DRAWING.search(path.read_text()) if ICON_NAME.fullmatch(name) and path.is_file() else None
    if drawing is None:
        return mark_safe("")
    # Lines, not areas: class `icon` sets stroke and no fill, so forced colours and dark mode follow the text.
    frame = '<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">'
    return mark_safe(f"{frame}{drawing['inner']}</svg>")  # noqa: S308 (our own files)


@register.simple_tag(takes_context=True)
def address(context: template.Context, item: Any) -> str:
    """Return where a page, or anything else with a `url`, is found; nothing for nothing."""
    if not item:
        return ""
    if isinstance(item, Page):
        return item.get_url(context.get("request")) or ""
    return item["url"] if isinstance(item, dict) else item.url


@register.filter
def tel(number: str) -> str:
    """Return the address for calling a number: "0234 910-1950" gives "tel:+492349101950", "115" gives "tel:115"."""
    digits = re.sub(r"[^\d+]", "", str(number))
    return f"tel:+49{digits[1:]}" if digits.startswith("0") and len(digits) > 6 else f"tel:{digits}"


@register.filter
def phone_links(text: str) -> SafeString:
    """Return the text with its phone numbers as links."""
    parts, position = [], 0
    for match in PHONE_NUMBER.finditer(str(text)):
        parts += [
            (text[position : match.start()],),
            (format_html('<a class="nowrap" href="{}">{}</a>', tel(match[0]), match[0]),),
        ]
        position = match.end()
    return format_html_join("", "{}", [*parts, (text[position:],)])


@register.filter(is_safe=True)
@stringfilter
def unbroken(text: str) -> str:
    """Return the text, HTML or not, with numbers kept beside their signs: "32 €", "§ 10d", "8 Uhr"."""
    return SIGN_AFTER.sub("\u00a0", SIGN_BEFORE.sub("\\1\u00a0", text))


@register.simple_tag
def today() -> str:
    """Return the date of today in words; from midnight on the page is another one."""
    now = clock.now()
    freshness.valid_until(datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo))
    return date_format(now, "DATE_FORMAT")
