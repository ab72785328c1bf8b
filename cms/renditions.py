"""The sizes and formats of pictures on public pages, made when a picture is saved.

Made on the first view they would cost one visitor several seconds: AVIF is slow to write.
"""

from typing import Any

from django.db import transaction

from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import Filter

from cms.metadata import SOCIAL_PICTURE

# As written in the templates; a test looks for each of them there and for any other.
TEMPLATE_SPECS = ("format-{avif,webp,jpeg} width-{480,900,1400}", "width-{240,480}")
FILTERS = [spec for template in TEMPLATE_SPECS for spec in Filter.expand_spec(template)] + [SOCIAL_PICTURE]


def on_picture_saved(sender, instance: Any, raw: bool = False, **signal) -> None:
    """Make all renditions after the commit; a file that is missing or broken keeps nobody from saving its texts."""
    if not raw:
        transaction.on_commit(lambda: make(instance))


def make(image: Any) -> None:
    try:
        image.get_renditions(*FILTERS)
    except (OSError, InvalidFilterSpecError):
        return
