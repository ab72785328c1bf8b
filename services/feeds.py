"""Disruptions as an Atom feed: an entry per disruption, updated when it is."""

import uuid
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from cms import navigation, site_address
from cms.demonstration import DEMO_SENTENCE
from services import disruptions

# Of the ids of disruptions: they have no key that is the same everywhere.
NAMESPACE = uuid.UUID("5b0b2c9e-6a2f-4d4f-9a53-5a7c6a3f2a11")


def disruption_feed(request: HttpRequest, page: Any) -> HttpResponse:
    """Answer with what runs and what is announced; `page` is the list of disruptions."""
    address = site_address.full(request, page.get_url(request))
    feed = Atom1Feed(
        title=f"{page.title} · {navigation.site_settings().name}",
        link=address,
        description=page.summary,
        subtitle=DEMO_SENTENCE if settings.DEMO else page.summary,
        language=page.locale.language_code,
        feed_url=site_address.full(request, request.path),
        feed_guid=uuid.uuid5(page.translation_key, str(page.locale_id)).urn,
    )
    for disruption in disruptions.running_or_announced():
        feed.add_item(
            title=disruption.title,
            link=address,
            description=" ".join(
                part for part in (disruption.period, disruption.message, disruption.alternative) if part
            ),
            unique_id=uuid.uuid5(NAMESPACE, str(disruption.pk)).urn,
            pubdate=disruption.start or disruption.first_published_at,
            updateddate=disruption.last_published_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
