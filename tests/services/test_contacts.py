"""Contacts: a name is there as long as its owner agrees, and afterwards nowhere, the database included."""

from datetime import date

from django.core.management import call_command

import pytest
import time_machine

from cms import retention
from services.models import Contact
from tests import factories

LAST_DAY = date(2026, 11, 24)
EVENING, DAY_AFTER = "2026-11-24 23:59+01:00", "2026-11-25 03:00+01:00"
NAME = "Ada Beispiel"


@pytest.fixture
def contact(city) -> Contact:
    """A contact whose name was once published, with two revisions."""
    office = factories.OfficePageFactory(parent=city.offices, title="Amt für Soziales")
    contact = Contact.objects.create(function="Wohngeld", office=office, name=NAME, name_until=LAST_DAY)
    with time_machine.travel("2026-11-20 12:00+01:00"):
        contact.save_revision()
        contact.phone = "0234 910-1"
        contact.save_revision().publish()
    return contact


def stored(contact: Contact) -> list[tuple[str, object]]:
    """Return name and last day of the row and of every revision."""
    row = Contact.objects.values_list("name", "name_until").get(pk=contact.pk)
    return [row, *((revision.content["name"], revision.content["name_until"]) for revision in contact.revisions.all())]


def test_on_its_last_day_the_name_is_still_there(contact):
    with time_machine.travel(EVENING):
        retention.purge()
    assert {name for name, _until in stored(contact)} == {NAME}


def test_after_its_last_day_the_name_is_in_no_row_and_no_revision(contact):
    with time_machine.travel(DAY_AFTER):
        retention.purge()
    assert stored(contact) == [("", None)] * 3
    contact.refresh_from_db()
    assert (contact.function, contact.phone) == ("Wohngeld", "0234 910-1")
    assert contact.latest_revision.as_object().name == ""


def test_who_agrees_for_longer_keeps_the_name_though_old_revisions_lose_it(contact):
    contact.name_until = date(2027, 11, 24)
    contact.save_revision().publish()
    with time_machine.travel(DAY_AFTER):
        retention.purge()
    assert sorted(name for name, _until in stored(contact)) == ["", "", NAME, NAME]
    assert Contact.objects.get().name == NAME


def test_what_would_be_cleared_can_be_seen_before(contact, capsys):
    with time_machine.travel(DAY_AFTER):
        call_command("purge_personal_data", "--dry-run")
        assert "Kontakte (Name, einverstanden bis): 3 zu löschen" in capsys.readouterr().out
        assert stored(contact)[0] == (NAME, LAST_DAY)
        retention.purge()
        call_command("purge_personal_data")
    assert "Kontakte (Name, einverstanden bis): 0 gelöscht" in capsys.readouterr().out
