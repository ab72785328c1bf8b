"""How far services are online, which keys they carry, and what the Single Digital Gateway still misses.

All counts are of live German pages. What is found is a reason to look, never an error: the key list is of 2019.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from wagtail.models import Page

from cms import charts, clock, live_facts
from services import leika
from services.enums import Availability, DeadlineKind, OnlineState
from services.models import OnlineProgress, ServicePage

ENGLISH = "en"
NOT_IN_LIST = "nicht in der Liste 2019"
# Life events of Annex II, Regulation (EU) 2018/1724; codes of the four-digit list.
AREAS = {
    "1000": "Geburt",
    "2000": "Wohnsitz",
    "3000": "Studium",
    "4000": "Arbeit",
    "5000": "Umzug",
    "6000": "Ruhestand",
    "7000": "Unternehmen",
}
# What Articles 9 and 10 want to be said of a procedure.
SAID = {
    "identification": "Ausweisen und unterschreiben",
    "evidence": "Form der Nachweise",
    "tacit_approval": "Wenn wir nicht antworten",
    "procedure_languages": "Sprachen des Verfahrens",
}
HEADER = (
    *("Leistung", "Adresse", "Prüfstand", "LeiKa-Schlüssel", "OZG-Nummer", "OZG-Leistung", "Online", "Onlinedienste"),
    *("SDG", "Englisch", "Hinweise"),
)


# Fields of `OnlineProgress` by the names of the totals.
COUNTED = {
    "services": "Leistungen",
    "fully_online": "vollständig online",
    "partly_online": "teilweise online",
    "offline": "nicht online",
}


@dataclass(frozen=True)
class Line:
    """One service of the report. `online` is the code, `online_services` are "name (state)"."""

    pk: int
    title: str
    url: str
    verification: str
    keys: list[str]
    ozg_id: str
    ozg_service: str
    online: str
    online_services: list[str]
    sdg_area: str
    is_in_english: bool
    findings: list[str]

    def cells(self) -> list[str]:
        """Return the line as a row below `HEADER`."""
        online = dict(Availability.choices).get(self.online, "unbekannt")
        return [
            *(self.title, self.url, self.verification, " ".join(self.keys), self.ozg_id, self.ozg_service, str(online)),
            *(", ".join(self.online_services), self.sdg_area, "ja" if self.is_in_english else "nein"),
            "; ".join(self.findings),
        ]


@dataclass(frozen=True)
class Area:
    """An information area with how many services it has, and which of them have no English page."""

    code: str
    name: str
    services: int
    without_english: list[Line]


def lines() -> list[Line]:
    """Return all live German services by title, with what is to be looked at. Three statements."""
    found = list(ServicePage.objects.live().filter(locale_id=live_facts.source_locale_id()).order_by("title"))
    live_facts.fetch(found, ("service_keys", "online_services", "deadlines"))
    english = set(
        Page.objects.filter(live=True, locale__language_code=ENGLISH, alias_of=None).values_list(
            "translation_key", flat=True
        )
    )
    return [_line(service, service.translation_key in english) for service in found]


def totals(found: Iterable[Line]) -> dict[str, int]:
    """Return the counts people ask for first, by their German name."""
    rows = list(found)
    online = Counter(line.online for line in rows)
    return {
        "Leistungen": len(rows),
        "vollständig online": online[Availability.YES],
        "teilweise online": online[Availability.PARTLY],
        "nicht online": online[Availability.NO],
        "unbekannt, ob online": online[""],
        "ohne LeiKa-Schlüssel": sum(not line.keys for line in rows),
        f"mit Schlüssel {NOT_IN_LIST}": sum(any(NOT_IN_LIST in finding for finding in line.findings) for line in rows),
        "ohne OZG-Nummer": sum(not line.ozg_id for line in rows),
    }


def areas(found: Iterable[Line]) -> list[Area]:
    """Return the areas of the Single Digital Gateway: those of Annex II always, others where a service names them."""
    by_code: dict[str, list[Line]] = {code: [] for code in AREAS}
    for line in found:
        if line.sdg_area:
            by_code.setdefault(line.sdg_area, []).append(line)
    return [
        Area(code, AREAS.get(code, ""), len(rows), [line for line in rows if not line.is_in_english])
        for code, rows in sorted(by_code.items())
    ]


def record_progress() -> OnlineProgress:
    """Note today's counts; a second time on the same day replaces the first."""
    counted = totals(lines())
    progress, _new = OnlineProgress.objects.update_or_create(
        day=clock.now().date(),
        defaults={name: counted[label] for name, label in COUNTED.items()},
    )
    return progress


def progress_chart() -> charts.Chart | None:
    """Return how the counts went over time; None before the first day was noted."""
    rows = list(OnlineProgress.objects.order_by("day"))
    # Without the number of all services, beside which the others would lie flat on the ground.
    series = [charts.Series(label, [getattr(row, name) for row in rows]) for name, label in list(COUNTED.items())[1:]]
    return charts.over_days("Stand der Digitalisierung", [row.day for row in rows], series)


def progress_table() -> tuple[list[str], list[list[str]]]:
    """Return header and rows of the counts over time, all services among them."""
    rows = [
        [charts.german(row.day), *(str(getattr(row, name)) for name in COUNTED)]
        for row in OnlineProgress.objects.order_by("day")
    ]
    return ["Tag", *COUNTED.values()], rows


def as_data(found: Sequence[Line]) -> dict[str, Any]:
    """Return the whole report for a program."""
    progress = OnlineProgress.objects.order_by("day").values("day", *COUNTED)
    return {
        "day": clock.now().date().isoformat(),
        "totals": totals(found),
        "services": [asdict(line) for line in found],
        "areas": [
            {"code": area.code, "name": area.name, "services": area.services}
            | {"without_english": [line.title for line in area.without_english]}
            for area in areas(found)
        ],
        "progress": [row | {"day": row["day"].isoformat()} for row in progress],
    }


def _line(service: ServicePage, is_in_english: bool) -> Line:
    keys = [row.key for row in service.service_keys.all()]
    return Line(
        pk=service.pk,
        title=service.title,
        url=service.get_url() or "",
        verification=service.get_verification_display(),
        keys=keys,
        ozg_id=service.ozg_id,
        ozg_service=service.ozg_service,
        online=service.online_availability,
        online_services=[f"{row.label} ({row.get_state_display()})" for row in service.online_services.all()],
        sdg_area=service.sdg_area,
        is_in_english=is_in_english,
        findings=[*_key_findings(service, keys), *_online_findings(service), *_sdg_findings(service, is_in_english)],
    )


def _key_findings(service: ServicePage, keys: list[str]) -> Iterable[str]:
    if not keys:
        yield "ohne LeiKa-Schlüssel"
    for key in keys:
        if not leika.is_known(key):
            yield f"{leika.formatted(key)}: {NOT_IN_LIST}"
    if not service.ozg_id:
        yield "ohne OZG-Nummer"


def _online_findings(service: ServicePage) -> Iterable[str]:
    ways = [row for row in service.online_services.all() if row.url and row.state == OnlineState.ONLINE]
    if service.online_availability in {Availability.YES, Availability.PARTLY} and not ways:
        yield "online, aber kein Onlinedienst mit Adresse in Betrieb"
    if service.online_availability == Availability.NO and ways:
        yield "„nicht online“, aber ein Onlinedienst ist in Betrieb"


def _sdg_findings(service: ServicePage, is_in_english: bool) -> Iterable[str]:
    if not service.sdg_area:
        return
    if not is_in_english:
        yield "SDG: keine englische Fassung"
    missing = [label for name, label in SAID.items() if not getattr(service, name)]
    if not any(row.kind == DeadlineKind.PROCESSING for row in service.deadlines.all()):
        missing.append("Dauer")
    if missing:
        yield f"SDG: keine Angabe zu {', '.join(missing)}"
