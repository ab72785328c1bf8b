"""Forms for everybody: other sites, programs, floods and bulk are refused, a person never for good."""

from datetime import timedelta

from django import forms
from django.http import HttpResponse
from django.test import Client
from django.urls import path

import pytest
import time_machine

from cms import clock, public_form, rate_limit, urls
from cms.public_form import PublicForm, PublicFormView, SeeOther

NOON = "2026-11-24 12:00+01:00"
OURS = {"Sec-Fetch-Site": "same-origin"}


class QuestionForm(PublicForm):
    text = forms.CharField(label="Frage", max_length=100, widget=forms.Textarea)


class QuestionView(PublicFormView):
    form_class = QuestionForm
    form_name = "question"
    template_name = "home/contact_page.html"

    def get_context(self, form: PublicForm) -> dict:
        # The template of the contact page wants a page with a body.
        return super().get_context(form) | {"page": self.request._wagtail_site.root_page.specific}

    def form_valid(self, form: PublicForm) -> HttpResponse:
        return SeeOther(f"/danke/?q={form.cleaned_data['text']}")


urlpatterns = [path("frage/", QuestionView.as_view()), *urls.urlpatterns]
# The same 404 as the site: it is looked up in the root of the addresses.
handler404 = urls.handler404


@pytest.fixture(autouse=True)
def _addresses(settings, city):
    settings.ROOT_URLCONF = __name__
    public_form.LIMIT.forget()
    yield
    public_form.LIMIT.forget()


@pytest.fixture
def noon():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def form_id(noon) -> str:
    """The id of a form that was opened a minute ago."""
    value = public_form.new_id("question")
    noon.shift(timedelta(minutes=1))
    return value


@pytest.fixture
def send(client: Client, form_id: str):
    """A function that sends the form as a browser does."""

    def send(headers: dict[str, str] | None = None, **changes):
        data = {"form_id": form_id, "homepage": "", "text": "Wann?"} | changes
        return client.post("/frage/", data, headers=OURS if headers is None else headers)

    return send


def complaint(response) -> str:
    assert response.status_code == 422
    return " ".join(response.context["form"].non_field_errors())


# A person


def test_a_sent_form_leads_to_another_page(send):
    response = send()

    assert (response.status_code, response["Location"]) == (303, "/danke/?q=Wann?")
    assert response["Cache-Control"] == "private, no-store"


def test_nothing_is_set_in_the_browser(client: Client, send):
    assert not client.get("/frage/").cookies
    assert not send().cookies


def test_the_form_is_a_public_page_that_is_made_anew_in_time(client: Client, noon):
    response = client.get("/frage/")

    assert response["Cache-Control"].startswith("public")
    until = int(response["ETag"].rstrip('"').rpartition("-")[2])
    assert until - clock.now().timestamp() <= 12 * 3600


def test_the_decoy_is_hidden_from_eyes_ears_and_keyboard(client: Client):
    html = client.get("/frage/").text
    decoy = html[html.index("<div hidden>") : html.index('name="homepage"') + 80]

    assert 'tabindex="-1"' in decoy
    assert 'autocomplete="off"' in decoy
    assert "bleibt leer" in decoy


def test_a_mistake_is_explained_and_nothing_is_lost(send):
    response = send(text="x" * 101)

    assert response.status_code == 422
    assert "x" * 101 in response.text
    assert "höchstens 100 Zeichen" in response.text


def test_the_answer_to_a_mistake_can_be_sent(send, client: Client, noon):
    again = send(text="").context["form"].data
    noon.shift(timedelta(seconds=10))

    assert send(form_id=again["form_id"]).status_code == 303


# Where it comes from


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://testserver"},
        {"Referer": "http://testserver/frage/"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
    ],
)
def test_our_own_pages_may_send(send, headers):
    assert send(headers).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": ""},
        {"Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://testserver.evil.example"},
        {"Origin": "http://evil.example/testserver"},
        {"Origin": "https://evil.example", "Referer": "http://testserver/"},
        {"Referer": "http://["},
        {"Referer": "javascript://testserver/"},
    ],
)
def test_other_sites_may_not(send, headers):
    response = send(headers)

    assert response.status_code == 403
    assert "nicht von unserer Website" in response.text


def test_behind_a_proxy_our_name_is_the_visitors_name(send):
    assert send({"Origin": "https://localhost", "Host": "localhost"}).status_code == 303


# Programs


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"homepage": "https://spam.example"}, "noch einmal"),
        ({"form_id": ""}, "unvollständig"),
        ({"form_id": "question:1:forged"}, "unvollständig"),
        ({"form_id": "\0"}, "unvollständig"),
    ],
)
def test_programs_are_asked_to_send_again(send, change, words):
    assert words in complaint(send(**change))


def test_the_id_of_another_form_is_none(send):
    assert "unvollständig" in complaint(send(form_id=public_form.new_id("poll")))


@pytest.mark.parametrize(
    ("age", "words"),
    [(timedelta(seconds=1), "sehr schnell"), (timedelta(hours=25), "länger als einen Tag"), (-timedelta(1), "schnell")],
)
def test_a_form_is_neither_too_new_nor_too_old(client: Client, noon, age, words):
    form_id = public_form.new_id("question")
    noon.shift(age)

    assert words in complaint(client.post("/frage/", {"form_id": form_id, "text": "Wann?"}, headers=OURS))


def test_whoever_was_taken_for_a_program_may_send_again(send, noon):
    again = send(homepage="autofill").context["form"].data
    noon.shift(timedelta(seconds=10))

    assert again["homepage"] == ""
    assert send(form_id=again["form_id"]).status_code == 303


# Bulk and floods


def test_too_much_is_refused_unread_in_german(client: Client):
    response = client.post("/frage/", {"text": "x" * 70_000}, headers=OURS)

    assert response.status_code == 413
    assert "zu groß" in response.text


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "", "multipart/form-data"])
def test_only_forms_are_read(client: Client, content_type):
    response = client.generic("POST", "/frage/", b"{}", content_type=content_type, headers=OURS)

    assert response.status_code == (400 if content_type.startswith("multipart") else 415)


def test_a_flood_is_asked_to_wait(send, noon):
    answers = [send().status_code for _ in range(public_form.LIMIT.count)]
    flood = send()

    assert set(answers) == {303}
    assert flood.status_code == 429
    assert "in einigen Minuten" in flood.text
    assert 0 < int(flood["Retry-After"]) <= 600
    noon.shift(timedelta(seconds=int(flood["Retry-After"])))
    assert send().status_code == 303


def test_refusals_are_not_kept(send):
    assert send({})["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_forms_know_three_methods(client: Client, method):
    assert getattr(client, method)("/frage/", headers=OURS).status_code == 405


def test_pages_without_a_form_take_none(client: Client):
    assert client.post("/leistungen/", {}, headers=OURS).status_code == 405


# Counting


def test_networks_are_counted_apart(noon):
    limit = rate_limit.RateLimit(1, timedelta(minutes=1))

    assert limit.wait("a", "192.0.2.1") == 0
    assert limit.wait("a", "192.0.2.200") == 60
    assert limit.wait("b", "192.0.2.1") == 0
    assert limit.wait("a", "198.51.100.1") == 0
    assert limit.wait("a", "2001:db8:1::1") == 0
    assert limit.wait("a", "2001:db8:1:ffff::1") == 60
    assert limit.wait("a", "2001:db8:2::1") == 0


def test_few_networks_are_remembered(noon, monkeypatch):
    monkeypatch.setattr(rate_limit, "MAX_NETWORKS", 3)
    limit = rate_limit.RateLimit(1, timedelta(minutes=1))
    for number in range(10):
        limit.wait("a", f"10.0.{number}.1")

    assert len(limit._seen) == 3
    assert limit.wait("a", "10.0.9.1") == 60
