"""Which journeys a service is part of. Knows no model by import: service and topic pages themselves ask."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import F

from cms import freshness


@dataclass(frozen=True)
class Journey:
    title: str
    url: str


def journeys_of(service: Any) -> list[Journey]:
    """Return the live journeys with a step that leads to this service page, by title.

    One statement for all services of a language, then none until something is published.
    """
    found = freshness.remember(f"journeys:{service.locale_id}", lambda: _journeys(service.locale_id))
    return found.get(service.translation_key, [])


def below(topic: Any) -> list[Any]:
    """Return the live journey pages below a life situation, in the editors' order; one statement."""
    model: Any = apps.get_model("services", "JourneyPage")
    return list(model.objects.live().child_of(topic).order_by("path"))


def _journeys(locale_id: int) -> dict[Any, list[Journey]]:
    model: Any = apps.get_model("services", "JourneyPage")
    pages = model.objects.live().filter(locale_id=locale_id, steps__links__service__isnull=False)
    with_key = pages.annotate(service_key=F("steps__links__service__translation_key"))
    found: dict[Any, list[Journey]] = defaultdict(list)
    for page in with_key.distinct().order_by("title", "pk"):
        found[page.service_key].append(Journey(page.title, page.get_url()))
    return dict(found)
