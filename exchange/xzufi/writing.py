"""Writes XML piece by piece, in the namespace of XZuFi; code and name of code types stand in none (as in 2.2)."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from exchange.xzufi.codes import NAMESPACE, VERSION
from exchange.xzufi.identity import Identity
from exchange.xzufi.reading import field_name

# Characters that no XML may contain, whatever an editor has pasted.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# The name of the message is not in any public source; readers look for what is in it.
ROOT = "transfer"


class XmlWriter:
    def __init__(self, file: IO[str]) -> None:
        self.file = file

    @contextmanager
    def message(self) -> Iterator[None]:
        self.file.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        self.file.write(
            f'<xzufi:{ROOT} xmlns:xzufi="{NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
            f'xzufiVersion="{VERSION}" produktbezeichnung="bochum.de" produkthersteller="Stadt Bochum">\n'
        )
        yield
        self.file.write(f"</xzufi:{ROOT}>\n")

    @contextmanager
    def inside(self, name: str, **attributes: str) -> Iterator[None]:
        """Write an element around what the block writes."""
        self.file.write(f"<xzufi:{name}{_attributes(attributes)}>")
        yield
        self.file.write(f"</xzufi:{name}>")

    @contextmanager
    def object(self, name: str) -> Iterator[None]:
        """Write one object of the message on a line of its own."""
        with self.inside("schreibe"), self.inside(name):
            yield
        self.file.write("\n")

    def put(self, name: str, text: str | None, **attributes: str) -> None:
        """Write an element with text; without text none."""
        if text:
            content = escape(FORBIDDEN.sub("", text))
            self.file.write(f"<xzufi:{name}{_attributes(attributes)}>{content}</xzufi:{name}>")

    def put_markup(self, name: str, texts: dict[str, str]) -> None:
        """Write a text with markup in all its languages."""
        for language, text in texts.items():
            self.put(name, text, languageCode=language)

    def put_texts(self, name: str, texts: dict[str, str]) -> None:
        """Write plain text in all its languages: as markup that says the same."""
        self.put_markup(name, {language: escape(text) for language, text in texts.items()})

    def put_identity(self, name: str, who: Identity) -> None:
        self.put(name, who.identifier, schemeAgencyID=who.agency, schemeID=who.scheme)

    def put_code(self, name: str, code: str, list_uri: str = "", code_name: str = "") -> None:
        """Write a code type; code or name may be missing."""
        if not code and not code_name:
            return
        with self.inside(name, listURI=list_uri):
            inner = f"<code>{escape(code)}</code>" if code else ""
            self.file.write(inner + (f"<name>{escape(code_name)}</name>" if code_name else ""))

    def put_period(self, begin: str | None, end: str | None) -> None:
        if begin or end:
            with self.inside("gueltigkeit"):
                self.put("beginn", begin)
                self.put("ende", end)


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(f" {name.replace('__', ':')}={quoteattr(value)}" for name, value in attributes.items() if value)


def texts_of(values: dict, name: str, languages: Iterable[str]) -> dict[str, str]:
    """Return a text field in all languages in which it is there."""
    found = {language: values.get(field_name(name, language)) for language in languages}
    return {language: text for language, text in found.items() if text}
