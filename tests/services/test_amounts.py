"""Amounts are read as people write them, whatever language their browser speaks."""

from decimal import Decimal

from django.utils import translation

import pytest

from services.models import Fee


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("46,50", "46.50"), ("46.50", "46.50"), ("1.200,50", "1200.50"), ("1.200", "1200"), ("7", "7")],
)
def test_an_amount_keeps_its_comma(typed, amount):
    with translation.override("de"):
        assert Fee._meta.get_field("amount").formfield().clean(typed) == Decimal(amount)


def test_the_field_is_text_for_the_browser():
    widget = Fee._meta.get_field("amount").formfield().widget
    assert (widget.input_type, widget.attrs["inputmode"]) == ("text", "decimal")
