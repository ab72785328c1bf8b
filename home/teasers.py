"""What the home page shows of other parts; one statement each."""

from typing import Any

from wagtail.models import Page

from cms import clock, freshness
from home.models.events import EventDate
from home.models.news import NewsPage

COUNT = 4


def latest_news(home: Page) -> list[NewsPage]:
    return list(
        NewsPage.objects.live()
        .filter(locale_id=home.locale_id)
        .select_related("social_image")
        .order_by("-date", "-pk")[:COUNT]
    )


def next_events(home: Page) -> list[EventDate]:
    dates = list(EventDate.objects.upcoming(clock.now()).filter(page__locale_id=home.locale_id)[:COUNT])
    freshness.valid_until(min((date.end for date in dates), default=None))
    return dates


def sections(home: Page) -> list[Any]:
    """Return the sections below the home page that stand in the menu.

    Kept for the generation: the tree has no index for "just below", so the question reads all pages.
    """
    found = home.get_children().live().in_menu().filter(content_type__model="sectionpage")
    return freshness.remember(f"sections:{home.pk}", lambda: list(found.specific()))
