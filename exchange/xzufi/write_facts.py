"""Fees, deadlines, documents and citizens' words of a service as modules."""

from typing import Any

from exchange.xzufi import codes
from exchange.xzufi.codes import LANGUAGES, MAIN_LANGUAGE
from exchange.xzufi.reading import field_name
from exchange.xzufi.writing import XmlWriter
from services.enums import DeadlineKind, FeeKind

Values = dict[str, Any]
UNIT_CODES = {str(unit): code for code, unit in codes.UNITS.items()}


def write_deadlines(out: XmlWriter, rows: list[Values], module: str, name: str) -> None:
    found = [row for row in rows if (row["kind"] == DeadlineKind.PROCESSING) == (name == "bearbeitungsdauer")]
    if not found:
        return
    with out.inside(module):
        for row in found:
            with out.inside(name):
                if name == "frist":
                    out.put_code("typ", "", codes.DEADLINE_LIST, codes.DEADLINE_NAMES[DeadlineKind(row["kind"])])
                _length(out, row)
                out.put_texts("beschreibung", row["words"])


def _length(out: XmlWriter, row: Values) -> None:
    if row["duration"] is None:
        return
    unit = UNIT_CODES[row["unit"]]
    with out.inside("fristauswahl"), out.inside("fristDauer"):
        out.put("dauer", str(row["duration"]))
        out.put("einheit", unit)
        if row["duration_to"] is not None:
            out.put("dauerBis", str(row["duration_to"]))
            out.put("einheitBis", unit)


def write_fees(out: XmlWriter, rows: list[Values]) -> None:
    if not rows:
        return
    with out.inside("modulKosten"):
        for row in rows:
            with out.inside("kosten"):
                label = _fee_label(row)
                with out.inside("kostenauswahl"):
                    _amount(out, row)
                if row["kind"] != FeeKind.FREE:
                    out.put_texts("beschreibung", label)
                out.put_period(row["valid_from"], None)


def _fee_label(row: Values) -> dict[str, str]:
    """Return the description; a surcharge says so in it, for there is no other place."""
    if row["kind"] != FeeKind.SURCHARGE:
        return row["label"]
    languages = row["label"].keys() | {MAIN_LANGUAGE}
    return {key: f"{codes.SURCHARGE[key]}: {row['label'].get(key, '')}".strip() for key in languages}


def _amount(out: XmlWriter, row: Values) -> None:
    if row["kind"] == FeeKind.FREE:
        with out.inside("kostenFrei"):
            out.put_texts("beschreibungKostenfreiheit", row["label"])
    elif row["kind"] == FeeKind.RANGE or row["unit"]:
        # So much per year, per metre …: it varies with these, between equal bounds.
        with out.inside("kostenVariabel"):
            out.put("betragUntergrenze", row["amount"], currencyCode="EUR")
            out.put("betragObergrenze", row["amount_to"] or row["amount"], currencyCode="EUR")
            out.put_texts("beschreibungVariabilitaet", row["unit"])
    else:
        with out.inside("kostenFix"):
            out.put("betrag", row["amount"], currencyCode="EUR")


def write_words(out: XmlWriter, values: Values) -> None:
    for language in LANGUAGES:
        for word in values.get(field_name("citizen_words", language), ()):
            with out.inside("modulBegriffImKontext"):
                out.put_texts("begriff", {language: word["phrase"]})


def write_documents(out: XmlWriter, rows: list[Values]) -> None:
    if not rows:
        return
    with out.inside("modulDokument"):
        for row in rows:
            with out.inside("dokumentEingehend"):
                out.put_texts("bezeichnung", row["name"])
                out.put_texts("beschreibung", row["condition"])
