"""Code lists of XZuFi beside our words. What no public list explains is told apart by its name, not by its code."""

from services.enums import DeadlineKind, DurationUnit, FeeKind, HintKind, TargetGroup

NAMESPACE = "http://xoev.de/schemata/xzufi/2_2_0"
VERSION = "2.2.0"
# The city in the keys of areas: region (ARS). Where no editorial office has given us a number, it names us, too.
REGION = "059110000000"
AGENCY = REGION
SERVICE_SCHEME, OFFICE_SCHEME, ONLINE_SCHEME = "LB", "OE", "OD"
MAIN_LANGUAGE = "de"
LANGUAGES = ("de", "en")

KEY_LIST = "urn:de:fim:leika:leistung"
MODULE_LIST = "urn:de:xzufi:codeliste:leistungstextmodulleika"
TRUST_LIST = "urn:xoev-de:fim:codeliste:vertrauensniveau"
LINK_LIST = "urn:xoev-de:fim:codeliste:onlinedienstlinktyp"
DEADLINE_LIST = "urn:xoev-de:fim:codeliste:fristtyp"

OFFICIAL, TITLE, SHORT, FULL, LAW, DOCUMENTS, CONDITIONS = "02", "03", "05", "06", "07", "08", "09"
STEPS, FORMS, MORE, NOTES, AUTHOR, OFFICE, CONTACT, TEASER, REMEDY = (
    *("11", "14", "15", "16", "18", "22", "23", "24", "25"),
)
# Module → heading of a section that is made of it where no field of ours takes it, by language.
HEADINGS = {
    SHORT: {"de": "Kurz gesagt", "en": "In short"},
    LAW: {"de": "Rechtsgrundlagen", "en": "Legal basis"},
    DOCUMENTS: {"de": "Unterlagen", "en": "Documents"},
    CONDITIONS: {"de": "Voraussetzungen", "en": "Requirements"},
    STEPS: {"de": "Ablauf", "en": "Procedure"},
    FORMS: {"de": "Formulare", "en": "Forms"},
    MORE: {"de": "Weitere Informationen", "en": "Further information"},
    NOTES: {"de": "Hinweise", "en": "Notes"},
    OFFICE: {"de": "Zuständige Stelle", "en": "Responsible office"},
    CONTACT: {"de": "Ansprechstelle", "en": "Contact"},
    TEASER: {"de": "Kurz gesagt", "en": "In short"},
    REMEDY: {"de": "Rechtsbehelf", "en": "Legal remedy"},
    "costs": {"de": "Kosten", "en": "Fees"},
    "deadlines": {"de": "Fristen und Dauer", "en": "Deadlines and processing time"},
}
HINT_MODULES = {
    CONDITIONS: HintKind.PREREQUISITE,
    NOTES: HintKind.GENERAL,
    OFFICE: HintKind.RESPONSIBILITY,
    CONTACT: HintKind.CONTACT,
}
# No module is made for these: individual modules carry them under the name of our field or kind.
OWN_HINTS = {
    "Für wen": HintKind.AUDIENCE,
    "Ort": HintKind.PLACE,
    "Zeiten": HintKind.TIMES,
    "Termin": HintKind.APPOINTMENT,
}
OWN_TEXTS = {
    "Gilt für": "area",
    "Das machen Sie zuerst": "first_step",
    "Ausweisen und unterschreiben": "identification",
    "Form der Nachweise": "evidence",
    "Wenn wir nicht antworten": "tacit_approval",
    "Sprachen des Verfahrens": "procedure_languages",
}
UNITS = {
    "MINUTE": DurationUnit.MINUTE,
    "STUNDE": DurationUnit.HOUR,
    "TAG": DurationUnit.DAY,
    "ARBEITSTAG": DurationUnit.WORKDAY,
    "WOCHE": DurationUnit.WEEK,
    "MONAT": DurationUnit.MONTH,
    "JAHR": DurationUnit.YEAR,
}
# Working days from Monday to Saturday, and seconds: no unit of ours, so they become words (one, many).
UNIT_WORDS = {"WERKTAG": ("Werktag", "Werktage"), "SEKUNDE": ("Sekunde", "Sekunden")}
DEADLINE_NAMES = {
    DeadlineKind.DUE: "Fälligkeit",
    DeadlineKind.VALIDITY: "Geltungsdauer",
    DeadlineKind.DEADLINE: "Frist",
}
ADDRESSEES = {"001": TargetGroup.PERSON, "002": TargetGroup.COMPANY}
# A surcharge has no cost of its own kind: its description begins with this word.
SURCHARGE = {"de": "Zuschlag", "en": "Surcharge"}
PRICED = {FeeKind.FIXED, FeeKind.SURCHARGE}


def deadline_kind(name: str) -> str:
    """Return our kind for the name of a type of deadline; what is not told apart is a deadline."""
    lowered = name.casefold()
    if "gelt" in lowered or "gültig" in lowered:
        return DeadlineKind.VALIDITY
    return DeadlineKind.DUE if "fällig" in lowered else DeadlineKind.DEADLINE


def covers_us(area: str) -> bool:
    """Whether an area (region or municipality key, any length) is the city or contains it; names are not judged."""
    digits = area.strip()
    if not digits.isdecimal():
        return True
    return REGION.startswith(digits.rstrip("0"))
