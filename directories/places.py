"""Finds where a street, postcode or district lies, from the entries themselves: nothing is asked of others."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from cms.models import District
from directories.enums import PlaceKind
from directories.models.entries import Entry
from directories.models.places import Place
from directories.streets import street_key
from search.folding import MAX_CHARACTERS, fold

POSTCODE = re.compile(r"\b\d{5}\b")
# "Stadtbezirk Ost", "Bochum-Ost" and "Ost" are the same.
TOWN_WORDS = re.compile(r"\b(?:bochum|stadtbezirk|bezirk|stadtteil)\b")


@dataclass
class Spot:
    """Positions that have a name in common; the middle of them is where the name lies."""

    name: str
    latitudes: list[float] = field(default_factory=list)
    longitudes: list[float] = field(default_factory=list)

    def add(self, latitude: float, longitude: float) -> None:
        self.latitudes.append(latitude)
        self.longitudes.append(longitude)

    @property
    def middle(self) -> tuple[float, float]:
        return sum(self.latitudes) / len(self.latitudes), sum(self.longitudes) / len(self.longitudes)


Spots = dict[tuple[PlaceKind, str], Spot]


def district_key(name: str) -> str:
    return re.sub(r"[\W_]", "", TOWN_WORDS.sub(" ", fold(name[:MAX_CHARACTERS])))[:120]


def find(text: str) -> Place | None:
    """Return the place people mean; a district before a postcode before a street. One statement."""
    postcode = POSTCODE.search(text)
    keys = {street_key(text), district_key(text), postcode[0] if postcode else ""} - {""}
    if not keys:
        return None
    found = list(Place.objects.filter(key__in=keys))
    order = list(PlaceKind)
    return min(found, key=lambda place: order.index(PlaceKind(place.kind)), default=None)


def is_part_of_district(place: Place) -> bool:
    """Whether the name of a part led to its whole district: the data name no smaller one ("Weitmar")."""
    whole = district_key(place.name)
    return place.kind == PlaceKind.DISTRICT and not (whole.startswith(place.key) or whole.endswith(place.key))


@transaction.atomic
def rebuild() -> None:
    """Work out all places anew from the live entries of all directories."""
    # Who saves at once waits here, before anybody reads the entries; for a row that stays, unlike those of the places.
    kind_of_row = ContentType.objects.get_for_model(Place)
    ContentType.objects.select_for_update().get(pk=kind_of_row.pk)
    spots = _spots()
    Place.objects.all().delete()
    Place.objects.bulk_create(
        [
            Place(kind=kind, key=key, name=spot.name, latitude=spot.middle[0], longitude=spot.middle[1])
            for (kind, key), spot in spots.items()
        ],
        500,
    )


def _spots() -> Spots:
    entries = list(
        Entry.objects.filter(live=True)
        .order_by("pk")
        .values_list("street", "postcode", "district_id", "latitude", "longitude")
    )
    spots: Spots = {}
    for street, postcode, _district, latitude, longitude in entries:
        if latitude is not None and longitude is not None:
            for kind, key, name in _names(street, postcode):
                spots.setdefault((kind, key), Spot(name)).add(latitude, longitude)
    return spots | _districts(entries, spots)


def _names(street: str, postcode: str) -> Iterator[tuple[PlaceKind, str, str]]:
    if key := street_key(street):
        yield PlaceKind.STREET, key, re.sub(r"\s+\d.*$", "", street)[:120] or key
    if postcode:
        yield PlaceKind.POSTCODE, postcode, postcode


def _districts(entries: Iterable[tuple], spots: Spots) -> Spots:
    """Return the middle of what lies in each district, also under the names of its statistical districts."""
    positions: dict[int, Spot] = defaultdict(lambda: Spot(""))
    for street, _postcode, district, latitude, longitude in entries:
        # An entry without position lies somewhere in its street.
        in_street = spots.get((PlaceKind.STREET, street_key(street)))
        here = (latitude, longitude) if latitude is not None else in_street.middle if in_street else None
        if district and here:
            positions[district].add(*here)
    found: Spots = {}
    for record in District.objects.filter(pk__in=positions):
        spot = positions[record.pk]
        spot.name = f"Stadtbezirk {record}"
        for name in [record.name, record.number, *_parts(record.statistical_districts)]:
            if key := district_key(name):
                found.setdefault((PlaceKind.DISTRICT, key), spot)
    return found


def _parts(statistical_districts: str) -> Iterator[str]:
    """Yield "Weitmar-Mitte" and "Weitmar", "Bergen/Hiltrop", "Bergen" and "Hiltrop": people name a part of it."""
    for name in statistical_districts.splitlines():
        yield name
        for part in name.split("/"):
            yield part
            yield part.partition("-")[0]
