"""What all readers of objects share: texts by language, periods, and a place for what no field takes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from html import escape
from typing import Any

from django.utils.dateparse import parse_date, parse_datetime

from cms import clock
from exchange.xzufi import markup
from exchange.xzufi.codes import HEADINGS, LANGUAGES, MAIN_LANGUAGE
from exchange.xzufi.markup import Item
from exchange.xzufi.parsing import Node
from exchange.xzufi.report import Report

# Text by language; a language without text is not in it.
Texts = dict[str, str]


class SkippedObjectError(Exception):
    """The object lacks what we cannot do without; the message says what."""


@dataclass
class Reading:
    """One object while it is read: `values` by field, and sections of the text that its fields could not take."""

    report: Report
    about: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    sections: list[tuple[Texts, Texts]] = field(default_factory=list)

    def say(self, text: str) -> None:
        self.report.say(self.about, text)

    def sources(self, nodes: Iterable[Node]) -> Texts:
        """Return the markup of these elements by language, as delivered; other languages are only counted."""
        found: Texts = {}
        for node in nodes:
            language = node.attributes.get("languageCode", MAIN_LANGUAGE)
            text = markup.source(node.take())
            known = language.split("-")[0].lower()
            # "de-simple" and the like are no German; "de-DE" is.
            if known not in LANGUAGES or len(language) > len("de-DE"):
                self.report.languages[language] += 1
            elif len(text) > markup.MAX_TEXT:
                self.say(f"ein Text ist länger als {markup.MAX_TEXT} Zeichen und fehlt deshalb")
            elif text.strip():
                found[known] = found.get(known, "") + text
        return found

    def lines(self, nodes: Iterable[Node]) -> Texts:
        """Return plain text on one line by language."""
        found = {language: markup.one_line(text) for language, text in self.sources(nodes).items()}
        return {language: text for language, text in found.items() if text}

    def cut(self, name: str, text: str, longest: int) -> str:
        """Return a text that fits into a field; what is cut off is told."""
        if len(text) > longest:
            self.say(f"{name} „{text[:40]} …“ ist auf {longest} Zeichen gekürzt")
        return text[:longest]

    def put(self, name: str, texts: Texts) -> None:
        """Set a text field of the page and of its translation."""
        for language in LANGUAGES:
            self.values[field_name(name, language)] = texts.get(language, "")

    def add_section(self, code: str, texts: Texts) -> None:
        """Let a text become a section under the heading of its module."""
        if any(markup.plain(text) for text in texts.values()):
            self.sections.append((HEADINGS[code], texts))

    def add_lines(self, code: str, lines: list[str]) -> None:
        """Let German lines become a list in a section."""
        if lines:
            entries = "".join(f"<li>{escape(line, quote=False)}</li>" for line in lines)
            self.add_section(code, {MAIN_LANGUAGE: f"<ul>{entries}</ul>"})

    def is_valid(self, node: Node) -> bool:
        """Whether a part holds today; a part without period always does."""
        periods = [period(each) for each in node.all("gueltigkeit")]
        now = clock.now()
        valid = not periods or any((not begin or begin <= now) and (not end or now < end) for begin, end in periods)
        if not valid:
            self.say(f"„{node.name}“ gilt heute nicht und fehlt deshalb")
        return valid

    def items(self, texts: Texts, longest: int, links: int = 0) -> list[dict[str, Item]] | None:
        """Return the entries of a text with their translations; None where they do not fit into rows.

        A row takes `longest` characters and as many links; headings and lists in lists say that it is a text.
        A translation with another number of entries becomes a section in its language.
        """
        found = {}
        for language, text in texts.items():
            blocks = markup.blocks(text)
            entries = [item for block in blocks for item in block.items]
            too_long = any(len(item.text) > longest or len(item.links) > links or item.lists for item in entries)
            if too_long or any(block.tag in markup.HEADINGS for block in blocks):
                return None
            found[language] = entries
        german = found.get(MAIN_LANGUAGE, [])
        if any(len(entries) != len(german) for entries in found.values()):
            return None
        return [{language: found[language][place] for language in found} for place in range(len(german))]


def field_name(name: str, language: str) -> str:
    return name if language == MAIN_LANGUAGE else f"{name}@{language}"


def by_place(nodes: Iterable[Node]) -> list[Node]:
    """Return elements in the order in which they want to be shown."""
    found = list(nodes)
    places = [node.value("positionDarstellung") for node in found]
    if not all(place.isdecimal() and len(place) < 10 for place in places):
        return found
    return [node for _place, node in sorted(zip(map(int, places), found, strict=True), key=lambda pair: pair[0])]


def period(node: Node) -> tuple[datetime | None, datetime | None]:
    """Return begin and end (exclusive) of a period as instants; open ends are None."""
    return instant(node.value("beginn")), instant(node.value("ende"), is_end=True)


def instant(text: str, *, is_end: bool = False) -> datetime | None:
    """Return an xs:date or xs:dateTime as an instant; a last day ends at midnight. What is no date is None."""
    try:
        if moment := parse_datetime(text):
            local = clock.now().tzinfo
            return (moment if moment.tzinfo else moment.replace(tzinfo=local)).astimezone(UTC)
        parsed = parse_date(text[:10])
        if parsed and is_end:
            return clock.midnight_after(parsed).astimezone(UTC)
        return datetime.combine(parsed, time(), clock.now().tzinfo).astimezone(UTC) if parsed else None
    except (ValueError, OverflowError):
        return None


def day(text: str) -> date | None:
    """Return the local day of an xs:date or xs:dateTime."""
    moment = instant(text)
    return moment.astimezone(clock.now().tzinfo).date() if moment else None


def iso(moment: datetime | None) -> str | None:
    """Return an instant the way it is compared and kept."""
    return moment.astimezone(UTC).replace(microsecond=0).isoformat() if moment else None
