"""Five thousand requests nobody would send on purpose: never an error of ours. The seed makes each run the same."""

import random
from urllib.parse import quote

from django.test import Client

import pytest

from cms import public_form
from tests import factories

SEED = 20261124
PARTS = 10
REQUESTS = 5_000 // PARTS

PATHS = (
    *("/", "/leistungen/", "/leistungen/a-z/", "/leistungen/personalausweis/", "/themen/", "/dienststellen/"),
    *("/aktuelles/", "/aktuelles/feed.atom", "/veranstaltungen/", "/veranstaltungen/kalender.ics", "/kontakt/"),
    *(
        "/kontakt/danke/",
        "/suche/",
        "/sitemap.xml",
        "/sitemap-0.xml",
        "/robots.txt",
        "/en/",
        "/de-simple/",
        "/tr/suche/",
    ),
    *("/admin/", "/admin/login/", "/admin/pages/1/edit/", "/admin/password_reset/", "/documents/1/a.pdf"),
    *("/media/images/x.avif", "/media/images/../../db.sqlite3", "/static/css/main.css", "/stilbuch/", "/leistungen"),
)
# Mostly reading: anything else ends early.
METHODS = (*["GET"] * 12, "HEAD", "POST", "POST", "POST", "PUT", "DELETE", "OPTIONS", "BREW", "get")
ODD = (
    *("", "\0", "%00", "%", "%zz", "%ff%fe", "%C0%AF", "%ED%A0%80", "..", "%2e%2e%2f", "//", "\\", ";", "?", "#", " "),
    *("ä", "ß", "İ", "ﬁ", "\u202e", "\U0001f6b2", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "\r\n"),
    *("' OR 1=1 --", '"><script>', "{{7*7}}", "${jndi:ldap://x}", "-1", "0", "1e309", "99999999999999999999", "null"),
    *("A" * 300, "a-" * 2_000, "ä" * 10_000, "%00" * 50, "1" * 400, "=" * 50, "&" * 50, "-" * 40, "𝔅" * 200),
)
HEADERS = {
    "If-None-Match": ("*", '"', 'W/"test-0-0"', 'W/"test-0-99999999999"', 'W/"test-0-' + "9" * 400, ",,,", "\xff"),
    "If-Modified-Since": ("gestern", "Thu, 01 Jan 1970 00:00:00 GMT", "-1"),
    "Accept-Language": (
        "tr",
        "*",
        "xx-" * 500,
        ";q=",
        "de;q=x,;;",
        "ar-\xff",
        "de-simple",
        "\u0660".encode().decode("latin-1"),
    ),
    "Accept-Encoding": ("gzip", "br;q=x", "\0", "identity;q=0"),
    "Accept": ("*/*", "application/json", "text/html;;;", "x" * 500),
    "Range": ("bytes=0-1", "bytes=-1", "bytes=9-1", "bytes=0-0,5-", "lines=1"),
    "Host": ("testserver", "localhost:99999", "evil.example", "", "[::1]", "a" * 300, "127.0.0.1:x", "ä.de"),
    "Referer": ("http://[", "http://testserver/", "javascript:x", "\xff"),
    "Origin": ("null", "http://testserver", "http://[", ""),
    "Sec-Fetch-Site": ("same-origin", "none", "cross-site", "\xff"),
    "X-Forwarded-For": ("1.2.3.4", "x", "1.2.3.4,,", "::1"),
    "X-Forwarded-Proto": ("https", "https,http", "x"),
    "X-Request-Start": ("1.000", "9" * 11 + ".999", "x", "-1.000", "\xff"),
    "X-HTTP-Method-Override": ("DELETE", "\0"),
    "Cookie": (
        "sessionid=abcdefghijklmnopqrstuvwxyz012345",
        'sessionid="\\000\\000\\000\\000\\000\\000\\000\\000"',
        "sessionid=; sessionid",
        "django_language=xx; wagtail=\xff",
        "csrftoken=x; messages=x",
        ";" * 300,
        "=" * 300,
        "a=" + "b" * 8_000,
    ),
    "Content-Length": ("0", "-1", "x", "99999999999999"),
    "X-Requested-With": ("XMLHttpRequest",),
}
TYPES = (
    *("application/x-www-form-urlencoded", "application/json", "text/plain", "", "text/xml", "\xff/\xff"),
    *("multipart/form-data", "multipart/form-data; boundary=x", "multipart/form-data; boundary=" + "x" * 300),
    *("application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencoded; charset=nix"),
)
BODIES = (
    *(b"", b"\0", b"\xff\xfe", b"text=%ff&form_id=%00", b"form_id=contact:1:x&homepage=1&text=a", b"a=" * 2_000),
    *(b"username=ada&password=%00", b"username=%00&password=x", b"--x\r\n\r\n", b"x" * 100_000, b"{" * 500),
    b'--x\r\nContent-Disposition: form-data; name="text"; filename="../a\0"\r\n\r\nx\r\n--x--\r\n',
)
QUERY_NAMES = ("q", "seite", "next", "page", "utm_source", "ordering", "q[]", "__proto__")


class Fuzz:
    """Makes one odd request after the other from a seed."""

    def __init__(self, seed: int):
        self.dice = random.Random(seed)

    def odd(self) -> str:
        return "".join(self.dice.choice(ODD) for _ in range(self.dice.choice((1, 1, 2, 3))))

    def path(self) -> str:
        path = self.dice.choice(PATHS)
        if self.dice.random() < 0.4:
            cut = self.dice.randrange(len(path) + 1)
            path = path[:cut] + self.encoded(self.odd()) + path[cut:]
        return "/" + path.lstrip("/")

    def encoded(self, text: str) -> str:
        # Percent signs stay: some of them are broken encodings, and that is the point.
        return quote(text, safe="/%") if self.dice.random() < 0.7 else quote(text, safe="")

    def query(self) -> str:
        count = self.dice.choice((0, 0, 1, 1, 2, 40))
        pairs = [f"{self.dice.choice(QUERY_NAMES)}={self.encoded(self.odd())}" for _ in range(count)]
        return self.dice.choice(("&", ";", "&&")).join(pairs)

    def headers(self) -> dict[str, str]:
        names = self.dice.sample(sorted(HEADERS), self.dice.choice((0, 1, 2, 3)))
        return {name: self.dice.choice((*HEADERS[name], self.dice.choice(HEADERS[name]) * 2)) for name in names}

    def request(self) -> dict:
        method = self.dice.choice(METHODS)
        # A host that is not ours ends most requests early: rarely.
        headers = self.headers()
        if self.dice.random() < 0.8:
            headers.pop("Host", None)
        return {
            "method": method,
            "path": self.path(),
            "data": self.dice.choice(BODIES) if method not in {"GET", "HEAD"} else b"",
            "content_type": self.dice.choice(TYPES),
            "QUERY_STRING": self.query(),
            "headers": headers,
        }


@pytest.fixture
def full_city(city):
    """A page of every kind, so that odd requests find something to break."""
    service = factories.ServicePageFactory(parent=city.services, title="Personalausweis")
    factories.TopicPageFactory(parent=city.topics, title="Ausweise")
    factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro Mitte")
    factories.NewsPageFactory(parent=city.news, title="Neues Bürgerbüro")
    factories.EventPageFactory(parent=city.events, title="Stadtfest")
    factories.ContactPageFactory(parent=city.home, title="Kontakt", slug="kontakt")
    public_form.LIMIT.forget()
    yield service
    public_form.LIMIT.forget()


@pytest.mark.parametrize("part", range(PARTS))
def test_no_request_breaks_the_site(full_city, client: Client, part):
    fuzz = Fuzz(SEED + part)
    client.raise_request_exception = False
    for number in range(REQUESTS):
        request = fuzz.request()
        client.cookies.clear()
        response = client.generic(**request)
        # Streams are made while they are sent.
        response.getvalue()
        assert response.status_code < 500, f"request {number} of part {part}: {request!r:.2000}"
        public_form.LIMIT.forget()


def test_the_seed_makes_the_same_requests():
    first, second = Fuzz(SEED), Fuzz(SEED)

    assert [first.request() for _ in range(50)] == [second.request() for _ in range(50)]


def test_the_requests_reach_the_site(full_city, client: Client):
    """Odd, but not so odd that everything ends at the door."""
    fuzz = Fuzz(SEED)
    client.raise_request_exception = False
    statuses = {client.generic(**fuzz.request()).status_code for _ in range(300)}

    assert {200, 302, 400, 404, 405} <= statuses
