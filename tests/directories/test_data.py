"""Where the data of a directory come from, how old they are, and what counts before everything else."""

from datetime import date

import pytest
import time_machine

from tests.directories.test_list import ADDRESS, page, words
from tests.machine_readable import item


class TestData:
    @time_machine.travel("2026-11-24 12:00+01:00", tick=False)
    @pytest.mark.parametrize(
        ("day", "said"),
        [
            (date(2026, 1, 11), "Stand der Daten: 11. Januar 2026."),
            (date(2024, 1, 11), "Die Daten sind älter als zwölf Monate."),
            (date(2025, 11, 24), "älter als zwölf Monate"),
            (None, "Stand der Daten: nicht bekannt."),
        ],
    )
    def test_the_age_of_the_data_is_said(self, playgrounds, day, said):
        playgrounds.data_as_of = day
        playgrounds.save_revision().publish()
        assert said in words()
        assert ("älter" in words()) == ("älter" in said)

    def test_the_note_appears_by_itself_on_its_day(self, playgrounds, client):
        playgrounds.data_as_of = date(2025, 11, 25)
        playgrounds.save_revision().publish()
        with time_machine.travel("2026-11-24 23:59:50+01:00", tick=False) as traveller:
            tag = client.get(ADDRESS)["ETag"]
            assert "älter" not in words()
            traveller.shift(11)
            answer = client.get(ADDRESS, headers={"If-None-Match": tag})
            assert answer.status_code == 200
            assert "älter" in answer.text

    def test_source_and_licence_are_links(self, playgrounds):
        playgrounds.source_name, playgrounds.source_url = "Open Data", "https://data.example/"
        playgrounds.licence, playgrounds.licence_url = "CC0 1.0", "https://cc.example/zero"
        playgrounds.save_revision().publish()
        assert page().main.find("a", href="https://data.example/").text == "Open Data"
        assert page().main.find("a", href="https://cc.example/zero").text == "CC0 1.0"

    def test_what_counts_first_stands_before_the_title(self, playgrounds):
        playgrounds.note_before = "Notfall: 112 anrufen\nDann weiter."
        playgrounds.save_revision().publish()
        main = page().main
        assert main.find("a", href="tel:112")
        assert main.text.index("112") < main.text.index("Spielplätze")

    def test_the_list_is_a_dataset_with_its_files(self, playgrounds, client):
        playgrounds.licence_url = "https://cc.example/zero"
        playgrounds.save_revision().publish()
        found = item(client.get(ADDRESS), "Dataset")
        assert found["license"] == "https://cc.example/zero"
        assert [part["contentUrl"] for part in found["distribution"]] == [
            f"http://testserver{ADDRESS}eintraege.csv",
            f"http://testserver{ADDRESS}eintraege.geojson",
        ]
