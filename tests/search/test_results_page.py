from wagtail import hooks

import pytest

from search import views
from tests import factories

pytestmark = pytest.mark.django_db


def hits(response, group: int = 0) -> list:
    return response.context["groups"][group].hits


def test_a_hit_names_what_it_is_and_where(service, client):
    service("Hund anmelden", summary="Für jeden Hund.")
    (hit,) = hits(client.get("/suche/?q=hund"))
    assert (hit.title, hit.summary) == ("<mark>Hund</mark> anmelden", "Für jeden <mark>Hund</mark>.")
    assert (hit.url, hit.kind) == ("/leistungen/hund-anmelden/", "Leistung")


def test_the_page_shows_hits_and_what_was_asked(service, client):
    service("Hund anmelden")
    text = client.get("/suche/?q=hund").text
    assert 'href="/leistungen/hund-anmelden/"' in text
    assert '<meta name="robots" content="noindex">' in text
    assert 'value="hund"' in text


def test_facts_of_a_service_are_online_appointment_cost(city, publish, client):
    page = factories.ServicePageFactory(
        parent=city.services, title="Hund anmelden", online_availability="yes", appointment="none"
    )
    page.fees.create(kind="fixed", amount="12.50")
    publish(page)
    assert hits(client.get("/suche/?q=hund"))[0].facts == ["vollständig online", "ohne Termin", "12,50\u00a0€"]


def test_unverified_facts_are_not_shown(service, client):
    service("Hund anmelden", online_availability="yes", verification="unverified")
    assert hits(client.get("/suche/?q=hund"))[0].facts == []


def test_groups_are_services_pages_news(city, service, publish, client):
    service("Hund anmelden")
    publish(factories.ContentPageFactory(parent=city.home, title="Hund und Stadt"))
    publish(factories.NewsPageFactory(parent=city.news, title="Hund gefunden"))
    groups = client.get("/suche/?q=hund").context["groups"]
    assert [(group.kind, group.title, group.count) for group in groups] == [
        ("services", "Leistungen", 1),
        ("pages", "Weitere Seiten", 1),
        ("news", "Aktuelles und Veranstaltungen", 1),
    ]
    assert [group.hits[0].kind for group in groups] == ["Leistung", "", "Meldung"]


def test_long_lists_have_pages(service, client, monkeypatch):
    monkeypatch.setattr(views, "PER_PAGE", 2)
    for letter in "abc":
        service(f"Hund {letter}")
    first, second = (client.get("/suche/", {"q": "hund", "seite": number}) for number in (1, 2))
    assert [len(hits(first)), len(hits(second))] == [2, 1]
    assert first.context["groups"][0].count == second.context["groups"][0].count == first.context["count"] == 3
    assert first.context["page_query"] == "q=hund&"


@pytest.mark.parametrize("number", ["0", "-1", "99", "x", "", "²", "9" * 5000])
def test_a_wrong_number_shows_the_nearest_page(service, client, number):
    service("Hund anmelden")
    assert len(hits(client.get("/suche/", {"q": "hund", "seite": number}))) == 1


def test_other_parameters_change_nothing(service, client):
    service("Hund anmelden")
    plain = client.get("/suche/", {"q": "hund"})
    assert plain.content == client.get("/suche/", {"q": "hund", "kind": "x", "utm_source": "y", "format": "z"}).content


def test_nothing_found_offers_what_is_often_wanted(city, client):
    wanted = [{"title": "Wohnsitz ummelden", "url": "/leistungen/wohnsitz-ummelden/"}]
    with hooks.register_temporarily("top_services", lambda: wanted):
        response = client.get("/suche/?q=xyzzy")
    assert response.context["groups"] == []
    # An app above may offer more.
    assert wanted[0] in response.context["top"]
    assert 'href="/leistungen/wohnsitz-ummelden/"' in response.text


def test_what_is_shown_of_the_query_is_cut_and_printable(city, client):
    assert client.get("/suche/", {"q": " a\x07b\u202e\n" + "c" * 500}).context["query"] == "a b " + "c" * 194


def test_a_page_taken_off_a_moment_ago_is_no_hit(service, client):
    page = service("Hund anmelden")
    type(page).objects.filter(pk=page.pk).update(live=False)
    assert client.get("/suche/?q=hund").context["groups"] == []


def test_results_are_public_and_fresh(service, publish, client):
    page = service("Hund anmelden")
    response = client.get("/suche/?q=hund")
    assert response["Cache-Control"].startswith("public, max-age=0")
    assert not response.cookies
    again = client.get("/suche/?q=hund", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304
    page.title = "Hund ummelden"
    publish(page)
    newer = client.get("/suche/?q=hund", headers={"If-None-Match": response["ETag"]})
    assert hits(newer)[0].title == "<mark>Hund</mark> ummelden"


def test_only_get_and_head(city, client):
    assert client.head("/suche/?q=hund").status_code == 200
    assert client.post("/suche/?q=hund").status_code == 405


def test_at_most_twelve_statements_none_writing(city, service, publish, client, django_assert_max_num_queries):
    for number in range(15):
        service(f"Hund {number}")
        publish(factories.ContentPageFactory(parent=city.home, title=f"Hund und Stadt {number}"))
        publish(factories.NewsPageFactory(parent=city.news, title=f"Hund gefunden {number}"))
    client.get("/suche/?q=hund")
    with django_assert_max_num_queries(12) as captured:
        response = client.get("/suche/?q=hund+stadt+anmelden")
    assert response.context["count"] == 45
    assert all(query["sql"].lstrip("(").startswith("SELECT") for query in captured.captured_queries)
    assert len({query["sql"] for query in captured.captured_queries}) == len(captured.captured_queries)
