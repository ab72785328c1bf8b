"""Which journeys a service is part of. Knows no model by import: service and topic pages themselves ask."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import F

from cms import freshness, live_facts
from cms.localized import in_language


@dataclass(frozen=True)
class Journey:
    title: str
    url: str
    # Of the title where nobody has translated the page, for `lang`.
    language: str = ""


def journeys_of(service: Any) -> list[Journey]:
    """Return the live journeys with a step that leads to this service, by title, translated where they are.

    One statement for all services of a language, two for a translated one, then none until something is published.
    """
    found = freshness.remember(f"journeys:{service.locale_id}", lambda: _journeys(service.locale_id))
    return found.get(service.translation_key, [])


def below(topic: Any) -> list[Any]:
    """Return the live journey pages below a life situation, in the editors' order; one statement."""
    model: Any = apps.get_model("services", "JourneyPage")
    return list(model.objects.live().child_of(topic).order_by("path"))


def _journeys(locale_id: int) -> dict[Any, list[Journey]]:
    model: Any = apps.get_model("services", "JourneyPage")
    pages = model.objects.live().filter(locale_id=live_facts.source_locale_id(), steps__links__service__isnull=False)
    with_key = pages.annotate(service_key=F("steps__links__service__translation_key")).distinct()
    german = list(with_key.order_by("title", "pk"))
    shown = {page.translation_key: page for page in in_language(german, locale_id)}
    found: dict[Any, list[Journey]] = defaultdict(list)
    for page in german:
        own = shown.get(page.translation_key, page)
        language = "" if own.locale_id == locale_id else settings.LANGUAGE_CODE
        found[page.service_key].append(Journey(own.title, own.get_url(), language))
    return {key: sorted(journeys, key=lambda journey: journey.title) for key, journeys in found.items()}
