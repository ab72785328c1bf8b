"""The facts of a service: fees, deadlines and processing time, documents."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from django.utils import translation
from django.utils.formats import date_format

from cms import clock
from services import durations, money
from services.enums import DeadlineKind, FeeKind
from services.xzufi import codes, markup
from services.xzufi.codes import LANGUAGES, MAIN_LANGUAGE
from services.xzufi.parsing import Node
from services.xzufi.read_modules import links
from services.xzufi.reading import Reading, Texts, by_place, day, instant

LABEL, UNIT, WORDS, DOCUMENT, CONDITION = 200, 60, 300, 300, 200
MAX_AMOUNT, MAX_DURATION = Decimal("9999999.99"), 32_767


def read_facts(reading: Reading, service: Node) -> None:
    reading.values["fees"] = list(_fees(reading, service.all("modulKosten")))
    reading.values["deadlines"] = [
        *_deadlines(reading, service.all("modulFrist"), "frist"),
        *_deadlines(reading, service.all("modulBearbeitungsdauer"), "bearbeitungsdauer"),
    ]
    reading.values["documents"] = _documents(reading, service, reading.values["documents"])


def _fees(reading: Reading, modules: list[Node]) -> Iterator[dict]:
    unfit = []
    for module in modules:
        if not reading.is_valid(module):
            module.take()
            continue
        for cost in by_place(module.all("kosten")):
            cost.value("typ")
            fee = _fee(reading, cost)
            if isinstance(fee, dict):
                yield fee
            elif fee:
                unfit.append(fee)
        reading.add_section("costs", reading.sources(module.all("beschreibung")))
        links(reading, module)
    reading.add_lines("costs", list(dict.fromkeys(unfit)))


def _fee(reading: Reading, cost: Node) -> dict | str:
    """Return the fee as a row; in words where it is none; empty where it holds no longer."""
    begin, end = next(((p.value("beginn"), p.value("ende")) for p in cost.all("gueltigkeit")), ("", ""))
    if end and not _is_ahead(end):
        reading.say("eine Gebühr gilt nicht mehr und fehlt deshalb")
        cost.take()
        return ""
    if end:
        reading.say(f"eine Gebühr gilt nur bis {end}: bitte vormerken")
    choice = cost.first("kostenauswahl") or cost
    label = reading.lines(cost.all("beschreibung"))
    fee = _fixed(choice, label) or _free(reading, choice, label) or _variable(reading, choice, label)
    if not isinstance(fee, dict):
        return fee or label.get(MAIN_LANGUAGE, "")
    if any(len(text) > LABEL for text in fee["label"].values()):
        amount = money.fee_text(fee["kind"], _decimal(fee["amount"]), _decimal(fee["amount_to"]))
        return f"{fee['label'].get(MAIN_LANGUAGE, '')}: {amount}"
    start = day(begin)
    return fee | {"valid_from": start.isoformat() if start else None}


def _is_ahead(end: str) -> bool:
    last = instant(end, is_end=True)
    return last is None or last > clock.now()


def _decimal(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None


def _amount(node: Node | None) -> str | None:
    """Return an amount in euro with two places; None where there is none or it is in another currency."""
    if node is None or node.attributes.get("currencyCode", "EUR") != "EUR":
        return None
    try:
        amount = Decimal(node.text.replace(",", ".")).quantize(Decimal("0.01"))
    except InvalidOperation:
        return None
    return str(amount) if 0 <= amount <= MAX_AMOUNT else None


def _row(kind: str, label: Texts, amount: str | None = None, amount_to: str | None = None, unit: Texts | None = None):
    return {"kind": str(kind), "label": label, "amount": amount, "amount_to": amount_to, "unit": unit or {}}


def _fixed(choice: Node, label: Texts) -> dict | None:
    fixed = choice.first("kostenFix")
    amount = _amount(fixed.first("betrag")) if fixed else None
    return _priced(label, amount) if amount else None


def _priced(label: Texts, amount: str, unit: Texts | None = None) -> dict:
    """A fixed amount; one whose description begins with the word for it is a surcharge."""
    words = codes.SURCHARGE
    if not label.get(MAIN_LANGUAGE, "").startswith(words[MAIN_LANGUAGE] + ":"):
        return _row(FeeKind.FIXED, label, amount, unit=unit)
    cut = {language: text.removeprefix(words[language] + ":").strip() for language, text in label.items()}
    return _row(FeeKind.SURCHARGE, {key: text for key, text in cut.items() if text}, amount, unit=unit)


def _free(reading: Reading, choice: Node, label: Texts) -> dict | None:
    free = choice.first("kostenFrei")
    if free is None:
        return None
    why = reading.lines(free.all("beschreibungKostenfreiheit"))
    return _row(FeeKind.FREE, why | label)


def _variable(reading: Reading, choice: Node, label: Texts) -> dict | str:
    variable = choice.first("kostenVariabel")
    if variable is None:
        return ""
    low, high = _amount(variable.first("betragUntergrenze")), _amount(variable.first("betragObergrenze"))
    unit = reading.lines(variable.all("beschreibungVariabilitaet"))
    if any(len(text) > UNIT for text in unit.values()):
        both = {key: " – ".join(part for part in (label.get(key), unit.get(key)) if part) for key in LANGUAGES}
        label, unit = {key: text for key, text in both.items() if text}, {}
    if low and low == high:
        return _priced(label, low, unit)
    if low and high and Decimal(low) < Decimal(high):
        return _row(FeeKind.RANGE, label, low, high, unit)
    bound = f"ab {money.euro(Decimal(low))}" if low else f"bis {money.euro(Decimal(high))}" if high else ""
    name = label.get(MAIN_LANGUAGE, "")
    return f"{name}: {bound}" if name and bound else name or bound


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
    if not first.isdecimal() or int(first) > MAX_DURATION:
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
