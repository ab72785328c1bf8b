"""Reads an XZuFi file piece by piece: one object at a time, whatever its size, and nothing that could do harm.

Straight on expat, because only there everything can be refused before it costs anything: document types (and with them
entities and external files), depth, size of one object, one endless token.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO
from xml.parsers import expat

CHUNK = 1 << 16
# Bytes of a file, of one object in it, of one token (a tag with its attributes, a comment), and levels of elements.
MAX_FILE, MAX_OBJECT, MAX_TOKEN, MAX_DEPTH = 150_000_000, 4_000_000, 1_000_000, 60
# What a message consists of; every child of the first is an object, the second says which one is gone.
WRITE, DELETE = "schreibe", "loesche"
UNREADABLE = {
    expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]: "kein gültiges XML (falsche Zeichenkodierung?)",
    expat.errors.codes[expat.errors.XML_ERROR_PARTIAL_CHAR]: "kein gültiges XML (falsche Zeichenkodierung?)",
    expat.errors.codes[expat.errors.XML_ERROR_INCORRECT_ENCODING]: "die Zeichenkodierung ist eine andere als angegeben",
    expat.errors.codes[expat.errors.XML_ERROR_UNKNOWN_ENCODING]: "die Zeichenkodierung ist unbekannt",
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]: "die Datei ist leer oder abgeschnitten",
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN]: "die Datei ist abgeschnitten",
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION]: "die Datei ist abgeschnitten",
    expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]: "Entitäten sind nicht erlaubt",
}


class XzufiError(Exception):
    """The delivery cannot be read; the message says in one German line why."""


@dataclass(slots=True)
class Node:
    """An element by its local name. `used` is set on what somebody has asked for: the rest is reported."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)
    # Text before, between and after the children: one more than there are children.
    pieces: list[str] = field(default_factory=lambda: [""])
    used: bool = False

    @property
    def text(self) -> str:
        self.used = True
        return "".join(self.pieces).strip()

    def all(self, *names: str) -> list["Node"]:
        """Return the children with one of these names, in their order."""
        self.used = True
        found = [child for child in self.children if child.name in names]
        for child in found:
            child.used = True
        return found

    def first(self, *path: str) -> "Node | None":
        """Return the first element below at this path of names."""
        node: Node | None = self
        for name in path:
            node = next(iter(node.all(name)), None) if node else None
        return node

    def value(self, *path: str) -> str:
        """Return the text of the first element at this path; of a code type its `code`."""
        node = self.first(*path)
        if node is None:
            return ""
        return node.value("code") if any(child.name == "code" for child in node.children) else node.text

    def take(self) -> "Node":
        """Mark everything below as seen: read in another way, or known and not needed."""
        self.used = True
        for child in self.children:
            child.take()
        return self

    def unused(self, path: str = "") -> Iterator[str]:
        """Yield the paths of what nobody has asked for; what is below such an element is not named again."""
        here = f"{path}/{self.name}" if path else self.name
        if not self.used:
            yield here
            return
        for child in self.children:
            yield from child.unused(here)


def objects(path: Path) -> Iterator[Node]:
    """Yield every `schreibe` and `loesche` of a file as a tree. Raises XzufiError."""
    try:
        if (size := path.stat().st_size) > MAX_FILE:
            raise XzufiError(f"die Datei ist mit {size // 1_000_000} MB größer als {MAX_FILE // 1_000_000} MB")
        with path.open("rb") as file:
            yield from _Reader().read(file)
    except OSError as error:
        raise XzufiError(f"die Datei ist nicht lesbar ({error.strerror})") from error


class _Reader:
    def __init__(self) -> None:
        self.done: list[Node] = []
        self.open: list[Node] = []
        self.depth = self.size = 0
        self.parser = parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse_type
        parser.ExternalEntityRefHandler = _refuse_type

    def read(self, file: BinaryIO) -> Iterator[Node]:
        fed = 0
        while chunk := file.read(CHUNK):
            self._feed(chunk, last=False)
            fed += len(chunk)
            # Expat begins anew with an unfinished token each time it gets more of it.
            if fed - self.parser.CurrentByteIndex > MAX_TOKEN:
                raise XzufiError(f"Zeile {self.parser.CurrentLineNumber}: ein Zeichen-Block ohne Ende")
            yield from self._take()
        self._feed(b"", last=True)
        yield from self._take()

    def _feed(self, chunk: bytes, *, last: bool) -> None:
        try:
            self.parser.Parse(chunk, last)
        except expat.ExpatError as error:
            reason = UNREADABLE.get(error.code) or f"kein gültiges XML ({expat.ErrorString(error.code)})"
            if last and self.depth:
                reason = UNREADABLE[expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN]]
            raise XzufiError(f"Zeile {error.lineno}: {reason}") from error
        except (ValueError, LookupError) as error:
            raise XzufiError("die Zeichenkodierung ist unbekannt") from error

    def _take(self) -> list[Node]:
        done, self.done = self.done, []
        return done

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        local = name.rpartition("}")[2]
        if self.depth > MAX_DEPTH:
            raise XzufiError(f"Zeile {self.parser.CurrentLineNumber}: mehr als {MAX_DEPTH} Ebenen")
        if not self.open and local not in (WRITE, DELETE):
            return
        if not self.open:
            self.size = 0
        self._count(len(name) + sum(map(len, attributes)) + sum(map(len, attributes.values())))
        node = Node(local, {key.rpartition("}")[2]: value for key, value in attributes.items()})
        if self.open:
            self.open[-1].children.append(node)
            self.open[-1].pieces.append("")
        self.open.append(node)

    def _end(self, name: str) -> None:
        self.depth -= 1
        if self.open and len(self.open) == 1:
            self.done.append(self.open.pop())
        elif self.open:
            self.open.pop()

    def _text(self, text: str) -> None:
        if self.open:
            self._count(len(text))
            self.open[-1].pieces[-1] += text

    def _count(self, size: int) -> None:
        self.size += size + 50
        if self.size > MAX_OBJECT:
            raise XzufiError(f"Zeile {self.parser.CurrentLineNumber}: ein Eintrag ist größer als 4 MB")


def _refuse_type(*_declaration: Any) -> int:
    raise XzufiError("Dokumenttyp und Entitäten sind nicht erlaubt")
