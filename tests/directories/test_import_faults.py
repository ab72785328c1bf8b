"""A source that is wrong: file, row and column are named, and nothing changes."""

from django.core.management import CommandError, call_command

import pytest

from cms import generation
from directories.importing import records, table
from directories.models import DirectoryField, Entry
from tests.directories.small_source import HEAD, state


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
