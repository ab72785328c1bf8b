"""Pictures in all formats and sizes, or nothing where the file is gone or its licence has ended."""

from typing import Any

from django import template

from wagtail.images.models import Filter, Picture

register = template.Library()


@register.simple_tag
def responsive_picture(image: Any, specs: str, *, alt: str, sizes: str) -> Picture | None:
    """Return the HTML of the picture in all its renditions; None when there is no file or no licence any more.

    The template can then say it in words, where Wagtail's own tag shows a broken picture.
    """
    if not image or not image.may_be_shown:
        return None
    try:
        renditions = image.get_renditions(*Filter.expand_spec(specs.split()))
    except OSError:  # gone, or no picture any more
        return None
    return Picture(renditions, {"alt": alt, "sizes": sizes, "loading": "lazy", "decoding": "async"})
