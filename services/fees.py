"""Which fees hold today, and which are announced: a fee that changes on 1 January is entered in December."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cms import clock, freshness


@dataclass(frozen=True)
class FeeRow:
    """One line of the table of fees; `is_announced`: begins later, and stands below the fee it will replace."""

    fee: Any
    is_announced: bool


def table(fees: Iterable[Any]) -> list[FeeRow]:
    """Return the fees that hold today in their order, each followed by what will replace it; new cases last."""
    rows = list(fees)
    holding, later = in_force(rows), announced(rows)
    last = {fee.case: fee for fee in holding}
    found = []
    for fee in holding:
        found.append(FeeRow(fee, is_announced=False))
        if last[fee.case] is fee:
            found += [FeeRow(other, is_announced=True) for other in later if other.case == fee.case]
    return found + [FeeRow(fee, is_announced=True) for fee in later if fee.case not in last]


def in_force(fees: Iterable[Any]) -> list[Any]:
    """Return the fees that hold today, in their order; tells the page when that changes.

    A fee ends when a later one of the same case (label and kind of addition) begins.
    """
    rows = list(fees)
    _changes(rows)
    return [fee for fee in rows if not _is_announced(fee) and not _is_replaced(fee, rows)]


def announced(fees: Iterable[Any]) -> list[Any]:
    """Return the fees that will hold from a later day on, the next one first."""
    rows = list(fees)
    _changes(rows)
    return sorted((fee for fee in rows if _is_announced(fee)), key=lambda fee: fee.valid_from)


def _is_announced(fee: Any) -> bool:
    return fee.valid_from is not None and fee.valid_from > clock.now().date()


def _is_replaced(fee: Any, rows: list[Any]) -> bool:
    return any(
        other.case == fee.case and other.valid_from and _begin(fee) < other.valid_from and not _is_announced(other)
        for other in rows
        if other is not fee
    )


def _begin(fee: Any) -> Any:
    return fee.valid_from or fee.BEGINNING


def _changes(rows: list[Any]) -> None:
    for fee in rows:
        if _is_announced(fee):
            freshness.valid_until(clock.start_of(fee.valid_from))
