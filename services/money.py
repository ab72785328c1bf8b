"""Amounts as people write them."""

from decimal import Decimal

from django.utils.translation import gettext as _

from services.enums import FeeKind


def euro(amount: Decimal) -> str:
    """Return "46 €", "46,50 €" or "1.200 €" (no-break space before the sign)."""
    digits = f"{amount:,.2f}".removesuffix(".00")
    return digits.translate(str.maketrans(",.", ".,")) + "\u00a0€"


def fee_text(kind: str, amount: Decimal | None, amount_to: Decimal | None, unit: str = "") -> str:
    """Return the amount of one fee in words: "50 bis 1.200 €", "32 € zusätzlich", "kostenfrei"."""
    if kind == FeeKind.FREE or amount is None:
        return _("kostenfrei") if kind == FeeKind.FREE else ""
    if kind == FeeKind.RANGE and amount_to is not None:
        first = euro(amount).removesuffix(chr(0xA0) + "€")
        text = _("%(first)s bis %(last)s") % {"first": first, "last": euro(amount_to)}
    else:
        text = euro(amount)
    text = " ".join(part for part in (text, unit) if part)
    return _("%(amount)s zusätzlich") % {"amount": text} if kind == FeeKind.SURCHARGE else text
