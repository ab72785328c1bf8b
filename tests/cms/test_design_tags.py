from datetime import UTC, datetime

from django.template import Context, Template
from django.utils.safestring import SafeString, mark_safe

import pytest

from cms import clock, freshness
from cms.templatetags import design


def test_an_icon_is_a_hidden_drawing_without_style():
    drawing = design.icon("search")
    assert drawing.startswith('<svg class="icon"')
    assert 'aria-hidden="true"' in drawing
    assert "style=" not in drawing


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("27,60 bis 46 €, ab 8 Uhr", "27,60 bis 46~€, ab 8~Uhr"),
        ("nach § 10d BGG und Artikel 6", "nach §~10d BGG und Artikel~6"),
        ("32 Euro, 5 % und 3 Uhrwerke", "32~Euro, 5~% und 3 Uhrwerke"),
        ("<p>Das kostet 46 €</p>", "<p>Das kostet 46~€</p>"),
        ("", ""),
    ],
)
def test_a_number_and_its_sign_stay_in_one_line(text, kept):
    assert design.unbroken(text) == kept.replace("~", "\u00a0")
    assert isinstance(design.unbroken(mark_safe(text)), SafeString)
    assert not isinstance(design.unbroken(text), SafeString)


@pytest.mark.parametrize("name", ["", None, "no-such-icon", "../LICENSE", "Search"])
def test_an_unknown_icon_is_nothing(name):
    assert design.icon(name) == ""


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("0234 910-1950", "tel:+492349101950"),
        ("115", "tel:115"),
        ("116 117", "tel:116117"),
        ("0800 3336288", "tel:+498003336288"),
    ],
)
def test_numbers_become_addresses_for_calling(number, address):
    assert design.tel(number) == address


def test_numbers_in_a_text_become_links_and_the_rest_is_escaped():
    text = design.phone_links("Sperr-Notruf 116 116 oder 0234 910-0 <b>")
    assert '<a class="nowrap" href="tel:116116">116 116</a>' in text
    assert 'href="tel:+492349100"' in text
    assert text.endswith("&lt;b&gt;")


@pytest.mark.parametrize(
    "text", ["Seit 07.02.2026", "1.150 Euro", "110 Euro", "44787 Bochum", "§ 115a", "§ 112", "Fax 0234 910-3643"]
)
def test_dates_amounts_and_postcodes_are_no_phone_numbers(text):
    assert "href" not in design.phone_links(text)


def test_nothing_has_no_address():
    assert design.address(Context(), None) == ""
    assert design.address(Context(), {"url": "/a/"}) == "/a/"


def test_the_day_on_paper_ends_at_midnight(monkeypatch):
    monkeypatch.setattr(clock.timezone, "now", lambda: datetime(2026, 11, 24, 22, 30, tzinfo=UTC))
    state = freshness.begin(1)
    assert Template("{% today %}").render(Context()) == "24. November 2026"
    freshness.end()
    assert state.until == datetime(2026, 11, 24, 23, 0, tzinfo=UTC)
