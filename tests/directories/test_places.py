"""Where a street, postcode or district lies, distances, and the drawing."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from cms import generation
from directories import distances, maps, places, streets
from directories.models import Place
from tests import factories

LATITUDES, LONGITUDES = st.floats(51.3, 51.6), st.floats(7.0, 7.5)


@pytest.mark.parametrize(
    "street",
    ["Castroper Str. 145", "Castroper Straße 145 a", "castroper strasse", "CASTROPER STR 145-147", "Castroperstr. 1"],
)
def test_all_ways_to_write_a_street_are_one(street):
    assert streets.street_key(street) == "castroperstr"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Parkstraße 77", "Parkstr."),
        ("ölstr", "Ölstraße"),
        ("oelstrasse", "Ölstraße"),
        ("44801 Bochum", "44801"),
        ("Nord", "Stadtbezirk III Nord"),
        ("Stadtbezirk Nord", "Stadtbezirk III Nord"),
        ("Bochum-Nord", "Stadtbezirk III Nord"),
        ("Hiltrop", "Stadtbezirk III Nord"),
        ("Am Fluss", None),
        ("Atlantis", None),
        ("!?", None),
        ("x" * 500, None),
    ],
)
def test_places_are_those_of_the_entries(entries, text, name):
    found = places.find(text)
    assert (found.name if found else None) == name


def test_a_postcode_lies_in_the_middle_of_its_entries(entries):
    found = places.find("44801")
    assert (found.latitude, found.longitude) == (pytest.approx(51.49), pytest.approx(7.25))


def test_a_district_is_known_by_the_streets_of_entries_without_position(entries, playgrounds):
    south = factories.DistrictFactory(number="V", name="Süd", slug="sued")
    factories.EntryFactory(directory=playgrounds, name="Halle", street="Parkstraße 2", district=south)
    places.rebuild()
    assert places.find("Süd").latitude == pytest.approx(51.48)


def test_what_is_not_public_makes_no_place(entries):
    entries["nord"].live = False
    entries["nord"].save()
    places.rebuild()
    assert not Place.objects.filter(key="nordstr").exists()


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_a_distance_is_the_same_both_ways_and_grows_with_the_way(a, b, c, d):
    there, back = distances.metres(a, b, c, d), distances.metres(c, d, a, b)
    assert there == pytest.approx(back)
    assert 0 <= there < 60_000


def test_a_known_distance_is_right():
    # One minute of latitude is a nautical mile.
    assert distances.metres(51.0, 7.0, 51.0 + 1 / 60, 7.0) == pytest.approx(1853, rel=0.001)


@pytest.mark.parametrize(
    ("metres", "words"), [(0, "50 m"), (120, "100 m"), (960, "950 m"), (980, "1,0 km"), (12_340, "12,3 km")]
)
def test_distances_are_rounded(metres, words):
    assert distances.in_words(metres) == words


@given(st.sets(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=40))
def test_the_hull_holds_every_point(points):
    corners = maps.hull(points)
    assert set(corners) <= points
    sides = list(zip(corners, [*corners[1:], corners[0]], strict=True))
    for point in points:
        assert all(maps._turn(a, b, point) >= 0 for a, b in sides) or len(corners) < 3


def test_the_map_draws_every_place_once(entries):
    drawing = maps.draw([(51.48, 7.25), (51.48, 7.25), (51.52, 7.25)], [(51.50, 7.25)])
    assert drawing.points.count("h0") == 2
    assert drawing.here.count("h0") == 1
    assert drawing.count == 3
    assert [label.name for label in drawing.frame.labels] == ["Nord"]


def test_without_positions_there_is_no_map(playgrounds):
    factories.EntryFactory(directory=playgrounds)
    assert maps.draw([]) is None
    assert maps.draw([(51.0, 7.0)]) is None


def test_those_who_rebuild_at_once_wait_for_a_row_that_stays(db):
    places.rebuild()
    with CaptureQueriesContext(connection) as statements:
        places.rebuild()
    own = [each["sql"] for each in statements if "SAVEPOINT" not in each["sql"]]
    assert "django_content_type" in own[0]
    assert not connection.features.has_select_for_update or "FOR UPDATE" in own[0]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_process_that_dies_over_the_places_leaves_no_old_lists(playgrounds, monkeypatch):
    class KilledError(BaseException):
        pass

    def killed() -> None:
        raised.append(generation.current() > before)
        raise KilledError

    raised: list[bool] = []
    before = generation.current()
    monkeypatch.setattr(places, "rebuild", killed)
    with pytest.raises(KilledError):
        factories.EntryFactory(directory=playgrounds, name="Neu")
    assert raised == [True]


def test_the_stop_of_a_street_ends_the_sentence_too(entries):
    answer = Client().get("/verzeichnisse/spielplatze/?nahe=Parkstraße")
    caption = BeautifulSoup(answer.content, "html.parser").figcaption.text
    assert "Der große Punkt: Parkstr. Norden" in " ".join(caption.split())
