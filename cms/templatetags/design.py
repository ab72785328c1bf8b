"""Tags of the design system; loaded in every template."""

import re
from functools import cache
from pathlib import Path

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

ICON_NAME = re.compile(r"[a-z0-9-]{1,40}")
DRAWING = re.compile(r"<svg[^>]*>(?P<inner>.*)</svg>", re.DOTALL)


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return the drawing of this name from static/icons; nothing if there is none. Always decoration: words stand beside it."""
    return _icon(str(name or ""), Path(settings.BASE_DIR))


@cache
def _icon(name: str, base: Path) -> SafeString:
    path = base / "static" / "icons" / f"{name}.svg"
    if not ICON_NAME.fullmatch(name) or not path.is_file():
        return mark_safe("")
    inner = DRAWING.search(path.read_text())["inner"]
    # Lines, not areas: class `icon` sets stroke and no fill, so forced colours and dark mode follow the text.
    return mark_safe(f'<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">{inner}</svg>')


@register.filter
def tel(number: str) -> str:
    """Return the address for calling a number: "0234 910-1950" gives "tel:+492349101950", short numbers stay as they are."""
    digits = re.sub(r"[^\d+]", "", str(number))
    return f"tel:+49{digits[1:]}" if digits.startswith("0") and len(digits) > 6 else f"tel:{digits}"
