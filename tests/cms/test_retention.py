from datetime import timedelta

from django.apps import apps
from django.core.management import call_command
from django.db import models

import pytest

from cms import clock, retention
from cms.retention import Clearing, NotPersonal, Retention
from home.models import ContactMessage


def message(days: int) -> ContactMessage:
    return ContactMessage.objects.create(created=clock.now() - timedelta(days=days), topic="Schule", text="Guten Tag")


@pytest.fixture
def messages(db):
    """One message a day inside the rule, one a day beyond it."""
    days = ContactMessage.retention.days
    return message(days - 1), message(days + 1)


def test_purge_deletes_what_is_older_than_its_rule(messages):
    young, _old = messages
    call_command("purge_personal_data")
    assert list(ContactMessage.objects.all()) == [young]


def test_dry_run_counts_and_deletes_nothing(messages, capsys):
    call_command("purge_personal_data", "--dry-run")
    assert "Nachrichten: 1 zu löschen" in capsys.readouterr().out
    assert ContactMessage.objects.count() == 2


def test_purge_says_what_it_deleted(messages, capsys):
    call_command("purge_personal_data")
    assert "Nachrichten: 1 gelöscht" in capsys.readouterr().out


@pytest.mark.django_db
def test_login_attempts_have_a_rule(client):
    assert apps.get_model("axes.AccessAttempt") in {model for model, _rule in retention.rules()}


def a_model(name: str, **attributes) -> type[models.Model]:
    """Return a model that no app knows."""
    meta = type("Meta", (), {"app_label": "home", "apps": apps.__class__(())})
    return type(name, (models.Model,), {"__module__": "tests", "Meta": meta, **attributes})


def test_check_finds_a_personal_field_without_rule():
    (complaint,) = retention.problems([a_model("Visitor", mail=models.EmailField())])
    assert complaint.id == "cms.E001"
    assert "mail" in complaint.msg


@pytest.mark.parametrize("rule", [Retention("Antwort", since="created", days=1), NotPersonal("ein Amt")])
def test_check_accepts_a_declared_model(rule):
    model = a_model("Known", phone=models.CharField(max_length=9), created=models.DateTimeField(), retention=rule)
    assert retention.problems([model]) == []


def test_check_finds_a_rule_that_names_no_field():
    model = a_model("Wrong", mail=models.EmailField(), retention=Retention("Antwort", since="born", days=1))
    assert [complaint.id for complaint in retention.problems([model])] == ["cms.E002"]


def test_check_finds_a_clearing_that_names_no_field():
    clearing = Clearing(since="answered", days=7, fields=("mail", "name"), rows=("letter",))
    model = a_model("Half", mail=models.EmailField(), retention=NotPersonal("ein Amt"), clearings=(clearing,))
    assert [complaint.msg for complaint in retention.problems([model])] == [
        *("There is no field answered.", "There is no field letter.", "There is no field name."),
    ]


def test_all_models_of_the_house_are_declared():
    assert retention.check_retention() == []
    assert retention.is_ours(ContactMessage)
    assert not retention.is_ours(apps.get_model("axes.AccessLog"))
