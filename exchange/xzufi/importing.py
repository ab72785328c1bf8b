"""An import: pass one reads everything, pass two writes each object in a transaction of its own.

It can be repeated at any time, also after it was killed: what has been written is recognised by its digest.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, OperationalError, connection

from wagtail.signal_handlers import disable_reference_index_auto_update

from cms import clock, generation, jobs
from exchange.models import ExternalReference, ImportRun
from exchange.xzufi.catalogue import Catalogue
from exchange.xzufi.identity import Identity
from exchange.xzufi.objects import Writer
from exchange.xzufi.report import Report
from exchange.xzufi.spool import Spool, read_delivery
from search import index as search_index
from search import signal_handlers as search_signals
from services.models import OfficePage, ServicePage

# Pages that are put into the search index together.
BATCH = 100
LOCK = "Import (XZuFi)"
# After that without a word a run counts as killed; a batch takes seconds.
SILENCE = timedelta(minutes=5)
# Offices first: services are connected with them.
ORDER = (OfficePage, ServicePage)


def run(path: Path, *, dry_run: bool = False) -> Report:
    """Import a file or folder. Raises XzufiError where it cannot be read; then nothing has changed.

    Two at once would take each other for killed and create every page twice: raises BusyError while another one runs,
    and LostError in the middle where another one has taken over; what is written stays.
    """
    report = Report()
    spool = read_delivery(path, report)
    if dry_run:
        _write(spool, Writer(spool, Catalogue.load(), dry_run=True))
        return report
    with jobs.alone(LOCK, SILENCE) as go_on:
        # Read only now: what an import has created until here must be known.
        catalogue = Catalogue.load()
        _finish_killed_runs(report, go_on)
        kept = ImportRun.objects.create(source=path.name[:255])
        with generation.held(), search_signals.held() as index_now, disable_reference_index_auto_update():
            _write(spool, Writer(spool, catalogue), go_on, index_now)
        kept.counts, kept.messages, kept.finished_at = report.numbers(), report.all_messages(), clock.now()
        kept.save()
    return report


def _write(spool: Spool, writer: Writer, *after_batch: Callable[[], None]) -> None:
    """Write all objects, then what needs all of them to be there, then what is gone."""
    for done, step in enumerate(_steps(spool, writer), start=1):
        step()
        if done % BATCH == 0:
            for call in after_batch:
                call()


def _steps(spool: Spool, writer: Writer) -> Iterator[Callable[[], None]]:
    for method in (writer.write, writer.connect):
        for model in ORDER:
            for who, values in spool.read(model):
                yield _guarded(spool.report, who, method, model, who, values)
    for who, kind in spool.gone.items():
        yield _guarded(spool.report, who, writer.withdraw, who, kind)


def _guarded(report: Report, who: Identity, method: Callable[..., None], *arguments: Any) -> Callable[[], None]:
    """One object at a time: what our rules or the database refuse is told, and the next one follows."""

    def step() -> None:
        before = report.counts.copy()
        try:
            method(*arguments)
        except (ValidationError, IntegrityError, DataError, OperationalError) as error:
            # Of two that wait for each other, the database refuses one and lives; where it is gone, nothing can follow.
            if isinstance(error, OperationalError) and not connection.is_usable():
                raise
            reason = "; ".join(error.messages) if isinstance(error, ValidationError) else str(error).splitlines()[0]
            report.counts.clear()
            report.counts.update(before, gescheitert=1)
            report.say(str(who), f"nicht geschrieben: {reason}")

    return step


def _finish_killed_runs(report: Report, go_on: Callable[[], None]) -> None:
    """Index and show what a killed run has published: it did not come to that."""
    killed = list(ImportRun.objects.filter(finished_at=None))
    if not killed:
        return
    since = min(each.started_at for each in killed)
    pages = list(ExternalReference.objects.filter(imported_at__gte=since).values_list("page_id", flat=True))
    # A killed run may have written thousands: we must not seem dead ourselves meanwhile.
    for start in range(0, len(pages), BATCH):
        search_index.update(pages[start : start + BATCH])
        go_on()
    generation.raise_now()
    report.say("", "Ein früherer Import war abgebrochen; sein Rest wird jetzt nachgeholt.")
    ImportRun.objects.filter(pk__in=[each.pk for each in killed]).update(
        finished_at=clock.now(), messages=["Abgebrochen. Der nächste Import hat den Rest nachgeholt."]
    )
