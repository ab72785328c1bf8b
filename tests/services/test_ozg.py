"""The OZG report: how far services are online, which keys they carry, what the gateway of the EU misses."""

import csv
import io
import json
from datetime import date, datetime, timedelta

from django.core.management import call_command

from wagtail.models import Locale

import pytest
import time_machine
from bs4 import BeautifulSoup

from cms import jobs
from services import models, ozg, ozg_progress
from tests import factories

KNOWN, UNKNOWN = "99012001001000", "99999999999999"
REPORT = "/admin/ozg-bericht/"


def service(city, title: str, keys=(), ways=(), **fields):
    page = factories.ServicePageFactory(parent=city.services, title=title, **fields)
    page.service_keys = [models.ServiceKey(key=key) for key in keys]
    page.online_services = [models.OnlineService(**way) for way in ways]
    page.save()
    return page


def line(title: str) -> ozg.Line:
    return next(found for found in ozg.lines() if found.title == title)


def test_an_unknown_key_is_a_reason_to_look_not_an_error(city):
    service(city, "Bekannt", keys=[KNOWN], ozg_id="10513")
    service(city, "Neu", keys=[UNKNOWN], ozg_id="10513")
    service(city, "Ohne")
    assert line("Bekannt").findings == []
    assert line("Neu").findings == ["99 999 999 999 999: nicht in der Liste 2019"]
    assert line("Ohne").findings == ["ohne LeiKa-Schlüssel", "ohne OZG-Nummer"]


@pytest.mark.parametrize(
    ("availability", "way", "finding"),
    [
        ("yes", None, "online, aber kein Onlinedienst mit Adresse in Betrieb"),
        ("partly", {"label": "A", "url": ""}, "online, aber kein Onlinedienst mit Adresse in Betrieb"),
        ("yes", {"label": "A", "url": "https://a.example/", "state": "off"}, "online, aber kein Onlinedienst"),
        ("yes", {"label": "A", "url": "https://a.example/"}, ""),
        ("no", {"label": "A", "url": "https://a.example/"}, "„nicht online“, aber ein Onlinedienst ist in Betrieb"),
        ("no", None, ""),
        ("", None, ""),
    ],
)
def test_online_must_be_possible_somewhere(city, availability, way, finding):
    service(city, "Perso", keys=[KNOWN], ozg_id="1", ways=[way] if way else [], online_availability=availability)
    text = "; ".join(line("Perso").findings)
    assert (finding in text) if finding else (text == "")


def test_the_gateway_misses_english_and_what_a_procedure_must_say(city):
    page = service(city, "Umzug", keys=[KNOWN], ozg_id="1", sdg_area="5000", identification="Mit Ausweis.")
    found = line("Umzug")
    assert "SDG: keine englische Fassung" in found.findings
    assert found.findings[-1] == (
        "SDG: keine Angabe zu Form der Nachweise, Wenn wir nicht antworten, Sprachen des Verfahrens, Dauer"
    )
    page.copy_for_translation(Locale.objects.create(language_code="en"), copy_parents=True).save_revision().publish()
    assert line("Umzug").is_in_english
    assert "SDG: keine englische Fassung" not in line("Umzug").findings


def test_every_area_of_the_gateway_is_counted_also_the_empty_ones(city):
    service(city, "Umzug", sdg_area="5000")
    service(city, "Reise", sdg_area="1010100")
    areas = {area.code: area for area in ozg.areas(ozg.lines())}
    assert set(areas) == {*ozg.AREAS, "1010100"}
    assert (areas["5000"].services, [row.title for row in areas["5000"].without_english]) == (1, ["Umzug"])
    assert areas["1000"].services == 0


def test_totals_count_live_german_pages_only(city):
    service(city, "A", online_availability="yes")
    service(city, "B", online_availability="partly")
    service(city, "C", online_availability="no")
    service(city, "D").unpublish()
    english = service(city, "E").copy_for_translation(Locale.objects.create(language_code="en"), copy_parents=True)
    english.save_revision().publish()
    counted = ozg.totals(ozg.lines())
    assert counted["Leistungen"] == 4
    assert [counted[name] for name in ("vollständig online", "teilweise online", "nicht online")] == [1, 1, 1]
    assert counted["unbekannt, ob online"] == 1


def test_many_services_cost_no_more_statements(city, django_assert_max_num_queries):
    for number in range(12):
        service(city, f"Nr. {number}", keys=[KNOWN], ways=[{"label": "A"}])
    ozg.lines()
    with django_assert_max_num_queries(5):
        assert len(ozg.lines()) == 12


def test_progress_is_noted_once_a_day(city):
    page = service(city, "A", online_availability="partly")
    assert ozg_progress.progress_chart() is None
    with time_machine.travel("2026-11-24 04:00+01:00"):
        ozg_progress.record_progress()
    page.online_availability = "yes"
    page.save_revision().publish()
    for _again in range(2):
        with time_machine.travel("2026-11-25 04:00+01:00"):
            ozg_progress.record_progress()
    assert ozg_progress.progress_table() == (
        ["Tag", "Leistungen", "vollständig online", "teilweise online", "nicht online"],
        [["24.11.2026", "1", "0", "1", "0"], ["25.11.2026", "1", "1", "0", "0"]],
    )
    assert ozg_progress.progress_chart().rows == [["24.11.2026", "0", "1", "0"], ["25.11.2026", "1", "0", "0"]]


def test_a_chart_of_years_draws_one_day_a_month_and_the_last_ones_daily(city):
    first = date(2024, 11, 25)
    days = [first + timedelta(days=number) for number in range(730)]
    counts = dict.fromkeys(ozg.COUNTED, 1)
    models.OnlineProgress.objects.bulk_create(models.OnlineProgress(day=day, **counts) for day in days)
    with time_machine.travel("2026-11-24 12:00+01:00"):
        drawn = [datetime.strptime(day, "%d.%m.%Y").date() for day, *_counts in ozg_progress.progress_chart().rows]
    recent = [day for day in drawn if day > date(2026, 8, 26)]
    assert recent == [day for day in days if day > date(2026, 8, 26)]
    before = drawn[: -len(recent)]
    assert all((day + timedelta(days=1)).day == 1 for day in before)
    assert len(before) == 21
    assert len(ozg_progress.progress_table()[1]) == 730


def test_a_nightly_job_notes_it():
    (job,) = [job for job in jobs.registered() if job.run is ozg_progress.record_progress]
    assert (job.name, job.at.hour) == ("Stand der Digitalisierung", 4)


@pytest.fixture
def report(editor, city):
    service(city, "Personalausweis", keys=[UNKNOWN], sdg_area="2000", online_availability="yes", internal_note="GEHEIM")
    ozg_progress.record_progress()
    return editor


def test_editors_read_the_report(report, log_in):
    text = report.get(REPORT).text
    for words in ("OZG-Bericht", "vollständig online", "nicht in der Liste 2019", "2000 Wohnsitz", "<svg", "Verlauf"):
        assert words in text
    assert "style=" not in text[text.index("<figure") : text.index("</figure>")]
    assert REPORT in log_in("freigabe").get("/admin/").text
    assert REPORT not in report.get("/admin/").text


def test_a_number_leads_to_the_services_it_counts(report, city):
    service(city, "Wohngeld", keys=[KNOWN], ozg_id="1")
    text = report.get(REPORT).text
    assert 'href="?liste=unbekannt#liste"' in text
    shown = BeautifulSoup(report.get(f"{REPORT}?liste=unbekannt").text, "html.parser")
    assert shown.find(id="liste").text == "unbekannt, ob online (1)"
    assert [row.th.text for row in shown.find_all("table")[-1].tbody.find_all("tr")] == ["Wohngeld"]
    assert report.get(f"{REPORT}?liste=anderes").status_code == 200


def test_the_files_hold_the_same(report):
    response = report.get(f"{REPORT}leistungen.csv")
    assert response["Content-Disposition"] == 'attachment; filename="ozg-bericht.csv"'
    rows = list(csv.DictReader(io.StringIO(response.text.removeprefix("\ufeff")), delimiter=";"))
    assert [row["Leistung"] for row in rows] == ["Personalausweis"]
    assert "nicht in der Liste 2019" in rows[0]["Hinweise"]
    assert "vollständig online" in report.get(f"{REPORT}verlauf.csv").text


@pytest.mark.parametrize("address", [REPORT, f"{REPORT}leistungen.csv", f"{REPORT}verlauf.csv"])
def test_nobody_else_does(client, city, address):
    assert client.get(address).status_code == 302


def test_the_command_writes_both_forms(city, capsys):
    service(city, "Personalausweis", keys=[KNOWN], online_availability="yes", internal_note="GEHEIM")
    call_command("ozg_report", "--format", "csv")
    text = capsys.readouterr().out
    assert text.removeprefix("\ufeff").startswith("Leistung;Adresse;Prüfstand")
    assert "GEHEIM" not in text
    call_command("ozg_report", "--format", "json")
    data = json.loads(capsys.readouterr().out)
    assert data["totals"]["vollständig online"] == 1
    assert data["services"][0]["keys"] == [KNOWN]
    assert len(data["areas"]) == len(ozg.AREAS)
