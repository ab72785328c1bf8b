"""`{% for block, anchor in body|anchored %}`: the blocks of a body with the ids of its headings."""

from collections.abc import Iterable
from typing import Any

from django import template

from cms import contents

register = template.Library()


@register.filter
def anchored(body: Iterable[Any]) -> list[tuple[Any, str]]:
    """Return what the list of contents is made of, too, so that both name the same ids."""
    return contents.anchored(body)
