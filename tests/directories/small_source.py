"""A directory of two places and its source, as small as can be. The fixtures are in conftest.py."""

from directories.models import Entry, EntryFacet

HEAD = "nr;name;straße;x;y;art\n"
MAPPING = {
    "file": "orte.csv",
    "crs": "EPSG:25832",
    "area": [7.05, 51.38, 7.40, 51.56],
    "id": "nr",
    "name": "name",
    "street": "straße",
    "x": "x",
    "y": "y",
    "values": {"art": {"column": "art", "split": ","}},
}
GOOD = HEAD + "1;Rathaus;Willy-Brandt-Platz 2;376073;5704993;Haus,Amt\n2;Park;Parkstr. 1;;;\n"


def state() -> list:
    return list(Entry.objects.order_by("pk").values()) + list(EntryFacet.objects.order_by("pk").values())
