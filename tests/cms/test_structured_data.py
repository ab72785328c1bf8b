import json

from django.test import RequestFactory

import pytest

from cms import structured_data
from cms.models import SiteSettings
from cms.navigation import Link

PREFIX, SUFFIX = '<script type="application/ld+json">', "</script>"


def test_a_text_cannot_end_the_data_block():
    text = "</script><script>alert(1)</script> & <!--"
    block = str(structured_data.script([{"@type": "Thing", "name": text}]))
    inner = block.removeprefix(PREFIX).removesuffix(SUFFIX)
    assert not set(inner) & set("<>&")
    assert json.loads(inner)["@graph"] == [{"@type": "Thing", "name": text}]


def test_nothing_to_say_gives_no_block():
    assert structured_data.script([]) == ""


def test_what_is_not_known_is_not_said():
    assert structured_data.compact({"a": "", "b": [], "c": {"d": None}, "e": 0, "f": [{"g": ""}], "h": False}) == {
        "e": 0,
        "f": [{}],
        "h": False,
    }


def test_breadcrumb_numbers_the_steps_and_ends_here():
    request = RequestFactory().get("/themen/ausweise/")
    links = [Link("Bochum", "/"), Link("Themen", "/themen/")]
    (found,) = structured_data.breadcrumb_list(request, links, "Ausweise")
    steps = [(step["position"], step["name"], step["item"]) for step in found["itemListElement"]]
    assert steps == [
        (1, "Bochum", "http://testserver/"),
        (2, "Themen", "http://testserver/themen/"),
        (3, "Ausweise", "http://testserver/themen/ausweise/"),
    ]


def test_a_page_without_pages_above_has_no_breadcrumb():
    assert structured_data.breadcrumb_list(RequestFactory().get("/"), [], "Bochum") == []


def test_the_city_names_its_phones_as_machines_dial_them():
    settings = SiteSettings(name="Bochum", phone="115 oder 0234 910-0", address="Rathaus\n44787 Bochum\n")
    found = structured_data.compact(structured_data.city(RequestFactory().get("/kontakt/"), settings))
    assert found == {
        "@type": "GovernmentOrganization",
        "name": "Bochum",
        "url": "http://testserver/",
        "telephone": ["115", "+492349100"],
        "address": "Rathaus, 44787 Bochum",
    }


@pytest.mark.parametrize(("written", "dialled"), [("0234 910-1950", "+492349101950"), ("112", "112")])
def test_phone(written, dialled):
    assert structured_data.phone(written) == dialled
