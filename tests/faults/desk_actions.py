"""What a test may ask of the editor's desk (desk.py)."""

import json
import sys
from datetime import timedelta

from wagtail.models import Page, Site

from cms import clock
from cms.models import Alert
from home.models import ContentPage


def main() -> None:
    for line in sys.stdin:
        action, arguments = json.loads(line)
        ACTIONS[action](**arguments)
        print("done", flush=True)  # noqa: T201


def page_at(path: str) -> Page:
    home = Site.objects.get(is_default_site=True).root_page
    return Page.objects.get(url_path=home.url_path.rstrip("/") + path).specific


def add(below: str, slug: str, title: str) -> None:
    page = page_at(below).add_child(instance=ContentPage(title=title, slug=slug, live=False))
    page.save_revision().publish()


def publish(path: str, title: str) -> None:
    page = page_at(path)
    page.title = title
    page.save_revision().publish()


def unpublish(path: str) -> None:
    page_at(path).unpublish()


def move(path: str, below: str) -> None:
    page_at(path).move(page_at(below), "last-child")


def delete(path: str) -> None:
    page_at(path).delete()


def warn(title: str, starts_in: float, lasts: float) -> None:
    """Put an alert on all pages, with a window relative to now in seconds."""
    start = clock.now() + timedelta(seconds=starts_in)
    Alert.objects.create(title=title, level=Alert.Level.WARNING, start=start, end=start + timedelta(seconds=lasts))


ACTIONS = {action.__name__: action for action in (add, delete, move, publish, unpublish, warn)}
