"""How the interface answers: pages, freshness, who may read, what it costs."""

from wagtail.models import Locale

import pytest

from tests import factories
from tests.services.api.asking import DISRUPTIONS, OFFICES, SERVICES, disrupt, fetch, statements


def test_lists_come_in_pages(client, city):
    for number in range(5):
        factories.ServicePageFactory(parent=city.services, title=f"Leistung {number}")
    seen = []
    for page in (1, 2, 3):
        found = fetch(client, SERVICES, page=page, per_page=2)
        assert (found["total"], found["pages"], found["page"], found["per_page"]) == (5, 3, page, 2)
        seen += [item["title"] for item in found["items"]]
    assert sorted(seen) == [f"Leistung {number}" for number in range(5)]
    assert fetch(client, SERVICES, page=4, per_page=2)["items"] == []


def test_a_demonstration_says_so(client, city, settings):
    assert "Demonstration" in fetch(client, SERVICES)["notice"]
    settings.DEMO = False
    assert fetch(client, SERVICES)["notice"] == ""


def test_nothing_new_is_answered_without_work(client, service, django_assert_num_queries):
    first = client.get(SERVICES)
    assert first["Cache-Control"].startswith("public")
    with django_assert_num_queries(1):
        again = client.get(SERVICES, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Access-Control-Allow-Origin"] == "*"


def test_every_website_may_read_the_interface_and_nothing_else(client, service):
    for address in (SERVICES, f"{SERVICES}/x", "/api/v1/openapi.json", "/api/v1/nix", f"{SERVICES}?page=0"):
        response = client.get(address)
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert not response.cookies
    page = client.get("/leistungen/perso/")
    assert "Access-Control-Allow-Origin" not in page
    assert page["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_head_of_an_answer_is_that_of_the_answer(client, service):
    response = client.head(SERVICES)
    assert (response.status_code, response.content) == (200, b"")
    assert response["ETag"] == client.get(SERVICES)["ETag"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nobody_writes(client, service, method):
    for address in (SERVICES, f"{SERVICES}/{service.translation_key}"):
        assert getattr(client, method)(address, "{}", content_type="application/json").status_code == 405


@pytest.mark.parametrize("language", ["de", "tr"])
def test_more_services_cost_no_more_statements(client, city, service, office, language):
    locale = Locale.objects.get_or_create(language_code="tr")[0]
    for number in range(12):
        page = service.copy(update_attrs={"title": f"Nr. {number}", "slug": f"nr-{number}"})
        page.copy_for_translation(locale, copy_parents=True).save_revision().publish()
    few = statements(client, SERVICES, per_page=2, lang=language)
    many = statements(client, SERVICES, per_page=1_000, lang=language)
    assert len(few) == len(many)
    assert len(set(many)) == len(many)
    assert len(many) <= 15, "\n".join(many)


def test_more_offices_cost_no_more_statements(client, city, office, service):
    for number in range(12):
        below = factories.OfficePageFactory(parent=city.offices, title=f"Stelle {number}", parent_office=office)
        below.phones.create(number="115")
        below.save()
    disrupt(office=office)
    few, many = statements(client, OFFICES, per_page=2), statements(client, OFFICES, per_page=100)
    assert len(few) == len(many)
    assert len(many) <= 10, "\n".join(many)


def test_more_disruptions_cost_no_more_statements(client, service, office):
    for number in range(12):
        disrupt(title=f"Nr. {number}", service=service)
    assert len(statements(client, DISRUPTIONS)) <= 2
