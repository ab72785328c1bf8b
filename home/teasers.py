"""What the home page shows of other parts; one statement each."""

from typing import Any

from wagtail.models import Page

from cms import clock, freshness
from home.models.events import EventDate
from home.models.news import NewsPage

COUNT = 4
# Dates read per event shown; who meets every day would otherwise hide all others.
MAX_REPEATS = 25


def latest_news(home: Page) -> list[NewsPage]:
    return list(
        NewsPage.objects.live()
        .filter(locale_id=home.locale_id)
        .select_related("social_image")
        .order_by("-date", "-pk")[:COUNT]
    )


def next_events(home: Page) -> list[EventDate]:
    """Return the next date of the next few events: one that repeats must not fill the list."""
    upcoming = EventDate.objects.upcoming(clock.now()).filter(page__locale_id=home.locale_id)[: COUNT * MAX_REPEATS]
    first = {date.page_id: date for date in reversed(upcoming)}
    dates = sorted(first.values(), key=lambda date: date.start)[:COUNT]
    freshness.valid_until(min((date.end for date in dates), default=None))
    return dates


def sections(home: Page) -> list[Any]:
    """Return the sections below the home page that stand in the menu.

    Kept for the generation: the tree has no index for "just below", so the question reads all pages.
    """
    found = home.get_children().live().in_menu().filter(content_type__model="sectionpage")
    return freshness.remember(f"sections:{home.pk}", lambda: list(found.specific()))
