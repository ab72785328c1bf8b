from collections.abc import Callable
from contextlib import contextmanager

from django.utils import translation

import pytest

from search import engine
from tests import factories


@pytest.fixture
def committed(django_capture_on_commit_callbacks) -> Callable:
    """A block whose changes are committed at its end: the index follows."""

    @contextmanager
    def block():
        with django_capture_on_commit_callbacks(execute=True):
            yield

    return block


@pytest.fixture
def publish(committed) -> Callable:
    """Publish a page as editors do, through a revision; returns it."""

    def publish_page(page):
        with committed():
            page.save_revision().publish()
        return page

    return publish_page


@pytest.fixture
def service(city, publish) -> Callable:
    """A function that publishes a service: `service("Bewohnerparkausweis", summary="…")`."""

    def make(title: str, **values):
        return publish(factories.ServicePageFactory(parent=city.services, title=title, **values))

    return make


@pytest.fixture
def found() -> Callable:
    """A function that searches and returns the numbers of the pages found, best first."""

    def search(query: str, language: str = "de") -> list[int]:
        with translation.override(language):
            return [match.page_id for match in engine.search(query, language).matches]

    return search
