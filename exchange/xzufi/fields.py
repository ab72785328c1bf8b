"""The fields of a service and an office that an exchange carries, with their German names."""

from typing import Any

from exchange.xzufi.codes import LANGUAGES, MAIN_LANGUAGE
from exchange.xzufi.row_kinds import DocumentRows, FeeRows, FormRows, LawRows, LinkRows, OnlineRows
from exchange.xzufi.rows import Rows
from services.models import OfficePage, ServicePage

SERVICE_TEXTS = {
    "title": "Titel",
    "official_name": "amtlicher Name",
    "summary": "Kurztext",
    "area": "Gilt für",
    "first_step": "Das machen Sie zuerst",
    "remedy": "Rechtsbehelf",
    "identification": "Ausweisen und unterschreiben",
    "evidence": "Form der Nachweise",
    "tacit_approval": "Wenn wir nicht antworten",
    "procedure_languages": "Sprachen des Verfahrens",
}
PERIOD = {"go_live_at": "veröffentlichen am", "expire_at": "zurückziehen am"}
SERVICE_VALUES = {
    "service_type": "Typ",
    "target_group": "Für wen",
    "sdg_area": "Informationsbereich (SDG)",
    "reviewed_on": "zuletzt geprüft am",
    **PERIOD,
}
SERVICE_ROWS: dict[str, Rows] = {
    "fees": FeeRows("Kosten", ("kind", "amount", "amount_to", "valid_from"), ("label", "unit")),
    "deadlines": Rows("Fristen und Dauer", ("kind", "duration", "duration_to", "unit"), ("words",)),
    "documents": DocumentRows("Das bringen Sie mit", (), ("name", "condition")),
    "steps": Rows("So geht es", (), ("title", "text")),
    "hints": Rows("Hinweise", ("kind",), ("text",)),
    "legal_bases": LawRows("Rechtsgrundlagen", ("url",), ("text",)),
    "forms": FormRows("Formulare", ("number", "url"), ("title", "note")),
    "online_services": OnlineRows("Onlinedienste", ("url", "trust_level"), ("label",)),
    "service_keys": Rows("LeiKa-Schlüssel", ("key",)),
    "service_offices": LinkRows("Zuständige Stellen", "office"),
    "service_topics": LinkRows("Themen und Lebenslagen", "topic"),
    "related_services": LinkRows("Verwandte Leistungen", "related"),
}
OFFICE_TEXTS = {
    "title": "Titel",
    "summary": "Kurztext",
    "hours_note": "Hinweis zu den Zeiten",
    "accessibility": "Barrierefreiheit",
    "note": "Hinweis",
}
OFFICE_VALUES = {
    "street": "Straße und Hausnummer",
    "postcode": "Postleitzahl",
    "city": "Ort",
    "email": "E-Mail",
    "website": "Internetadresse",
    "parent_office": "gehört zu",
    **PERIOD,
}
OFFICE_ROWS: dict[str, Rows] = {
    "phones": Rows("Telefon", ("number", "label")),
    "opening_hours": Rows("Wöchentliche Zeiten", ("kind", "weekday", "opens", "closes", "by_appointment", "note")),
}
BODY = {"body": "weiterer Text"}
WORDS = {"citizen_words": "So sagen Bürgerinnen und Bürger dazu"}

TEXTS = {ServicePage: SERVICE_TEXTS, OfficePage: OFFICE_TEXTS}
VALUES = {ServicePage: SERVICE_VALUES, OfficePage: OFFICE_VALUES}
ROWS: dict[type, dict[str, Rows]] = {ServicePage: SERVICE_ROWS, OfficePage: OFFICE_ROWS}
# Collections without order: additions of both sides are kept, nothing has to be decided.
SETS = {"citizen_words", "service_keys", "service_offices", "service_topics", "related_services"}
# Set once every page is there that they may point to.
LATE = {"parent_office", "related_services"}
# What XZuFi has no element for; told by the export. Fields of a service, then of an office.
NOT_CARRIED = {
    ServicePage: (
        *("online_availability", "appointment", "payment_means", "ozg_id", "ozg_service", "verification"),
        *("internal_note", "service_hours", "service_contacts", "responsibilities"),
        *("department", "social_image", "slug", "seo_title", "search_description", "show_in_menus"),
    ),
    OfficePage: (
        *("is_external", "building", "room", "sign_language_contact", "uses_building_hours", "by_appointment_only"),
        *("exceptions", "department", "reviewed_on", "social_image", "slug", "seo_title"),
        *("search_description", "show_in_menus"),
    ),
}
RELATIONS = {
    "service_hours": "eigene Zeiten an einer Stelle",
    "service_contacts": "Kontakte",
    "responsibilities": "Wer ist für wen zuständig?",
    "exceptions": "Ausnahmen von den Zeiten",
}
# Parts of rows and texts that stay behind although the row goes.
PARTLY_CARRIED = (
    "Unterlagen: Form (Original, Kopie) und die Verbindung zur Liste der Unterlagen; der Name geht mit",
    "Rechtsgrundlagen: die Verbindung zur Liste der Gesetze; Name und Adresse gehen mit",
    "Formulare: Datei (nur ihre Adresse) und „barrierefrei geprüft“; die Nummer nur mit Ziffer, am Namen",
    "Onlinedienste: Ziel, Konto, Hinweis; geplante und abgeschaltete Dienste",
    "Zuständige Stellen: Angaben zum Termin",
    "Themen: Platz bei „Oft gesucht“",
    "weiterer Text: alles außer Überschriften, Absätzen, Listen und Links",
    "Übersetzungen: nur Englisch",
    "Gebäude: Anschrift und Zeiten gehen als die der Dienststelle mit, alles Übrige nicht",
)


def label(name: str) -> str:
    """Return the German name of a field, with its language if it is a translation."""
    plain_name, _at, language = name.partition("@")
    known = SERVICE_TEXTS | SERVICE_VALUES | OFFICE_TEXTS | OFFICE_VALUES | BODY | WORDS
    rows = SERVICE_ROWS | OFFICE_ROWS
    found = known.get(plain_name) or (rows[plain_name].label if plain_name in rows else plain_name)
    return f"{found} (englisch)" if language else found


def not_carried() -> list[str]:
    """Return what stays behind by its German name, with the kind of page."""
    found = []
    for model, names in NOT_CARRIED.items():
        for name in names:
            field: Any = model._meta.get_field(name)
            title = RELATIONS.get(name) or field.verbose_name
            found.append(f"{model._meta.verbose_name}: {title}")
    return found


def translations() -> list[str]:
    return [language for language in LANGUAGES if language != MAIN_LANGUAGE]


def has_body(model: type) -> bool:
    return model is ServicePage
