"""Importing the city's own files, a second time, and when something is wrong with them."""

from pathlib import Path

from django.core.management import CommandError, call_command

import pytest
import yaml

from cms import freshness, generation
from directories.importing import mapping, records, table
from directories.models import DirectoryField, DirectoryPage, Entry, EntryFacet, Place
from tests import factories

DISTRICTS = ("mitte", "wattenscheid", "nord", "ost", "sued", "suedwest")
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


@pytest.fixture
def directory(index) -> DirectoryPage:
    page = factories.DirectoryPageFactory(parent=index, title="Orte", slug="orte")
    page.fields.create(key="art", label="Art", kind="choice", is_facet=True)
    page.save_revision().publish()
    return DirectoryPage.objects.get(pk=page.pk)


@pytest.fixture
def source(tmp_path: Path, monkeypatch):
    """A function that makes this text the shipped file, mapped as MAPPING says, and imports it."""
    monkeypatch.setattr(mapping, "FOLDER", tmp_path)
    (tmp_path / "sources").mkdir()

    def run(text: str | bytes = GOOD, **changed) -> None:
        (tmp_path / "orte.yaml").write_text(yaml.safe_dump({"import": MAPPING | changed}, allow_unicode=True))
        data = text if isinstance(text, bytes) else text.encode()
        (tmp_path / "sources" / "orte.csv").write_bytes(data)
        call_command("import_directory", "orte")

    return run


def state() -> list:
    return list(Entry.objects.order_by("pk").values()) + list(EntryFacet.objects.order_by("pk").values())


class TestRealFiles:
    @pytest.fixture
    def all_directories(self, index):
        for number, slug in enumerate(DISTRICTS, start=1):
            factories.DistrictFactory(number=str(number), name=slug.title(), slug=slug, position=number)
        for slug in mapping.slugs():
            data = yaml.safe_load((mapping.FOLDER / f"{slug}.yaml").read_text())
            page = factories.DirectoryPageFactory(parent=index, title=data["title"], slug=slug)
            for field in data["fields"]:
                page.fields.add(DirectoryField(**field))
            page.save_revision().publish()

    def test_all_seven_are_imported_and_a_second_run_changes_nothing(self, all_directories, capsys):
        call_command("import_directory", "--all")
        counts = {page.slug: page.entries.count() for page in DirectoryPage.objects.all()}
        assert counts == {
            "defibrillatoren": 131,
            "kindertagesstaetten": 193,
            "naturdenkmale": 36,
            "schulen": 236,
            "spielplaetze": 298,
            "sportanlagen": 68,
            "stolpersteine": 361,
        }
        before, number = state(), generation.current()
        capsys.readouterr()
        call_command("import_directory", "--all")
        assert state() == before
        assert generation.current() == number
        assert "Kindertagesstätten: 193 unverändert" in capsys.readouterr().out

    def test_their_quirks_are_understood(self, all_directories):
        call_command("import_directory", "--all")

        def entry(directory: str, **found) -> Entry:
            return Entry.objects.get(directory__slug=directory, **found)

        town_hall = entry("defibrillatoren", external_id="68")
        assert (town_hall.latitude, town_hall.longitude) == (pytest.approx(51.4825, 1e-5), pytest.approx(7.2152, 1e-4))
        assert entry("defibrillatoren", external_id="133").name == "Ruhrpark"
        assert "lage" not in entry("defibrillatoren", external_id="58").values
        court = entry("sportanlagen", name="Am Hessenteich")
        assert court.values["ausstattung"] == ["Hartplatz", "Rasenplatz"]
        assert court.values["merkmal"] is True
        assert court.district.slug == "ost"
        assert court.values["anlagen"].splitlines()[1].endswith("Rundlaufbahn, Kugelstoßen, Weitsprung")
        assert entry("sportanlagen", name="Lohrheidestadion (Sportzentrum)").values["art"] == ["Stadion"]
        both = entry("spielplaetze", name="Spielplatz Pausenhof Von-Walthausen-Schule")
        assert both.values["art"] == ["Spielplatz", "Bolzplatz"]
        stone = entry("stolpersteine", external_id="611689")
        assert (stone.name, stone.values["frueher"]) == ("Heimann, Otto", "Kaiserstr. 6")
        kita = entry("kindertagesstaetten", external_id="610996")
        assert kita.values["website"].startswith("https://www.awo-ruhr-mitte.de/")
        assert DirectoryPage.objects.get(slug="stolpersteine").data_as_of.isoformat() == "2024-01-11"
        assert DirectoryPage.objects.get(slug="sportanlagen").data_as_of is None
        assert {"mitte", "ost", "44801", "castroperstr"} <= set(Place.objects.values_list("key", flat=True))


class TestUpdate:
    def test_what_the_source_changed_changes_and_keeps_its_address(self, directory, source):
        source()
        entry = Entry.objects.get(external_id="1")
        source(GOOD.replace("Rathaus", "Altes Rathaus").replace("Haus,Amt", "Haus"))
        changed = Entry.objects.get(external_id="1")
        assert (changed.pk, changed.slug, changed.name) == (entry.pk, "rathaus", "Altes Rathaus")
        assert changed.updated_at > entry.updated_at
        assert list(changed.facets.values_list("slug", flat=True)) == ["haus"]
        assert "altes" in changed.search_text

    def test_what_vanished_is_taken_off_with_a_note_and_comes_back(self, directory, source):
        source()
        source(GOOD.replace("2;Park;Parkstr. 1;;;\n", ""))
        gone = Entry.objects.get(external_id="2")
        assert not gone.live
        assert gone.note.startswith("Nicht mehr in der Quelle seit dem Import vom ")
        source()
        assert Entry.objects.get(external_id="2").live
        assert Entry.objects.get(external_id="2").note == ""

    def test_what_editors_keep_is_left_alone(self, directory, source):
        source()
        Entry.objects.filter(external_id="1").update(name="Von Hand", is_kept=True)
        Entry.objects.filter(external_id="2").update(is_kept=True)
        source(HEAD + "1;Rathaus;;;;\n3;Neu;;;;\n")
        assert Entry.objects.get(external_id="1").name == "Von Hand"
        assert Entry.objects.get(external_id="2").live

    def test_what_editors_added_or_took_off_stays_so(self, directory, source):
        own = factories.EntryFactory(directory=directory, name="Eigener Eintrag")
        source()
        Entry.objects.filter(external_id="2").update(live=False)
        source(GOOD.replace("Parkstr. 1", "Parkstr. 2"))
        own.refresh_from_db()
        assert own.live
        assert not Entry.objects.get(external_id="2").live
        assert Entry.objects.get(external_id="2").street == "Parkstr. 2"

    def test_the_generation_is_raised_once_and_the_search_follows(
        self, directory, source, client, monkeypatch, django_capture_on_commit_callbacks
    ):
        raised = []
        real = generation.raise_now
        monkeypatch.setattr("directories.importing.store.raise_now", lambda: raised.append(real()))
        with django_capture_on_commit_callbacks(execute=True):
            source()
        assert len(raised) == 1
        freshness.forget()
        assert "Orte" in client.get("/suche/?q=rathaus").text
        with django_capture_on_commit_callbacks(execute=True):
            source()
        assert len(raised) == 1

    def test_the_day_of_the_data_reaches_page_and_drafts(self, directory, source, tmp_path):
        directory.title = "Entwurf"
        directory.save_revision()
        text = (
            GOOD.replace("art\n", "art;tag\n").replace("Amt\n", "Amt;2024-01-11\n").replace(";;;\n", ";;;;2024-01-09\n")
        )
        source(text, as_of="tag")
        page = DirectoryPage.objects.get(pk=directory.pk)
        assert page.data_as_of.isoformat() == "2024-01-11"
        assert page.get_latest_revision_as_object().data_as_of == page.data_as_of
        assert page.get_latest_revision_as_object().title == "Entwurf"
        assert page.title == "Orte"
        call_command("import_directory", "orte", str(tmp_path / "sources" / "orte.csv"), "--as-of", "2025-05-01")
        assert DirectoryPage.objects.get(pk=directory.pk).data_as_of.isoformat() == "2025-05-01"

    def test_it_is_a_few_statements_however_many_rows(self, directory, source, django_assert_max_num_queries):
        rows = "".join(f"{number};Ort {number};Straße {number};376073;5704993;Haus\n" for number in range(400))
        with django_assert_max_num_queries(40):
            source(HEAD + rows)


class TestBroken:
    @pytest.mark.parametrize(
        ("text", "complaint"),
        [
            (b"", "orte.csv, Zeile 1, Spalte „art“: fehlt"),
            (HEAD, "orte.csv: enthält keinen Eintrag"),
            ("nr;name\n1;a\n", "orte.csv, Zeile 1, Spalte „art“: fehlt"),
            (HEAD + "1;Rathaus;;376073;nan;\n", "orte.csv, Zeile 2, Spalte „y“: „nan“ ist keine Koordinate"),
            (HEAD + "\n1;Rathaus;;376073;;\n", "orte.csv, Zeile 3, Spalte „x, y“: nur eine der beiden Koordinaten"),
            (
                HEAD + "1;Rathaus;;5704993;376073;\n",
                "orte.csv, Zeile 2, Spalte „x, y“: der Ort liegt nicht in der Stadt",
            ),
            (HEAD + "1;a;;;;\n1;b;;;;\n", "orte.csv, Zeile 3, Spalte „nr“: dieselbe Nummer wie in Zeile 2"),
            (HEAD + "1;;;;;\n", "orte.csv, Zeile 2, Spalte „name“: ist leer"),
            (HEAD + f"1;{'x' * 201};;;;\n", "orte.csv, Zeile 2, Spalte „name“: hat mehr als 200 Zeichen"),
            (HEAD + f"1;a;;;;{'x' * 121}\n", "orte.csv, Zeile 2, Spalte „art“: Höchstens 20 Werte"),
            (HEAD + "1;a;;;;b;c\n", "orte.csv, Zeile 2: hat mehr Zellen als die Kopfzeile (6)"),
            (HEAD + '1;"a;;;;\n', "orte.csv, Zeile 2: Anführungszeichen oder Trennzeichen stimmen nicht"),
            (HEAD + '1;"a"b;;;;\n', "orte.csv, Zeile 2: Anführungszeichen oder Trennzeichen stimmen nicht"),
            ((HEAD + "1;Grün;;;;\n").encode("latin-1"), "orte.csv, Zeile 1: ist nicht in der Kodierung utf-8"),
            (HEAD + "1;a;;;;\n2;b\0;;;;\n", "orte.csv, Zeile 3: enthält Nullzeichen"),
            (HEAD.replace("art", "art;art") + "1;a;;;;;\n", "orte.csv, Zeile 1, Spalte „art“: gibt es mehrmals"),
        ],
    )
    def test_file_row_and_column_are_named_and_nothing_changes(self, directory, source, text, complaint):
        source()
        before, number = state(), generation.current()
        with pytest.raises(CommandError) as refused:
            source(text)
        assert complaint in str(refused.value)
        assert "\n" not in str(refused.value)
        assert state() == before
        assert generation.current() == number

    def test_with_all_nothing_is_imported_when_one_is_broken(self, directory, source, tmp_path):
        source()
        Entry.objects.all().delete()
        (tmp_path / "zweites.yaml").write_text("import: {file: fehlt.csv, id: nr, name: nr}")
        with pytest.raises(CommandError, match=r"zweites.*nicht"):
            call_command("import_directory", "--all")
        assert not Entry.objects.exists()

    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            ([], "Nennen Sie ein Verzeichnis"),
            (["orte", "--all"], "Nennen Sie ein Verzeichnis"),
            (["gibt-es-nicht"], r"gibt-es-nicht\.yaml.*gibt es nicht"),
            (["../orte"], "gibt es nicht"),
            (["orte", "fehlt.csv"], r"fehlt\.csv: lässt sich nicht lesen"),
            (["orte", "--as-of", "gestern"], "ist kein Tag"),
        ],
    )
    def test_the_command_says_what_it_needs(self, directory, source, arguments, complaint):
        source()
        with pytest.raises(CommandError, match=complaint):
            call_command("import_directory", *arguments)

    @pytest.mark.parametrize(
        ("changed", "complaint"),
        [
            ({"color": "x"}, "„color“ ist nicht bekannt"),
            ({"x": ""}, "„x“ und „y“ gehören zusammen"),
            ({"values": {"farbe": "art"}}, "das Verzeichnis hat kein Feld „farbe“"),
            ({"name": 5}, "„name“ ist weder eine Spalte noch eine Regel"),
            ({"name": {"colum": "a"}}, "„colum“ ist nicht bekannt"),
            ({"crs": "EPSG:9"}, "das Koordinatensystem EPSG:9 gibt es nicht"),
            ({"encoding": "klingonisch"}, "die Kodierung klingonisch gibt es nicht"),
            ({"district": {"text": "atlantis"}}, "den Stadtbezirk „atlantis“ gibt es nicht"),
        ],
    )
    def test_a_wrong_mapping_is_named(self, directory, source, changed, complaint):
        with pytest.raises(CommandError, match=complaint):
            source(**changed)

    def test_a_file_that_is_too_large_is_not_read(self, directory, source, monkeypatch):
        monkeypatch.setattr(table, "MAX_BYTES", 10)
        with pytest.raises(CommandError, match="ist größer als"):
            source()

    def test_a_directory_that_is_not_there_is_named(self, index, source):
        with pytest.raises(CommandError, match="dieses Verzeichnis gibt es auf der Website nicht"):
            source()


def test_a_record_is_checked_by_the_fields_of_its_directory(directory, source):
    field = DirectoryField(page=directory, key="anzahl", label="Anzahl", kind="number")
    field.save()
    with pytest.raises(CommandError, match="Zeile 2, Spalte „art“: Das ist keine Zahl"):
        source(values={"anzahl": "art"})
    assert records.LENGTHS["name"] == Entry._meta.get_field("name").max_length
