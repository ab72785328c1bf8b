"""The text modules of a service: each becomes a field, rows, or a section of the text."""

import re
from html import escape

from exchange.xzufi import codes, markup
from exchange.xzufi.codes import LANGUAGES, MAIN_LANGUAGE
from exchange.xzufi.markup import Item
from exchange.xzufi.parsing import Node
from exchange.xzufi.reading import Reading, Texts, by_place
from services.enums import HintKind
from services.models import ServicePage

HINT, LAW, STEP, FORM, NOTE = 400, 300, 200, 200, 300
FORM_NUMBER = re.compile(r"^(?P<title>.+) \((?P<number>[^()]*\d[^()]*)\)$")


def read_modules(reading: Reading, service: Node) -> None:
    """Set titles, texts and the rows that come from text modules."""
    modules = _by_code(reading, service)
    _titles(reading, modules)
    _summary(reading, modules)
    _short(reading, "remedy", modules.pop(codes.REMEDY, {}), 600, codes.REMEDY)
    reading.values["hints"] = _hints(reading, modules)
    reading.values["legal_bases"] = _legal_bases(reading, modules.pop(codes.LAW, {}))
    reading.values["steps"] = _steps(reading, modules.pop(codes.STEPS, {}))
    reading.values["forms"] = _forms(reading, modules.pop(codes.FORMS, {}))
    _individual(reading, service)
    # Documents are read after these: structured ones come first.
    reading.values["documents"] = modules.pop(codes.DOCUMENTS, {})
    full = modules.pop(codes.FULL, {})
    reading.add_section(codes.MORE, modules.pop(codes.MORE, {}))
    reading.values["body"] = full
    for code in modules:
        reading.say(f"Textmodul {code} wird nicht übernommen")


def _by_code(reading: Reading, service: Node) -> dict[str, Texts]:
    found: dict[str, Texts] = {}
    for module in by_place(service.all("modulText")):
        code = module.value("leikaTextmodul") or module.value("textmodul")
        if not reading.is_valid(module):
            module.take()
            continue
        texts = reading.sources(module.all("inhalt"))
        for language, text in texts.items():
            known = found.setdefault(code, {})
            known[language] = known.get(language, "") + text
        links(reading, module)
    found.pop(codes.AUTHOR, None)
    return found


def links(reading: Reading, module: Node) -> None:
    """Let the further links of a module become a section; links in its text stay there."""
    found: Texts = {}
    for link in by_place(module.all("weiterfuehrenderLink")):
        address = link.value("uri")
        language = link.attributes.get("languageCode", MAIN_LANGUAGE)
        name = " ".join(part for part in (link.value("titel"), link.value("beschreibung")) if part) or address
        if language in LANGUAGES and markup.ADDRESS.match(address):
            entry = f'<li><a href="{escape(address)}">{escape(name, quote=False)}</a></li>'
            found[language] = found.get(language, "") + entry
    reading.add_section(codes.MORE, {language: f"<ul>{entries}</ul>" for language, entries in found.items()})


def _titles(reading: Reading, modules: dict[str, Texts]) -> None:
    official, titles = (
        {key: reading.cut("Bezeichnung", markup.one_line(text), 255) for key, text in modules.pop(code, {}).items()}
        for code in (codes.OFFICIAL, codes.TITLE)
    )
    reading.put("title", {language: titles.get(language) or official.get(language, "") for language in LANGUAGES})
    reading.put("official_name", official)


def _summary(reading: Reading, modules: dict[str, Texts]) -> None:
    short, teaser = modules.pop(codes.SHORT, {}), modules.pop(codes.TEASER, {})
    summaries, rest = {}, {}
    for language in short.keys() | teaser.keys():
        fitting = [markup.one_line(text.get(language, "")) for text in (short, teaser)]
        summaries[language] = next((text for text in fitting if 0 < len(text) <= 300), "")
        if summaries[language] != fitting[0] and fitting[0]:
            rest[language] = short[language]
    reading.put("summary", summaries)
    reading.add_section(codes.SHORT, rest)


def _short(reading: Reading, name: str, texts: Texts, longest: int, code: str) -> None:
    """Set a plain field, or a section where the text is too long for it or has links."""
    plain = {language: markup.plain(text) for language, text in texts.items()}
    linked = any(item.links for text in texts.values() for item in markup.items(text))
    if linked or any(len(text) > longest for text in plain.values()):
        reading.add_section(code, texts)
        plain = {}
    reading.put(name, plain)


def _hints(reading: Reading, modules: dict[str, Texts]) -> list[dict]:
    hints: list[dict] = []
    for code, kind in codes.HINT_MODULES.items():
        hints += hint_rows(reading, modules.pop(code, {}), kind, code)
    return hints


def hint_rows(reading: Reading, texts: Texts, kind: HintKind, code: str) -> list[dict]:
    found = reading.items(texts, HINT)
    if found is None:
        reading.add_section(code, texts)
        return []
    return [{"kind": str(kind), "text": flat(item)} for item in found]


def flat(item: dict[str, Item]) -> Texts:
    return {language: " ".join(each.text.split()) for language, each in item.items()}


def _legal_bases(reading: Reading, texts: Texts) -> list[dict]:
    found = reading.items(texts, LAW, links=1)
    if found is None:
        reading.add_section(codes.LAW, texts)
        return []
    return [{"text": flat(item), "url": _address(item)} for item in found]


def _address(item: dict[str, Item]) -> str:
    return next((address for address, _text in item.get(MAIN_LANGUAGE, Item([])).links), "")


def _steps(reading: Reading, texts: Texts) -> list[dict]:
    found = reading.items(texts, 5_000)
    if found is None or any(len(_step(each)[0]) > STEP for item in found for each in item.values()):
        reading.add_section(codes.STEPS, texts)
        return []
    pairs = [{language: _step(each) for language, each in item.items()} for item in found]
    return [
        {
            "title": {key: title for key, (title, _text) in item.items()},
            "text": {key: text for key, (_title, text) in item.items() if text},
        }
        for item in pairs
    ]


def _step(item: Item) -> tuple[str, str]:
    """Return title and explanation: the bold beginning or the first line, and the rest."""
    if item.lead:
        return " ".join(item.lead.split()), item.text.removeprefix(item.lead).lstrip(" :\n")
    title, _break, text = item.text.partition("\n")
    return title, text


def _forms(reading: Reading, texts: Texts) -> list[dict]:
    found = reading.items(texts, FORM + NOTE, links=1)
    rows = [_form(reading, item) for item in found or []]
    if found is None or any(len(text) > FORM for row in rows for text in row["title"].values()):
        reading.add_section(codes.FORMS, texts)
        return []
    return rows


def _form(reading: Reading, item: dict[str, Item]) -> dict:
    title, note, number = {}, {}, ""
    for language, each in item.items():
        name, _break, rest = each.text.partition("\n")
        if match := FORM_NUMBER.match(name):
            name, number = match["title"], number or match["number"]
        title[language] = name
        if rest:
            note[language] = " ".join(rest.split())
    return {"title": title, "number": reading.cut("Nummer", number, 40), "note": note, "url": _address(item)}


def _individual(reading: Reading, service: Node) -> None:
    """Individual modules carry our own fields under their names; all others become sections under theirs."""
    for name in codes.OWN_TEXTS.values():
        reading.put(name, {})
    for module in by_place(service.all("modulTextIndividuell")):
        names = reading.lines(module.all("bezeichnung", "titel", "name"))
        texts = reading.sources(module.all("inhalt"))
        links(reading, module)
        name = names.get(MAIN_LANGUAGE, "")
        if name in codes.OWN_HINTS and (found := reading.items(texts, HINT)) is not None:
            kind = str(codes.OWN_HINTS[name])
            reading.values["hints"] += [{"kind": kind, "text": flat(item)} for item in found]
        elif name in codes.OWN_TEXTS and _fits(codes.OWN_TEXTS[name], texts):
            reading.put(codes.OWN_TEXTS[name], {key: markup.one_line(text) for key, text in texts.items()})
        elif any(markup.plain(text) for text in texts.values()):
            reading.sections.append((names, texts))


def _fits(name: str, texts: Texts) -> bool:
    longest: int = getattr(ServicePage._meta.get_field(name), "max_length", 0)
    return all(len(markup.one_line(text)) <= longest for text in texts.values())
