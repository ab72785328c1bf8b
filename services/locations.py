"""The places of an office that is in several: Bürgerbüro Mitte, Gerthe and so on below the Bürgerbüro."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from cms import freshness, live_facts
from cms.localized import in_language
from services import a_to_z
from services.models.office import OfficePage


@dataclass(frozen=True)
class Location:
    title: str
    url: str
    street: str
    town: str
    # Of the title where nobody has translated the page, for `lang`.
    language: str = ""


def of_office(office: Any) -> list[Location]:
    """Return the live places of this office by name: below it, with an address and without services of their own.

    What has its own services is a department with other tasks: whoever wants this office would be at the wrong house.
    Two statements for all offices of a language, three for a translated one, then none until something is published.
    """
    found = freshness.remember(f"locations:{office.locale_id}", lambda: _locations(office.locale_id))
    return found.get(office.german_id, [])


def _locations(locale_id: int) -> dict[int, list[Location]]:
    german = OfficePage.objects.live().filter(locale_id=live_facts.source_locale_id(), parent_office__isnull=False)
    offices = OfficePage.with_rows(german.filter(is_external=False, service_links=None))
    shown = {page.translation_key: page for page in in_language(offices, locale_id)}
    found: dict[int, list[Location]] = defaultdict(list)
    for office in offices:
        own, place = shown.get(office.translation_key, office), office.place
        if place.street and office.parent_office_id:
            language = "" if own.locale_id == locale_id else settings.LANGUAGE_CODE
            location = Location(own.title, own.get_url() or "", place.street, place.town, language)
            found[office.parent_office_id].append(location)
    for locations in found.values():
        locations.sort(key=lambda location: a_to_z.sort_key(location.title))
    return dict(found)
