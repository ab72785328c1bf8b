"""The places of an office that is in several: Bürgerbüro Mitte, Gerthe and so on below the Bürgerbüro."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from cms import freshness, live_facts
from cms.localized import in_language
from services import a_to_z, trouble
from services.models.office import OfficePage
from services.trouble import Trouble


@dataclass(frozen=True)
class Location:
    """`office` is the German page, which closures and disruptions name; the rest is what the page shows."""

    office: OfficePage
    title: str
    url: str
    street: str
    town: str
    # Of the title where nobody has translated the page, for `lang`.
    language: str = ""

    @property
    def trouble(self) -> Trouble:
        """What is wrong there now: a place is kept longer than that is true."""
        return trouble.at_office(self.office)


def of_office(office: Any) -> list[Location]:
    """Return the live places of this office by name: below it, and without services of their own.

    What has its own services is a department with other tasks: whoever wants this office would be at the wrong house.
    One without a known address is a place if it is called like the office: "Bürgerbüro Querenburg".
    Two statements for all offices of a language, three for a translated one, then none until something is published.
    """
    return _remembered(office.locale_id).get(office.german_id, [])


def of_service(service: Any) -> list[Location]:
    """Return the places of all offices of a service whose rows are fetched, with as many statements."""
    found = _remembered(service.locale_id)
    return [location for row in service.service_offices.all() for location in found.get(row.office_id, [])]


def _remembered(locale_id: int) -> dict[int, list[Location]]:
    return freshness.remember(f"locations:{locale_id}", lambda: _locations(locale_id))


def _locations(locale_id: int) -> dict[int, list[Location]]:
    german = OfficePage.objects.live().filter(locale_id=live_facts.source_locale_id(), parent_office__isnull=False)
    offices = OfficePage.with_rows(german.filter(is_external=False, service_links=None).select_related("parent_office"))
    shown = {page.translation_key: page for page in in_language(offices, locale_id)}
    found: dict[int, list[Location]] = defaultdict(list)
    for office in offices:
        own, place, parent = shown.get(office.translation_key, office), office.place, office.parent_office
        if parent and (place.street or _is_called_like(office, parent)):
            language = "" if own.locale_id == locale_id else settings.LANGUAGE_CODE
            location = Location(office, own.title, own.get_url() or "", place.street, place.town, language)
            found[parent.pk].append(location)
    for locations in found.values():
        locations.sort(key=lambda location: a_to_z.sort_key(location.title))
    return dict(found)


def _is_called_like(office: Any, parent: Any) -> bool:
    """Whether a name is that of the office above and a place; with a dash it is a part with tasks of its own."""
    rest = office.title.removeprefix(f"{parent.title} ")
    return rest != office.title and not rest.startswith(("–", "-"))
