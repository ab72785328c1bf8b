from datetime import timedelta

import pytest
import time_machine

from cms import clock, outbox, public_form
from cms.models import OutgoingMail
from home.models import ContactMessage, ContactTopic
from tests import factories
from tests.engines.mail import mail_server
from tests.engines.processes import HOST, free_port

HEADERS = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def topic(city):
    page = factories.ContactPageFactory(parent=city.home, live=True)
    department = factories.DepartmentFactory(name="Schulverwaltungsamt", email="schule@bochum.example")
    return ContactTopic.objects.create(page=page, label="Schule", department=department)


@pytest.fixture
def send(client, topic, monkeypatch, django_capture_on_commit_callbacks):
    """A function that fills in the form after half a minute and sends it; answers with the response."""

    def send(query="", **changes):
        form_id = public_form.new_id("contact")
        later = clock.now() + timedelta(seconds=30)
        data = {"form_id": form_id, "homepage": "", "topic": topic.pk, "text": "Wann beginnt die Schule?"} | changes
        with monkeypatch.context() as patch, django_capture_on_commit_callbacks(execute=True):
            patch.setattr(clock, "now", lambda: later)
            return client.post(f"/kontakt/{query}", data, headers=HEADERS)

    return send


def test_the_form_offers_the_topics_and_says_what_it_is_not(client, topic):
    text = client.get("/kontakt/").text
    assert f'<option value="{topic.pk}">Schule</option>' in text
    form = text[text.index('<form class="public-form') :]
    button = form.index("<button")
    assert form.index("Kein Antrag, kein Notruf.") < button
    assert form.index("90 Tagen gelöscht") < button
    assert "csrf" not in form


def test_a_message_is_kept_for_its_department(send, topic, mailoutbox):
    response = send(reply_email="ada@example.org")
    assert response.status_code == 303
    assert response["Location"] == "/kontakt/danke/"
    message = ContactMessage.objects.get()
    assert (message.topic, message.department) == ("Schule", topic.department)
    assert message.text == "Wann beginnt die Schule?"
    assert message.reply_email == "ada@example.org"
    assert message.state == ContactMessage.State.KEPT
    assert mailoutbox == []
    assert not response.cookies


def test_the_thanks_page_says_that_a_demonstration_sends_nothing(client, topic, settings):
    response = client.get("/kontakt/danke/")
    assert response.status_code == 200
    assert "Ihre Nachricht ist angekommen" in response.text
    assert "nichts an die Stadt geschickt" in response.text
    assert 'content="noindex"' in response.text
    settings.DEMO = False
    assert "nichts an die Stadt geschickt" not in client.get("/kontakt/danke/").text


@pytest.fixture
def port(settings) -> int:
    """The port at which the site, now in production, expects its mail server; nobody listens there yet."""
    settings.DEMO = False
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = HOST, free_port()
    return settings.EMAIL_PORT


def deliver() -> None:
    with time_machine.travel(clock.now() + timedelta(hours=1)):
        outbox.deliver()


def test_in_production_the_department_gets_a_mail(send, port):
    send(reply_email="ada@example.org")
    assert ContactMessage.objects.get().state == ContactMessage.State.WAITING
    with mail_server(port) as server:
        deliver()
    (mail,) = server.mails
    assert mail["to"] == "schule@bochum.example"
    assert mail["reply-to"] == "ada@example.org"
    assert mail["subject"] == "Kontaktformular: Schule"
    assert "Wann beginnt die Schule?" in mail.get_content()
    assert ContactMessage.objects.get().state == ContactMessage.State.SENT


def test_a_mail_without_address_for_the_answer_asks_for_none(send, port):
    send()
    mail = ContactMessage.objects.get().mail
    assert mail.reply_to == ""
    assert "keine Antwort gewünscht" in mail.body


def test_a_dead_mail_server_delays_the_message_and_nobody_waits_for_it(send, port):
    assert send().status_code == 303
    outbox.deliver()
    assert ContactMessage.objects.get().state == ContactMessage.State.WAITING
    with mail_server(port) as server:
        deliver()
    assert len(server.mails) == 1
    assert ContactMessage.objects.get().state == ContactMessage.State.SENT


def test_a_mail_that_was_given_up_shows_at_its_message(send, port):
    send()
    OutgoingMail.objects.update(attempts=outbox.TRIES - 1)
    deliver()
    assert ContactMessage.objects.get().state == ContactMessage.State.FAILED


def test_a_message_outlives_its_mail(send, port):
    send()
    with mail_server(port):
        deliver()
    OutgoingMail.objects.all().delete()
    assert ContactMessage.objects.get().state == ContactMessage.State.SENT


def test_without_any_address_the_message_waits_in_the_administration(send, topic, settings):
    settings.DEMO = False
    topic.department.email = ""
    topic.department.save()
    send()
    assert ContactMessage.objects.get().state == ContactMessage.State.FAILED
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"topic": ""}, "Wählen Sie ein Thema."),
        ({"topic": "999999"}, "999999"),
        ({"text": "  "}, "Schreiben Sie, worum es geht."),
        ({"text": "x" * 5001}, "höchstens 5.000 Zeichen"),
        ({"reply_email": "ada@"}, "Diese Adresse ist nicht vollständig."),
        ({"text": "a\0b"}, "Null"),
    ],
)
def test_a_mistake_is_named_at_its_field_and_nothing_is_lost(send, changes, complaint):
    response = send(**changes)
    assert response.status_code == 422
    (field,) = changes
    assert complaint in " ".join(response.context["form"].errors[field])
    assert f'id="id_{field}_error"' in response.text
    assert 'aria-invalid="true"' in response.text
    assert ("Wann beginnt die Schule?" in response.text) or field == "text"
    assert not ContactMessage.objects.exists()


class TestAbout:
    """Somebody writes about the page they come from."""

    @pytest.fixture
    def service(self, city):
        return factories.ServicePageFactory(parent=city.services, title="Hundesteuer")

    def test_the_end_of_a_page_leads_to_the_form_and_says_where_one_comes_from(self, client, topic, service):
        assert 'href="/kontakt/?zu=/leistungen/hundesteuer/#schreiben"' in client.get(service.url).text
        form = client.get("/kontakt/?zu=/leistungen/hundesteuer/").text
        assert 'Sie schreiben zur Seite: <a href="/leistungen/hundesteuer/">Hundesteuer</a>' in form
        assert 'name="about" value="/leistungen/hundesteuer/"' in form

    def test_the_message_names_the_page(self, send, service):
        send(about="/leistungen/hundesteuer/")
        text = "Wann beginnt die Schule?\n\nZur Seite: Hundesteuer (/leistungen/hundesteuer/)"
        assert ContactMessage.objects.get().text == text

    def test_a_mistake_does_not_lose_the_page(self, send, service):
        response = send(about="/leistungen/hundesteuer/", text="")
        assert "Sie schreiben zur Seite" in response.text
        assert 'name="about" value="/leistungen/hundesteuer/"' in response.text

    @pytest.mark.parametrize(
        "address",
        ["/leistungen/entwurf/", "https://example.org/", "//example.org/", "leistungen/", "/" + "x/" * 50, "/tr/"],
    )
    def test_what_is_no_live_page_of_ours_is_not_heard(self, client, send, city, address):
        factories.ServicePageFactory(parent=city.services, title="Entwurf", live=False)
        assert "Sie schreiben zur Seite" not in client.get("/kontakt/", {"zu": address}).text
        send(about=address)
        assert ContactMessage.objects.get().text == "Wann beginnt die Schule?"

    def test_the_contact_page_does_not_lead_to_itself(self, client, topic):
        assert "Frage oder Fehler melden" not in client.get("/kontakt/").text


def test_a_foreign_page_cannot_send_the_form(client, topic):
    assert client.post("/kontakt/", {"text": "x"}, headers={"sec-fetch-site": "cross-site"}).status_code == 403


@pytest.mark.parametrize("address", ["/", "/leistungen/", "/kontakt/danke/"])
def test_no_other_address_takes_a_message(client, topic, address):
    response = client.post(address, {"text": "x"}, headers=HEADERS)
    assert response.status_code in {403, 405, 422}
    assert not ContactMessage.objects.exists()


def test_a_page_without_topics_has_no_form(client, topic):
    topic.delete()
    assert "public-form" not in client.get("/kontakt/").text
    assert client.get("/kontakt/anderes/").status_code == 404


def test_the_page_costs_few_statements(client, topic, django_assert_max_num_queries):
    client.get("/kontakt/")
    with django_assert_max_num_queries(5):
        client.get("/kontakt/")
