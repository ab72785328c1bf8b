"""Times and dates as people type them: read, or refused at their field, never replaced by others."""

from contextlib import suppress
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError

from wagtail.admin.panels import get_edit_handler

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.models import Alert
from cms.typed_moments import TypedDateField, TypedDateTimeField, TypedTimeField
from services.models import Building, Closure, ServicePage

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8", time(8)),
        ("08:30", time(8, 30)),
        ("8.30", time(8, 30)),
        ("8:30 Uhr", time(8, 30)),
        ("8 Uhr", time(8)),
        ("8Uhr", time(8)),
        ("8 uhr 30", time(8, 30)),
        (" 18 h ", time(18)),
        ("08:30:00", time(8, 30)),
        ("0", time(0)),
    ],
)
def test_a_time_is_read_as_people_write_it(typed, meant):
    assert TypedTimeField().clean(typed) == meant


@given(st.times(), st.sampled_from(["{:%H:%M}", "{:%H.%M}", "{:%H:%M} Uhr", "{:%H} Uhr {:%M}"]))
def test_every_time_of_the_day_can_be_typed(meant, form):
    assert TypedTimeField().clean(form.format(meant, meant)) == meant.replace(second=0, microsecond=0)


@pytest.mark.parametrize("typed", ["25", "24:00", "8:60", "8:3", "acht", "8 Uur", "-1", "8-12", "früh", "830", "8,5"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(ValidationError, match=r"Das ist keine Uhrzeit. Schreiben Sie zum Beispiel 8:30\."):
        TypedTimeField().clean(typed)


@given(st.text(max_size=12))
def test_a_time_is_read_or_refused_whatever_is_typed(typed):
    with suppress(ValidationError):
        assert TypedTimeField(required=False).clean(typed) is None or any(letter.isdigit() for letter in typed)


def test_dates_are_read_the_german_way():
    assert TypedDateField().clean("24.12.2026") == TypedDateField().clean("24.12.26") == date(2026, 12, 24)


@pytest.mark.parametrize("typed", ["32.13.2026", "2026-13-01", "24.12.", "morgen"])
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(ValidationError, match="Das ist kein Datum"):
        TypedDateField().clean(typed)
    with pytest.raises(ValidationError, match="Das ist kein Datum mit Uhrzeit"):
        TypedDateTimeField().clean(typed)


@pytest.mark.parametrize(
    "typed", ["24.12.2026 08:00", "24.12.2026 8", "24.12.26, 8 Uhr", "24.12.2026 um 8.00 Uhr", "2026-12-24 08:00"]
)
def test_an_instant_is_a_date_and_a_time(typed):
    assert TypedDateTimeField().clean(typed) == datetime(2026, 12, 24, 8, tzinfo=BERLIN)


@pytest.mark.parametrize(
    "typed", ["24.12.2026", "24.12.2026 25 Uhr", "24.12.2026 8 Uur", "24.12.2026 8:3", "32.12.2026 8 Uhr"]
)
def test_what_is_no_instant_is_refused(typed):
    with pytest.raises(ValidationError, match="Das ist kein Datum mit Uhrzeit"):
        TypedDateTimeField().clean(typed)


@pytest.mark.parametrize(
    ("model", "field", "kind"),
    [
        (Closure, "first_day", TypedDateField),
        (Closure, "emergency_services.opens", TypedTimeField),
        (Building, "opening_hours.closes", TypedTimeField),
        (ServicePage, "fees.valid_from", TypedDateField),
        (ServicePage, "go_live_at", TypedDateTimeField),
        (Alert, "end", TypedDateTimeField),
    ],
)
def test_forms_of_the_administration_have_these_fields(model, field, kind):
    form = get_edit_handler(model).get_form_class()
    *relation, name = field.split(".")
    form = form.formsets[relation[0]].form if relation else form
    assert type(form.base_fields[name]) is kind
