"""Periodic work: due on time, by one process at a time, and never the end of the others."""

import os
import signal
import subprocess
import sys
import threading
import time as wall
from datetime import datetime, time, timedelta
from pathlib import Path

from django.core.management import call_command
from django.db import OperationalError, connection

import pytest
import time_machine

from cms import clock, jobs
from cms.jobs import PeriodicJob
from cms.models import JobRun
from scripts.demo.place import ROOT

NOON = "2026-11-24 12:00+01:00"


@pytest.fixture
def noon(db):
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def test_a_job_runs_at_once_and_then_in_its_rhythm(noon):
    ran = []
    job = PeriodicJob("Post", lambda: ran.append(clock.now()), every=timedelta(seconds=30))
    for _second in range(65):
        jobs.run_due([job])
        noon.shift(timedelta(seconds=1))
    assert [instant.second for instant in ran] == [0, 30, 0]


def test_a_daily_job_runs_at_its_hour(noon):
    ran = []
    job = PeriodicJob("Fristen", lambda: ran.append(clock.now()), at=time(3))
    jobs.run_due([job])
    for _hour in range(48):
        noon.shift(timedelta(hours=1))
        jobs.run_due([job])
    assert [(instant.day, instant.hour) for instant in ran] == [(24, 12), (25, 3), (26, 3)]


def test_an_overlong_run_does_not_free_the_lock_of_the_next(noon):
    def overtaken():
        noon.shift(timedelta(hours=2))
        assert JobRun.objects.filter(name="Import").update(started_at=clock.now(), running_until=later) == 1

    later = clock.now() + timedelta(hours=3)
    jobs.run_due([PeriodicJob("Import", overtaken, longest=timedelta(hours=1))])
    kept = JobRun.objects.get(name="Import")
    assert (kept.running_until, kept.finished_at) == (later, None)


def test_work_by_hand_is_refused_while_another_process_has_it(noon):
    with jobs.alone("Import", timedelta(minutes=5)):
        with pytest.raises(jobs.BusyError) as refused, jobs.alone("Import", timedelta(minutes=5)):
            pass
        with jobs.alone("Export", timedelta(minutes=5)):
            pass
    assert refused.value.until == clock.now() + timedelta(minutes=5)
    with jobs.alone("Import", timedelta(minutes=5)):
        pass
    assert JobRun.objects.get(name="Import").finished_at == clock.now()


def test_work_that_goes_on_stays_ours_and_a_silent_one_is_lost(noon):
    with jobs.alone("Import", timedelta(minutes=5)) as go_on:
        for _batch in range(4):
            noon.shift(timedelta(minutes=4))
            go_on()
        noon.shift(timedelta(minutes=6))
        with jobs.alone("Import", timedelta(minutes=5)), pytest.raises(jobs.LostError):
            go_on()
    assert JobRun.objects.get(name="Import").running_until is None


def test_work_by_hand_is_never_due_and_notes_its_failure(noon, log_in):
    with pytest.raises(ValueError, match="kaputt"), jobs.alone("Import", timedelta(minutes=5)):
        raise ValueError("kaputt")
    kept = JobRun.objects.get(name="Import")
    assert (kept.next_at, kept.error) == (None, "ValueError: kaputt")
    assert "ValueError: kaputt" in log_in("admin").get("/admin/auftraege/").text
    with jobs.alone("Import", timedelta(minutes=5)):
        pass
    assert JobRun.objects.get(name="Import").error == ""


@pytest.mark.parametrize("day", [datetime(2026, 3, 29), datetime(2026, 10, 25)])
def test_the_hour_stays_when_the_clock_changes(day):
    job = PeriodicJob("Fristen", print, at=time(3))
    before = day.replace(hour=1, tzinfo=clock.now().tzinfo)
    due = job.next_after(before)
    assert due > before
    assert (due.date(), due.hour) == (day.date(), 3)


def test_one_failure_is_noted_and_stops_nobody(noon, caplog):
    ran = []

    def fail() -> None:
        raise ValueError("kaputt")

    def work() -> None:
        ran.append(1)

    assert jobs.run_due([PeriodicJob("a", fail), PeriodicJob("b", work)]) == ["a", "b"]
    assert ran == [1]
    assert JobRun.objects.get(name="a").error == "ValueError: kaputt"
    assert "Auftrag a ist gescheitert" in caplog.text
    noon.shift(timedelta(days=1))
    jobs.run_due([PeriodicJob("a", work)])
    assert JobRun.objects.get(name="a").error == ""


def test_what_another_process_has_in_hand_is_left_to_it(noon):
    ran = []
    job = PeriodicJob("Post", lambda: ran.append(jobs.run_due([job])), every=timedelta(0))
    jobs.run_due([job])
    assert ran == [[]]


def test_the_job_of_a_dead_process_is_free_again(noon):
    ran = []
    job = PeriodicJob("Post", lambda: ran.append(1), longest=timedelta(minutes=10))
    JobRun.objects.create(name="Post", next_at=clock.now(), running_until=clock.now() + job.longest)
    jobs.run_due([job])
    assert ran == []
    noon.shift(timedelta(minutes=11))
    jobs.run_due([job])
    assert ran == [1]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_many_processes_one_runs_a_job():
    ran, start = [], threading.Barrier(4)
    job = PeriodicJob("Post", lambda: (ran.append(1), wall.sleep(0.3)))

    def work() -> None:
        start.wait()
        jobs.run_due([job])
        connection.close()

    threads = [threading.Thread(target=work) for _process in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ran == [1]


def test_a_database_that_is_away_for_a_moment_ends_nothing(monkeypatch, caplog):
    stop, turns = threading.Event(), []

    def away(*_arguments) -> None:
        turns.append(1)
        if len(turns) == 3:
            stop.set()
        raise OperationalError("away")

    monkeypatch.setattr(jobs, "PAUSE", 0)
    monkeypatch.setattr(jobs, "run_due", away)
    monkeypatch.setattr(jobs, "close_old_connections", lambda: None)
    jobs.run_until(stop, [])
    assert len(turns) == 3
    assert "nicht zu lesen" in caplog.text


def test_looking_at_the_list_costs_one_statement(noon, django_assert_num_queries):
    found = jobs.registered()
    jobs.run_due([PeriodicJob(job.name, int) for job in found])
    with django_assert_num_queries(1):
        assert jobs.run_due(found) == []


def test_mail_schedules_and_retention_are_in_the_list(db, capsys):
    names = {job.name: job for job in jobs.registered()}
    assert names["Post"].every == timedelta(seconds=30)
    assert names["Löschfristen"].at == time(3)
    assert "Zeitpläne" in names
    call_command("run_jobs", "--once")
    assert "Löschfristen" in capsys.readouterr().out
    assert not JobRun.objects.exclude(error="").exists()


def test_the_process_ends_politely(tmp_path: Path):
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3"}
    subprocess.run([sys.executable, "manage.py", "migrate", "cms", "-v0"], cwd=ROOT, env=environment, check=True)
    process = subprocess.Popen(
        [sys.executable, "manage.py", "run_jobs"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("Aufträge: ")
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == 0
    finally:
        process.kill()
        process.wait()


def test_the_list_is_for_those_who_run_the_site(log_in):
    jobs.run_due([PeriodicJob("Post", int)])
    editor, admin = log_in("redaktion"), log_in("admin")
    for address in ("/admin/auftraege/", "/admin/postausgang/"):
        assert editor.get(address).status_code == 302
        assert admin.get(address).status_code == 200
    assert "Post" in admin.get("/admin/auftraege/").text
    assert "Betrieb" in admin.get("/admin/").text
    assert "Betrieb" not in editor.get("/admin/").text
