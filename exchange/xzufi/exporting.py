"""Writes the whole live catalogue as one XZuFi 2.2 message, batch by batch."""

import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wagtail.models import Locale, Page

from cms import clock
from exchange.models import ExternalReference
from exchange.xzufi.bodies import Addresses
from exchange.xzufi.catalogue import german, own_identity
from exchange.xzufi.codes import AGENCY, OFFICE_SCHEME, ONLINE_SCHEME, SERVICE_SCHEME
from exchange.xzufi.fields import SERVICE_ROWS, translations
from exchange.xzufi.identity import Identity
from exchange.xzufi.reading import iso
from exchange.xzufi.values import Values, fetch, read_values, translations_of, words_of
from exchange.xzufi.write_office import write_office, write_online, write_responsibility
from exchange.xzufi.write_service import write_service
from exchange.xzufi.writing import XmlWriter
from services.enums import Verification
from services.models import OfficePage, ServicePage, TopicPage

BATCH = 200
UNVERIFIED = "Leistungen noch nicht geprüft"
LEFT_OUT = "nicht geprüfte Leistungen weggelassen"
SCHEMES = {OfficePage: OFFICE_SCHEME, ServicePage: SERVICE_SCHEME}


def export(path: Path, agency: str = AGENCY, *, with_unverified: bool = False) -> Counter:
    """Write the catalogue to a file; it appears there when it is complete. Return what was written, by German word.

    Services whose facts nobody has checked stay here, as in the API and in lists, unless `with_unverified`.
    """
    part = path.with_name(f"{path.name}.part")
    with part.open("w", encoding="utf-8") as file:
        counts = Export(XmlWriter(file), agency, with_unverified).write()
    part.replace(path)
    return counts


@dataclass
class Export:
    out: XmlWriter
    agency: str = AGENCY
    with_unverified: bool = False
    identities: dict[int, Identity] = field(default_factory=dict)
    counts: Counter = field(default_factory=Counter)
    addresses: Addresses = field(default_factory=Addresses)

    def write(self) -> Counter:
        self._load_identities()
        topics = dict(TopicPage.objects.live().values_list("pk", "title"))
        with self.out.message():
            with self.out.inside("nachrichtenkopf"):
                self.out.put("nachrichtUUID", str(uuid.uuid4()))
                self.out.put("erstelltDatumZeit", iso(clock.now()))
            self.out.file.write("\n")
            for page, values in self._records(OfficePage):
                above = self.identities.get(values["parent_office"])
                write_office(self.out, self.identities[page.pk], values, above)
                self.counts["Dienststellen"] += 1
            for page, values in self._records(ServicePage):
                self._service(page, values, topics)
        if not self.with_unverified:
            everything = german(ServicePage.objects.live()).count()
            self.counts += Counter({LEFT_OUT: everything - self.counts["Leistungen"]})
        return self.counts

    def _load_identities(self) -> None:
        """Give every live German page its identity: that of its source, or one of our own."""
        for model, scheme in SCHEMES.items():
            for page in self._pages(model).only("translation_key"):
                self.identities[page.pk] = own_identity(page, scheme, self.agency)
        for number, *who in ExternalReference.objects.values_list("page_id", "agency", "scheme", "identifier"):
            if number in self.identities:
                self.identities[number] = Identity(*who)

    def _pages(self, model: type[Page]) -> Any:
        pages = german(model._default_manager.live())
        if model is ServicePage and not self.with_unverified:
            pages = pages.exclude(verification=Verification.UNVERIFIED)
        return pages

    def _records(self, model: type[Page]) -> Iterator[tuple[Any, Values]]:
        locales = dict(Locale.objects.filter(language_code__in=translations()).values_list("language_code", "pk"))
        pages = self._pages(model)
        if model is OfficePage:
            pages = pages.select_related("building").prefetch_related("building__opening_hours")
        numbers = list(pages.order_by("path").values_list("pk", flat=True))
        for start in range(0, len(numbers), BATCH):
            batch = list(pages.filter(pk__in=numbers[start : start + BATCH]).order_by("path"))
            others = {
                number: {language: page for language, page in found.items() if page.live}
                for number, found in translations_of(batch, locales).items()
            }
            everything = [*batch, *(page for found in others.values() for page in found.values())]
            fetch(everything)
            words = words_of(everything)
            for page in batch:
                values = read_values(page, others[page.pk], words, self.addresses, for_export=True)
                yield page, values | {"@changed": iso(page.last_published_at)}

    def _service(self, page: Any, values: Values, topics: dict[int, str]) -> None:
        who = self.identities[page.pk]
        related = [self.identities.get(item["related"]) for item in values["related_services"]]
        names = [topics.get(item["topic"]) for item in values["service_topics"]]
        write_service(self.out, who, values, [each for each in related if each], [name for name in names if name])
        self.counts["Leistungen"] += 1
        if not page.is_verified:
            self.counts[UNVERIFIED] += 1
        rows = [row for row in page.online_services.all() if SERVICE_ROWS["online_services"].carries(row)]
        for row, item in zip(rows, values["online_services"], strict=True):
            online = Identity(self.agency, ONLINE_SCHEME, str(row.translation_key))
            write_online(self.out, online, item)
            write_responsibility(self.out, online, who, "Onlinedienst")
            self.counts["Onlinedienste"] += 1
        for item in values["service_offices"]:
            if office := self.identities.get(item["office"]):
                write_responsibility(self.out, office, who, "Organisationseinheit")
