"""Writes one object of a delivery: a new page, a changed one, or none."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from wagtail.log_actions import log
from wagtail.models import Locale, Page

from cms import clock
from exchange.models import ExternalReference
from exchange.xzufi import conflicts, saving
from exchange.xzufi.bodies import Addresses
from exchange.xzufi.catalogue import Catalogue, Known
from exchange.xzufi.fields import LATE
from exchange.xzufi.identity import Identity
from exchange.xzufi.merging import merge, same
from exchange.xzufi.resolving import Resolver, digest
from exchange.xzufi.saving import Record
from exchange.xzufi.spool import Spool

GONE, CHANGED = "@gone", "@changed"
LOG_GONE = "exchange.xzufi_gone"
Values = dict[str, Any]


class Writer:
    """The methods that make up pass two. With `dry_run` it counts what it would do."""

    def __init__(self, spool: Spool, catalogue: Catalogue, *, dry_run: bool = False) -> None:
        self.spool, self.catalogue, self.dry_run = spool, catalogue, dry_run
        self.report = spool.report
        self.resolver = Resolver(spool, catalogue)
        self.addresses = Addresses()
        self.late: dict[int, Values] | None = None

    def write(self, model: type[Page], who: Identity, delivered: Values) -> None:
        """Bring one page in step with its delivery, but for what points to pages that may not be there yet."""
        theirs = self.resolver.complete(model, who, delivered)
        changed_at = theirs.pop(CHANGED)
        known = self.catalogue.known.get(who)
        if known and known.digest == digest(theirs):
            self.report.counts["unverändert"] += 1
            return
        with transaction.atomic():
            self._write(model, who, theirs, changed_at)

    def _write(self, model: type[Page], who: Identity, theirs: Values, changed_at: str | None) -> None:
        page = self.catalogue.find(model, who)
        if page is None:
            page = self._create(model, who, theirs)
            if page:
                self._keep(who, page, theirs, theirs, changed_at)
        else:
            record = Record.load(model, page, self.catalogue.locales, self.addresses)
            self._update(record, who, theirs, changed_at)

    def connect(self, model: type[Page], who: Identity, delivered: Values) -> None:
        """Set what points to other pages of the delivery."""
        known = self.catalogue.known.get(who)
        if self.dry_run or known is None:
            return
        if self.late is None:
            self.late = _late_values()
        theirs = self.resolver.late(model, who, delivered)
        base = {name: value for name, value in self.late.get(known.reference, {}).items() if value is not None}
        if all(same(value, base.get(name)) for name, value in theirs.items()):
            return
        with transaction.atomic():
            self._connect(model, known, base, theirs)

    def _connect(self, model: type[Page], known: Known, base: Values, theirs: Values) -> None:
        record = Record.load(model, known.page, self.catalogue.locales, self.addresses)
        if record.is_locked:
            return
        merged = merge(base, record.values, theirs)
        if merged.changes:
            record.save(merged.changes, self.catalogue.records, publish=False)
            saving.index_references(record.page)
        reference = ExternalReference.objects.get(pk=known.reference)
        reference.delivered |= theirs
        reference.save(update_fields=["delivered"])
        conflicts.keep(known.reference, merged.conflicts, record.values, theirs)

    @transaction.atomic
    def withdraw(self, who: Identity, kind: str) -> None:
        """Unpublish what the source has deleted, with a note; nothing is deleted here."""
        known = self.catalogue.known.get(who)
        if known is None:
            self.report.counts["gelöscht, hier unbekannt"] += 1
            if kind in ("Onlinedienst", "Zustaendigkeit"):
                self.report.say(str(who), f"{kind} gelöscht: wirkt mit der nächsten Lieferung der Leistung")
            return
        page = Page.objects.get(pk=known.page).specific
        if page.live and page.get_translations(inclusive=True).filter(locked=True).exists():
            self._tell_locked(who, page, "an der Quelle gelöscht, aber gesperrt: es bleibt, wie es ist")
            return
        self.report.counts["zurückgezogen" if page.live else "unverändert"] += 1
        if self.dry_run:
            return
        if page.live:
            saving.withdraw(page)
            log(page, LOG_GONE, data={"reference": str(who)})
            self.report.say(str(who), f"„{page.title}“ ist an der Quelle gelöscht und deshalb zurückgezogen")
            reference = ExternalReference.objects.get(pk=known.reference)
            reference.delivered, reference.digest = reference.delivered | {GONE: True}, ""
            reference.save(update_fields=["delivered", "digest"])

    def _create(self, model: type[Page], who: Identity, values: Values) -> int:
        keys = [item["key"] for item in values.get("service_keys", ())]
        twin = next((self.catalogue.keys[key] for key in keys if key in self.catalogue.keys), "")
        if twin:
            self.report.counts["neu als Entwurf"] += 1
            self.report.say(str(who), f"als Entwurf angelegt, denn „{twin}“ hat denselben Schlüssel: bitte vergleichen")
        else:
            self.report.counts["neu"] += 1
        if self.dry_run:
            return 0
        page = saving.new_page(model, values, self.catalogue.new_slug(model, values["title"]))
        parent = Page.objects.get(pk=self.catalogue.indexes[model].pk)
        page = saving.create(page, parent, values, self.catalogue.records, publish=not twin)
        self.catalogue.pages[model].add(page.pk)
        self._create_translations(page, values, self.catalogue.locales)
        saving.index_references(page)
        return page.pk

    def _create_translations(self, page: Any, values: Values, languages: Iterable[str]) -> None:
        for language in languages:
            if values.get(f"title@{language}"):
                locale = Locale.objects.get(pk=self.catalogue.locales[language])
                saving.create_translation(type(page).objects.get(pk=page.pk), locale, values, language)
                self.catalogue.translated[language].add(page.pk)

    def _update(self, record: Record, who: Identity, theirs: Values, changed_at: str | None) -> None:
        if record.is_locked:
            self._tell_locked(who, record.page, "gesperrt und bleibt, wie es ist")
            return
        known = self.catalogue.known.get(who)
        base = ExternalReference.objects.get(pk=known.reference).delivered if known else {}
        merged = merge(base, record.values, theirs)
        is_back = bool(base.pop(GONE, False))
        if merged.conflicts:
            self.report.counts["Abweichungen"] += len(merged.conflicts)
        self.report.counts["geändert" if merged.changes or is_back else "unverändert"] += 1
        if self.dry_run:
            return
        if merged.changes or is_back:
            record.save(merged.changes, self.catalogue.records, publish=is_back)
        self._create_translations(record.page, theirs, self.catalogue.locales.keys() - record.translations.keys())
        saving.index_references(record.page)
        number = self._keep(who, record.page.pk, theirs, base | theirs, changed_at)
        conflicts.keep(number, merged.conflicts, record.values, theirs)

    def _tell_locked(self, who: Identity, page: Any, what: str) -> None:
        self.report.counts["gesperrt"] += 1
        self.report.say(str(who), f"„{page.title}“ ist {what}")

    def _keep(self, who: Identity, page: int, theirs: Values, delivered: Values, changed_at: str | None) -> int:
        """Remember what was delivered now, and all that ever was; return the number of the reference."""
        mark = digest(theirs)
        values = {
            "page_id": page,
            "digest": mark,
            "delivered": delivered,
            "changed_at": datetime.fromisoformat(changed_at) if changed_at else None,
            "imported_at": clock.now(),
        }
        reference, _created = ExternalReference.objects.update_or_create(**who._asdict(), defaults=values)
        self.catalogue.known[who] = Known(reference.pk, page, mark)
        return reference.pk


def _late_values() -> dict[int, Values]:
    """Return what was delivered last of the fields that point to other pages, by reference."""
    names = sorted(LATE)
    rows = ExternalReference.objects.values_list("pk", *(f"delivered__{name}" for name in names))
    return {number: dict(zip(names, values, strict=True)) for number, *values in rows}
