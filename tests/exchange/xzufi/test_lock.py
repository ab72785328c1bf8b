"""The lock of an import: one at a time, kept while it goes on, lost in silence; and what one refused object ends."""

from datetime import timedelta
from io import StringIO
from pathlib import Path

from django.core.management import CommandError, call_command
from django.db import OperationalError

import pytest
import time_machine

from cms import clock, jobs
from cms.models import JobRun
from exchange.models import ImportRun
from exchange.xzufi import importing, objects
from services.models import ServicePage
from tests.exchange.xzufi import deliveries as give
from tests.exchange.xzufi.test_import import deliver as deliver

MANY = [give.service(str(number), f"Leistung {number}") for number in range(5)]


def test_two_imports_at_once_are_one(deliver, tmp_path: Path):
    path = give.save(tmp_path, give.message(give.write(*MANY)))
    with (
        jobs.alone(importing.LOCK, importing.SILENCE),
        pytest.raises(CommandError, match=r"^Nichts geändert: ein anderer Import läuft; .* Uhr weiter$"),
    ):
        call_command("import_xzufi", str(path))
    assert not ServicePage.objects.exists()
    assert not ImportRun.objects.exists()
    call_command("import_xzufi", str(path), stdout=StringIO())
    assert ServicePage.objects.count() == len(MANY)


def test_a_killed_import_blocks_the_next_for_minutes_only(deliver):
    started = clock.now()
    lock = {"running_until": started + importing.SILENCE, "started_at": started, "next_at": started}
    JobRun.objects.create(name=importing.LOCK, **lock)
    ImportRun.objects.create(source="abgebrochen.xml")
    with pytest.raises(jobs.BusyError):
        deliver(give.write(*MANY))
    with time_machine.travel(started + importing.SILENCE + timedelta(seconds=1)):
        assert deliver(give.write(*MANY)).counts["neu"] == len(MANY)


def test_a_long_import_keeps_its_lock(deliver, monkeypatch):
    kept = []
    monkeypatch.setattr(importing, "BATCH", 1)
    monkeypatch.setattr(importing, "SILENCE", timedelta(minutes=5))
    write = objects.Writer.write

    def slow(self, *arguments):
        traveller.shift(timedelta(minutes=4))
        write(self, *arguments)
        kept.append(JobRun.objects.get(name=importing.LOCK).running_until > clock.now())

    monkeypatch.setattr(objects.Writer, "write", slow)
    with time_machine.travel("2026-11-24 12:00+01:00", tick=False) as traveller:
        deliver(give.write(*MANY))
    assert kept == [True] * len(MANY)


def test_an_import_that_lost_its_lock_says_that_something_is_written(deliver, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 1)
    write = objects.Writer.write

    def overtaken(self, *arguments):
        write(self, *arguments)
        traveller.shift(importing.SILENCE + timedelta(seconds=1))
        with jobs.alone(importing.LOCK, importing.SILENCE):
            pass

    monkeypatch.setattr(objects.Writer, "write", overtaken)
    path = give.save(tmp_path, give.message(give.write(*MANY)))
    with (
        time_machine.travel("2026-11-24 12:00+01:00", tick=False) as traveller,
        pytest.raises(CommandError, match=r"^Abgebrochen: Ein anderer Import hat übernommen\."),
    ):
        call_command("import_xzufi", str(path))
    assert ServicePage.objects.count() == 1


def test_the_rest_of_a_killed_run_is_indexed_without_losing_the_lock(deliver, monkeypatch):
    deliver(give.write(*MANY))
    ImportRun.objects.update(finished_at=None)
    monkeypatch.setattr(importing, "BATCH", 2)
    indexed, kept, update = [], [], importing.search_index.update

    def slow(pages):
        indexed.append(len(list(pages)))
        update(pages)
        traveller.shift(timedelta(minutes=4))
        kept.append(JobRun.objects.get(name=importing.LOCK).running_until >= clock.now())

    monkeypatch.setattr(importing.search_index, "update", slow)
    with time_machine.travel(clock.now(), tick=False) as traveller:
        deliver(give.write(give.service("0", "Leistung 0")))
    assert indexed[:3] == [2, 2, 1]
    assert kept[:3] == [True, True, True]


def test_one_object_the_database_refuses_in_a_deadlock_ends_nothing(deliver, monkeypatch):
    write = objects.Writer.write

    def refused_once(self, model, who, delivered):
        if who.identifier == "1":
            raise OperationalError("deadlock detected")
        write(self, model, who, delivered)

    monkeypatch.setattr(objects.Writer, "write", refused_once)
    report = deliver(give.write(*MANY))
    assert (report.counts["neu"], report.counts["gescheitert"]) == (4, 1)
    assert any("nicht geschrieben: deadlock detected" in line for line in report.lines())


def test_a_database_that_is_gone_ends_the_import(deliver, monkeypatch):
    def gone(*_arguments):
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(objects.Writer, "write", gone)
    monkeypatch.setattr(importing.connection, "is_usable", lambda: False)
    with pytest.raises(OperationalError):
        deliver(give.write(*MANY))
