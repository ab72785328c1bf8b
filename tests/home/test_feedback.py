"""What people think of a page: asked below every page, sent without script or cookie, kept at its department."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cms import clock, public_form
from cms.models import OutgoingMail
from home.models import Feedback
from services.models import OfficePage, ServiceOffice
from tests import factories

OURS = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def page(city):
    department = factories.DepartmentFactory(name="Schulverwaltungsamt", email="schule@bochum.example")
    return factories.ContentPageFactory(parent=city.home, title="Ferien", department=department)


@pytest.fixture
def send(client, page, monkeypatch):
    """A function that fills in the form half a minute after it was opened and sends it; answers with the response."""
    public_form.LIMIT.forget()

    def send(address="/rueckmeldung/ja/?zu=/ferien/", **changes):
        form_id = public_form.new_id("feedback")
        later = clock.now() + timedelta(seconds=30)
        with monkeypatch.context() as patch:
            patch.setattr(clock, "now", lambda: later)
            return client.post(address, {"form_id": form_id, "homepage": "", "is_useful": "ja"} | changes, headers=OURS)

    return send


def test_every_page_asks_whether_it_was_of_use(client, page):
    text = client.get("/ferien/").text
    assert "War diese Seite hilfreich?" in text
    assert 'href="/rueckmeldung/ja/?zu=/ferien/"' in text
    assert 'href="/rueckmeldung/nein/?zu=/ferien/"' in text


def test_the_page_itself_holds_no_form_and_stays_as_it_is(client, page):
    response = client.get("/ferien/")
    assert "form_id" not in response.text
    assert client.get("/ferien/").content == response.content


@pytest.mark.parametrize(("answer", "value"), [("ja", "ja"), ("nein", "nein")])
def test_the_answer_chosen_on_the_page_is_filled_in(client, page, answer, value):
    response = client.get(f"/rueckmeldung/{answer}/?zu=/ferien/")
    assert response.status_code == 200
    assert response.context["form"]["is_useful"].value() == value
    assert "Ferien" in response.text
    assert not response.cookies
    assert not Feedback.objects.exists()


def test_the_form_says_what_becomes_of_it(client, page):
    text = client.get("/rueckmeldung/?zu=/ferien/").text
    form = text[text.index('<form class="public-form') :]
    button = form.index("<button")
    assert form.index("365 Tagen gelöscht") < button
    assert form.index("7 Tage nach der Antwort") < button
    assert form.index("Kein Antrag, kein Notruf.") < button
    assert 'content="noindex"' in text
    assert "<fieldset" in form


def test_feedback_lands_at_the_department_of_the_page(send, page):
    response = send(rating="4", text="Der Termin im Herbst fehlt.", email="ada@example.org")
    assert (response.status_code, response["Location"]) == (303, "/rueckmeldung/danke/?zu=%2Fferien%2F")
    found = Feedback.objects.get()
    assert (found.page_id, found.path, found.department) == (page.pk, "/ferien/", page.department)
    assert (found.is_useful, found.rating, found.text) == (True, 4, "Der Termin im Herbst fehlt.")
    assert (found.email, found.state, found.answer) == ("ada@example.org", Feedback.State.NEW, "")


@pytest.fixture
def office(city):
    """A live office of the city whose department answers for nothing else."""
    department = factories.DepartmentFactory(name="Amt für Soziales", email="soziales@bochum.example")
    return factories.OfficePageFactory(parent=city.offices, title="Amt für Soziales", department=department)


def service_at(city, *offices, **fields):
    page = factories.ServicePageFactory(parent=city.services, title="Wohngeld", **fields)
    page.service_offices = [ServiceOffice(office=office) for office in offices]
    page.save()
    return page


def test_a_service_without_department_answers_by_its_office(send, city, office):
    external = factories.OfficePageFactory(parent=city.offices, title="Jobcenter", is_external=True)
    service_at(city, external, office)
    send("/rueckmeldung/?zu=/leistungen/wohngeld/", text="Der Betrag stimmt nicht.")
    assert Feedback.objects.get().department == office.department
    assert OutgoingMail.objects.get().to == "soziales@bochum.example"


def test_an_office_without_department_answers_by_the_one_above_it(send, city, office):
    below = factories.OfficePageFactory(parent=city.offices, title="Wohngeldstelle", parent_office=office)
    send(f"/rueckmeldung/?zu={below.get_url()}")
    assert Feedback.objects.get().department == office.department


def test_the_department_is_found_however_far_above(send, city, office):
    section = factories.OfficePageFactory(parent=city.offices, title="Wohnungswesen", parent_office=office)
    team = factories.OfficePageFactory(parent=city.offices, title="Wohngeldstelle", parent_office=section)
    service_at(city, team)
    send("/rueckmeldung/?zu=/leistungen/wohngeld/")
    assert Feedback.objects.get().department == office.department


def test_offices_above_each_other_end_at_the_city(send, city):
    first = factories.OfficePageFactory(parent=city.offices, title="Eine Stelle")
    second = factories.OfficePageFactory(parent=city.offices, title="Andere Stelle", parent_office=first)
    OfficePage.objects.filter(pk=first.pk).update(parent_office=second)
    assert send(f"/rueckmeldung/?zu={first.get_url()}").status_code == 303
    assert Feedback.objects.get().department is None


def test_the_own_department_of_a_service_comes_first(send, city, office):
    own = factories.DepartmentFactory(name="Wohnungsamt")
    service_at(city, office, department=own)
    send("/rueckmeldung/?zu=/leistungen/wohngeld/")
    assert Feedback.objects.get().department == own


def test_where_nobody_answers_it_goes_to_the_city(send, city):
    service_at(city)
    send("/rueckmeldung/?zu=/leistungen/wohngeld/")
    assert Feedback.objects.get().department is None


def test_no_page_asks_about_nothing():
    """Without `path` the answers would lead to "this page does not exist"."""
    texts = "".join(file.read_text() for file in Path("templates").rglob("*.html"))
    for name in ("page_end", "page_rating"):
        includes = re.findall(rf'{{% include "components/{name}\.html"[^%]*%}}', texts)
        assert includes, f"Nobody includes {name} any more."
        assert not [include for include in includes if not re.search(r" path=(request\.path|path) ", include)]


def test_one_answer_is_enough(send):
    assert send(is_useful="nein").status_code == 303
    assert send(is_useful="", rating="1").status_code == 303
    assert send(is_useful="", text="Danke").status_code == 303
    found = Feedback.objects.order_by("pk").values_list("is_useful", "rating", "text")
    assert list(found) == [(False, None, ""), (None, 1, ""), (None, None, "Danke")]


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"is_useful": ""}, "Beantworten Sie mindestens eine Frage."),
        ({"is_useful": "", "email": "ada@example.org"}, "Beantworten Sie mindestens eine Frage."),
        ({"rating": "6"}, "6"),
        ({"rating": "0"}, "0"),
        ({"is_useful": "vielleicht"}, "vielleicht"),
        ({"email": "ada@"}, "Diese Adresse ist nicht vollständig."),
        ({"text": "x" * 2_001}, "höchstens 2.000 Zeichen"),
        ({"text": "a\0b"}, "Null"),
        ({"homepage": "x"}, "noch einmal"),
        ({"form_id": ""}, "unvollständig"),
    ],
)
def test_a_mistake_is_named_and_nothing_is_kept(send, changes, complaint):
    response = send(**changes)
    assert response.status_code == 422
    assert complaint in " ".join(message for field in response.context["form"].errors.values() for message in field)
    assert not Feedback.objects.exists()


@pytest.mark.parametrize(
    "address",
    ["", "/weg/", "https://evil.example/", "//evil.example/", "javascript:x", "ferien", "/ferien/../", "/" + "x" * 300],
)
def test_only_live_pages_of_ours_are_judged(client, send, address):
    for form in ("/rueckmeldung/", "/rueckmeldung/ja/", "/rueckmeldung/danke/"):
        assert client.get(form, {"zu": address}).status_code == 404
    assert send(f"/rueckmeldung/?zu={address}").status_code == 404
    assert not Feedback.objects.exists()


def test_a_draft_is_not_judged(client, page):
    page.unpublish()
    assert client.get("/rueckmeldung/?zu=/ferien/").status_code == 404


def test_however_it_is_written_a_page_has_one_address(send):
    send("/rueckmeldung/?zu=//ferien")
    send("/rueckmeldung/?zu=/ferien")
    assert set(Feedback.objects.values_list("path", flat=True)) == {"/ferien/"}


def test_the_department_hears_of_words_but_not_of_clicks(send, settings):
    settings.DEMO = False
    send(rating="2")
    assert not OutgoingMail.objects.exists()
    send(text="Der Termin fehlt.", email="ada@example.org")
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.subject) == ("schule@bochum.example", "Rückmeldung zur Seite: Ferien")
    assert "Der Termin fehlt." in mail.body
    assert f"/admin/rueckmeldungen/edit/{Feedback.objects.latest('pk').pk}/" in mail.body
    assert Feedback.objects.latest("pk").mail == mail
    # It stays where its rule deletes it.
    assert "ada@" not in mail.body


def test_other_sites_cannot_send_it(client, page):
    answer = client.post("/rueckmeldung/?zu=/ferien/", {"is_useful": "ja"}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert not Feedback.objects.exists()


def test_the_thanks_lead_back(client, page):
    text = client.get("/rueckmeldung/danke/?zu=/ferien/").text
    assert "Danke für Ihre Rückmeldung" in text
    assert 'href="/ferien/"' in text
    assert client.post("/rueckmeldung/danke/?zu=/ferien/", {}, headers=OURS).status_code == 405


def test_the_form_costs_few_statements(client, page, django_assert_max_num_queries):
    client.get("/rueckmeldung/ja/?zu=/ferien/")
    with django_assert_max_num_queries(6):
        client.get("/rueckmeldung/ja/?zu=/ferien/")


def test_the_day_in_the_title_is_that_of_bochum():
    feedback = Feedback(path="/ferien/", created_at=datetime(2026, 11, 24, 23, 30, tzinfo=UTC))
    assert str(feedback) == "/ferien/ (25.11.2026)"
