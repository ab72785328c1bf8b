"""Everything that changes what can be found brings the index in step after its transaction has committed."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from cms.generation import raise_generation
from search import index
from search.models import CitizenWord, FindablePage
from search.words import store_words

_waiting = threading.local()


def connect() -> None:
    """Wire all signals of the search; called once when Django is ready. A deleted page takes its document along."""
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(on_page_changed, dispatch_uid="search-page")
    for signal in (post_save, post_delete):
        signal.connect(on_word_changed, sender=CitizenWord, dispatch_uid="search-word")
    post_save.connect(on_page_saved, dispatch_uid="search-page-saved")


def on_page_changed(instance, **signal) -> None:
    # A translation shows the facts of its German page, so it is found by them.
    for page_id in Page.objects.filter(translation_key=instance.translation_key).values_list("pk", flat=True):
        schedule(page_id)


def on_word_changed(instance, **signal) -> None:
    schedule(instance.page_id)


def on_page_saved(instance, **signal) -> None:
    """Store the words of the form as soon as the page or its draft is stored."""
    if isinstance(instance, FindablePage):
        store_words(instance)


def schedule(page_id: int) -> None:
    """Index a page once the transaction has committed, together with all others that changed in it.

    A failure is logged and leaves the page as it is published: `manage.py search_index --rebuild` repairs the index.
    """
    _pages().add(page_id)
    transaction.on_commit(flush, robust=True)


@contextmanager
def held() -> Iterator[Callable[[], None]]:
    """Let changed pages of this thread wait while the block runs; yields a function that indexes those so far.

    For mass changes: indexing pages together costs far less than one by one.
    """
    _waiting.is_held = True
    try:
        yield _flush_now
    finally:
        _waiting.is_held = False
        flush()


def flush() -> None:
    """Index what waits. Pages of a transaction that was rolled back are read like all others: as they are."""
    if not getattr(_waiting, "is_held", False):
        _flush_now()


def _flush_now() -> None:
    pages = set(_pages())
    if not pages:
        return
    _pages().clear()
    index.update(pages)
    # After the index: results rendered in between would otherwise stay under the new number.
    raise_generation()


def _pages() -> set[int]:
    return _waiting.__dict__.setdefault("pages", set())
