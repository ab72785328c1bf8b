"""A fee that changes on 1 January is entered in December: the page changes by itself."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from cms import freshness
from services import fees
from services.models import Fee

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YEAR = date(2027, 1, 1)


def fee(label: str = "", amount: str = "46", valid_from: date | None = None, kind: str = "fixed") -> Fee:
    return Fee(label=label, kind=kind, amount=Decimal(amount), valid_from=valid_from)


@pytest.fixture
def page():
    yield freshness.begin(1)
    freshness.end()


def test_the_old_fee_holds_until_the_new_one_begins(page):
    old, new = fee("ab 24 Jahren"), fee("ab 24 Jahren", "50", NEW_YEAR)
    with time_machine.travel(datetime(2026, 12, 31, 23, 59, tzinfo=BERLIN)):
        assert fees.in_force([old, new]) == [old]
        assert fees.announced([old, new]) == [new]
        assert page.until == datetime(2027, 1, 1, tzinfo=BERLIN)
    with time_machine.travel(datetime(2027, 1, 1, 0, 0, tzinfo=BERLIN)):
        assert fees.in_force([old, new]) == [new]
        assert fees.announced([old, new]) == []


def test_a_new_fee_replaces_only_the_same_case():
    other = fee("unter 24 Jahren")
    with time_machine.travel(datetime(2027, 2, 1, tzinfo=BERLIN)):
        assert fees.in_force([other, fee("ab 24 Jahren", "50", NEW_YEAR)])[0] is other


def test_a_surcharge_is_a_case_of_its_own():
    both = [fee("Express"), fee("Express", "32", NEW_YEAR, kind="surcharge")]
    with time_machine.travel(datetime(2027, 2, 1, tzinfo=BERLIN)):
        assert fees.in_force(both) == both


def test_a_translation_not_yet_translated_again_replaces_the_old_one():
    old, new = fee("Erwachsene", "37"), fee("Erwachsene", "46", NEW_YEAR)
    turkish = fee("Yetişkin", "37")
    turkish.source, new.source = old, new
    with time_machine.travel(datetime(2027, 2, 1, tzinfo=BERLIN)):
        assert fees.in_force([turkish, new]) == [new]


def test_of_three_only_the_one_of_today_holds():
    rows = [fee(valid_from=date(2025, 1, 1)), fee(valid_from=date(2026, 1, 1)), fee(valid_from=NEW_YEAR)]
    with time_machine.travel(datetime(2026, 6, 1, tzinfo=BERLIN)):
        assert fees.in_force(rows) == [rows[1]]
        assert fees.announced(rows) == [rows[2]]


def test_what_will_replace_a_fee_stands_below_it():
    adults, children, box = fee("ab 24 Jahren"), fee("unter 24 Jahren", "27.60"), fee("Fotobox", "6")
    later, last, new = (
        fee("Ab 24 Jahren", "50", NEW_YEAR),
        fee("ab 24 Jahren", "52", date(2028, 1, 1)),
        fee("Express", "5"),
    )
    new.valid_from = NEW_YEAR
    with time_machine.travel(datetime(2026, 12, 1, tzinfo=BERLIN)):
        rows = fees.table([adults, children, box, new, last, later])
    assert [row.fee for row in rows] == [adults, later, last, children, box, new]
    assert [row.is_announced for row in rows] == [False, True, True, False, False, True]


amounts = st.builds(
    lambda label, day: fee(label, "5", day),
    st.sampled_from(["", "Erwachsene", "Kinder"]),
    st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
)


@given(st.lists(amounts, max_size=8))
def test_the_table_has_every_fee_of_today_and_later_once(rows):
    with time_machine.travel(datetime(2026, 12, 1, tzinfo=BERLIN)):
        shown = [id(row.fee) for row in fees.table(rows)]
        assert sorted(shown) == sorted(id(row) for row in [*fees.in_force(rows), *fees.announced(rows)])
