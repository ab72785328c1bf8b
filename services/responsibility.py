"""Who is responsible for whom: by the first letters of the surname, the district, the street or the kind of case.

Letters are sorted as in the phone book (DIN 5007-1: Ä as A, ß as ss). A rule "A bis F" holds for every name from the
first that begins with A to the last that begins with F; "Sch" inside "S" is an exception from it, so it wins.
Pure functions: rules are anything with `kind`, `first`, `last`, `district_id` and `office_id`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from services.a_to_z import sort_key
from services.enums import ResponsibilityKind as Kind

# Behind "z" in the alphabet: where the last range ends.
END = "{"
HOUSE_NUMBER = re.compile(r"\s+\d+\s*[a-z]?(?:\s*[-–/]\s*\d+\s*[a-z]?)?$")


@dataclass(frozen=True)
class Span:
    """All names from `low` on and before `high`; both folded, `high` is no name of its own."""

    low: str
    high: str

    def __contains__(self, name: str) -> bool:
        return self.low <= name < self.high


def letters(text: str) -> str:
    """Return the text as it is sorted: lower case, without umlauts and without anything but letters."""
    return "".join(char for char in sort_key(text) if "a" <= char <= "z")


def span(first: str, last: str = "") -> Span | None:
    """Return the names a rule "first bis last" holds for; None where there is none."""
    low, high = letters(first), letters(last or first)
    if not low or not high or _behind(high) <= low:
        return None
    # "Sa" begins where "S" does: between them there is no name but "S" alone.
    return Span(low.rstrip("a"), _behind(high))


def _behind(prefix: str) -> str:
    """Return the first text in the alphabet behind everything that begins with `prefix`."""
    kept = prefix.rstrip("z")
    return kept[:-1] + chr(ord(kept[-1]) + 1) if kept else END


def find(rules: Iterable[Any], kind: str, asked: str) -> list[Any]:
    """Return the rules of this kind that hold for what was asked; [] means: nobody is known.

    `asked` is a surname or its beginning, the slug of a district, a street with or without number, or a case. Several
    rules by letter mean that the beginning is too short to tell.
    """
    found = [rule for rule in rules if rule.kind == kind]
    if kind == Kind.LETTER:
        return _by_letter(found, span(asked))
    if kind == Kind.DISTRICT:
        return [rule for rule in found if rule.district_id and rule.district.slug == asked]
    fold = street if kind == Kind.STREET else _words
    return [rule for rule in found if fold(asked) and fold(rule.first) == fold(asked)]


def _by_letter(rules: list[Any], names: Span | None) -> list[Any]:
    """Return the rules for any of these names, without those that another one takes all of them out of."""
    found = [rule for rule in rules if names and _share(names, span(rule.first, rule.last))]
    return [rule for rule in found if not any(is_exception(other, rule) and _covers(other, names) for other in found)]


def _share(one: Span | None, other: Span | None) -> bool:
    return bool(one and other and one.low < other.high and other.low < one.high)


def _covers(rule: Any, names: Span | None) -> bool:
    whole = span(rule.first, rule.last)
    return bool(whole and names and whole.low <= names.low and names.high <= whole.high)


def is_exception(inner: Any, outer: Any) -> bool:
    """Return whether `inner` ("Sch") takes something out of `outer` ("S" or "R bis T")."""
    small, large = span(inner.first, inner.last), span(outer.first, outer.last)
    if small is None or large is None or inner.last or small == large:
        return False
    longest = max(len(letters(outer.first)), len(letters(outer.last)))
    return large.low <= small.low and small.high <= large.high and len(letters(inner.first)) > longest


def street(text: str) -> str:
    """Return the street folded, without house number: "Bongardstr. 3a" and "bongardstraße" are one."""
    folded = HOUSE_NUMBER.sub("", " ".join(sort_key(text).split()))
    return re.sub(r"[^a-z0-9]", "", re.sub(r"str(?:\.|$)", "strasse", folded))


def _words(text: str) -> str:
    return " ".join(sort_key(text).split())


def gaps(rules: Iterable[Any]) -> list[str]:
    """Return the letters nobody is responsible for, in words: "G bis H"; [] without rules by letter."""
    spans = sorted(
        (names for rule in rules if rule.kind == Kind.LETTER and (names := span(rule.first, rule.last))),
        key=lambda names: names.low,
    )
    found, reached = [], ""
    for names in spans:
        if names.low > reached:
            found.append(_in_words(reached, names.low))
        reached = max(reached, names.high)
    return [*found, *([_in_words(reached, END)] if spans and reached < END else [])]


def _in_words(low: str, high: str) -> str:
    """Return the names from `low` on and before `high`: "G", "G bis H", "Sci bis Sz"."""
    first = low or "a"
    last = high[:-1] + chr(ord(high[-1]) - 1)
    while first.startswith(last) and first != last:
        # "Sci bis Sc" would read as if it ended before it begins.
        last += "z"
    return first.capitalize() if first == last else f"{first.capitalize()} bis {last.capitalize()}"


def overlaps(rules: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Return the pairs of rules that send the same people to different offices, in the order of the rules."""
    return [
        (one, other)
        for position, one in enumerate(rules)
        for other in rules[position + 1 :]
        if one.kind == other.kind and one.office_id != other.office_id and _meet(one, other)
    ]


def _meet(one: Any, other: Any) -> bool:
    if one.kind == Kind.DISTRICT:
        return one.district_id is not None and one.district_id == other.district_id
    if one.kind != Kind.LETTER:
        fold = street if one.kind == Kind.STREET else _words
        return bool(fold(one.first)) and fold(one.first) == fold(other.first)
    if is_exception(one, other) or is_exception(other, one):
        return False
    return _share(span(one.first, one.last), span(other.first, other.last))
