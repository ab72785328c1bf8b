"""The page of one entry, and the list as a file."""

import csv
import json
from io import StringIO

from django.template.loader import render_to_string
from django.utils import translation

import pytest
from bs4 import BeautifulSoup

from tests import factories
from tests.machine_readable import graph, item

ADDRESS = "/verzeichnisse/spielplatze/"


def page(client, slug: str) -> BeautifulSoup:
    answer = client.get(f"{ADDRESS}{slug}/")
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def test_an_entry_says_what_it_knows_and_nothing_else(entries, client):
    found = page(client, "oelberg")
    facts = {row.dt.text: " ".join(row.dd.text.split()) for row in found.select(".directory-facts__row")}
    assert facts == {"Art": "Spielplatz", "Website": "oel.example (externe Website)"}
    assert found.main.find("a", href="https://oel.example/plan")
    assert found.h1.text == "Ölberg"
    assert "Ölstraße 5 a" in found.find("address").text


def test_maps_open_by_a_click_only(entries, client):
    links = [link["href"] for link in page(client, "oelberg").select(".address__links a")]
    assert links[0] == "https://www.openstreetmap.org/?mlat=51.5&mlon=7.25#map=18/51.5/7.25"
    assert links[1] == "geo:51.5,7.25"
    without = [link["href"] for link in page(client, "ruhrufer").select(".address__links a")]
    assert without[0].startswith("https://www.openstreetmap.org/search?query=Am%20Fluss")
    assert not [link for link in without if link.startswith("geo:")]


def test_what_lies_near_is_named_with_its_distance(entries, client):
    rows = page(client, "am-park").select(".directory-row")
    assert [row.a["href"] for row in rows] == [f"{ADDRESS}oelberg/", f"{ADDRESS}nordpark/"]
    assert "2,2 km" in rows[0].text
    assert page(client, "ruhrufer").select(".directory-row") == []


def test_the_way_back_is_the_directory(entries, client):
    found = page(client, "am-park")
    crumbs = [item.text.strip() for item in found.select(".breadcrumb__item")]
    assert crumbs == ["Start", "Verzeichnisse", "Spielplätze", "Am Park"]
    assert found.main.find("a", string="Zur ganzen Liste: Spielplätze")["href"] == ADDRESS


def test_machines_read_a_place_of_its_own(entries, client):
    answer = client.get(f"{ADDRESS}nordpark/")
    place = item(answer, "Place")
    assert place["name"] == "Nordpark"
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 51.52, "longitude": 7.25}
    assert place["address"]["postalCode"] == "44805"
    crumbs = item(answer, "BreadcrumbList")["itemListElement"]
    assert [crumb["name"] for crumb in crumbs][-1] == "Nordpark"
    head = BeautifulSoup(answer.content, "html.parser").head
    assert head.find("meta", property="og:title")["content"] == "Nordpark"
    assert "Nordstr. 1" in head.find("meta", attrs={"name": "description"})["content"]
    assert "geo" not in item(client.get(f"{ADDRESS}ruhrufer/"), "Place")
    assert [part["@type"] for part in graph(answer)] == ["Place", "BreadcrumbList"]


@pytest.mark.parametrize("address", ["gibt-es-nicht/", "am-park/mehr/", "seite/eintraege.csv"])
def test_what_is_not_there_is_not_found(entries, client, address):
    assert client.get(ADDRESS + address).status_code == 404


def test_what_editors_and_sources_write_is_text(playgrounds, client):
    evil = "<script>alert(1)</script>"
    factories.EntryFactory(directory=playgrounds, name=evil, street=evil, slug="boese", values={"art": [evil]})
    for address in (ADDRESS, f"{ADDRESS}boese/"):
        assert evil not in client.get(address).text


class TestFiles:
    def rows(self, client, query: str = "") -> list[dict]:
        answer = client.get(f"{ADDRESS}eintraege.csv{query}")
        assert answer["Content-Type"] == "text/csv; charset=utf-8"
        assert answer["Content-Disposition"] == 'attachment; filename="spielplatze.csv"'
        return list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))

    def test_the_csv_holds_all_entries_with_all_fields(self, entries, client):
        rows = self.rows(client)
        assert [row["Name"] for row in rows] == ["Am Park", "Nordpark", "Ölberg", "Ruhrufer"]
        assert rows[1] == {
            "Nummer": "nord",
            "Name": "Nordpark",
            "Straße": "Nordstr. 1",
            "PLZ": "44805",
            "Ort": "Bochum",
            "Stadtbezirk": "III Nord",
            "Breite (WGS 84)": "51.520000",
            "Länge (WGS 84)": "7.250000",
            "Art": "Spielplatz, Bolzplatz",
            "Licht": "ja",
            "Website": "",
        }

    def test_the_files_follow_the_selection_and_its_order(self, entries, client):
        assert [row["Name"] for row in self.rows(client, "?art=bolzplatz&nahe=44805")] == ["Nordpark", "Am Park"]
        data = json.loads(client.get(f"{ADDRESS}eintraege.geojson?q=oelberg").content)
        assert [feature["id"] for feature in data["features"]] == ["oel"]

    def test_geojson_names_longitude_first(self, entries, client):
        answer = client.get(f"{ADDRESS}eintraege.geojson")
        assert answer["Content-Type"] == "application/geo+json; charset=utf-8"
        features = {feature["id"]: feature for feature in json.loads(answer.content)["features"]}
        assert features["nord"]["geometry"] == {"type": "Point", "coordinates": [7.25, 51.52]}
        assert features["nord"]["properties"]["art"] == ["Spielplatz", "Bolzplatz"]
        assert features["nord"]["properties"]["district"] == "nord"
        assert features["ruhr"]["geometry"] is None

    def test_files_are_read_only_and_only_of_directories(self, entries, client):
        assert client.post(f"{ADDRESS}eintraege.csv").status_code == 405
        assert client.get("/verzeichnisse/eintraege.csv").status_code == 404
        assert client.get("/leistungen/eintraege.geojson").status_code == 404

    def test_a_file_costs_the_same_for_one_entry_and_for_many(
        self, entries, playgrounds, client, django_assert_max_num_queries
    ):
        for _number in range(20):
            factories.EntryFactory(directory=playgrounds, district=entries["nord"].district)
        client.get(f"{ADDRESS}eintraege.csv")
        with django_assert_max_num_queries(6):
            client.get(f"{ADDRESS}eintraege.csv?nahe=44801")

    @pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+cmd", "-2+3+cmd|' /C calc'!A0"])
    def test_neither_a_name_nor_the_label_of_a_field_is_a_formula(self, entries, playgrounds, client, text):
        entries["nord"].name = text
        entries["nord"].save()
        field = playgrounds.fields.first()
        field.label = text
        field.save()
        rows = list(
            csv.reader(StringIO(client.get(f"{ADDRESS}eintraege.csv").content.decode("utf-8-sig")), delimiter=";")
        )
        cells = [cell for row in rows for cell in row]
        assert cells.count(f"'{text}") == 2
        assert text not in cells

    @pytest.mark.parametrize("cell", ["+49 234", "-3", "Kita = gut", ""])
    def test_text_stays_text(self, entries, client, cell):
        entries["nord"].name = cell
        entries["nord"].save()
        rows = csv.reader(StringIO(client.get(f"{ADDRESS}eintraege.csv").content.decode("utf-8-sig")), delimiter=";")
        assert cell in [row[1] for row in rows]


@pytest.mark.parametrize(
    ("kind", "text", "language"), [("yes_no", "yes", "en"), ("number", "1,234", "en"), ("text", "Sand", "de")]
)
def test_what_is_in_the_language_of_the_page_is_not_marked_as_german(kind, text, language):
    fact = {"label": "Angabe", "kind": kind, "text": text}
    with translation.override("en"):
        table = render_to_string("components/directory_facts.html", {"facts": [fact]})
        row = render_to_string(
            "components/directory_row.html", {"facts": [fact], "entry": {"name": "Park", "url": "x"}, "base": "/"}
        )
    for html in (table, row):
        said = BeautifulSoup(html, "html.parser").find(string=lambda words: words and words.strip() == text)
        assert next(part["lang"] for part in said.parents if part.get("lang")) == language
