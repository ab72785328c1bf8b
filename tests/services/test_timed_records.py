"""Closures and disruptions as editors meet them: what is refused, what their lists say, which button is the big one."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.contrib.auth.models import Permission

from wagtail.test.utils.form_data import inline_formset, nested_form_data

import pytest
import time_machine
from bs4 import BeautifulSoup

from services.models import Building, ClosedOffice, Closure, Disruption, DisruptionTarget, OfficePage
from services.usage import pages_using
from tests import factories
from tests.editor import errors

BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 11, 24, 12, tzinfo=BERLIN)
CLOSURES = "/admin/schliessungen/"
DISRUPTIONS = "/admin/snippets/services/disruption/"
NO_OFFICE = {"all_offices": ["Wählen Sie unten mindestens eine Stelle oder ein Gebäude, oder setzen Sie diesen Haken."]}
OVER = {"end": ["Dieser Zeitpunkt ist schon vorbei: Die Störung wäre nirgends zu sehen."]}


@pytest.fixture(autouse=True)
def noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def office(city):
    return factories.OfficePageFactory(parent=city.offices, title="Standesamt")


def closure(offices=(), emergencies=(), *, publish: bool = True, **values) -> dict:
    data = {"title": "Betriebsferien", "first_day": "24.12.2026", "last_day": "01.01.2027", "message": ""}
    rows = {"offices": inline_formset(list(offices)), "emergency_services": inline_formset(list(emergencies))}
    return nested_form_data(data | rows | ({"action-publish": "1"} if publish else {}) | values)


def emergency(office, day: str, opens: str = "10", closes: str = "12 Uhr") -> dict:
    return {"office": office.pk, "day": day, "opens": opens, "closes": closes, "note": ""}


def disruption(office, *, publish: bool = True, **values) -> dict:
    target = {"service": "", "office": office.pk, "building": "", "account": ""}
    data = {"title": "Drucker kaputt", "message": "", "alternative": "", "start": "", "end": ""}
    rows = {"targets": inline_formset([target])}
    return nested_form_data(data | rows | ({"action-publish": "1"} if publish else {}) | values)


def page(answer) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser")


class TestClosure:
    def test_it_closes_something(self, editor, office):
        assert errors(editor.post(f"{CLOSURES}add/", closure())) == NO_OFFICE
        assert not Closure.objects.exists()
        assert editor.post(f"{CLOSURES}add/", closure(all_offices="on")).status_code == 302
        assert editor.post(f"{CLOSURES}add/", closure([{"office": office.pk}])).status_code == 302

    def test_an_office_taken_away_does_not_count(self, editor, office):
        rows = [{"office": office.pk, "DELETE": "on"}]
        assert errors(editor.post(f"{CLOSURES}add/", closure(rows))) == NO_OFFICE

    def test_a_draft_may_have_gaps(self, editor, office):
        rows = [emergency(office, "02.01.2027")]
        assert editor.post(f"{CLOSURES}add/", closure([], rows, publish=False)).status_code == 302
        assert not Closure.objects.get().live

    @pytest.mark.parametrize("day", ["23.12.2026", "02.01.2027"])
    def test_an_emergency_day_outside_it_is_refused_at_its_row(self, editor, office, day):
        rows = [emergency(office, "30.12.2026"), emergency(office, day)]
        answer = editor.post(f"{CLOSURES}add/", closure([], rows, all_offices="on"))
        assert errors(answer) == {"emergency_services.1.day": ["Dieser Tag liegt nicht im Zeitraum der Schließung."]}

    def test_its_first_and_last_day_are_inside(self, editor, office):
        rows = [emergency(office, "24.12.2026"), emergency(office, "01.01.2027")]
        assert editor.post(f"{CLOSURES}add/", closure([], rows, all_offices="on")).status_code == 302
        assert [row.opens.hour for row in Closure.objects.get().emergency_services.all()] == [10, 10]

    def test_a_wrong_time_is_told_at_its_field_and_stays(self, editor, office):
        rows = [emergency(office, "30.12.2026", opens="8 Uur")]
        answer = editor.post(f"{CLOSURES}add/", closure([], rows, all_offices="on"))
        assert errors(answer) == {
            "emergency_services.0.opens": ["Das ist keine Uhrzeit. Schreiben Sie zum Beispiel 8:30."]
        }
        assert page(answer).find("input", {"name": "emergency_services-0-opens"})["value"] == "8 Uur"
        assert "Noch nicht gespeichert. Bitte prüfen Sie die markierten Felder." in answer.text


class TestBuilding:
    @pytest.fixture
    def house(self, office):
        house = Building.objects.create(name="Rathaus", street="Willy-Brandt-Platz 2–6")
        OfficePage.objects.filter(pk=office.pk).update(building=house)
        return house

    def test_it_closes_with_all_its_offices(self, city, editor, office, house, client):
        other = factories.OfficePageFactory(parent=city.offices, title="Bücherei")
        rows = [{"office": "", "building": house.pk}]
        answer = editor.post(f"{CLOSURES}add/", closure(rows, first_day="24.11.2026", last_day="25.11.2026"))
        assert answer.status_code == 302, errors(answer)
        assert [page.title for page in pages_using(Closure.objects.get())] == ["Standesamt"]
        assert "Betriebsferien" in client.get(office.url).text
        assert "Betriebsferien" not in client.get(other.url).text

    def test_a_row_is_one_thing(self, editor, office, house):
        for row in ({"office": office.pk, "building": house.pk}, {"office": "", "building": ""}):
            answer = editor.post(f"{CLOSURES}add/", closure([row]))
            assert answer.status_code == 200
            assert answer.text.count("Wählen Sie eine Stelle oder ein Gebäude.") == 1


class TestDisruption:
    def test_it_ends_after_it_begins(self, editor, office):
        wrong = disruption(office, start="25.11.2026 10:00", end="25.11.2026 9:00")
        answer = editor.post(f"{DISRUPTIONS}add/", wrong)
        assert errors(answer) == {"end": ["Das Ende muss nach dem Anfang liegen."]}
        assert "Noch nicht gespeichert. Bitte prüfen Sie die markierten Felder." in answer.text

    @pytest.mark.parametrize("end", ["24.11.2026 10:00", "24.11.2026 12 Uhr"])
    def test_a_new_one_that_is_over_is_refused(self, editor, office, end):
        assert errors(editor.post(f"{DISRUPTIONS}add/", disruption(office, end=end))) == OVER
        assert not Disruption.objects.exists()

    def test_publishing_one_anew_that_is_over_is_refused(self, editor, office):
        assert (
            editor.post(f"{DISRUPTIONS}add/", disruption(office, publish=False, end="24.11.2026 10")).status_code == 302
        )
        edit = f"{DISRUPTIONS}edit/{Disruption.objects.get().pk}/"
        assert errors(editor.post(edit, disruption(office, end="24.11.2026 10"))) == OVER

    def test_a_running_one_can_be_ended_early(self, editor, office):
        assert editor.post(f"{DISRUPTIONS}add/", disruption(office, end="24.11.2026 18 Uhr")).status_code == 302
        edit = f"{DISRUPTIONS}edit/{Disruption.objects.get().pk}/"
        assert editor.post(edit, disruption(office, end="24.11.2026 11:45")).status_code == 302
        assert Disruption.objects.get().end == NOON - timedelta(minutes=15)


def cells(client, address: str) -> list[list[str]]:
    table = page(client.get(address)).find("table", class_="listing")
    return [[" ".join(cell.text.split()) for cell in row.find_all("td")[2:]] for row in table.tbody.find_all("tr")]


class TestLists:
    def test_closures_say_their_days_and_whether_they_run(self, editor, db):
        for title, first, last, live in (
            ("Weihnachten", date(2026, 12, 24), date(2027, 1, 1), True),
            ("Heute", date(2026, 11, 24), date(2026, 11, 24), True),
            ("Gestern", date(2026, 11, 23), date(2026, 11, 23), True),
            ("Entwurf", date(2026, 11, 24), date(2026, 11, 25), False),
        ):
            Closure.objects.create(title=title, first_day=first, last_day=last, live=live, all_offices=live)
        assert cells(editor, f"{CLOSURES}?ordering=first_day") == [
            ["23. November 2026", "23. November 2026", "ja", "beendet"],
            ["24. November 2026", "24. November 2026", "ja", "läuft"],
            ["24. November 2026", "25. November 2026", "nein", "Entwurf"],
            ["24. Dezember 2026", "1. Januar 2027", "ja", "geplant"],
        ]

    def test_disruptions_say_from_when_until_when(self, editor, office):
        for start, end in ((None, None), (NOON + timedelta(days=30), None), (NOON, NOON + timedelta(minutes=30))):
            found = Disruption.objects.create(title="Drucker kaputt", start=start, end=end)
            DisruptionTarget.objects.create(disruption=found, office=office)
        found.has_unpublished_changes = True
        found.save()
        assert sorted(cells(editor, DISRUPTIONS)) == [
            ["Standesamt", "24. Dezember 2026, 12 Uhr", "bis auf Weiteres", "geplant"],
            ["Standesamt", "24. November 2026, 12 Uhr", "24. November 2026, 12:30 Uhr", "läuft, Änderung im Entwurf"],
            ["Standesamt", "ab sofort", "bis auf Weiteres", "läuft"],
        ]

    @pytest.mark.parametrize("address", [CLOSURES, DISRUPTIONS])
    def test_they_cost_the_same_for_one_and_for_many(self, editor, office, address, django_assert_max_num_queries):
        for number in range(12):
            found = Disruption.objects.create(title=f"Störung {number}")
            DisruptionTarget.objects.create(disruption=found, office=office)
            days = Closure.objects.create(title=f"Ferien {number}", first_day=NOON.date(), last_day=NOON.date())
            ClosedOffice.objects.create(closure=days, office=office)
        editor.get(address)
        with django_assert_max_num_queries(35):
            editor.get(address)


def buttons(client, address: str) -> list[str]:
    """Return the words on the buttons below the form, the big one first."""
    footer = page(client.get(address)).find("footer")
    return [" ".join(button.text.split()) for button in footer.find_all("button", type="submit")]


class TestButtons:
    def test_the_big_one_publishes(self, editor):
        assert buttons(editor, f"{CLOSURES}add/")[:2] == ["Veröffentlichen", "Entwurf speichern"]
        assert buttons(editor, f"{DISRUPTIONS}add/")[:2] == ["Jetzt melden", "Entwurf speichern"]

    def test_one_that_is_reported_is_changed(self, editor, office):
        found = Disruption.objects.create(title="Drucker kaputt")
        assert buttons(editor, f"{DISRUPTIONS}edit/{found.pk}/")[0] == "Veröffentlichen"

    def test_whoever_may_not_publish_saves_a_draft(self, log_in):
        for name in ("closure", "disruption"):
            Permission.objects.get(codename=f"publish_{name}").group_set.clear()
        editor = log_in("redaktion")
        assert buttons(editor, f"{CLOSURES}add/")[0] == "Entwurf speichern"
        assert buttons(editor, f"{DISRUPTIONS}add/")[0] == "Entwurf speichern"

    def test_other_records_keep_their_order(self, editor):
        assert buttons(editor, "/admin/gebaeude/add/")[0] == "Entwurf speichern"
