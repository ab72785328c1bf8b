"""The values of an office as an `organisationseinheit`, and who is responsible for what."""

import re
from html import escape
from typing import Any

from exchange.xzufi import codes, markup
from exchange.xzufi.codes import LANGUAGES, MAIN_LANGUAGE
from exchange.xzufi.identity import Identity
from exchange.xzufi.writing import XmlWriter, texts_of
from services.enums import HoursKind, Weekday

Values = dict[str, Any]
HOUSE_NUMBER = re.compile(r"^(?P<street>.*\D) (?P<number>\d\S*)$")


def write_office(out: XmlWriter, who: Identity, values: Values, above: Identity | None) -> None:
    with out.object("organisationseinheit"):
        out.put_identity("id", who)
        if above:
            out.put_identity("uebergeordneteOrganisationseinheitID", above)
        with out.inside("name"):
            out.put_texts("name", texts_of(values, "title", LANGUAGES))
        _address(out, values)
        _channels(out, values)
        out.put_texts("kurzbeschreibung", texts_of(values, "summary", LANGUAGES))
        out.put_markup("beschreibung", _paragraphs(values, "note"))
        if values["website"]:
            with out.inside("internetadresse"):
                out.put("uri", values["website"])
        out.put_markup("infoOeffnungszeiten", _hours(values))
        out.put_markup("infoBarrierefreiheit", _paragraphs(values, "accessibility"))
        if changed := values.get("@changed"):
            with out.inside("versionsinformation"):
                out.put("geaendertDatumZeit", changed)
        out.put_period(values["go_live_at"], values["expire_at"])


def _paragraphs(values: Values, name: str) -> dict[str, str]:
    return {language: markup.paragraphs(text) for language, text in texts_of(values, name, LANGUAGES).items()}


def _address(out: XmlWriter, values: Values) -> None:
    if not any(values[name] for name in ("street", "postcode", "city")):
        return
    match = HOUSE_NUMBER.match(values["street"])
    with out.inside("anschrift"):
        out.put("strasse", match["street"] if match else values["street"])
        out.put("hausnummer", match["number"] if match else "")
        out.put("plz", values["postcode"])
        out.put("ort", values["city"])


def _channels(out: XmlWriter, values: Values) -> None:
    channels = [("Telefon", row["number"], row["label"]) for row in values["phones"]]
    if values["email"]:
        channels.append(("E-Mail", values["email"], ""))
    for name, target, label in channels:
        with out.inside("kommunikation"):
            out.put_code("kanal", "", code_name=name)
            out.put("kennung", target)
            out.put_texts("zusatz", {MAIN_LANGUAGE: label})


def _hours(values: Values) -> dict[str, str]:
    """Return the weekly hours in words that our reader understands again, and the note on them."""
    entries = "".join(f"<li>{escape(_span(row), quote=False)}</li>" for row in values["opening_hours"])
    found = _paragraphs(values, "hours_note")
    if entries:
        found[MAIN_LANGUAGE] = f"<ul>{entries}</ul>{found.get(MAIN_LANGUAGE, '')}"
    return found


def _span(row: Values) -> str:
    phone = "Telefon " if row["kind"] == HoursKind.PHONE else ""
    appointment = ", nur mit Termin" if row["by_appointment"] else ""
    note = f" ({row['note']})" if row["note"] else ""
    return f"{phone}{Weekday(row['weekday']).label}: {row['opens']}–{row['closes']} Uhr{appointment}{note}"


def write_online(out: XmlWriter, who: Identity, row: Values) -> None:
    with out.object("onlinedienst"):
        out.put_identity("id", who)
        out.put_texts("bezeichnung", row["label"])
        if row["url"]:
            with out.inside("link", languageCode=MAIN_LANGUAGE):
                out.put_code("typ", "01", codes.LINK_LIST)
                out.put("link", row["url"])
        out.put_code("vertrauensniveau", row["trust_level"], codes.TRUST_LIST)


def write_responsibility(out: XmlWriter, above: Identity, service: Identity, kind: str) -> None:
    """Say that an office or online service is responsible for a service in the city."""
    with out.object("zustaendigkeitTransferObjekt"):
        out.put_identity("uebergeordnetesObjektID", above)
        with out.inside("zustaendigkeit", xsi__type=f"xzufi:Zustaendigkeit{kind}"):
            out.put_identity("leistungID", service)
            out.put("gebietID", codes.REGION, schemeID="ARS")
