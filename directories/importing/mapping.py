"""What a column of a source means, as data: the key `import` of fixtures/directories/<slug>.yaml."""

import re
from collections.abc import Mapping as AbcMapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings

import yaml

from directories.importing.errors import SourceError
from directories.values import one_line

FOLDER = Path(settings.BASE_DIR) / "fixtures" / "directories"
SLUG = re.compile(r"[a-z0-9-]{1,80}")
T = TypeVar("T")


@dataclass(frozen=True)
class Rule:
    """How a value comes out of a row.

    `text` is the same for all rows; else the cells of `column` or `columns` are taken one by one: `pattern` (its first
    group) finds a part, `split` cuts at a word, `words` replaces ("" drops). `join` makes one value of all.
    `otherwise` is the column where nothing was found.
    """

    column: str = ""
    columns: tuple[str, ...] = ()
    text: str = ""
    pattern: str = ""
    split: str = ""
    join: str = ""
    words: dict[str, str] = field(default_factory=dict)
    otherwise: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The columns that must exist."""
        return tuple(name for name in (self.column, *self.columns, self.otherwise) if name)

    def read(self, row: AbcMapping[str, str]) -> list[str]:
        """Return the values of a row, nothing where it says nothing."""
        if self.text:
            return [self.text]
        cells = [row[name] for name in (self.columns or (self.column,)) if name]
        found = [word for cell in cells for word in self._words(cell) if word]
        if not found and self.otherwise and (instead := one_line(row[self.otherwise])):
            found = [instead]
        return [self.join.join(found)] if self.join and found else found

    def _words(self, cell: str) -> list[str]:
        cell = one_line(cell)
        if self.pattern:
            match = re.search(self.pattern, cell)
            cell = match[1].strip() if match else ""
        parts = [part.strip() for part in cell.split(self.split)] if self.split else [cell]
        return [self.words.get(part, part) for part in parts]


NOTHING = Rule()


@dataclass(frozen=True)
class Mapping:
    """`x` and `y` are columns in the coordinate system `crs`; `area` (west, south, east, north) in WGS84 degrees.

    Rows in which the column `starts_with` is empty belong to the one above. With `same_id: merge` rows of one id are
    one entry. Names and addresses stay as the source writes them.
    """

    file: str
    id: Rule
    name: Rule
    encoding: str = "utf-8-sig"
    delimiter: str = ";"
    starts_with: str = ""
    same_id: str = "refuse"
    street: Rule = NOTHING
    postcode: Rule = NOTHING
    city: Rule = NOTHING
    district: Rule = NOTHING
    as_of: Rule = NOTHING
    x: str = ""
    y: str = ""
    crs: str = "EPSG:25832"
    area: tuple[float, float, float, float] = (-180.0, -90.0, 180.0, 90.0)
    values: dict[str, Rule] = field(default_factory=dict)

    @property
    def columns(self) -> set[str]:
        """The columns that must exist."""
        rules = [self.id, self.name, self.street, self.postcode, self.city, self.district, self.as_of]
        named = {name for rule in [*rules, *self.values.values()] for name in rule.names}
        return named | {self.x, self.y, self.starts_with} - {""}


def slugs() -> list[str]:
    """Return the directories that have a mapping."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def load(slug: str) -> Mapping:
    """Return the mapping of a directory. Raises SourceError naming the file."""
    path = FOLDER / f"{slug}.yaml"
    if not SLUG.fullmatch(slug) or not path.is_file():
        raise SourceError(f"{slug}.yaml", f"gibt es nicht; es gibt: {', '.join(slugs())}")
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise SourceError(path.name, one_line(error)) from error
    return parse(data.get("import") if isinstance(data, dict) else None, path.name)


def parse(data: Any, file: str) -> Mapping:
    """Return the mapping that `data` describes; `file` is named in complaints."""
    if not isinstance(data, dict):
        raise SourceError(file, "„import“ fehlt oder hat keine Felder")
    plain, rules = {"area", "crs", "delimiter", "encoding", "file", "same_id", "starts_with", "x", "y"}, dict(data)
    values = rules.pop("values", {})
    if not isinstance(values, dict):
        raise SourceError(file, "„values“ hat keine Felder")
    given = {key: value if key in plain else _rule(value, file, key) for key, value in rules.items()}
    given["values"] = {str(key): _rule(value, file, str(key)) for key, value in values.items()}
    mapping = _build(Mapping, given, file)
    if bool(mapping.x) != bool(mapping.y):
        raise SourceError(file, "„x“ und „y“ gehören zusammen")
    return mapping


def _rule(value: Any, file: str, key: str) -> Rule:
    if isinstance(value, str):
        return Rule(column=value)
    if not isinstance(value, dict):
        raise SourceError(file, f"„{key}“ ist weder eine Spalte noch eine Regel")
    given = dict(value)
    given["columns"] = tuple(given.get("columns", ()))
    given["words"] = {str(word): str(new or "") for word, new in given.get("words", {}).items()}
    return _build(Rule, given, file)


def _build(model: type[T], given: dict[str, Any], file: str) -> T:
    known = {item.name for item in fields(model)}  # type: ignore[arg-type]
    if unknown := sorted(set(given) - known):
        raise SourceError(file, f"„{unknown[0]}“ ist nicht bekannt")
    try:
        return model(**given)
    except TypeError as error:
        raise SourceError(file, f"unvollständig: {one_line(error)}") from error
