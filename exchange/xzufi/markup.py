"""Text with markup as XZuFi carries it, in one canonical form: blocks of a small list of tags, nothing else.

The same text always becomes the same string, whatever wrote it, so that strings can be compared.
"""

import re
from html import escape
from html.parser import HTMLParser

import nh3

from exchange.xzufi import runs
from exchange.xzufi.parsing import Node
from exchange.xzufi.runs import ORDER, Run
from exchange.xzufi.text_blocks import HEADINGS, LISTS, Block, Item

# Characters of one text, and tags in it: cleaning deeply nested ones costs the square of their number.
MAX_TEXT, MAX_TAGS = 100_000, 4_000
# The list of the standard; what is not on it goes, its text stays (scripts and styles go altogether).
TAGS = {"p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "i", "em", "sup", "sub", "ul", "ol", "li", "a"}
SCHEMES = {"http", "https", "mailto", "tel"}
ADDRESS = re.compile(rf"(?:{'|'.join(SCHEMES)}):", re.I)
SAME = {"strong": "b", "em": "i", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
# Elements that are not on the list, but part what they hold from what follows.
LINES = re.compile(r"</?(?:div|tr|dl|dt|dd|section|article|blockquote|pre|table)\b[^<>]*>", re.I)
CELLS = re.compile(r"</t[dh]\b[^<>]*>", re.I)
# Lists in lists; characters of a heading: longer ones are bold paragraphs.
MAX_LEVELS, MAX_HEADING = 6, 120
BOLD = (("b", ""),)


def source(node: Node) -> str:
    """Return the markup in an element: escaped text as usual, or real elements inside."""
    node.used = True
    if not node.children:
        return node.pieces[0]
    parts = [escape(node.pieces[0], quote=False)]
    for child, after in zip(node.children, node.pieces[1:], strict=True):
        address = f' href="{escape(child.attributes["href"])}"' if child.attributes.get("href") else ""
        parts.append(f"<{child.name}{address}>{source(child)}</{child.name}>" + escape(after, quote=False))
    return "".join(parts)


def blocks(html: str) -> list[Block]:
    """Return the canonical blocks of a text; text outside a block becomes a paragraph."""
    reader = _Reader()
    html = CELLS.sub(" ", LINES.sub("<br>", html[:MAX_TEXT]))
    if html.count("<") > MAX_TAGS:
        html = re.sub(r"<[^<>]*>", " ", html).replace("<", " ")
    reader.feed(nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, link_rel=None))
    reader.close()
    return reader.finish()


def canonical(html: str) -> str:
    return "".join(block.html for block in blocks(html))


def items(html: str) -> list[Item]:
    """Return the entries of lists and the paragraphs of a text, in their order; headings are left out."""
    return [item for block in blocks(html) if block.tag not in HEADINGS for item in block.all_items()]


def plain(html: str) -> str:
    """Return the text without markup; paragraphs and entries are lines."""
    return "\n".join(item.text for block in blocks(html) for item in block.all_items())


def one_line(html: str) -> str:
    return " ".join(plain(html).split())


def paragraphs(text: str) -> str:
    """Return plain text as canonical markup: one paragraph per line."""
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in text.splitlines() if line.strip())


class _Reader(HTMLParser):
    """Walks through cleaned markup; the cleaner has closed every tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.done: list[Block] = []
        # The heading or paragraph that is open, the lists that are open, and the marks that hold.
        self.tag = "p"
        self.lists: list[Block] = []
        self.levels = 0
        self.runs: list[Run] = []
        self.marks: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        tag = SAME.get(tag, tag)
        if tag in LISTS:
            self._end_item()
            self._open_list(tag)
        elif tag == "br":
            self._add("\n")
        elif tag in ORDER:
            self.marks.append((tag, dict(attributes).get("href") or ""))
        elif self.lists and tag != "li":
            # A paragraph in a list: only a new line.
            self._add("\n")
        else:
            self._end_item()
            self.tag = tag if tag in HEADINGS else "p"

    def handle_endtag(self, tag: str) -> None:
        tag = SAME.get(tag, tag)
        if tag in ORDER:
            self.marks = _without_last(self.marks, tag)
        elif tag in LISTS:
            self._end_item()
            self._close_list()
        elif self.lists and tag != "li":
            self._add("\n")
        elif tag != "br":
            self._end_item()
            self.tag = "p"

    def handle_data(self, data: str) -> None:
        self._add(re.sub(r"\s+", " ", data))

    def finish(self) -> list[Block]:
        self._end_item()
        return self.done

    def _add(self, text: str) -> None:
        marks = {tag: address for tag, address in self.marks if tag != "a" or ADDRESS.match(address)}
        self.runs.append(Run(text, tuple((tag, marks[tag]) for tag in ORDER if tag in marks)))

    def _end_item(self) -> None:
        found, self.runs = runs.tidy(self.runs), []
        if found and self.lists:
            self.lists[-1].items.append(Item(found))
        elif found and self.tag in HEADINGS and len(runs.text(found)) > MAX_HEADING:
            self.done.append(Block("p", [Item([Run(" ".join(runs.text(found).split()), BOLD)])]))
        elif found:
            self.done.append(Block(self.tag, [Item(found)]))

    def _open_list(self, tag: str) -> None:
        self.levels += 1
        if self.levels <= MAX_LEVELS:
            self.lists.append(Block(tag))

    def _close_list(self) -> None:
        self.levels -= 1
        if self.levels >= MAX_LEVELS or not self.lists:
            return
        closed = self.lists.pop()
        if not closed.items:
            return
        if not self.lists:
            self.done.append(closed)
        elif not self.lists[-1].items:
            # A list in an entry without text of its own.
            self.lists[-1].items = closed.items
        else:
            self.lists[-1].items[-1].lists.append(closed)


def _without_last(marks: list[tuple[str, str]], tag: str) -> list[tuple[str, str]]:
    for place in range(len(marks) - 1, -1, -1):
        if marks[place][0] == tag:
            return marks[:place] + marks[place + 1 :]
    return marks
