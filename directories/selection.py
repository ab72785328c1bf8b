"""What somebody asks of a list: words, district, facets, a place to start from. Comes from the query, goes into it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext

from directories import facets
from directories.models.entries import EntryFacet
from directories.models.fields import DirectoryField
from directories.streets import query_words
from search.folding import MAX_CHARACTERS


@dataclass(frozen=True)
class Filter:
    """One field of the form with a fixed list of values; `chosen` is the slug in the address, "" for all."""

    name: str
    label: str
    options: list[facets.Option]
    chosen: str = ""

    @property
    def chosen_label(self) -> str:
        return next((option.label for option in self.options if option.slug == self.chosen), self.chosen)


@dataclass(frozen=True)
class Active:
    """Something that narrows the list, in words, and the address of the list without it."""

    label: str
    without: str


@dataclass(frozen=True)
class Selection:
    text: str = ""
    near: str = ""
    filters: list[Filter] = field(default_factory=list)

    @property
    def parameters(self) -> dict[str, str]:
        chosen = {choice.name: choice.chosen for choice in self.filters}
        return {name: value for name, value in {"q": self.text, **chosen, "nahe": self.near}.items() if value}

    @property
    def query(self) -> str:
        """The selection as it stands in an address, "" for the whole list."""
        return urlencode(self.parameters)

    @property
    def page_query(self) -> str:
        """The selection in front of the number of a page."""
        return f"{self.query}&" if self.parameters else ""

    @property
    def is_detailed(self) -> bool:
        """Whether anything but words and a place is asked, so that the form stands open."""
        return bool(self.parameters.keys() - {"q", "nahe"})

    @property
    def narrows(self) -> bool:
        return bool(self.parameters.keys() - {"nahe"})

    def active(self) -> list[Active]:
        """Return everything that narrows the list."""
        words = {"q": f"„{self.text}“"} if self.text else {}
        words |= {choice.name: f"{choice.label}: {choice.chosen_label}" for choice in self.filters if choice.chosen}
        return [Active(label, self._without(name)) for name, label in words.items()]

    def around(self) -> str:
        """Return the address of the list that takes the words for a place to start from."""
        return self._address({**self.parameters, "nahe": self.text}, "q")

    def _without(self, name: str) -> str:
        return self._address(self.parameters, name)

    def _address(self, parameters: dict[str, str], left_out: str) -> str:
        rest = {key: value for key, value in parameters.items() if key != left_out}
        return f"?{urlencode(rest)}" if rest else "."

    def apply(self, entries: QuerySet) -> QuerySet:
        """Return the entries that fit; adds no statement."""
        for token in query_words(self.text):
            entries = entries.filter(search_text__contains=token)
        for choice in self.filters:
            if choice.chosen and choice.name == "bezirk":
                entries = entries.filter(district__slug=choice.chosen)
            elif choice.chosen:
                found = EntryFacet.objects.filter(entry=OuterRef("pk"), key=choice.name, slug=choice.chosen)
                entries = entries.filter(Exists(found))
        return entries


def read(parameters: Mapping[str, Any], directory_id: int, fields: list[DirectoryField]) -> Selection:
    """Return what the query says; names the directory does not know are not there. Warm without a statement."""
    known = facets.options(directory_id)
    filters = [
        Filter(row.key, row.label, known[row.key], _line(parameters.get(row.key)))
        for row in fields
        if row.is_facet and row.key in known
    ]
    if districts := facets.districts(directory_id):
        filters.append(Filter("bezirk", gettext("Stadtbezirk"), districts, _line(parameters.get("bezirk"))))
    return Selection(_line(parameters.get("q")), _line(parameters.get("nahe")), filters)


def _line(value: Any) -> str:
    return " ".join(str(value or "").split())[:MAX_CHARACTERS]
