"""Headers of public pages (Mozilla Observatory A+), of the administration and of error pages."""

import re

from django.conf import settings as django_settings
from django.test import Client

import pytest

UNSAFE = ("unsafe-inline", "unsafe-eval", "data:", "http:", "https:", "*")
PUBLIC = ("/", "/leistungen/", "/suche/?q=x", "/gibt-es-nicht/", "/sitemap.xml", "/robots.txt")


def policy(response) -> dict[str, list[str]]:
    parts = [part.split() for part in response["Content-Security-Policy"].split(";")]
    return {name: sources for name, *sources in parts}


def observatory_score(response) -> int:
    """Return the score after quality.md §5: 100 less what is missing, plus what is better than asked (TLS left out)."""
    sources = policy(response)
    score = 100
    score -= 0 if sources else 25
    score -= 20 if any("unsafe" in source for name in ("script-src", "style-src") for source in sources[name]) else 0
    score -= 0 if sources.get("frame-ancestors") == ["'none'"] else 20
    score -= 0 if re.match(r"max-age=(\d{8,})", response.get("Strict-Transport-Security", "")) else 20
    score -= 0 if response.get("X-Content-Type-Options") == "nosniff" else 5
    bonus = 10 if sources["default-src"] == ["'none'"] else 0
    bonus += 5 if sources.get("frame-ancestors") == ["'none'"] else 0
    bonus += 5 if response.get("Referrer-Policy") in {"strict-origin-when-cross-origin", "no-referrer"} else 0
    bonus += 10 if response.get("Cross-Origin-Resource-Policy") == "same-origin" else 0
    return score + (bonus if score >= 90 else 0)


@pytest.fixture
def tls(settings):
    """As behind nginx with TLS."""
    settings.SECURE_HSTS_SECONDS = 63_072_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    return Client()


@pytest.mark.parametrize("path", PUBLIC)
def test_public_answers_reach_an_a_plus(city, tls, path):
    response = tls.get(path, secure=True)

    assert observatory_score(response) >= 110
    assert response["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload"


@pytest.mark.parametrize("path", PUBLIC)
def test_public_policy_knows_only_ourselves(city, client: Client, path):
    sources = policy(client.get(path))

    assert sources["default-src"] == ["'none'"]
    assert not [source for values in sources.values() for source in values if any(bad in source for bad in UNSAFE)]
    assert {source for values in sources.values() for source in values} == {"'none'", "'self'"}


@pytest.mark.parametrize("path", PUBLIC)
def test_public_answers_set_nothing_in_the_browser(city, client: Client, path):
    response = client.get(path)

    assert not response.cookies
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in response["Permissions-Policy"]


def test_without_tls_there_is_no_promise_of_tls(city, client: Client):
    assert "Strict-Transport-Security" not in client.get("/")


def test_the_administration_has_a_policy_of_its_own(city, client: Client):
    sources = policy(client.get("/admin/login/"))

    assert sources["script-src"] == ["'self'", "'unsafe-inline'"]
    assert sources["object-src"] == ["'none'"]
    assert sources["frame-ancestors"] == ["'self'"]
    assert not [source for values in sources.values() for source in values if "http" in source]


def test_a_broken_page_has_all_headers_and_is_not_kept(city, client: Client, monkeypatch):
    def broken(*_args):
        raise RuntimeError

    monkeypatch.setattr("cms.routing.find", broken)
    client.raise_request_exception = False
    response = client.get("/leistungen/")

    assert response.status_code == 500
    assert response["Cache-Control"] == "private, no-store"
    assert policy(response)["default-src"] == ["'none'"]


def test_a_foreign_host_name_is_refused(city, client: Client):
    response = client.get("/leistungen", headers={"Host": "evil.example"})

    assert response.status_code == 400
    assert response["Cache-Control"] == "private, no-store"


def test_the_editors_host_is_not_for_search_engines(city, client: Client, settings):
    assert "X-Robots-Tag" not in client.get("/", headers={"Host": "localhost"})
    settings.PROCESS = "editor"
    assert client.get("/")["X-Robots-Tag"] == "noindex"


def test_cookies_of_editors_are_out_of_reach_of_scripts_and_other_sites():
    assert django_settings.SESSION_COOKIE_HTTPONLY
    assert django_settings.CSRF_COOKIE_HTTPONLY
    assert django_settings.SESSION_COOKIE_SAMESITE == django_settings.CSRF_COOKIE_SAMESITE == "Lax"
