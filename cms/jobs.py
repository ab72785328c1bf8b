"""Work that is done again and again: one process, one list, and each job in one process at a time.

Apps register theirs with the hook `register_periodic_job`, a function that returns a `PeriodicJob`.
"""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import DatabaseError, close_old_connections
from django.db.models import Q

from wagtail import hooks

from cms import clock
from cms.models import JobRun

logger = logging.getLogger(__name__)

# Seconds between two looks at the list.
PAUSE = 5.0


@dataclass(frozen=True)
class PeriodicJob:
    """`run` is called every `every`, or, with `at`, once a day at that time in Bochum.

    It takes less than `longest`: after that its process counts as dead, and the job is free again.
    """

    name: str
    run: Callable[[], object]
    every: timedelta = timedelta(days=1)
    at: time | None = None
    longest: timedelta = timedelta(hours=1)

    def next_after(self, now: datetime) -> datetime:
        """Return when the job is due after a run that ended at `now`."""
        if self.at is None:
            return now + self.every
        today = datetime.combine(now.date(), self.at, now.tzinfo)
        return today if today > now else datetime.combine(now.date() + timedelta(days=1), self.at, now.tzinfo)


def registered() -> list[PeriodicJob]:
    return [hook() for hook in hooks.get_hooks("register_periodic_job")]


def run_until(stop: threading.Event, jobs: list[PeriodicJob]) -> None:
    """Run the jobs as they become due, until `stop` is set; a job that has begun is finished."""
    while not stop.is_set():
        try:
            run_due(jobs, stop)
        except DatabaseError:
            # The database comes back; a process that had died meanwhile would not.
            logger.exception("Die Liste der Aufträge war nicht zu lesen.")
        close_old_connections()
        stop.wait(PAUSE)


def run_due(jobs: list[PeriodicJob], stop: threading.Event | None = None) -> list[str]:
    """Run every job that is due and that no other process has in hand; return their names."""
    waiting = set(JobRun.objects.filter(next_at__gt=clock.now()).values_list("name", flat=True))
    done = []
    for job in jobs:
        if stop and stop.is_set():
            break
        if job.name not in waiting and (claimed := _claim(job)):
            _run(job, claimed)
            done.append(job.name)
    return done


class BusyError(Exception):
    """Another process has the work in hand, or took it over; `until` it is not free, as far as we know."""

    def __init__(self, until: datetime | None) -> None:
        super().__init__(f"busy until {until}")
        self.until = until


class LostError(BusyError):
    """Work of ours was silent for too long, and another process has taken it over: it ends in the middle."""


@contextmanager
def alone(name: str, silence: timedelta) -> Iterator[Callable[[], None]]:
    """Keep work that somebody starts by hand to one process at a time; raises BusyError where another has it.

    Yields a function that is called more often than once in `silence`: after that without a call the process counts as
    dead, and the work is free again. The function raises LostError where that has happened to us.
    """
    started = _take(name, silence)
    if started is None:
        raise BusyError(_busy_until(name))
    ours = JobRun.objects.filter(name=name, started_at=started)

    def go_on() -> None:
        if ours.update(running_until=clock.now() + silence) == 0:
            raise LostError(_busy_until(name))

    error = ""
    try:
        yield go_on
    except BaseException as problem:
        error = _in_words(problem)
        raise
    finally:
        ours.update(running_until=None, finished_at=clock.now(), error=error)


def _busy_until(name: str) -> datetime | None:
    return JobRun.objects.values_list("running_until", flat=True).get(name=name)


def _claim(job: PeriodicJob) -> datetime | None:
    """Take the job if it is due and return since when it is ours; None where another process was faster."""
    return _take(job.name, job.longest, is_due=True)


def _take(name: str, longest: timedelta, *, is_due: bool = False) -> datetime | None:
    now = clock.now()
    # A job nobody knows yet is due at once; what somebody starts by hand never is.
    JobRun.objects.get_or_create(name=name, defaults={"next_at": now if is_due else None})
    is_free = Q(running_until=None) | Q(running_until__lt=now)
    # One statement looks and takes: of two processes, one finds it changed.
    taken = JobRun.objects.filter(is_free, name=name)
    if is_due:
        taken = taken.filter(next_at__lte=now)
    return now if taken.update(running_until=now + longest, started_at=now) == 1 else None


def _in_words(problem: BaseException) -> str:
    return f"{type(problem).__name__}: {problem}"[:300]


def _run(job: PeriodicJob, claimed: datetime) -> None:
    error = ""
    try:
        job.run()
    except Exception as problem:
        logger.exception("Auftrag %s ist gescheitert.", job.name)
        error = _in_words(problem)
    now = clock.now()
    # A run that took too long has lost the job to another process, whose lock it must not end.
    JobRun.objects.filter(name=job.name, started_at=claimed).update(
        running_until=None, finished_at=now, next_at=job.next_after(now), error=error
    )
