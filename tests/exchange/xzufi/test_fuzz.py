"""Values that nobody expects: a delivery is read, whatever stands in one of its elements."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exchange.xzufi.parsing import XzufiError
from exchange.xzufi.report import Report
from exchange.xzufi.spool import read_delivery
from tests.exchange.xzufi import deliveries as give

LENGTH = "<x:fristDauer><x:dauer>2</x:dauer><x:einheit>TAG</x:einheit><x:dauerBis>3</x:dauerBis></x:fristDauer>"
DAYS = "<x:fristStichtag><x:von>--03-01</x:von><x:bis>2026-05-31</x:bis></x:fristStichtag>"
PERIOD = "<x:gueltigkeit><x:beginn>2026-01-01</x:beginn><x:ende>2090-01-01T00:00:00+01:00</x:ende></x:gueltigkeit>"
WHOLE = give.message(
    give.write(
        give.service(
            "1",
            "Titel",
            give.module("05", "Kurz"),
            give.module("11", "<ol><li><b>Schritt</b> Text</li></ol>"),
            give.module("14", "<ul><li><a href='https://example.org/'>Antrag (F 1)</a></li></ul>"),
            give.fee("46.00", "Karte"),
            f"<x:modulFrist><x:frist>{LENGTH}</x:frist><x:frist>{DAYS}</x:frist></x:modulFrist>",
            "<x:referenzLeiKa><code>99008001012000</code></x:referenzLeiKa>",
            "<x:modulFachlicheFreigabe><x:fachlichFreigegebenAm>2026-01-01</x:fachlichFreigegebenAm></x:modulFachlicheFreigabe>",
            "<x:modulBegriffImKontext><x:begriff languageCode='de'>perso</x:begriff></x:modulBegriffImKontext>",
            PERIOD,
        ),
        give.office("2", "Amt", "<x:kommunikation><x:kennung>115</x:kennung></x:kommunikation>", PERIOD),
        give.online("3"),
        give.responsible("2", "1"),
    )
)
NASTY = [
    *("", " ", "NaN", "sNaN", "-1", "1e999999", "9" * 6_000, "٣", "\u202e\u0301", "x" * 5_000),
    *("0001-01-01", "9999-12-31", "--02-30", "2026-99-99", "9999-12-31T23:59:59+14:00", "0001-01-01T00:00:00-14:00"),
    *("&lt;b&gt;" * 200, "&lt;/li&gt;&lt;ul&gt;", "&#x1F600;", "&lt;!--", "&amp;nbsp;"),
    *("javascript:x", "http://[", "a@b@c", "https://" + "x" * 300),
]
VALUE = st.sampled_from(NASTY) | st.text(max_size=30).map(
    lambda text: re.sub(r"[<&]|[^\t\n\r\x20-\ud7ff\ue000-\ufffd]", "", text)
)
PLACES = [match.span(1) for match in re.finditer(r">([^<>]+)<", WHOLE)]
NAMES = sorted({match[1] for match in re.finditer(r"<x:(\w+)", WHOLE)} - {"schreibe"})


def problem(path: Path) -> str:
    """Return why a delivery is refused; nothing where it is read."""
    try:
        read_delivery(path, Report())
    except XzufiError as error:
        return str(error)
    return ""


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(places=st.lists(st.sampled_from(PLACES), min_size=1, max_size=4, unique=True), data=st.data())
def test_any_value_is_read_or_told(places: list[tuple[int, int]], data: st.DataObject, tmp_path: Path):
    text = WHOLE
    for start, end in sorted(places, reverse=True):
        text = text[:start] + data.draw(VALUE) + text[end:]
    assert problem(give.save(tmp_path, text)) == ""


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(start=st.integers(0, len(WHOLE.encode())), length=st.integers(0, 60), put=st.binary(max_size=8))
def test_any_damage_is_a_message(start: int, length: int, put: bytes, tmp_path: Path):
    content = WHOLE.encode()
    path = give.save(tmp_path, content[:start] + put + content[start + length :])
    assert "\n" not in problem(path)


@pytest.mark.parametrize("name", NAMES)
def test_any_element_may_be_another_one(name: str, tmp_path: Path):
    text = re.sub(rf"(</?x:){name}\b", r"\1anders", WHOLE)
    assert problem(give.save(tmp_path, text)) == ""
