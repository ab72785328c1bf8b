"""Pass one: reads a whole delivery, checks it, and keeps it in a temporary file. Writes nothing to the database."""

import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from exchange.xzufi.checking import check, check_row
from exchange.xzufi.fields import SERVICE_ROWS
from exchange.xzufi.identity import Identity, identity
from exchange.xzufi.parsing import DELETE, Node, XzufiError, objects
from exchange.xzufi.read_office import read_office
from exchange.xzufi.read_online import read_online, responsibilities
from exchange.xzufi.read_service import read_service
from exchange.xzufi.reading import Reading, SkippedObjectError, instant, iso
from exchange.xzufi.report import Report
from services.models import OfficePage, ServicePage

Reader = Callable[[Reading, Node], dict[str, Any]]
READERS: dict[str, tuple[type, Reader]] = {
    "organisationseinheit": (OfficePage, read_office),
    "leistung": (ServicePage, read_service),
}


@dataclass
class Spool:
    """A delivery: where each object stands in the file, and what connects them. Later objects replace earlier ones."""

    file: IO[bytes]
    report: Report
    size: int = 0
    places: dict[type, dict[Identity, int]] = field(default_factory=lambda: {OfficePage: {}, ServicePage: {}})
    online: dict[Identity, dict[str, Any]] = field(default_factory=dict)
    # Service → those who are responsible for it, offices and online services alike.
    links: dict[Identity, list[Identity]] = field(default_factory=dict)
    has_offices = has_online = False
    gone: dict[Identity, str] = field(default_factory=dict)

    def read(self, model: type) -> Iterator[tuple[Identity, dict[str, Any]]]:
        """Yield the values of all objects of a kind, in the order of the delivery."""
        for who, place in sorted(self.places[model].items(), key=lambda entry: entry[1]):
            self.file.seek(place)
            yield who, json.loads(self.file.readline())

    def add(self, model: type, who: Identity, values: dict[str, Any]) -> None:
        self.places[model][who] = self.size
        self.size += self.file.write(json.dumps(values).encode() + b"\n")
        self.gone.pop(who, None)

    def add_link(self, service: Identity, to: Identity) -> None:
        known = self.links.setdefault(service, [])
        if to not in known:
            known.append(to)


def files(path: Path) -> list[Path]:
    """Return the XML files of a delivery: the file, or those of the folder, in the order of an `index.txt`."""
    if not path.is_dir():
        return [path]
    index = path / "index.txt"
    if index.exists():
        names = [line.strip() for line in index.read_text("utf-8", "replace").splitlines() if line.strip()]
        # Names only: an index must not lead out of its folder.
        found = [path / Path(name).name for name in names]
    else:
        found = sorted(path.glob("*.xml"))
    if not found:
        raise XzufiError("der Ordner enthält keine XML-Dateien")
    return found


def read_delivery(path: Path, report: Report) -> Spool:
    """Read all files. Raises XzufiError naming the file; then nothing of it may be used."""
    spool = Spool(tempfile.TemporaryFile(), report)  # noqa: SIM115 - lives as long as the spool
    for file in files(path):
        seen = 0
        try:
            for node in objects(file):
                _add(spool, node)
                seen += 1
            if not seen:
                raise XzufiError("keine XZuFi-Einträge (schreibe, loesche)")
        except XzufiError as error:
            raise XzufiError(f"{file.name}: {error}") from error
    return spool


def _add(spool: Spool, node: Node) -> None:
    node.used = True
    if node.name == DELETE:
        if who := identity(node.first("id")):
            spool.gone[who] = node.attributes.get("klasse", "")
            for places in spool.places.values():
                places.pop(who, None)
        return
    for child in node.children:
        if child.name in READERS:
            _add_page(spool, child)
        elif child.name == "onlinedienst":
            _add_online(spool, child)
        elif child.name == "zustaendigkeitTransferObjekt":
            _add_responsibility(spool, child)
        spool.report.unread.update(child.unused())


def _add_page(spool: Spool, node: Node) -> None:
    model, reader = READERS[node.name]
    who = identity(node.first("id"))
    if who is None:
        spool.report.counts["übersprungen"] += 1
        spool.report.say(node.name, "ein Eintrag ohne brauchbare Kennung fehlt")
        node.take()
        return
    reading = Reading(spool.report, str(who))
    try:
        values = reader(reading, node)
    except SkippedObjectError as error:
        spool.report.counts["übersprungen"] += 1
        reading.say(str(error))
        node.take()
        return
    check(reading, model)
    changed = iso(instant(node.value("versionsinformation", "geaendertDatumZeit")))
    if who in spool.places[model]:
        reading.say("kommt mehrmals vor; es gilt der letzte Eintrag")
    spool.add(model, who, values | {"@changed": changed})
    if model is OfficePage:
        for service in responsibilities(node):
            spool.has_offices = True
            spool.add_link(service, who)


def _add_online(spool: Spool, node: Node) -> None:
    who = identity(node.first("id"))
    reading = Reading(spool.report, str(who or "onlinedienst"))
    try:
        row = read_online(reading, node)
    except SkippedObjectError as error:
        spool.report.counts["übersprungen"] += 1
        reading.say(str(error))
        node.take()
        return
    if who and check_row(reading, ServicePage, "online_services", SERVICE_ROWS["online_services"], row):
        spool.online[who] = row
        spool.has_online = True
        spool.gone.pop(who, None)
        for service in responsibilities(node):
            spool.add_link(service, who)


def _add_responsibility(spool: Spool, node: Node) -> None:
    above = identity(node.first("uebergeordnetesObjektID"))
    kinds = [each.attributes.get("type", "") for each in node.all("zustaendigkeit")]
    services = responsibilities(node)
    for service in services if above else ():
        assert above is not None
        spool.add_link(service, above)
        if any("Onlinedienst" in kind for kind in kinds):
            spool.has_online = True
        else:
            spool.has_offices = True
