"""Online services, and the objects that say who is responsible for which service."""

from typing import Any

from exchange.xzufi import markup
from exchange.xzufi.codes import LANGUAGES, MAIN_LANGUAGE
from exchange.xzufi.identity import Identity, identity
from exchange.xzufi.parsing import Node
from exchange.xzufi.read_service import NOT_NEEDED, all_covered
from exchange.xzufi.reading import Reading, SkippedObjectError, by_place

NAME = 200


def read_online(reading: Reading, node: Node) -> dict[str, Any]:
    """Return an online service as a row of a service: label, url, trust_level (code). Raises SkippedObjectError."""
    label = reading.lines(node.all("bezeichnung"))
    links: dict[str, str] = {}
    for link in by_place(node.all("link")):
        language = link.attributes.get("languageCode", MAIN_LANGUAGE)
        address = link.value("link") or link.value("uri")
        if markup.ADDRESS.match(address) and len(address) <= NAME:
            links.setdefault(language, address)
        title = link.value("titel")
        if title and language in LANGUAGES:
            label.setdefault(language, title)
        link.take()
    if not label.get(MAIN_LANGUAGE):
        raise SkippedObjectError("hat keine deutsche Bezeichnung")
    if any(len(text) > NAME for text in label.values()):
        raise SkippedObjectError(f"hat eine Bezeichnung mit mehr als {NAME} Zeichen")
    level = node.value("vertrauensniveau")
    for name in NOT_NEEDED:
        for child in node.all(name):
            child.take()
    # One address holds for all languages; the German one comes first.
    url = links.get(MAIN_LANGUAGE) or next(iter(links.values()), "")
    return {"label": label, "url": url, "trust_level": level if len(level) <= 4 else ""}


def responsibilities(node: Node) -> list[Identity]:
    """Return the services that an office or online service is responsible for in the city."""
    found = []
    for each in node.all("zustaendigkeit"):
        service = identity(each.first("leistungID"))
        if service and all_covered(each, "gebietID"):
            found.append(service)
        for name in ("id", "rolle", "positionDarstellung", "gueltigkeit"):
            for child in each.all(name):
                child.take()
    return found
