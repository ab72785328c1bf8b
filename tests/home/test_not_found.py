import pytest

from home.models import FrequentService
from home.views import last_words
from tests import factories


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/leistungen/personalausweis-beantragen/", "personalausweis beantragen"),
        ("/Amt/Dienstleistungen-und-Infos/Leistung_12", "Leistung"),
        ("/buergerbuero.html", "buergerbuero"),
        ("/a/Gr%C3%B6%C3%9Fe+Wohnung", "Größe Wohnung"),
        ("/12/345/", ""),
        ("/", ""),
        ("/" + "lang-" * 100, ("lang " * 100)[:80]),
        ("/%00/%21/", ""),
    ],
)
def test_last_words_of_an_address(path, words):
    assert last_words(path) == words


def test_a_missing_page_searches_for_its_last_words(client, city):
    response = client.get("/leistungen/personalausweiss-beantragen/")
    assert response.status_code == 404
    assert 'value="personalausweiss beantragen"' in response.text
    assert 'href="tel:115"' in response.text
    assert response["Cache-Control"].startswith("public")


def test_a_missing_page_offers_what_is_often_wanted(client, city):
    live = factories.ServicePageFactory(parent=city.services, title="Wohnsitz ummelden")
    draft = factories.ServicePageFactory(parent=city.services, title="Entwurf", live=False)
    for service in (live, draft):
        FrequentService.objects.create(page=city.home, service=service)
    response = client.get("/gibt-es-nicht/")
    assert 'href="/leistungen/wohnsitz-ummelden/"' in response.text
    assert "Entwurf" not in response.text


def test_words_of_the_address_are_escaped(client, city):
    response = client.get("/x/%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert response.status_code == 404
    assert "<script>alert" not in response.text


@pytest.mark.parametrize(
    "address",
    ["/%00/", "/" + "x/" * 500, "/" + "x" * 5000 + "/", "/%ff%fe/", "/../../etc/passwd", "/wp-login.php"],
)
def test_strange_addresses_do_not_exist(client, city, address):
    assert client.get(address).status_code in {400, 404}


def test_a_missing_page_is_cheap(client, city, django_assert_max_num_queries):
    service = factories.ServicePageFactory(parent=city.services)
    FrequentService.objects.create(page=city.home, service=service)
    client.get("/gibt-es-nicht/")
    with django_assert_max_num_queries(6):
        client.get("/gibt-es-nicht/")


def test_a_fault_of_ours_still_helps(client, city, monkeypatch):
    def fail(*_arguments):
        raise RuntimeError

    monkeypatch.setattr("cms.views.routing.find", fail)
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 500
    assert 'action="/suche/"' in response.text
    assert 'href="tel:115"' in response.text
