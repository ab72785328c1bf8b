"""How far services are online, which keys they carry, and what the Single Digital Gateway still misses.

All counts are of live German pages. What is found is a reason to look, never an error: the key list is of 2019.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from wagtail.models import Page

from cms import clock, live_facts
from services import ozg_findings
from services.enums import Availability
from services.models import OnlineProgress, ServicePage
from services.ozg_findings import NOT_IN_LIST

ENGLISH = "en"
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
HEADER = (
    *("Leistung", "Adresse", "Prüfstand", "LeiKa-Schlüssel", "OZG-Nummer", "OZG-Leistung", "Online", "Onlinedienste"),
    *("SDG", "Englisch", "Hinweise"),
)


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
class Group:
    """Services that are counted together; `code` stands in the address of their list."""

    code: str
    label: str
    has: Callable[[Line], bool]

    def among(self, found: Iterable[Line]) -> list[Line]:
        return [line for line in found if self.has(line)]


GROUPS = (
    Group("alle", "Leistungen", lambda line: True),
    Group("online", "vollständig online", lambda line: line.online == Availability.YES),
    Group("teilweise", "teilweise online", lambda line: line.online == Availability.PARTLY),
    Group("nicht", "nicht online", lambda line: line.online == Availability.NO),
    Group("unbekannt", "unbekannt, ob online", lambda line: line.online == ""),
    Group("ohne-leika", "ohne LeiKa-Schlüssel", lambda line: not line.keys),
    Group(
        "neuer-leika", f"mit Schlüssel {NOT_IN_LIST}", lambda line: any(NOT_IN_LIST in each for each in line.findings)
    ),
    Group("ohne-ozg", "ohne OZG-Nummer", lambda line: not line.ozg_id),
)
# Fields of `OnlineProgress` by the names of the totals.
COUNTED = {
    "services": "Leistungen",
    "fully_online": "vollständig online",
    "partly_online": "teilweise online",
    "offline": "nicht online",
}


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
    return {group.label: len(group.among(rows)) for group in GROUPS}


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
    return Line(
        pk=service.pk,
        title=service.title,
        url=service.get_url() or "",
        verification=service.get_verification_display(),
        keys=[row.key for row in service.service_keys.all()],
        ozg_id=service.ozg_id,
        ozg_service=service.ozg_service,
        online=service.online_availability,
        online_services=[f"{row.label} ({row.get_state_display()})" for row in service.online_services.all()],
        sdg_area=service.sdg_area,
        is_in_english=is_in_english,
        findings=ozg_findings.of_service(service, is_in_english),
    )
