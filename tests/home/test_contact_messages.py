from django.contrib.auth.models import Permission, User

from wagtail.models import ModelLogEntry

import pytest

from cms import clock, outbox
from cms.models import OutgoingMail
from home.models import ContactMessage

LIST = "/admin/contact_messages/"


@pytest.fixture
def message(city):
    return ContactMessage.objects.create(
        created=clock.now(), topic="Schule", text="Wann beginnt <die> Schule?", reply_email="ada@example.org"
    )


@pytest.fixture
def reader(client, city) -> User:
    reader = User.objects.create_user("leserin", password="geheim")
    names = ["access_admin", "view_contactmessage"]
    reader.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(reader)
    return reader


def test_messages_are_read_in_german(client, reader, message):
    text = client.get(LIST).text
    assert "Schule" in text
    assert "nur hier gespeichert" in text
    detail = client.get(f"{LIST}inspect/{message.pk}/").text
    assert "Wann beginnt &lt;die&gt; Schule?" in detail
    assert "ada@example.org" in detail


def test_without_the_permission_there_is_nothing_to_see(client, reader, message):
    reader.user_permissions.remove(Permission.objects.get(codename="view_contactmessage"))
    assert client.get(LIST).status_code == 302
    assert client.get(f"{LIST}inspect/{message.pk}/").status_code == 302


@pytest.mark.parametrize("action", ["new/", "edit/{}/", "copy/{}/"])
def test_nobody_changes_a_message_not_even_an_administrator(client, message, admin_user, action):
    client.force_login(admin_user)
    assert client.post(LIST + action.format(message.pk), {"text": "anders"}).status_code in {302, 404}
    message.refresh_from_db()
    assert message.text == "Wann beginnt <die> Schule?"
    assert ContactMessage.objects.count() == 1


def test_an_administrator_deletes_a_message_after_confirming_it(client, message, admin_user):
    client.force_login(admin_user)
    assert f"{LIST}delete/{message.pk}/" in client.get(LIST).text
    assert f"{LIST}delete/{message.pk}/" in client.get(f"{LIST}inspect/{message.pk}/").text
    question = client.get(f"{LIST}delete/{message.pk}/")
    assert "verschwindet für immer" in question.text
    assert ContactMessage.objects.exists()
    answer = client.post(f"{LIST}delete/{message.pk}/", follow=True)
    assert "ist gelöscht" in answer.text
    assert not ContactMessage.objects.exists()


def test_its_mail_is_deleted_with_it_and_never_sent(client, message, admin_user):
    message.mail = outbox.queue(to="schule@bochum.example", reply_to="", subject="Schule", body=message.text)
    message.save()
    client.force_login(admin_user)
    client.post(f"{LIST}delete/{message.pk}/")
    assert not OutgoingMail.objects.exists()


def test_nothing_of_a_deleted_message_is_kept(client, message, admin_user):
    client.force_login(admin_user)
    client.post(f"{LIST}delete/{message.pk}/")
    (entry,) = ModelLogEntry.objects.all()
    assert entry.action == "wagtail.delete"
    assert "ada@" not in f"{entry.label} {entry.data}"
    assert "Wann beginnt" not in f"{entry.label} {entry.data}"


def test_who_only_reads_cannot_delete(client, reader, message):
    assert f"{LIST}delete/{message.pk}/" not in client.get(f"{LIST}inspect/{message.pk}/").text
    assert client.post(f"{LIST}delete/{message.pk}/").status_code == 302
    assert ContactMessage.objects.exists()


@pytest.mark.parametrize(("name", "may_read"), [("redaktion", False), ("freigabe", True), ("admin", True)])
def test_only_approvers_and_administrators_read_messages(log_in, message, name, may_read):
    client = log_in(name)
    assert (LIST in client.get("/admin/").text) == may_read
    assert (client.get(f"{LIST}inspect/{message.pk}/").status_code == 200) == may_read
