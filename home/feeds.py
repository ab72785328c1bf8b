"""News as an Atom feed."""

import uuid
from datetime import datetime, time

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from cms import navigation, site_address
from cms.demonstration import DEMO_SENTENCE
from home.addresses import page_at
from home.models import NewsIndexPage, NewsPage

ENTRIES = 30


@require_safe
def news_feed(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the newest news below the list at `path`."""
    index = page_at(request, path, NewsIndexPage)
    feed = Atom1Feed(
        title=f"{index.title} · {navigation.site_settings().name}",
        link=site_address.full(request, index.get_url(request)),
        description=index.summary,
        subtitle=DEMO_SENTENCE if settings.DEMO else index.summary,
        language=get_language(),
        feed_url=site_address.full(request, request.path),
        feed_guid=entry_id(index),
    )
    for page in index.news()[:ENTRIES]:
        feed.add_item(
            title=page.title,
            link=site_address.full(request, page.get_url(request)),
            description=page.description,
            unique_id=entry_id(page),
            pubdate=timezone.make_aware(datetime.combine(page.date, time())),
            updateddate=page.last_published_at,
            categories=[page.get_kind_display()],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def entry_id(page: NewsIndexPage | NewsPage) -> str:
    """Return an id that outlives a move or a new title; each translation has its own."""
    return uuid.uuid5(page.translation_key, str(page.locale_id)).urn
