"""What is to be looked at in a service of the OZG report: a reason to look, never an error."""

from collections.abc import Iterable

from services import leika
from services.enums import Availability, DeadlineKind, OnlineState
from services.models import ServicePage

NOT_IN_LIST = "nicht in der Liste 2019"
# What Articles 9 and 10 want to be said of a procedure.
SAID = {
    "identification": "Ausweisen und unterschreiben",
    "evidence": "Form der Nachweise",
    "tacit_approval": "Wenn wir nicht antworten",
    "procedure_languages": "Sprachen des Verfahrens",
}


def of_service(service: ServicePage, is_in_english: bool) -> list[str]:
    """Return the findings in German words; keys, online services and deadlines are at hand."""
    keys = [row.key for row in service.service_keys.all()]
    return [*_key_findings(service, keys), *_online_findings(service), *_sdg_findings(service, is_in_english)]


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
