"""Amounts as people write them."""

from decimal import Decimal

from services.enums import FeeKind


def euro(amount: Decimal) -> str:
    """Return "46 €", "46,50 €" or "1.200 €" (no-break space before the sign)."""
    digits = f"{amount:,.2f}".removesuffix(".00")
    return digits.translate(str.maketrans(",.", ".,")) + "\u00a0€"


def fee_text(kind: str, amount: Decimal | None, amount_to: Decimal | None, unit: str = "") -> str:
    """Return the amount of one fee in words: "50 bis 1.200 €", "32 € zusätzlich", "kostenfrei"."""
    if kind == FeeKind.FREE or amount is None:
        return "kostenfrei" if kind == FeeKind.FREE else ""
    if kind == FeeKind.RANGE and amount_to is not None:
        text = f"{euro(amount).removesuffix(chr(0xA0) + '€')} bis {euro(amount_to)}"
    else:
        text = euro(amount)
    return " ".join(part for part in (text, unit, "zusätzlich" if kind == FeeKind.SURCHARGE else "") if part)
