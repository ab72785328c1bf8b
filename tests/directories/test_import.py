"""Importing the city's own files, and what a second time changes."""

from django.core.management import call_command

import pytest
import yaml

from cms import freshness, generation
from directories.importing import mapping
from directories.models import DirectoryField, DirectoryPage, Entry, Place
from tests import factories
from tests.directories.small_source import GOOD, HEAD, state

DISTRICTS = ("mitte", "wattenscheid", "nord", "ost", "sued", "suedwest")


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
