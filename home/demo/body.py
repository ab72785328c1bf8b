"""Turns the readable blocks of the YAML into a checked stream value."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError

from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from cms.blocks import ContentStreamBlock
from cms.blocks.tables import TableBlock
from home.demo.references import References
from home.demo.source import Row

BLOCK = ContentStreamBlock(required=False)


def build(row: Row, references: References) -> StreamValue:
    """Return the body of a row; a wrong block is named by its number and kind."""
    reader = _Reader(row, references)
    raw = [reader.block(number, child) for number, child in enumerate(row.children("body"), start=1)]
    # All streams share their child blocks: a draft saved in this process may have left them lenient.
    BLOCK.restore_deferred_validation()
    try:
        return BLOCK.clean(BLOCK.to_python(raw))
    except StreamBlockValidationError as error:
        for number, problem in (error.block_errors or {}).items():
            raise row.error(f"body {number + 1} ({raw[number]['type']})", _words(problem)) from error
        raise row.error("body", _words(error)) from error


@dataclass(frozen=True)
class _Reader:
    """Reads values as their blocks are defined; names of pages and pictures become their numbers."""

    row: Row
    references: References

    def block(self, number: int, child: Row) -> dict[str, Any]:
        kind = child.need("type")
        if kind not in BLOCK.child_blocks:
            raise self.row.error(f"body {number}", f"den Baustein „{kind}“ gibt es nicht")
        value = self.value(BLOCK.child_blocks[kind], f"body {number} ({kind})", child.take("value"))
        child.finish()
        return {"type": kind, "value": value}

    def value(self, block: blocks.Block, key: str, value: Any) -> Any:
        if isinstance(block, TableBlock):
            return self._table(key, value)
        if isinstance(block, blocks.StructBlock):
            parts = self._parts(block, key, value)
            return {name: self.value(block.child_blocks[name], f"{key} {name}", part) for name, part in parts}
        if isinstance(block, blocks.ListBlock):
            return [self.value(block.child_block, f"{key} {number}", item) for number, item in self._items(key, value)]
        if isinstance(block, blocks.RichTextBlock):
            return self.references.rich_text(self.row, key, str(value or ""))
        if isinstance(block, blocks.PageChooserBlock):
            return self.references.need_page(self.row, key, value).pk if value else None
        if isinstance(block, ImageChooserBlock):
            return self.references.need_image(self.row, key, value).pk if value else None
        return value

    def _parts(self, block: blocks.StructBlock, key: str, value: Any) -> list[tuple[str, Any]]:
        if not isinstance(value, dict):
            raise self.row.error(key, "muss aus Feldern bestehen")
        if unknown := sorted(set(value) - set(block.child_blocks)):
            raise self.row.error(f"{key} {unknown[0]}", "ist nicht bekannt")
        return list(value.items())

    def _items(self, key: str, value: Any) -> list[tuple[int, Any]]:
        if not isinstance(value, list):
            raise self.row.error(key, "muss eine Liste sein")
        return list(enumerate(value, start=1))

    def _table(self, key: str, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict) or set(value) != {"caption", "columns", "rows"}:
            raise self.row.error(key, "braucht caption, columns und rows")
        columns, rows = value["columns"], value["rows"]
        if wrong := next((number for number, cells in enumerate(rows, start=1) if len(cells) != len(columns)), None):
            raise self.row.error(f"{key} rows {wrong}", f"braucht {len(columns)} Zellen")
        return {
            "caption": value["caption"],
            "columns": [{"type": "text", "heading": heading} for heading in columns],
            "rows": [{"values": [str(cell) for cell in cells]} for cells in rows],
        }


def _words(problem: ValidationError) -> str:
    """Return the complaint of a block with the names of its fields."""
    nested = getattr(problem, "block_errors", None)
    if nested:
        pairs = nested.items() if isinstance(nested, dict) else enumerate(nested, start=1)
        return "; ".join(f"{key}: {_words(inner)}" for key, inner in pairs if inner)
    whole = getattr(problem, "non_block_errors", None)
    return "; ".join(str(message) for message in (whole or problem.messages))
