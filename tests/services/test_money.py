from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.money import euro, fee_text

amounts = st.decimals(min_value=0, max_value=9_999_999, places=2)


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("46", "46 €"),
        ("46.00", "46 €"),
        ("46.50", "46,50 €"),
        ("0.05", "0,05 €"),
        ("1200", "1.200 €"),
        ("1234567.89", "1.234.567,89 €"),
        ("0", "0 €"),
        ("100", "100 €"),
    ],
)
def test_amounts_are_written_as_people_write_them(amount, text):
    assert euro(Decimal(amount)) == text.replace(" ", "\u00a0")


@given(amounts)
def test_an_amount_can_be_read_back(amount):
    number, sign = euro(amount).split("\u00a0")
    assert sign == "€"
    assert Decimal(number.replace(".", "").replace(",", ".")) == amount
    assert not number.endswith(",00")


@pytest.mark.parametrize(
    ("kind", "amount", "amount_to", "unit", "text"),
    [
        ("fixed", "46", None, "", "46 €"),
        ("fixed", "168", None, "im Jahr", "168 € im Jahr"),
        ("range", "50", "1200", "", "50 bis 1.200 €"),
        ("range", "50", None, "", "50 €"),
        ("surcharge", "32", None, "", "32 € zusätzlich"),
        ("free", None, None, "", "kostenfrei"),
        ("fixed", None, None, "", ""),
    ],
)
def test_a_fee_in_words(kind, amount, amount_to, unit, text):
    first, last = (Decimal(value) if value else None for value in (amount, amount_to))
    assert fee_text(kind, first, last, unit).replace("\u00a0", " ") == text


@given(st.sampled_from(["fixed", "range", "surcharge"]), amounts)
def test_only_a_free_fee_is_called_free(kind, amount):
    assert "kostenfrei" not in fee_text(kind, amount, None)
