"""What a service and its office say in the languages of the site, and that the sentences can always be built."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

from django.test import Client
from django.utils.translation import override

from wagtail.models import Locale

import pytest
import time_machine
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from services import durations, money, periods
from services.enums import DurationUnit, FeeKind
from services.models import Fee, OfficeHours, ServiceOffice
from services.opening_hours import (
    DatedHours,
    EmergencyHours,
    Schedule,
    Span,
    closed_between,
    special_days,
    status,
    week,
)
from tests import factories

LANGUAGES = ("de", "de-simple", "en", "tr", "ar", "uk")
GERMAN = {"Heute", "Uhr", "Montag", "Kosten", "Termin", "geschlossen", "bis", "Wochen", "kostenfrei", "Vor", "Dauer"}
MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
hours = st.tuples(st.times(max_value=time(23, 58)), st.times()).filter(lambda pair: pair[0] < pair[1])
spans = st.builds(
    lambda day, pair, need: Span(day, *pair, by_appointment=need), st.integers(0, 6), hours, st.booleans()
)


@st.composite
def schedules(draw) -> Schedule:
    day = draw(days)
    return Schedule(
        week=tuple(draw(st.lists(spans, max_size=5))),
        dated=(DatedHours(day, day, is_closure=True),) if draw(st.booleans()) else (),
        emergencies=(EmergencyHours(day, time(10), time(12), ""),) if draw(st.booleans()) else (),
        only_by_appointment=draw(st.booleans()),
    )


def words(text: str) -> set[str]:
    return set(text.replace(",", " ").replace(".", " ").split())


@given(schedules(), st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)))
def test_hours_can_be_said_in_every_language_at_every_time(schedule, at):
    for code in LANGUAGES:
        with override(code):
            texts = [status(schedule, at).sentence, *(day.text for day in week(schedule.week))]
            texts += [f"{found.days} {found.text}" for found in special_days(schedule, at.date(), 14)]
            assert all("%(" not in text for text in texts)
            if not code.startswith("de"):
                assert not any(words(text) & GERMAN for text in texts)


@given(st.integers(0, 500), st.integers(1, 500), st.sampled_from(DurationUnit))
def test_a_duration_can_be_said_in_every_language(number, more, unit):
    for code in LANGUAGES:
        with override(code):
            assert str(number) in durations.text(number, None, unit)
            assert str(number + more) in durations.text(number, number + more, unit)


@given(days, days)
def test_a_closure_names_its_days_in_every_language(one, other):
    for code in LANGUAGES:
        with override(code):
            text = closed_between(min(one, other), max(one, other), "Umzug")
            assert str(one.day) in text
            assert str(other.day) in text


def test_numbers_and_nouns_agree():
    with override("uk"):
        found = [durations.text(number, None, DurationUnit.DAY) for number in (1, 3, 5, 21)]
    assert found == ["1 день", "3 дні", "5 днів", "21 день"]
    with override("ar"):
        found = [durations.text(number, None, DurationUnit.DAY) for number in (3, 11)]
    assert found == ["3 أيام", "11 يوماً"]


def test_amounts_and_periods_are_said_in_the_language():
    with override("tr"):
        assert money.fee_text(FeeKind.RANGE, Decimal(50), Decimal(1200)) == "50 – 1.200\u00a0€"
        assert money.fee_text(FeeKind.FREE, None, None) == "ücretsiz"
    with override("en"):
        assert periods.text(None, datetime(2026, 11, 27, 17, tzinfo=UTC), MONDAY) == (
            "probably until Friday, 27 November, 18:00"
        )


@pytest.fixture
def service(city):
    office = factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro")
    office.opening_hours.add(OfficeHours(weekday=0, opens="08:00", closes="12:00"))
    office.save()
    page = factories.ServicePageFactory(
        parent=city.services, title="Perso", online_availability="no", appointment="required"
    )
    page.fees.add(Fee(label="", kind="fixed", amount=Decimal(37)))
    page.service_offices.add(ServiceOffice(office=office))
    page.save_revision().publish()
    return page


def shown(page, code: str) -> BeautifulSoup:
    locale, _new = Locale.objects.get_or_create(language_code=code)
    translated = page.copy_for_translation(locale, copy_parents=True)
    translated.save_revision().publish()
    return BeautifulSoup(Client().get(translated.get_url()).content, "html.parser")


def test_a_turkish_page_says_facts_and_hours_in_turkish(service):
    with time_machine.travel(MONDAY, tick=False):
        html = shown(service, "tr")
    text = " ".join(html.main.text.split())
    assert html.html["lang"] == "tr"
    for part in ("Ücret", "yalnızca randevuyla", "Bugün, Pazartesi, bitiş saati 12:00", "çevrim içi değil"):
        assert part in text
    for german in html.select('[lang="de"]'):
        german.extract()
    assert [(part, part.parent.parent) for part in html.body.find_all(string=True) if words(part) & GERMAN] == []


def test_an_arabic_page_runs_from_right_to_left(service):
    html = shown(service, "ar")
    assert (html.html["lang"], html.html["dir"]) == ("ar", "rtl")


def test_plain_language_has_its_own_words_and_falls_back_to_german(service):
    with time_machine.travel(MONDAY, tick=False):
        text = " ".join(shown(service, "de-simple").main.text.split())
    assert "Heute, Montag, bis 12 Uhr, Sie brauchen einen Termin." in text
