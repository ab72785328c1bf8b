"""Blocks that lead somewhere: calls to action, link lists, contact cards, hours of offices."""

from django.core.exceptions import ValidationError

import pytest

from cms import freshness
from cms.blocks import ContentStreamBlock
from services.models import OfficeHours, OfficePage
from tests.cms.block_cases import body, errors, html
from tests.factories import ContentPageFactory, OfficePageFactory


def test_a_call_to_action_leads_to_its_address():
    link = html(
        "call_to_action", {"label": "Termin buchen", "url": "https://example.org/a", "note": "Dauert nicht lange."}
    )
    assert link.a["href"] == "https://example.org/a"
    assert "Dauert nicht lange." in link.text


def test_a_call_to_action_to_a_draft_is_not_shown(city):
    draft = ContentPageFactory(parent=city.home, live=False)
    assert not html("call_to_action", {"label": "Termin buchen", "page": draft.pk}).find("a")


def test_a_link_leads_to_a_page_or_to_an_address_never_to_both(city):
    page = city.services.pk
    both = errors("call_to_action", {"label": "x", "page": page, "url": "https://example.org/"})
    assert both == {"url": "Wählen Sie entweder eine Seite oder eine andere Adresse, nicht beides."}
    neither = errors("call_to_action", {"label": "x"})
    assert neither == {"page": "Wählen Sie eine Seite, oder geben Sie eine andere Adresse an."}


@pytest.mark.parametrize("address", ["/leistungen/a-z/", "/", "https://example.org", "http://example.org/x?y=1"])
def test_a_link_accepts_an_address(address):
    assert html("call_to_action", {"label": "x", "url": address}).a["href"] == address


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//example.org/", "example.org", "https:///x", "/a b"])
def test_a_link_refuses_what_is_no_address(address):
    assert errors("call_to_action", {"label": "x", "url": address}) == {
        "url": "Eine Adresse beginnt mit https:// oder, auf dieser Website, mit einem /."
    }


def test_two_calls_to_action_are_one_too_many():
    call = ("call_to_action", {"label": "x", "url": "/"})
    with pytest.raises(ValidationError):
        body(call, call)


def test_a_link_list_names_the_link_that_is_wrong():
    links = [{"label": "gut", "url": "/"}, {"label": "schlecht"}]
    assert list(errors("link_list", {"links": links})) == ["links.1.page"]


def test_a_link_list_leaves_out_what_is_not_live(city):
    draft = ContentPageFactory(parent=city.home, live=False)
    links = [{"label": "Themen", "page": city.topics.pk}, {"label": "Entwurf", "page": draft.pk}]
    found = html("link_list", {"title": "Mehr dazu", "links": links})
    assert [link.text for link in found.find_all("a")] == ["Themen"]


def test_a_contact_card_links_phone_and_mail():
    card = html("contact_card", {"title": "Zentrale", "phone": "0234 910-0", "email": "info@example.org"})
    assert {link["href"] for link in card.find_all("a")} == {"tel:+492349100", "mailto:info@example.org"}


def test_a_contact_card_names_at_least_one_way():
    assert list(errors("contact_card", {"title": "Zentrale", "text": "Gern."})) == ["phone"]


def office_with_hours(city, title: str) -> OfficePage:
    office = OfficePageFactory(parent=city.offices, title=title)
    OfficeHours.objects.create(page=office, weekday=0, opens="08:00", closes="16:00")
    return office


def test_opening_hours_are_those_of_the_office(city):
    block = html("opening_hours", {"office": office_with_hours(city, "Bürgerbüro").pk})
    assert "Montag" in block.table.text
    assert "8–16 Uhr" in block.table.text


def test_opening_hours_of_a_draft_are_not_shown(city):
    office = OfficePageFactory(parent=city.offices, live=False)
    assert not html("opening_hours", {"office": office.pk}).text.strip()


def test_opening_hours_of_several_offices_cost_two_statements(city, django_assert_num_queries):
    offices = [office_with_hours(city, f"Büro {number}") for number in range(3)]
    raw = [{"type": "opening_hours", "value": {"office": office.pk}} for office in offices]
    freshness.begin(1)
    # Read once per generation, whatever is on the page.
    freshness.remember("locale-ids", dict)
    freshness.remember("closures", list)
    with django_assert_num_queries(2):
        assert ContentStreamBlock().to_python(raw).render_as_block().count("8–16 Uhr") == 3


def test_opening_hours_need_an_office():
    assert list(errors("opening_hours", {"office": None})) == ["office"]
