import pytest


@pytest.mark.django_db
def test_robots_names_the_sitemap_and_closes_admin_and_results(client):
    response = client.get("/robots.txt", headers={"host": "127.0.0.1"})
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text.splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /*?zu=",
        "Disallow: /suche/",
        "Disallow: /de-simple/suche/",
        "Disallow: /en/suche/",
        "Disallow: /tr/suche/",
        "Disallow: /ar/suche/",
        "Disallow: /uk/suche/",
        "",
        "Sitemap: http://127.0.0.1/sitemap.xml",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "[::1]"])
def test_a_demonstration_on_this_machine_is_open(client, settings, host):
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
    response = client.get("/robots.txt", headers={"host": host})
    assert "Disallow: /admin/" in response.text
    assert "X-Robots-Tag" not in response


@pytest.mark.django_db
def test_a_demonstration_on_another_host_is_closed(client, city):
    response = client.get("/robots.txt", headers={"host": "testserver"})
    assert response.text == "User-agent: *\nDisallow: /\n"


@pytest.mark.django_db
def test_the_editors_host_is_closed(client, settings, city):
    settings.DEMO, settings.PROCESS = False, "editor"
    assert "Disallow: /\n" in client.get("/robots.txt").text


@pytest.mark.django_db
def test_the_public_host_is_open(client, settings, city):
    settings.DEMO, settings.PROCESS = False, "public"
    assert "Disallow: /\n" not in client.get("/robots.txt").text
