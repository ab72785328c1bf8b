"""Whatever a file holds, it is read or refused with one line; nothing else happens."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directories.importing import mapping, records, table
from directories.importing.errors import SourceError
from directories.importing.mapping import FOLDER, Mapping
from directories.values import MAX_LINE
from tests.directories.small_source import MAPPING
from tests.directories.test_values import Definition

HEAD = ["nr", "name", "straße", "x", "y", "art"]
FIELDS = {"art": Definition("choice", "art")}
RULES = mapping.parse(MAPPING, "orte.yaml")
QUIET = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
CELLS = st.text(max_size=30) | st.sampled_from(
    ["376073", "5704993", "1e999", "-0", "٣", '"', "=1+1", "\u202e", "<b>", "'; DROP TABLE", "\r", "NaN", "١٢"]
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "orte.csv"


def built(path: Path, data: bytes) -> list[records.Record] | None:
    """Return the records, or None where the file was refused properly."""
    path.write_bytes(data)
    found, complaint = attempt(path, RULES, FIELDS)
    assert (found is None) == complaint.startswith("orte.csv")
    assert "\n" not in complaint
    return found


def attempt(path: Path, rules: Mapping, fields: dict) -> tuple[list[records.Record] | None, str]:
    try:
        return records.build(table.read(path, rules), rules, fields, path.name), ""
    except SourceError as error:
        return None, str(error)


@QUIET
@given(data=st.binary(max_size=400))
def test_any_bytes(path, data):
    built(path, data)


@QUIET
@given(data=st.binary(max_size=200))
def test_any_bytes_under_the_right_head(path, data):
    built(path, (";".join(HEAD) + "\n").encode() + data)


@QUIET
@given(rows=st.lists(st.lists(CELLS, min_size=1, max_size=8), max_size=6))
def test_any_cells(path, rows):
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerows([HEAD, *rows])
    found = built(path, text.getvalue().encode("utf-8", "surrogatepass"))
    for record in found or []:
        assert record.external_id
        assert 0 < len(record.texts["name"]) <= MAX_LINE
        assert not any(ord(character) < 32 for character in record.texts["name"])
        assert record.latitude is None or 51 < record.latitude < 52


@QUIET
@given(position=st.integers(0, 9_000), byte=st.integers(0, 255))
def test_one_wrong_byte_in_a_real_file(tmp_path, position, byte):
    rules = mapping.load("defibrillatoren")
    data = bytearray((FOLDER / "sources" / rules.file).read_bytes())
    data[position] = byte
    copy = tmp_path / rules.file
    copy.write_bytes(data)
    found, complaint = attempt(copy, rules, {"lage": Definition("text", "lage")})
    assert complaint.startswith(rules.file) if found is None else 100 < len(found) <= 132


def test_a_very_long_cell_is_refused(path):
    assert built(path, (";".join(HEAD) + "\n" + "1;" + "x" * 200_000 + ";;;;\n").encode()) is None


def test_too_many_rows_are_refused(path, monkeypatch):
    monkeypatch.setattr(table, "MAX_ROWS", 3)
    assert built(path, (";".join(HEAD) + "\n" + "".join(f"{n};a;;;;\n" for n in range(5))).encode()) is None
