"""What a text with markup consists of: headings, paragraphs, lists."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from exchange.xzufi import runs
from exchange.xzufi.runs import Run

HEADINGS, LISTS = {"h2", "h3"}, {"ul", "ol"}


@dataclass
class Item:
    """One paragraph or list entry as runs of text, with the lists in it."""

    runs: list[Run]
    lists: list["Block"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return runs.text(self.runs)

    @property
    def links(self) -> list[tuple[str, str]]:
        return runs.links(self.runs)

    @property
    def lead(self) -> str:
        return runs.lead(self.runs)


@dataclass
class Block:
    """A heading or paragraph (one item) or a list (its entries)."""

    tag: str
    items: list[Item] = field(default_factory=list)

    @property
    def html(self) -> str:
        if self.tag in HEADINGS:
            return f"<{self.tag}>{escape(' '.join(self.items[0].text.split()), quote=False)}</{self.tag}>"
        if self.tag in LISTS:
            return f"<{self.tag}>{''.join(map(_entry, self.items))}</{self.tag}>"
        return f"<p>{runs.html(self.items[0].runs)}</p>"

    def all_items(self) -> Iterable[Item]:
        for item in self.items:
            yield item
            for inner in item.lists:
                yield from inner.all_items()


def _entry(item: Item) -> str:
    return f"<li>{runs.html(item.runs)}{''.join(inner.html for inner in item.lists)}</li>"
