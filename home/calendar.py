"""Events as iCalendar files (RFC 5545), in Bochum's own time zone."""

from collections.abc import Sequence
from datetime import date as day
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from icalendar import Calendar, Event, vDuration

from cms import clock, freshness, site_address
from cms.demonstration import DEMO_SENTENCE
from home.addresses import page_at
from home.models import EventDate, EventIndexPage, EventPage

# A subscribed calendar asks again after this time.
REFRESH = timedelta(hours=12)
DATES = 500


@require_safe
def all_events(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with every date that is not over."""
    index = page_at(request, path, EventIndexPage)
    dates = list(EventDate.objects.upcoming(clock.now()).filter(page__locale_id=index.locale_id)[:DATES])
    freshness.valid_until(min((date.end for date in dates), default=None))
    return _response(request, index.title, dates, "veranstaltungen.ics")


@require_safe
def one_event(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with all dates of the event at `path`."""
    page = page_at(request, path, EventPage)
    return _response(request, page.title, list(page.dates.all()), f"{page.slug}.ics")


def _response(request: HttpRequest, title: str, dates: Sequence[EventDate], name: str) -> HttpResponse:
    calendar = Calendar()
    calendar.add("prodid", "-//Bochum//Veranstaltungen//DE")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", title)
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    for date in dates:
        calendar.add_component(_event(request, date))
    years = [date.start.year for date in dates]
    if years:
        # The rules of the years in question: those since 1970 would be longer than the events.
        calendar.add_missing_timezones(day(min(years) - 1, 1, 1), day(max(years) + 2, 1, 1))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _event(request: HttpRequest, date: EventDate) -> Event:
    page = date.page
    event = Event()
    # Page and row keep their ids for life: a calendar that knows the date moves it instead of adding a second one.
    event.add("uid", f"{page.translation_key}-{date.pk}@bochum.de")
    # Of the page and not of this moment, so that the file stays the same as long as the page does.
    event.add("dtstamp", page.last_published_at or date.start)
    event.add("last-modified", page.last_published_at or date.start)
    event.add("dtstart", timezone.localtime(date.start))
    event.add("dtend", timezone.localtime(date.end))
    event.add("summary", page.title)
    event.add("description", "\n".join(part for part in (page.summary, DEMO_SENTENCE if settings.DEMO else "") if part))
    event.add("status", "CANCELLED" if page.is_cancelled else "CONFIRMED")
    event.add("url", site_address.full(request, page.get_url(request)))
    if page.location:
        event.add("location", page.location)
    return event
