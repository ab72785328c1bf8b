"""Entries for search engines: each under its directory, which is its one address."""

from collections.abc import Iterator
from datetime import datetime

from directories.models import Entry


def addresses_below(first: int, behind: int) -> Iterator[tuple[int, str, datetime]]:
    """Yield (page, address below it, last change) of live entries of the live pages from `first` on. One statement."""
    live = Entry.objects.filter(live=True, directory__live=True)
    entries = live.filter(directory__gte=first, directory__lt=behind).order_by("directory", "pk")
    for page_id, slug, changed in entries.values_list("directory_id", "slug", "updated_at").iterator():
        yield page_id, f"{slug}/", changed
