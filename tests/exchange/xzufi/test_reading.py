"""How the variants of sources become the values of our record."""

from pathlib import Path
from typing import Any

import pytest

from exchange.xzufi.checking import check
from exchange.xzufi.parsing import objects
from exchange.xzufi.read_office import read_office
from exchange.xzufi.read_service import read_service
from exchange.xzufi.reading import Reading, SkippedObjectError
from exchange.xzufi.report import Report
from services.enums import DeadlineKind, DurationUnit, FeeKind
from services.models import OfficePage, ServicePage
from tests.exchange.xzufi import deliveries as give


@pytest.fixture
def read(tmp_path: Path):
    """A function that reads one service with these parts and returns its values and the report."""

    def read(*parts: str, message=give.message) -> tuple[dict[str, Any], Report]:
        path = give.save(tmp_path, message(give.write(give.service("1", "Titel", *parts))))
        [node] = objects(path)
        reading = Reading(Report(), "1")
        values = read_service(reading, node.children[0])
        check(reading, ServicePage)
        reading.report.unread.update(node.children[0].unused())
        return values, reading.report

    return read


@pytest.mark.parametrize("version", ["2_1_0", "2_2_0", "2_3_1"])
@pytest.mark.parametrize("prefixed_codes", [False, True])
def test_namespace_and_prefixes_do_not_matter(tmp_path: Path, version: str, prefixed_codes: bool):
    text = give.message(give.write(give.service("1", "Titel")), namespace=f"http://xoev.de/schemata/xzufi/{version}")
    text = text.replace("<code>", "<x:code>").replace("</code>", "</x:code>") if prefixed_codes else text
    [node] = objects(give.save(tmp_path, text))
    assert read_service(Reading(Report()), node.children[0])["title"] == "Titel"


def test_root_may_have_any_name(tmp_path: Path):
    text = give.message(give.write(give.service()), root="leistungen.antwort.leistung.040104")
    assert len(list(objects(give.save(tmp_path, text)))) == 1


@pytest.mark.parametrize("outer", ["", "kostenauswahl"])
def test_fee_stands_directly_or_in_a_choice(read, outer: str):
    amount = '<x:kostenFix><x:betrag currencyCode="EUR">46.00</x:betrag></x:kostenFix>'
    choice = f"<x:{outer}>{amount}</x:{outer}>" if outer else amount
    values, _report = read(f"<x:modulKosten><x:kosten>{choice}</x:kosten></x:modulKosten>")
    assert [(fee["kind"], fee["amount"]) for fee in values["fees"]] == [(FeeKind.FIXED, "46.00")]


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("<x:kostenFrei/>", (FeeKind.FREE, None, None)),
        (
            "<x:kostenVariabel><x:betragUntergrenze>10</x:betragUntergrenze>"
            "<x:betragObergrenze>20</x:betragObergrenze></x:kostenVariabel>",
            (FeeKind.RANGE, "10.00", "20.00"),
        ),
    ],
)
def test_fee_is_free_or_a_range(read, choice: str, expected: tuple):
    values, _report = read(f"<x:modulKosten><x:kosten>{choice}</x:kosten></x:modulKosten>")
    [fee] = values["fees"]
    assert (fee["kind"], fee["amount"], fee["amount_to"]) == expected


@pytest.mark.parametrize(
    "choice",
    [
        "<x:kostenVariabel><x:betragUntergrenze>10</x:betragUntergrenze></x:kostenVariabel>",
        '<x:kostenFix><x:betrag currencyCode="USD">10</x:betrag></x:kostenFix>',
        "<x:kostenFix><x:betrag>zehn</x:betrag></x:kostenFix>",
    ],
)
def test_fee_that_is_no_row_stays_as_text(read, choice: str):
    words = '<x:beschreibung languageCode="de">je nach Aufwand</x:beschreibung>'
    values, _report = read(f"<x:modulKosten><x:kosten>{choice}{words}</x:kosten></x:modulKosten>")
    assert values["fees"] == []
    assert "<h2>Kosten</h2>" in values["body"]
    assert "je nach Aufwand" in values["body"]


def test_deadline_with_units_and_without(read):
    def deadline(content: str) -> str:
        return f"<x:frist><x:typ><code>001</code></x:typ><x:fristauswahl>{content}</x:fristauswahl></x:frist>"

    weeks = "<x:fristDauer><x:dauer>2</x:dauer><x:einheit>WOCHE</x:einheit><x:dauerBis>4</x:dauerBis></x:fristDauer>"
    workdays = "<x:fristDauer><x:dauer>3</x:dauer><x:einheit>WERKTAG</x:einheit></x:fristDauer>"
    days = "<x:fristStichtag><x:von>--03-01</x:von><x:bis>--05-31</x:bis></x:fristStichtag>"
    values, _report = read(f"<x:modulFrist>{''.join(map(deadline, (weeks, workdays, days)))}</x:modulFrist>")
    first, second, third = values["deadlines"]
    assert (first["duration"], first["duration_to"], first["unit"]) == (2, 4, DurationUnit.WEEK)
    assert second["words"]["de"] == "3 Werktage"
    assert third["words"] == {"de": "1. März bis 31. Mai", "en": "1 March to 31 May"}
    assert {row["kind"] for row in values["deadlines"]} == {DeadlineKind.DEADLINE}


def test_text_module_becomes_rows_or_a_section(read):
    short, long = "<ul><li>Ausweis</li><li>Foto</li></ul>", f"<p>{'sehr lang ' * 60}</p>"
    values, _report = read(give.module("08", short), give.module("09", long))
    assert [row["name"]["de"] for row in values["documents"]] == ["Ausweis", "Foto"]
    assert values["hints"] == []
    assert values["body"].startswith("<h2>Voraussetzungen</h2><p>sehr lang")


def test_translation_with_other_entries_becomes_a_section(read):
    values, _report = read(give.module("09", "<ul><li>a</li><li>b</li></ul>", "<ul><li>a</li></ul>"))
    assert values["hints"] == []
    assert "<h2>Voraussetzungen</h2>" in values["body"]
    assert "<h2>Requirements</h2>" in values["body@en"]


def test_other_languages_and_unknown_elements_are_counted(read):
    simple = '<x:modulText><x:leikaTextmodul><code>05</code></x:leikaTextmodul><x:inhalt languageCode="uk">а</x:inhalt>'
    values, report = read(f"{simple}</x:modulText>", "<x:neuesModul><x:inhalt>?</x:inhalt></x:neuesModul>")
    assert values["summary"] == ""
    assert report.languages == {"uk": 1}
    assert report.unread == {"leistung/id": 1, "leistung/neuesModul": 1}


def test_second_version_of_elements(read):
    document = '<x:bezeichnung languageCode="de">Ausweis</x:bezeichnung>'
    values, _report = read(
        "<x:referenzLeistungsschluessel>urn:de:fim:leika:leistung:99008001012000</x:referenzLeistungsschluessel>",
        f"<x:modulDokument><x:dokumentEingehend><x:dokument>{document}</x:dokument></x:dokumentEingehend></x:modulDokument>",
        "<x:informationsbereicheSDG><x:sdg1><code>1010100</code></x:sdg1></x:informationsbereicheSDG>",
    )
    assert values["service_keys"] == [{"key": "99008001012000"}]
    assert [row["name"]["de"] for row in values["documents"]] == ["Ausweis"]
    assert values["sdg_area"] == "1010100"


def test_part_that_does_not_hold_today_is_left_out(read):
    over = "<x:gueltigkeit><x:ende>2001-01-01</x:ende></x:gueltigkeit>"
    values, report = read(give.module("05", "Vorbei").replace("</x:modulText>", f"{over}</x:modulText>"))
    assert values["summary"] == ""
    assert any("gilt heute nicht" in message for message in report.messages)


def test_what_our_rules_refuse_is_left_out_and_told(read):
    values, report = read("<x:referenzLeiKa><code>12</code></x:referenzLeiKa>", give.module("14", "<p>x</p>"))
    assert values["service_keys"] == []
    assert report.messages == ["1: „12“ ist kein LeiKa-Schlüssel"]


@pytest.mark.parametrize("area", ["053150000000", "05315000"])
def test_service_of_another_city_is_skipped(read, area: str):
    with pytest.raises(SkippedObjectError, match="nicht in Bochum"):
        read(f"<x:gueltigkeitGebietID>{area}</x:gueltigkeitGebietID>")


@pytest.mark.parametrize("area", ["059110000000", "05911000", "050000000000", "05", "00"])
def test_area_that_holds_the_city_counts(read, area: str):
    assert read(f"<x:gueltigkeitGebietID>{area}</x:gueltigkeitGebietID>")[0]["title"] == "Titel"


def test_office_with_hours_as_text(tmp_path: Path):
    hours = '<x:infoOeffnungszeiten languageCode="de">nach Vereinbarung</x:infoOeffnungszeiten>'
    channel = "<x:kommunikation><x:kanal><code>02</code></x:kanal><x:kennung>{}</x:kennung></x:kommunikation>"
    parts = (
        hours,
        channel.format("0234 910-0"),
        channel.format("amt@example.org"),
        channel.format("https://example.org/"),
    )
    address = (
        "<x:anschrift><x:strasse>Ring</x:strasse><x:hausnummer>1</x:hausnummer><x:ort>Bochum</x:ort></x:anschrift>"
    )
    [node] = objects(give.save(tmp_path, give.message(give.write(give.office("1", "Amt", *parts, address)))))
    reading = Reading(Report(), "1")
    values = read_office(reading, node.children[0])
    check(reading, OfficePage)
    assert values["hours_note"] == "nach Vereinbarung"
    assert values["street"] == "Ring 1"
    assert [phone["number"] for phone in values["phones"]] == ["0234 910-0"]
    assert (values["email"], values["website"]) == ("amt@example.org", "https://example.org/")
