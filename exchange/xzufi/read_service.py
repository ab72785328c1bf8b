"""A `leistung` as the values of our record."""

import re
from html import escape
from typing import Any

from cms import clock
from exchange.xzufi import codes, markup
from exchange.xzufi.codes import LANGUAGES, MAIN_LANGUAGE
from exchange.xzufi.identity import Identity, identity
from exchange.xzufi.parsing import Node
from exchange.xzufi.read_facts import read_facts
from exchange.xzufi.read_modules import read_modules
from exchange.xzufi.reading import Reading, SkippedObjectError, day, field_name, iso, period
from services.enums import TargetGroup
from services.leika import is_known

KEY = re.compile(r"99\d{12}$")
# Known, and nothing we could show: dates of the source, its structure and place in it.
NOT_NEEDED = (
    *("idSekundaer", "struktur", "versionsinformation", "versionsinformationen", "sprachversion", "herausgeber"),
    *("modulUrsprungsportal", "statusKatalog", "statusBibliothek", "detailstufe", "positionDarstellung"),
)


def read_service(reading: Reading, node: Node) -> dict[str, Any]:
    """Return the values by field; ids of other objects as identities. Raises SkippedObjectError."""
    values = reading.values
    _period(reading, node)
    if not all_covered(node, "gueltigkeitGebietID"):
        raise SkippedObjectError("gilt nicht in Bochum")
    read_modules(reading, node)
    read_facts(reading, node)
    _body(reading)
    if not values["title"]:
        raise SkippedObjectError("hat keine deutsche Bezeichnung (Textmodul 02 oder 03)")
    values["service_keys"] = _keys(reading, node)
    values["target_group"] = _target_group(node)
    values["service_type"] = _first(reading, node, "typisierung", 10)
    values["sdg_area"] = _sdg_area(reading, node)
    values["service_topics"] = _topics(reading, node)
    values["related_services"] = [list(other) for other in _related(node)]
    released = day(node.value("modulFachlicheFreigabe", "fachlichFreigegebenAm"))
    values["reviewed_on"] = released.isoformat() if released else None
    _words(reading, node)
    for name in NOT_NEEDED:
        for child in node.all(name):
            child.take()
    return values


def _period(reading: Reading, node: Node) -> None:
    """Keep the period that holds or comes next; without period both ends are open."""
    periods = sorted((period(each) for each in node.all("gueltigkeit")), key=lambda pair: str(pair[0] or ""))
    begin, end = next((pair for pair in periods if _is_open(pair[1])), periods[-1] if periods else (None, None))
    reading.values["go_live_at"], reading.values["expire_at"] = iso(begin), iso(end)


def _is_open(end: Any) -> bool:
    return end is None or end > clock.now()


def all_covered(node: Node, name: str) -> bool:
    """Whether the object is for the city: it names no areas, or one that has the city in it."""
    areas = [area.text for area in node.all(name)]
    return not areas or any(map(codes.covers_us, areas))


def _body(reading: Reading) -> None:
    """Make one text of the full text and of the sections that no field could take."""
    full = reading.values["body"]
    for language in LANGUAGES:
        parts = [markup.canonical(full.get(language, ""))]
        for headings, texts in reading.sections:
            if text := markup.canonical(texts.get(language, "")):
                heading = headings.get(language) or headings.get(MAIN_LANGUAGE, "")
                parts.append(f"<h2>{escape(heading, quote=False)}</h2>{text}" if heading else text)
        reading.values[field_name("body", language)] = "".join(parts)


def _keys(reading: Reading, node: Node) -> list[dict]:
    found = []
    for reference in node.all("referenzLeiKa", "referenzLeistungsschluessel"):
        text = reference.value("code") or reference.text
        if match := KEY.search(re.sub(r"\s", "", text)):
            found.append(match[0])
            if not is_known(match[0]):
                reading.say(f"Schlüssel {match[0]} steht nicht in der Liste von 2019")
        else:
            reading.say(f"„{text[:40]}“ ist kein LeiKa-Schlüssel")
        reference.take()
    return [{"key": key} for key in dict.fromkeys(found)]


def _target_group(node: Node) -> str:
    found = {codes.ADDRESSEES.get(code_of(each)) for each in node.all("leistungsadressat")} - {None}
    if len(found) > 1:
        return str(TargetGroup.BOTH)
    return str(next(iter(found), ""))


def code_of(node: Node) -> str:
    return node.value("code") or node.text


def _first(reading: Reading, node: Node, name: str, longest: int) -> str:
    """Return the first of several codes; a field of ours holds one."""
    found = [code_of(each) for each in node.all(name)]
    if len(found) > 1:
        reading.report.unread[f"leistung/{name} (ab dem zweiten)"] += len(found) - 1
    return found[0] if found and len(found[0]) <= longest else ""


def _sdg_area(reading: Reading, node: Node) -> str:
    inner = node.first("informationsbereicheSDG")
    if inner:
        return _first(reading, inner, "sdg1", 10)
    return _first(reading, node, "informationsbereichSDG", 10)


def _topics(reading: Reading, node: Node) -> list[dict]:
    """Return topics by their German names; whether we have such a topic is known later."""
    names = [reading.lines(each.all("bezeichnung")).get(MAIN_LANGUAGE, "") for each in node.all("kategorie")]
    for each in node.all("kategorie"):
        each.take()
    return [{"topic": name} for name in dict.fromkeys(names) if name]


def _related(node: Node) -> list[Identity]:
    found = [identity(each) for each in node.all("idLeistungImKontext", "leistungImKontextID")]
    return [each for each in found if each]


def _words(reading: Reading, node: Node) -> None:
    found: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for module in node.all("modulBegriffImKontext"):
        module.value("typ")
        # In 2.1 the term itself, in 2.2 in an element of its own.
        for language, text in reading.lines(module.all("begriff")).items():
            if len(text) <= 80:
                found[language].add(text)
            else:
                reading.say(f"der Begriff „{text[:40]} …“ ist länger als 80 Zeichen und fehlt deshalb")
    for language, words in found.items():
        reading.values[field_name("citizen_words", language)] = [{"phrase": word} for word in sorted(words)]
