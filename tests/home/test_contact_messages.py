from django.contrib.auth.models import Permission, User

import pytest

from cms import clock
from home.models import ContactMessage

LIST = "/admin/contact_messages/"


@pytest.fixture
def message(city):
    return ContactMessage.objects.create(
        created=clock.now(), topic="Schule", text="Wann beginnt <die> Schule?", reply_email="ada@example.org"
    )


@pytest.fixture
def editor(client, city) -> User:
    editor = User.objects.create_user("redaktion", password="geheim")
    names = ["access_admin", "view_contactmessage"]
    editor.user_permissions.set(Permission.objects.filter(codename__in=names))
    client.force_login(editor)
    return editor


def test_editors_read_messages_in_german(client, editor, message):
    text = client.get(LIST).text
    assert "Schule" in text
    assert "nur hier gespeichert" in text
    detail = client.get(f"{LIST}inspect/{message.pk}/").text
    assert "Wann beginnt &lt;die&gt; Schule?" in detail
    assert "ada@example.org" in detail


def test_without_the_permission_there_is_nothing_to_see(client, editor, message):
    editor.user_permissions.remove(Permission.objects.get(codename="view_contactmessage"))
    assert client.get(LIST).status_code == 302
    assert client.get(f"{LIST}inspect/{message.pk}/").status_code == 302


@pytest.mark.parametrize("action", ["new/", "edit/{}/", "delete/{}/", "copy/{}/"])
def test_nobody_changes_a_message_not_even_an_administrator(client, message, admin_user, action):
    client.force_login(admin_user)
    assert client.post(LIST + action.format(message.pk), {"text": "anders"}).status_code in {302, 404}
    message.refresh_from_db()
    assert message.text == "Wann beginnt <die> Schule?"
    assert ContactMessage.objects.count() == 1


def test_the_menu_leads_there(client, editor, message):
    assert LIST in client.get("/admin/").text
