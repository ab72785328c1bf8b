"""An `organisationseinheit` as the values of our record of an office."""

import re
from typing import Any

from exchange.xzufi import markup
from exchange.xzufi.codes import MAIN_LANGUAGE
from exchange.xzufi.identity import identity
from exchange.xzufi.parsing import Node
from exchange.xzufi.read_service import NOT_NEEDED
from exchange.xzufi.reading import Reading, SkippedObjectError, Texts, by_place, iso, period
from services.enums import HoursKind, Weekday

# Hours as we write them; whatever else is delivered is a note.
HOURS = re.compile(
    r"(?P<phone>Telefon )?(?P<day>Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag): "
    r"(?P<opens>\d\d:\d\d)–(?P<closes>\d\d:\d\d) Uhr(?P<appointment>, nur mit Termin)?(?: \((?P<note>.{1,120})\))?"
)
DAYS = {str(day.label): int(day) for day in Weekday}
SHORT = 300


def read_office(reading: Reading, node: Node) -> dict[str, Any]:
    """Return the values by field; the office above as an identity. Raises SkippedObjectError."""
    values = reading.values
    begin, end = next((period(each) for each in node.all("gueltigkeit")), (None, None))
    values["go_live_at"], values["expire_at"] = iso(begin), iso(end)
    reading.put("title", _names(reading, node))
    if not values["title"]:
        raise SkippedObjectError("hat keinen deutschen Namen")
    if len(values["title"]) > 255:
        raise SkippedObjectError("hat einen Namen mit mehr als 255 Zeichen")
    _texts(reading, node)
    _address(reading, node)
    _channels(reading, node)
    above = identity(node.first("uebergeordneteOrganisationseinheitID"))
    values["parent_office"] = list(above) if above else None
    for name in NOT_NEEDED:
        for child in node.all(name):
            child.take()
    return values


def _names(reading: Reading, node: Node) -> Texts:
    """Names stand in a second element of the same name, or directly."""
    outer = node.all("name")
    inner = [child for each in outer for child in each.all("name")]
    return reading.lines(inner or outer)


def _texts(reading: Reading, node: Node) -> None:
    summary = reading.lines(node.all("kurzbeschreibung"))
    note = reading.sources(node.all("beschreibung"))
    if any(len(text) > SHORT for text in summary.values()):
        note = {key: summary.get(key, "") + note.get(key, "") for key in summary.keys() | note.keys()}
        summary = {}
    hours, rows = _hours(reading.sources(node.all("infoOeffnungszeiten")))
    if any(len(text) > SHORT for text in hours.values()):
        note = {key: note.get(key, "") + markup.paragraphs(hours.get(key, "")) for key in note.keys() | hours.keys()}
        hours = {}
    reading.put("summary", summary)
    reading.put("note", {key: markup.plain(text) for key, text in note.items()})
    reading.put("hours_note", {key: " ".join(text.split()) for key, text in hours.items()})
    access = reading.sources(node.all("infoBarrierefreiheit"))
    reading.put("accessibility", {key: markup.plain(text) for key, text in access.items()})
    reading.values["opening_hours"] = rows


def _hours(texts: Texts) -> tuple[Texts, list[dict]]:
    """Return notes by language, and the rows that are written as we write them."""
    notes, rows = {}, []
    for language, text in texts.items():
        rest = []
        for item in markup.items(text):
            match = HOURS.fullmatch(item.text)
            if match and match["opens"] < match["closes"] <= "23:59":
                rows += [_span(match)] if language == MAIN_LANGUAGE else []
            else:
                rest.append(item.text)
        notes[language] = "\n".join(rest)
    return notes, rows


def _span(match: re.Match) -> dict:
    return {
        "kind": str(HoursKind.PHONE if match["phone"] else HoursKind.VISIT),
        "weekday": DAYS[match["day"]],
        "opens": match["opens"],
        "closes": match["closes"],
        "by_appointment": bool(match["appointment"]),
        "note": match["note"] or "",
    }


def _address(reading: Reading, node: Node) -> None:
    """Take the first address with a street: a post-office box is no place to go to."""
    addresses = []
    for address in by_place(node.all("anschrift")):
        street = f"{address.value('strasse')} {address.value('hausnummer')}".strip()
        postcode = address.value("plz") or address.value("postleitzahl")
        addresses.append({"street": street, "postcode": postcode, "city": address.value("ort")})
        for name in ("verwaltungspolitischeKodierung", "typ", "type"):
            for child in address.all(name):
                child.take()
    nothing = {"street": "", "postcode": "", "city": ""}
    found = next((each for each in addresses if each["street"]), addresses[0] if addresses else nothing)
    limits = {"street": 120, "postcode": 5, "city": 60}
    for name, text in found.items():
        if len(text) > limits[name]:
            reading.say(f"„{text[:60]}“ ist zu lang für die Anschrift und fehlt deshalb")
        reading.values[name] = text if len(text) <= limits[name] else ""


def _channels(reading: Reading, node: Node) -> None:
    """Sort the channels by what they lead to: their codes are in no public list."""
    values = reading.values
    values |= {"email": "", "website": "", "phones": []}
    for channel in by_place(node.all("kommunikation")):
        kind = channel.first("kanal")
        name = f"{kind.value('name')} {kind.value('code')}" if kind else ""
        target = channel.value("kennung")
        label = " ".join(reading.lines(channel.all("zusatz", "kennungszusatz")).get(MAIN_LANGUAGE, "").split())
        if "@" in target:
            values["email"] = values["email"] or target
        elif re.match(r"https?://", target):
            values["website"] = values["website"] or target
        elif "fax" in name.casefold() or not re.search(r"\d", target) or len(target) > 40:
            reading.report.unread["organisationseinheit/kommunikation (Fax und andere)"] += 1
        else:
            values["phones"].append({"number": target, "label": reading.cut("Telefon", label, 120)})
    for address in node.all("internetadresse"):
        uri = address.value("uri") or address.text
        values["website"] = values["website"] or (uri if re.match(r"https?://", uri) else "")
        address.take()
