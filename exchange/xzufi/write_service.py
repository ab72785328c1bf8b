"""The values of our record as a `leistung`; the order of elements is that of 2.2."""

from collections.abc import Callable
from html import escape
from typing import Any

from exchange.xzufi import codes, markup
from exchange.xzufi.codes import LANGUAGES, MAIN_LANGUAGE
from exchange.xzufi.identity import Identity
from exchange.xzufi.read_facts import document_line
from exchange.xzufi.write_facts import write_deadlines, write_documents, write_fees, write_words
from exchange.xzufi.writing import XmlWriter, texts_of
from services.enums import TargetGroup

Values = dict[str, Any]
MODULES = ((codes.OFFICIAL, "official_name"), (codes.TITLE, "title"), (codes.SHORT, "summary"), (codes.FULL, "body"))
ADDRESSEES = {TargetGroup.PERSON: ("001",), TargetGroup.COMPANY: ("002",), TargetGroup.BOTH: ("001", "002")}


def write_service(out: XmlWriter, who: Identity, values: Values, related: list[Identity], topics: list[str]) -> None:
    with out.object("leistung"):
        out.put_identity("id", who)
        for item in values["service_keys"]:
            out.put_code("referenzLeiKa", item["key"], codes.KEY_LIST)
        _modules(out, values)
        _individual(out, values)
        write_deadlines(out, values["deadlines"], "modulFrist", "frist")
        write_fees(out, values["fees"])
        write_deadlines(out, values["deadlines"], "modulBearbeitungsdauer", "bearbeitungsdauer")
        write_words(out, values)
        if values["reviewed_on"]:
            with out.inside("modulFachlicheFreigabe"):
                out.put("fachlichFreigegebenAm", values["reviewed_on"])
        write_documents(out, values["documents"])
        out.put_code("typisierung", values["service_type"])
        for code in ADDRESSEES.get(values["target_group"], ()):
            out.put_code("leistungsadressat", code)
        for topic in topics:
            with out.inside("kategorie"):
                out.put_texts("bezeichnung", {MAIN_LANGUAGE: topic})
        out.put_code("informationsbereichSDG", values["sdg_area"])
        for other in related:
            out.put_identity("idLeistungImKontext", other)
        out.put("gueltigkeitGebietID", codes.REGION, schemeID="ARS")
        if changed := values.get("@changed"):
            with out.inside("versionsinformation"):
                out.put("geaendertDatumZeit", changed)
        out.put_period(values["go_live_at"], values["expire_at"])


def _module(out: XmlWriter, code: str, texts: dict[str, str]) -> None:
    if texts:
        with out.inside("modulText"):
            out.put_code("leikaTextmodul", code, codes.MODULE_LIST)
            out.put_markup("inhalt", texts)


def _modules(out: XmlWriter, values: Values) -> None:
    for code, name in MODULES:
        texts = texts_of(values, name, LANGUAGES)
        _module(out, code, texts if name == "body" else {key: escape(text, quote=False) for key, text in texts.items()})
    _module(out, codes.LAW, lists(values["legal_bases"], _law))
    _module(out, codes.DOCUMENTS, lists(values["documents"], _document))
    _module(out, codes.STEPS, lists(values["steps"], _step, "ol"))
    _module(out, codes.FORMS, lists(values["forms"], _form))
    for code, kind in codes.HINT_MODULES.items():
        _module(out, code, lists([hint for hint in values["hints"] if hint["kind"] == kind], _hint))
    remedy = texts_of(values, "remedy", LANGUAGES)
    _module(out, codes.REMEDY, {key: markup.paragraphs(text) for key, text in remedy.items()})


def lists(rows: list[Values], entry: Callable[[Values, str], str], tag: str = "ul") -> dict[str, str]:
    """Return rows as one list per language.

    A translation has as many entries as the German list; what is not translated stands there in German.
    """
    found = {}
    for language in LANGUAGES:
        names = [value for row in rows for value in row.values() if isinstance(value, dict)]
        if any(language in texts for texts in names):
            found[language] = f"<{tag}>{''.join(f'<li>{entry(row, language)}</li>' for row in rows)}</{tag}>"
    return found


def in_language(texts: dict[str, str], language: str) -> str:
    return texts.get(language) or texts.get(MAIN_LANGUAGE, "")


def _linked(text: str, url: str) -> str:
    return f'<a href="{escape(url)}">{escape(text, quote=False)}</a>' if url else escape(text, quote=False)


def _law(row: Values, language: str) -> str:
    return _linked(in_language(row["text"], language), row["url"])


def _document(row: Values, language: str) -> str:
    shown = {name: {language: in_language(row[name], language)} for name in ("name", "condition")}
    return escape(document_line(shown, language), quote=False)


def _step(row: Values, language: str) -> str:
    text = "".join(f"<br>{escape(line, quote=False)}" for line in row["text"].get(language, "").splitlines())
    return f"<b>{escape(in_language(row['title'], language), quote=False)}</b>{text}"


def _form(row: Values, language: str) -> str:
    title = in_language(row["title"], language)
    note = f"<br>{escape(row['note'][language], quote=False)}" if row["note"].get(language) else ""
    return _linked(f"{title} ({row['number']})" if row["number"] else title, row["url"]) + note


def _hint(row: Values, language: str) -> str:
    return escape(in_language(row["text"], language), quote=False)


def _individual(out: XmlWriter, values: Values) -> None:
    """Write what only we have as modules under the names of our fields."""
    found = {name: texts_of(values, field, LANGUAGES) for name, field in codes.OWN_TEXTS.items()}
    found = {name: {key: escape(text, quote=False) for key, text in texts.items()} for name, texts in found.items()}
    for name, kind in codes.OWN_HINTS.items():
        found[name] = lists([hint for hint in values["hints"] if hint["kind"] == kind], _hint)
    for name, texts in found.items():
        if texts:
            with out.inside("modulTextIndividuell"):
                out.put("bezeichnung", name, languageCode=MAIN_LANGUAGE)
                out.put_markup("inhalt", texts)
