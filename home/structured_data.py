"""News and events as schema.org knows them."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from cms import site_address


def news_article(request: HttpRequest, page: Any, city: dict[str, Any]) -> dict[str, Any]:
    """Return a piece of news; a draft without a date has none here either."""
    return {
        "@type": "NewsArticle",
        "headline": page.title,
        "description": page.description,
        "url": site_address.full(request, page.get_url(request)),
        "datePublished": page.date.isoformat() if page.date else None,
        "dateModified": _local(page.last_published_at),
        "author": city,
        "publisher": city,
    }


def events(request: HttpRequest, page: Any) -> list[dict[str, Any]]:
    """Return one event per date that is not over."""
    status = "EventCancelled" if page.is_cancelled else "EventScheduled"
    return [
        {
            "@type": "Event",
            "name": page.title,
            "description": page.description,
            "url": site_address.full(request, page.get_url(request)),
            "startDate": _local(date.start),
            "endDate": _local(date.end),
            "eventStatus": f"https://schema.org/{status}",
            "location": {"@type": "Place", "name": page.location, "address": page.location} if page.location else None,
            "organizer": {"@type": "Organization", "name": page.organiser} if page.organiser else None,
            # Not said is not "costs something".
            "isAccessibleForFree": True if page.is_free else None,
        }
        for date in page.upcoming_dates()
    ]


def _local(instant: Any) -> str | None:
    return timezone.localtime(instant).isoformat(timespec="seconds") if instant else None
