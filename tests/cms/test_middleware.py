"""What stands around every view: freshness, audience, methods, clean requests."""

import time
from datetime import timedelta

from django.http import HttpResponse
from django.test import Client, RequestFactory

from wagtail.models import Page, Site

import pytest
import time_machine

from cms import clock, freshness, generation
from cms.middleware import CleanRequestMiddleware, CompressionMiddleware, FreshnessMiddleware
from cms.middleware.clean_request import public_query
from tests import factories

NOON = "2026-11-24 12:00+01:00"
SESSION = {"sessionid": "abcdefghijklmnopqrstuvwxyz012345"}


@pytest.fixture
def answer(db):
    """A function that sends one request through FreshnessMiddleware around a view of the test's own."""

    def answer(view, path="/", **headers) -> HttpResponse:
        return FreshnessMiddleware(view)(RequestFactory().get(path, headers=headers))

    return answer


def page(_request) -> HttpResponse:
    return HttpResponse("Text")


def page_until(instant):
    def view(_request) -> HttpResponse:
        freshness.valid_until(instant)
        return HttpResponse("Text")

    return view


def unreachable(_request):
    raise AssertionError("rendered")


# Freshness


def test_a_page_may_be_kept_for_a_second_and_shown_a_day_on_error(answer):
    response = answer(page)

    assert response["Cache-Control"] == "public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400"


@pytest.mark.parametrize(("waited", "seconds"), [(0.0, 1), (0.05, 1), (0.2, 60), (9.0, 60)])
def test_in_a_surge_one_asks_and_the_others_get_what_is_there(answer, waited, seconds):
    response = answer(page, x_request_start=f"{time.time() - waited:.3f}")
    again = answer(unreachable, x_request_start=f"{time.time() - waited:.3f}", if_none_match=response["ETag"])

    assert f"stale-while-revalidate={seconds}," in response["Cache-Control"]
    assert f"stale-while-revalidate={seconds}," in again["Cache-Control"]


def test_nginx_keeps_it_until_the_second_is_over(answer):
    with time_machine.travel(NOON, tick=False):
        assert answer(page)["X-Accel-Expires"] == f"@{int(clock.now().timestamp())}"


def test_who_holds_the_page_is_told_so_without_rendering(answer):
    tag = answer(page)["ETag"]
    response = answer(unreachable, if_none_match=tag)

    assert (response.status_code, response.content) == (304, b"")
    assert response["ETag"] == tag
    assert response["Cache-Control"].startswith("public")
    assert "Content-Type" not in response


def test_one_of_several_tags_is_enough(answer):
    tag = answer(page)["ETag"]

    assert answer(unreachable, if_none_match=f'"other", {tag} ,W/"x"').status_code == 304


def test_a_new_generation_is_rendered(answer):
    tag = answer(page)["ETag"]
    generation.raise_now()

    assert answer(page, if_none_match=tag).status_code == 200


def test_a_new_build_is_rendered(answer, settings):
    tag = answer(page)["ETag"]
    settings.BUILD = "next"

    assert answer(page, if_none_match=tag).status_code == 200


def test_a_page_is_rendered_again_when_its_time_has_come(answer):
    with time_machine.travel(NOON, tick=False) as traveller:
        view = page_until(clock.now() + timedelta(minutes=10))
        tag = answer(view)["ETag"]
        traveller.shift(timedelta(minutes=9, seconds=59))
        assert answer(unreachable, if_none_match=tag).status_code == 304
        traveller.shift(timedelta(seconds=1))
        assert answer(page, if_none_match=tag).status_code == 200


@pytest.mark.parametrize(
    "tag", ["*", "", '"', 'W/"test-0-x"', 'W/"test-0-"', 'W/"test-0-99999999999999999999"', 'W/"test-0-١"', "\udcff"]
)
def test_any_other_tag_is_no_tag(answer, tag):
    assert answer(page, if_none_match=tag).status_code == 200


def test_a_view_may_have_its_own_tag_and_rules(answer):
    def view(_request):
        return HttpResponse("Datei", headers={"ETag": '"hash"'})

    def guarded(_request):
        return HttpResponse("Datei", headers={"Cache-Control": "no-store"})

    assert answer(view)["ETag"] == '"hash"'
    assert answer(guarded)["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("status", "kept"), [(301, True), (404, True), (410, True), (400, False), (429, False), (500, False)]
)
def test_errors_of_the_moment_are_not_kept(answer, status, kept):
    response = answer(lambda _request: HttpResponse(status=status))

    assert response["Cache-Control"].startswith("public" if kept else "private, no-store")
    assert "ETag" not in response


def test_what_sets_a_cookie_is_nobody_elses(answer):
    def view(_request):
        response = HttpResponse("Text")
        response.set_cookie("a", "b")
        return response

    assert answer(view)["Cache-Control"] == "private, no-store"


def test_pages_vary_by_encoding_at_most(answer):
    def view(_request):
        return HttpResponse("Text", headers={"Vary": "Cookie, accept-language,Accept-Encoding"})

    assert answer(view)["Vary"] == "Accept-Encoding"
    assert "Vary" not in answer(lambda _request: HttpResponse("Text", headers={"Vary": "Cookie"}))


def test_one_statement_says_that_nothing_has_changed(city, client: Client, django_assert_num_queries):
    tag = client.get("/leistungen/")["ETag"]

    with django_assert_num_queries(1):
        assert client.get("/leistungen/", headers={"If-None-Match": tag}).status_code == 304


def test_the_menu_is_right_at_once(city, client: Client):
    city.news.show_in_menus = True
    city.news.save_revision().publish()
    generation.raise_now()
    assert ">Aktuelles<" in "".join(client.get("/leistungen/").text.split())

    city.news.title = "Neuigkeiten"
    city.news.save_revision().publish()
    generation.raise_now()
    assert ">Neuigkeiten<" in "".join(client.get("/leistungen/").text.split())


# Audience


def test_visitors_get_no_cookie_and_no_bar_of_the_editors(city, client: Client):
    response = client.get("/")

    assert not response.cookies
    assert b"wagtail-userbar" not in response.content


def test_editors_get_their_own_copy(city, admin_client: Client):
    response = admin_client.get("/")

    assert response["Cache-Control"] == "private, no-store"
    assert "ETag" not in response


def test_the_public_process_knows_no_editors(answer, settings):
    settings.PROCESS = "public"
    middleware = FreshnessMiddleware(page)
    request = RequestFactory().get("/")
    request.COOKIES = dict(SESSION)

    assert middleware(request)["Cache-Control"].startswith("public")


def test_the_administration_is_left_alone(city, client: Client):
    response = client.get("/admin/login/")

    assert "no-store" in response["Cache-Control"]
    assert "ETag" not in response


def test_without_a_site_nothing_is_found_and_nothing_breaks(db, client: Client):
    Site.objects.all().delete()

    assert client.get("/").status_code == 404
    assert client.get("/leistungen/").status_code == 404


# Requests


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("", ""),
        ("utm_source=x", ""),
        ("q=perso&utm=1", "q=perso"),
        ("seite=2&q=a%20b", "q=a%20b&seite=2"),
        ("q=a&q=b", "q=a"),
        ("Q=a&%71=b&q[]=c", ""),
        ("q", ""),
        ("q=", ""),
        ("q=%00", ""),
        ("q=a=b?c", "q=a=b?c"),
        ("&&=&=x&", ""),
    ],
)
def test_only_registered_names_get_through(query, kept):
    assert public_query(query) == kept


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/verzeichnisse/kitas/", "q=a&bezirk=ost"),
        ("/en/verzeichnisse/", "q=a&bezirk=ost"),
        ("/de-simple/verzeichnisse/kitas/eintraege.csv", "q=a&bezirk=ost"),
        ("/verzeichnisse", "q=a"),
        ("/", "q=a"),
        ("/leistungen/verzeichnisse/", "q=a"),
        ("/xx/verzeichnisse/", "q=a"),
    ],
)
def test_a_section_has_names_of_its_own(path, kept):
    assert public_query("bezirk=ost&q=a&utm=1&bezirk=nord", path) == kept


def test_unknown_names_neither_change_nor_break_a_page(city, client: Client):
    plain = client.get("/leistungen/")
    other = client.get("/leistungen/?utm_source=plakat&seite=&x[]=1")

    assert other.content == plain.content


def test_the_administration_keeps_its_queries():
    request = RequestFactory().get("/admin/pages/?ordering=title")
    CleanRequestMiddleware(page)(request)

    assert request.GET["ordering"] == "title"


def test_a_nul_byte_is_no_address(city, client: Client):
    assert client.get("/leistungen%00/").status_code == 400


def test_no_part_of_an_address_is_longer_than_a_slug(city, client: Client):
    assert client.get(f"/{'a' * 255}/").status_code == 404
    assert client.get(f"/{'a' * 256}/").status_code == 400
    assert client.get(f"/media/images/{'ä' * 128}").status_code == 400


@pytest.mark.parametrize("length", ["-1", "zehn", "1e3", "١", "9" * 5_000])
def test_an_impossible_length_is_no_request(city, client: Client, length):
    assert client.post("/admin/login/", {}, CONTENT_LENGTH=length).status_code == 400


def test_an_impossible_session_is_none(city, client: Client):
    client.cookies["sessionid"] = "\0\0\0\0\0\0\0\0"

    assert client.get("/admin/").status_code == 302
    assert client.get("/")["Cache-Control"].startswith("public")


@pytest.mark.parametrize("path", ["/", "/leistungen/", "/suche/", "/gibt-es-nicht/", "/robots.txt", "/sitemap.xml"])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
def test_public_addresses_are_for_reading(city, client: Client, path, method):
    response = getattr(client, method)(path)

    assert response.status_code == (404 if (path, method) == ("/gibt-es-nicht/", "post") else 405)
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Content-Security-Policy" in response


@pytest.mark.parametrize("path", ["/", "/leistungen/", "/suche/?q=x", "/gibt-es-nicht/", "/leistungen"])
def test_head_answers_like_get_without_content(city, client: Client, path):
    head, get = client.head(path), client.get(path)

    assert head.status_code == get.status_code
    assert head.content == b""
    assert head.get("ETag") == get.get("ETag")


def test_a_moved_page_redirects_and_the_redirect_is_kept_no_longer_than_a_page(
    city, client: Client, django_capture_on_commit_callbacks
):
    moved = factories.ContentPageFactory(parent=city.home, title="Freibad")
    with django_capture_on_commit_callbacks(execute=True):
        moved.move(Page.objects.get(pk=city.services.pk), "last-child")
    response = client.get("/freibad/")

    assert response.status_code == 301
    assert response["Location"].endswith("/leistungen/freibad/")
    assert "max-age=0" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("address", "status"), [("127.0.0.1", 200), ("::1", 200), ("", 200), ("192.0.2.7", 403), ("x", 403)]
)
def test_a_demonstration_stays_on_its_machine(city, client: Client, settings, address, status):
    assert client.get("/leistungen/", REMOTE_ADDR=address).status_code == status
    settings.DEMO = False
    assert client.get("/leistungen/", REMOTE_ADDR=address).status_code == 200


def test_text_is_compressed_and_files_are_not(rf):
    def sent(content_type: str) -> HttpResponse:
        view = CompressionMiddleware(lambda _request: HttpResponse("Text " * 200, content_type=content_type))
        return view(rf.get("/", headers={"Accept-Encoding": "gzip"}))

    assert sent("text/html; charset=utf-8")["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in sent("application/pdf")
