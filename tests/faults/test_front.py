"""nginx before the site as in production: what visitors see, when, and what it costs the application."""

import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.visitor import Answer, ask, seconds_until

# What the whole way from the editor's click to the visitor's eyes may take.
LIMIT = 2.0
SECURITY_HEADERS = (
    "Content-Security-Policy",
    "Cross-Origin-Resource-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
)


@pytest.fixture
def get(house):
    def get(path: str, headers: dict[str, str] | None = None) -> Answer:
        return ask(house.front.url, path, headers)

    return get


class Log:
    """What nginx did from now on: `misses(path)` reached the application because nothing was kept."""

    def __init__(self, folder: Path):
        self.path = folder / "access.log"
        self.start = len(self.lines())

    def lines(self) -> list[str]:
        # Written once a second.
        time.sleep(1.5)
        return self.path.read_text().splitlines()

    def counts(self, path: str) -> Counter:
        lines = [line.split() for line in self.lines()[self.start :]]
        return Counter(line[-1] for line in lines if line[3] == path)


@pytest.fixture
def log(house) -> Log:
    return Log(house.front.folder)


def test_a_published_page_is_visible_everywhere_in_time(house, get):
    house.desk.add(below="/", slug="freibad", title="Freibad")
    assert seconds_until(lambda: get("/freibad/").status == 200) <= LIMIT
    get("/sitemap.xml")

    house.desk.publish(path="/freibad/", title="Freibad Werne")

    assert seconds_until(lambda: "Freibad Werne" in get("/freibad/").text) <= LIMIT


def test_a_new_title_reaches_all_that_show_it_in_time_under_load(house, get):
    everywhere = ("/", "/leistungen/", "/leistungen/a-z/", "/suche/?q=personalausweis", "/smart-city/")
    stop = threading.Event()

    def look_around() -> None:
        while not stop.is_set():
            for path in everywhere:
                get(path)

    visitors = [threading.Thread(target=look_around) for _ in range(3)]
    for visitor in visitors:
        visitor.start()
    try:
        waited = []
        for title in ("Clever Bochum", "Smart City Bochum", "Smart City"):
            # The title stands in the menu of every page.
            house.desk.publish(path="/smart-city/", title=title)
            start = time.monotonic()
            seconds_until(lambda title=title: all(title in get(path).text for path in everywhere))
            waited.append(time.monotonic() - start)
    finally:
        stop.set()
        for visitor in visitors:
            visitor.join()
    assert max(waited) <= LIMIT


def test_an_unpublished_page_is_gone_in_time(house, get):
    house.desk.add(below="/", slug="baustelle", title="Baustelle")
    seconds_until(lambda: get("/baustelle/").status == 200)

    house.desk.unpublish(path="/baustelle/")

    assert seconds_until(lambda: get("/baustelle/").status == 404) <= LIMIT


def test_a_deleted_page_is_gone_in_time(house, get):
    house.desk.add(below="/", slug="messe", title="Messe")
    seconds_until(lambda: get("/messe/").status == 200)

    house.desk.delete(path="/messe/")

    assert seconds_until(lambda: get("/messe/").status == 404) <= LIMIT


def test_a_moved_page_redirects_in_time(house, get):
    house.desk.add(below="/", slug="wochenmarkt", title="Wochenmarkt")
    seconds_until(lambda: get("/wochenmarkt/").status == 200)

    house.desk.move(path="/wochenmarkt/", below="/smart-city/")

    assert seconds_until(lambda: get("/wochenmarkt/").status == 301) <= LIMIT
    assert get("/wochenmarkt/").headers["Location"].endswith("/smart-city/wochenmarkt/")
    assert get("/smart-city/wochenmarkt/").status == 200


def test_an_alert_starts_and_ends_by_itself(house, get):
    get("/kontakt/")
    house.desk.warn(title="Probealarm im Test", starts_in=4, lasts=5)
    entered = time.monotonic()
    assert "Probealarm im Test" not in get("/kontakt/").text

    seconds_until(lambda: "Probealarm im Test" in get("/kontakt/").text)
    assert 3.9 <= time.monotonic() - entered <= 4 + LIMIT
    seconds_until(lambda: "Probealarm im Test" not in get("/kontakt/").text)
    assert time.monotonic() - entered <= 9 + LIMIT


def test_unknown_query_names_are_one_entry_and_one_page(log, get):
    plain = get("/mitmachen/").text
    others = {get(f"/mitmachen/?utm_source={number}&x[]={number}&{number}").text for number in range(30)}

    assert others == {plain}
    assert log.counts("/mitmachen/")["MISS"] == 1


def test_a_misspelt_query_name_cannot_spoil_what_others_see(get):
    get("/suche/?Q=personalausweis")
    get("/suche/%3Fq=personalausweis")

    assert get("/suche/?q=personalausweis").text.count("<h3") > 0
    assert 'value="personalausweis"' in get("/suche/?q=personalausweis").text


def test_a_burst_on_a_cold_page_is_one_request_to_the_application(log, get):
    answers: list[int] = []
    visitors = [threading.Thread(target=lambda: answers.append(get("/dienststellen/").status)) for _ in range(40)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()

    assert Counter(answers) == {200: 40}
    counts = log.counts("/dienststellen/")
    assert counts["MISS"] == 1
    assert counts["EXPIRED"] == 0


def test_an_unchanged_page_is_asked_for_not_rendered(log, get):
    get("/impressum/")
    time.sleep(2.1)
    get("/impressum/")

    assert log.counts("/impressum/")["REVALIDATED"] == 1


def test_pages_come_with_and_without_compression(get):
    packed, plain = get("/impressum/"), get("/impressum/", {"Accept-Encoding": ""})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert plain.headers["Content-Encoding"] is None
    assert packed.text == plain.text
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("path", ["/", "/gibt-es-nicht/", "/static/css/main.css", "/admin/", "/robots.txt", "/media/x"])
def test_every_answer_has_each_security_header_once(get, path):
    headers = get(path).headers

    assert {name: len(headers.get_all(name, [])) for name in SECURITY_HEADERS} == dict.fromkeys(SECURITY_HEADERS, 1)
    assert headers["X-Accel-Expires"] is None
    assert headers["Set-Cookie"] is None


@pytest.mark.parametrize("path", ["/", "/gibt-es-nicht/", "/static/css/main.css", "/admin/"])
def test_with_tls_every_answer_insists_on_it_once(house, path):
    headers = ask(house.secure.url, path).headers

    assert headers.get_all("Strict-Transport-Security") == ["max-age=63072000; includeSubDomains; preload"]


def test_static_files_come_compressed_and_for_ever(get):
    sheet = get("/").text.split('rel="stylesheet" href="')[1].split('"')[0]
    answer = get(sheet, {"Accept-Encoding": "gzip, br"})

    assert answer.headers["Content-Encoding"] == "br"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert get("/static/css/main.css").headers["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_only_pictures_made_for_the_page_are_served(get, house):
    for folder in ("images", "original_images", "documents"):
        (house.media / folder).mkdir(exist_ok=True)
        (house.media / folder / "test.avif").write_bytes(b"picture")

    assert get("/media/images/test.avif").headers["Content-Type"] == "image/avif"
    assert get("/media/original_images/test.avif").status == 404
    assert get("/media/documents/test.avif").status == 404


def test_a_visitor_stays_a_visitor_whatever_cookies_say(get, log):
    get("/datenschutz/")
    answer = get("/datenschutz/", {"Cookie": "sessionid=abcdefghijklmnopqrstuvwxyz012345; csrftoken=x"})

    assert answer.headers["Cache-Control"].startswith("public")
    assert log.counts("/datenschutz/")["MISS"] == 1


def test_editors_have_their_own_host_where_nothing_is_kept(house):
    login = ask(house.front.editor_url, "/admin/login/")
    page = ask(house.front.editor_url, "/", {"Cookie": "sessionid=abcdefghijklmnopqrstuvwxyz012345"})

    assert login.status == 200
    assert "no-store" in login.headers["Cache-Control"]
    assert "csrftoken=" in login.headers["Set-Cookie"]
    assert page.headers["Cache-Control"] == "private, no-store"
    assert page.headers["X-Robots-Tag"] == "noindex"


def test_the_public_process_knows_no_administration(house):
    assert ask(house.public.url, "/admin/login/").status == 404
    assert ask(house.front.url, "/admin/login/").status == 404


@pytest.mark.parametrize(("method", "status"), [("PUT", 405), ("DELETE", 405), ("OPTIONS", 405), ("POST", 405)])
def test_pages_are_for_reading(house, method, status):
    assert ask(house.front.url, "/", method=method).status == status


def test_head_says_the_same_without_the_page(house, get):
    head = ask(house.front.url, "/", method="HEAD")

    assert (head.status, head.body) == (200, b"")
    assert head.headers["ETag"] == get("/").headers["ETag"]


def test_a_huge_form_is_refused_in_german(house):
    answer = ask(house.front.url, "/kontakt/", method="POST", body=b"x" * 2_000_000)

    assert answer.status == 413
    assert "zu groß" in answer.text


def test_another_host_name_leads_to_ours(house):
    answer = ask(house.front.url, "/kontakt/?q=x", {"Host": "bochum.example"})

    assert (answer.status, answer.headers["Location"]) == (308, f"{house.front.url}/kontakt/?q=x")


def test_a_nul_byte_is_no_address(get):
    assert get("/kontakt%00/").status == 400
