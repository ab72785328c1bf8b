import csv
from datetime import datetime

from django.core.management import CommandError, call_command
from django.utils.timezone import get_current_timezone

import pytest
import time_machine

from home import feedback_export
from home.models import Feedback

pytestmark = pytest.mark.django_db


def written(day: str, **fields) -> Feedback:
    instant = datetime.fromisoformat(day).replace(tzinfo=get_current_timezone())
    return Feedback.objects.create(**{"path": "/ferien/", "created_at": instant} | fields)


def exported(*arguments: str, capsys) -> list[dict[str, str]]:
    call_command("feedback_export", *arguments)
    return list(csv.DictReader(capsys.readouterr().out.splitlines()))


def test_one_row_per_address_with_all_marks(capsys):
    for rating in (5, 5, 2, None):
        written("2026-10-12", rating=rating, is_useful=rating == 5)
    written("2026-10-13", path="/amt/", is_useful=None, text="Nur Text")
    assert exported("--month", "2026-10", capsys=capsys) == [
        dict(zip(feedback_export.COLUMNS, ["/amt/", "1", "0", "0", "0", "0", "0", "0", "0", ""], strict=True)),
        dict(zip(feedback_export.COLUMNS, ["/ferien/", "4", "2", "2", "0", "1", "0", "0", "2", "4.00"], strict=True)),
    ]


def test_neither_words_nor_addresses_of_people_leave(capsys):
    written("2026-10-12", text="Geheimes", email="ada@example.org", answer="Antwort", rating=1)
    call_command("feedback_export", "--month", "2026-10")
    text = capsys.readouterr().out
    assert not any(word in text for word in ("Geheimes", "ada", "Antwort"))


def test_a_month_is_that_of_bochum(capsys):
    for day in ("2026-09-30T23:59:59", "2026-10-01T00:00:00", "2026-10-31T23:59:59", "2026-11-01T00:00:00"):
        written(day, rating=3)
    assert [row["answers"] for row in exported("--month", "2026-10", capsys=capsys)] == ["2"]


def test_without_a_month_it_is_the_last_whole_one(capsys):
    written("2026-10-12", rating=3)
    written("2026-11-02", rating=3)
    with time_machine.travel("2026-11-24 12:00+01:00"):
        assert [row["answers"] for row in exported(capsys=capsys)] == ["1"]


def test_a_file_is_written_when_asked_for(tmp_path, capsys):
    written("2026-10-12", rating=3)
    file = tmp_path / "bewertungen.csv"
    call_command("feedback_export", "--month", "2026-10", "--csv", str(file))
    assert file.read_text().splitlines()[0] == ",".join(feedback_export.COLUMNS)
    assert "1 Adressen" in capsys.readouterr().out


@pytest.mark.parametrize("month", ["Oktober", "2026-13", "2026", "26-10-1", "9999-12", "0001-01"])
def test_no_month_is_no_traceback(month):
    with pytest.raises(CommandError, match="ist kein Monat"):
        call_command("feedback_export", "--month", month)


def test_it_costs_one_statement(django_assert_num_queries):
    for number in range(5):
        written("2026-10-12", path=f"/seite-{number}/", rating=3)
    with django_assert_num_queries(1):
        assert len(feedback_export.rows("2026-10")) == 5
