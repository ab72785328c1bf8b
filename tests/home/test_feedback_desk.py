"""The desk: whoever left an address hears once what was changed, in the language of the page."""

from datetime import timedelta

from django.apps import apps
from django.utils.translation import get_language

from wagtail.models import Locale

import pytest
import time_machine
from bs4 import BeautifulSoup

from cms import clock, outbox, retention
from cms.models import OutgoingMail
from home import feedback_desk
from home.models import Feedback
from tests import factories

LIST = "/admin/rueckmeldungen/"


@pytest.fixture
def feedback(city):
    page = factories.ContentPageFactory(parent=city.home, title="Ferien")
    department = factories.DepartmentFactory(name="Schulverwaltungsamt")
    return Feedback.objects.create(
        page=page, path="/ferien/", department=department, text="Der <Termin> fehlt.", email="ada@example.org"
    )


@pytest.fixture
def desk(log_in):
    return log_in("freigabe")


@pytest.fixture
def save(desk, feedback):
    def save(**changes):
        data = {"department": feedback.department_id or "", "state": "changed", "answer": "Der Termin steht jetzt da."}
        # As if it had been opened just now.
        data["was_answered"] = str(Feedback.objects.filter(pk=feedback.pk).exclude(answered_at=None).exists())
        return desk.post(f"{LIST}edit/{feedback.pk}/", data | changes)

    return save


def test_the_list_speaks_german_and_costs_the_same_for_many(desk, feedback, django_assert_max_num_queries):
    desk.get(LIST)
    text = desk.get(LIST).text
    for words in ("/ferien/", "Schulverwaltungsamt", "neu", "hilfreich", "Rückmeldungen"):
        assert words in text
    for number in range(20):
        department = factories.DepartmentFactory()
        Feedback.objects.create(path=f"/seite-{number}/", department=department, is_useful=True, rating=5)
    with django_assert_max_num_queries(25):
        assert "/seite-19/" in desk.get(LIST).text


@pytest.mark.parametrize(("query", "count"), [("state=new", 1), ("state=changed", 0), ("department={}", 1)])
def test_it_can_be_filtered_by_department_and_state(desk, feedback, query, count):
    text = desk.get(f"{LIST}?{query.format(feedback.department_id)}").text
    assert text.count(f"{LIST}edit/{feedback.pk}/") >= count
    assert bool(count) == (f"{LIST}edit/{feedback.pk}/" in text)


def test_what_was_written_can_be_read_and_not_changed(desk, feedback, save):
    text = desk.get(f"{LIST}edit/{feedback.pk}/").text
    assert "Der &lt;Termin&gt; fehlt." in text
    assert "ada@example.org" in text
    assert "keine Angabe" in text
    assert "None" not in text[text.index("Das wurde geschrieben") : text.index("Das haben Sie getan")]
    save(text="anders", email="boese@example.org", path="/x/", rating="5")
    feedback.refresh_from_db()
    assert (feedback.text, feedback.email, feedback.path, feedback.rating) == (
        *("Der <Termin> fehlt.", "ada@example.org", "/ferien/", None),
    )


def test_whoever_left_an_address_hears_what_was_changed(save, feedback):
    assert save().status_code == 302
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.subject) == ("ada@example.org", "Ihre Rückmeldung zu unserer Website")
    for words in ("Wir haben die Seite geändert:", "Der Termin steht jetzt da.", "Ferien", "Der <Termin> fehlt."):
        assert words in mail.body
    assert "http://localhost/ferien/" in mail.body
    feedback.refresh_from_db()
    assert feedback.state == Feedback.State.CHANGED
    assert feedback.answered_at is not None


def test_a_refusal_says_so(save):
    save(state="declined", answer="Die Ferien legt das Land fest.")
    assert "Wir haben die Seite nicht geändert:" in OutgoingMail.objects.get().body


def test_the_answer_goes_out_once(save):
    save()
    save(state="in_work")
    save(state="declined", answer="Doch nicht.")
    assert OutgoingMail.objects.count() == 1


def test_of_two_answers_the_first_counts_and_the_second_is_told(save, feedback):
    assert save(answer="Erledigt.", was_answered="False").status_code == 302
    late = save(state="declined", answer="Schon anders.", was_answered="False")
    assert late.status_code == 200
    assert "Jemand hat inzwischen geantwortet." in late.text
    feedback.refresh_from_db()
    assert (feedback.state, feedback.answer) == (Feedback.State.CHANGED, "Erledigt.")
    assert "Erledigt." in OutgoingMail.objects.get().body


def test_who_opened_it_before_it_was_answered_opens_it_no_more(save, feedback):
    save()
    assert "Jemand hat inzwischen geantwortet." in save(state="in_work", was_answered="False").text
    feedback.refresh_from_db()
    assert feedback.state == Feedback.State.CHANGED


def test_the_form_knows_whether_it_was_opened_before_the_answer(desk, save, feedback):
    def opened() -> str:
        page = BeautifulSoup(desk.get(f"{LIST}edit/{feedback.pk}/").text, "html.parser")
        return page.find("input", {"name": "was_answered", "type": "hidden"})["value"]

    assert opened() == "False"
    save()
    assert opened() == "True"


def test_what_was_deleted_meanwhile_is_told_and_no_error(desk, save, feedback):
    Feedback.objects.all().delete()
    answer = save()
    assert (answer.status_code, answer["Location"]) == (302, LIST)
    assert "Diese Rückmeldung ist inzwischen gelöscht." in desk.get(LIST).text
    assert not OutgoingMail.objects.exists()


def test_a_week_after_the_answer_the_address_is_in_no_table(save, feedback, settings):
    settings.DEMO = True
    save()
    unanswered = Feedback.objects.create(path="/ferien/", email="bob@example.org")
    with time_machine.travel(clock.now() + timedelta(days=6)):
        retention.purge()
    feedback.refresh_from_db()
    assert feedback.email == OutgoingMail.objects.get().to == "ada@example.org"
    with time_machine.travel(clock.now() + timedelta(days=8)):
        retention.purge()
    feedback.refresh_from_db()
    unanswered.refresh_from_db()
    assert (feedback.email, feedback.text, feedback.answer) == ("", "Der <Termin> fehlt.", "Der Termin steht jetzt da.")
    assert feedback.answer_mail is None
    assert unanswered.email == "bob@example.org"
    tables = [model._base_manager.values_list() for model in apps.get_models()]
    assert not [str(row) for rows in tables for row in rows if "ada@example.org" in str(row)]


def test_an_answer_that_still_waits_goes_as_soon_as_it_is_settled(save):
    save()
    OutgoingMail.objects.update(next_try_at=clock.now())
    with time_machine.travel(clock.now() + timedelta(days=8)):
        retention.purge()
        assert OutgoingMail.objects.get().to == "ada@example.org"
        OutgoingMail.objects.update(next_try_at=None, sent_at=clock.now())
        assert ("Rückmeldungen (E-Mail für die Antwort)", 1) in retention.purge(dry_run=True)
        assert OutgoingMail.objects.exists()
        retention.purge()
    assert not OutgoingMail.objects.exists()


def test_the_list_tells_no_from_nothing_and_names_where_it_lands(desk, feedback):
    Feedback.objects.create(path="/nein/", is_useful=False)
    Feedback.objects.create(path="/ja/", is_useful=True)
    page = BeautifulSoup(desk.get(LIST).text, "html.parser")
    rows = [row.get_text(" ", strip=True) for row in page.select("tbody tr")]
    for path, words in (
        ("/nein/", "zentrale Stelle nein"),
        ("/ja/", "zentrale Stelle ja"),
        ("/ferien/", "Schulverwaltungsamt keine Angabe"),
    ):
        assert any(row.startswith(path) and words in row for row in rows), rows


def test_nobody_who_asked_goes_without_an_answer(save, feedback):
    response = save(answer="")
    assert response.status_code == 200
    assert "Die Person möchte eine Antwort." in response.text
    feedback.refresh_from_db()
    assert feedback.state == Feedback.State.NEW
    assert not OutgoingMail.objects.exists()


def test_without_an_address_nothing_goes_out(save, feedback):
    Feedback.objects.update(email="")
    assert save(answer="").status_code == 302
    assert not OutgoingMail.objects.exists()


def test_taking_it_into_hand_sends_nothing(save):
    save(state="in_work", answer="")
    assert not OutgoingMail.objects.exists()


def test_the_answer_comes_in_the_language_of_the_page(save, feedback, monkeypatch):
    languages = []
    monkeypatch.setattr(feedback_desk, "gettext", lambda text: languages.append(get_language()) or text)
    Locale.objects.get_or_create(language_code="tr")
    Feedback.objects.update(path="/tr/tatil/")
    save()
    assert languages == ["tr"]


def test_an_answer_outlives_the_page(save, feedback):
    feedback.page.delete()
    assert save().status_code == 302
    assert "/ferien/" in OutgoingMail.objects.get().body


def test_an_administrator_deletes_it_with_exactly_its_mails(log_in, save, feedback, desk):
    feedback.mail = outbox.queue(to="schule@bochum.example", subject="Rückmeldung", body=feedback.text)
    feedback.save()
    other = outbox.queue(to=feedback.email, subject="Etwas anderes", body="Die Person hat auch sonst gefragt.")
    save()
    assert OutgoingMail.objects.count() == 3
    assert desk.post(f"{LIST}delete/{feedback.pk}/").status_code == 302
    assert Feedback.objects.exists()
    assert log_in("admin").post(f"{LIST}delete/{feedback.pk}/").status_code == 302
    assert not Feedback.objects.exists()
    assert list(OutgoingMail.objects.all()) == [other]


def test_editors_without_the_right_see_nothing(editor, feedback):
    assert editor.get(LIST).status_code == 302
    assert editor.get(f"{LIST}edit/{feedback.pk}/").status_code == 302


def test_nobody_adds_feedback(log_in):
    assert log_in("admin").get(f"{LIST}new/").status_code == 302


def test_the_address_goes_with_the_rule(feedback):
    assert Feedback.retention.since == "created_at"
    assert feedback.created_at <= clock.now()
