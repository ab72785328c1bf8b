"""A published record is right everywhere at once: pages that show it are indexed anew, and their history says so."""

from typing import Any

from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import Page

from cms.generation import raise_generation
from cms.models import Record
from search.signal_handlers import schedule
from services.models import Disruption
from services.usage import pages_using

CHANGED, REMOVED = "services.record_changed", "services.record_removed"


def on_published(sender: type[Any], instance: Any, **signal: Any) -> None:
    if issubclass(sender, Record):
        _tell(instance, CHANGED)


def on_removed(sender: type[Any], instance: Any, **signal: Any) -> None:
    """Unpublished, or about to be deleted: afterwards nothing would say which pages have shown it."""
    if issubclass(sender, Record):
        _tell(instance, REMOVED)


class RecordFormatter(LogFormatter):
    """Says in the history of a page which record it shows has changed."""

    what = ""

    def format_message(self, log_entry: Any) -> str:
        data = log_entry.data
        return f"{data.get('kind', 'Angabe')} „{data.get('record', '')}“ {self.what}; die Seite zeigt das mit."


class ChangedFormatter(RecordFormatter):
    label = "Gemeinsame Angabe geändert"
    what = "wurde geändert"


class RemovedFormatter(RecordFormatter):
    label = "Gemeinsame Angabe zurückgezogen"
    what = "wurde zurückgezogen"


def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(CHANGED)(ChangedFormatter)
    actions.register_action(REMOVED)(RemovedFormatter)


def _tell(record: Any, action: str) -> None:
    raise_generation()
    # A disruption is of the hour: it stands on its pages, but neither in their words nor in their history.
    if isinstance(record, Disruption):
        return
    data = {"kind": str(record._meta.verbose_name), "record": str(record)}
    for page in pages_using(record):
        _log(page, action, data)
        schedule(page.pk)


def _log(page: Page, action: str, data: dict[str, str]) -> None:
    # Who did it is known to the log from the request.
    log(instance=page, action=action, data=data)
