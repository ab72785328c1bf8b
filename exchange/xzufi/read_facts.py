"""The facts of a service: deadlines and processing time, documents; fees in a file of their own."""

from collections.abc import Iterator

from django.utils import translation
from django.utils.formats import date_format

from exchange.xzufi import codes, markup
from exchange.xzufi.codes import LANGUAGES, MAIN_LANGUAGE
from exchange.xzufi.parsing import Node
from exchange.xzufi.read_fees import read_fees
from exchange.xzufi.read_modules import links
from exchange.xzufi.reading import Reading, Texts, by_place, day
from services import durations
from services.enums import DeadlineKind

WORDS, DOCUMENT, CONDITION = 300, 300, 200
MAX_DURATION = 32_767


def read_facts(reading: Reading, service: Node) -> None:
    reading.values["fees"] = list(read_fees(reading, service.all("modulKosten")))
    reading.values["deadlines"] = [
        *_deadlines(reading, service.all("modulFrist"), "frist"),
        *_deadlines(reading, service.all("modulBearbeitungsdauer"), "bearbeitungsdauer"),
    ]
    reading.values["documents"] = _documents(reading, service, reading.values["documents"])


def _deadlines(reading: Reading, modules: list[Node], name: str) -> Iterator[dict]:
    unfit = []
    for module in modules:
        if not reading.is_valid(module):
            module.take()
            continue
        for node in by_place(module.all(name)):
            row = _deadline(reading, node)
            if any(len(text) > WORDS for text in row["words"].values()):
                length = durations.text(row["duration"], row["duration_to"], row["unit"])
                unfit.append(f"{length} {row['words'].get(MAIN_LANGUAGE, '')}".strip())
            elif row["duration"] is not None or row["words"].get(MAIN_LANGUAGE):
                yield row
        reading.add_section("deadlines", reading.sources(module.all("beschreibung")))
        links(reading, module)
    reading.add_lines("deadlines", unfit)


def _deadline(reading: Reading, node: Node) -> dict:
    kind = DeadlineKind.PROCESSING if node.name == "bearbeitungsdauer" else codes.deadline_kind(_type_name(node))
    choice = node.first("fristauswahl") or node.first("bearbeitungsdauerauswahl") or node
    words = reading.lines(node.all("beschreibung"))
    length = choice.first("fristDauer") or choice.first("bearbeitungsdauerDauer") or choice
    number, number_to, unit, prefix = _length(length)
    if day_of_year := choice.first("fristStichtag"):
        prefix = {language: _days(day_of_year, language) for language in LANGUAGES}
    if any(prefix.values()):
        words = {key: " ".join(part for part in (prefix[key], words.get(key, "")) if part) for key in LANGUAGES}
    return {"kind": str(kind), "duration": number, "duration_to": number_to, "unit": unit, "words": words}


def _type_name(node: Node) -> str:
    kind = node.first("typ")
    return f"{kind.value('name')} {kind.value('code')}" if kind else ""


def _length(node: Node) -> tuple[int | None, int | None, str, Texts]:
    """Return duration, second duration and unit; in words where we have no such unit or two different ones."""
    first, second = node.value("dauer"), node.value("dauerBis")
    code, code_to = node.value("einheit"), node.value("einheitBis") or node.value("einheit")
    if not first.isdecimal() or len(first) > 5 or len(second) > 5 or int(first) > MAX_DURATION:
        return None, None, "", {}
    if code in codes.UNITS and code == code_to:
        upper = int(second) if second.isdecimal() and int(first) < int(second) <= MAX_DURATION else None
        return int(first), upper, str(codes.UNITS[code]), {}
    parts = [_words(first, code), _words(second, code_to) if second else ""]
    return None, None, "", dict.fromkeys(LANGUAGES, " bis ".join(part for part in parts if part))


def _words(number: str, code: str) -> str:
    if code in codes.UNITS:
        return durations.text(int(number), None, codes.UNITS[code])
    one, many = codes.UNIT_WORDS.get(code, (code, code))
    return f"{number} {one if number == '1' else many}".strip()


def _days(node: Node, language: str) -> str:
    """Return the days of a period in words: "1. März bis 31. Mai"."""
    found = [_day(node.value("von"), language), _day(node.value("bis"), language)]
    return (" bis " if language == MAIN_LANGUAGE else " to ").join(part for part in found if part)


def _day(text: str, language: str) -> str:
    is_yearly = text.startswith("--")
    parsed = day(f"2000{text[1:]}" if is_yearly else text)
    if parsed is None:
        return ""
    point = "." if language == MAIN_LANGUAGE else ""
    with translation.override(language):
        return date_format(parsed, f"j{point} F" if is_yearly else f"j{point} F Y")


def _documents(reading: Reading, service: Node, text: Texts) -> list[dict]:
    """Return structured documents; the text about them becomes rows where there are none, a section if it says more."""
    rows, unfit = [], []
    for module in service.all("modulDokument"):
        for node in by_place(module.all("dokumentEingehend")):
            inner = node.first("dokument") or node
            inner.value("typ")
            row = {
                "name": reading.lines(inner.all("bezeichnung")),
                "condition": reading.lines(inner.all("beschreibung")),
            }
            fits = _fits(row["name"], DOCUMENT) and _fits(row["condition"], CONDITION)
            if row["name"].get(MAIN_LANGUAGE) and fits:
                rows.append(row)
            elif row["name"]:
                unfit.append(document_line(row))
    reading.add_lines(codes.DOCUMENTS, unfit)
    if rows or unfit:
        known = {*map(document_line, rows), *unfit}
        if not {" ".join(item.text.split()) for item in markup.items(text.get(MAIN_LANGUAGE, ""))} <= known:
            reading.add_section(codes.DOCUMENTS, text)
        return rows
    found = reading.items(text, DOCUMENT)
    if found is None:
        reading.add_section(codes.DOCUMENTS, text)
    return [
        {"name": {key: " ".join(each.text.split()) for key, each in item.items()}, "condition": {}}
        for item in found or []
    ]


def document_line(row: dict, language: str = MAIN_LANGUAGE) -> str:
    """Return a document in words, as the text module names it."""
    name, condition = row["name"].get(language, ""), row["condition"].get(language, "")
    return f"{name} ({condition})" if condition else name


def _fits(texts: Texts, longest: int) -> bool:
    return all(len(text) <= longest for text in texts.values())
