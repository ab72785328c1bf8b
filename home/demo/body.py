"""Turns the readable blocks of the YAML into a checked stream value."""

from typing import Any

from wagtail.blocks import StreamValue
from wagtail.blocks.stream_block import StreamBlockValidationError

from cms.blocks import ContentStreamBlock
from home.demo.references import References
from home.demo.source import Row

BLOCK = ContentStreamBlock(required=False)


def build(row: Row, references: References) -> StreamValue:
    """Return the body of a row; a wrong block is named by its number and kind."""
    raw = []
    for number, block in enumerate(row.take("body", []) or [], start=1):
        kind = block.get("type")
        if kind not in BLOCK.child_blocks:
            raise row.error(f"body {number}", f"den Baustein „{kind}“ gibt es nicht")
        raw.append(
            {"type": kind, "value": _value(row, f"body {number} ({kind})", kind, block.get("value"), references)}
        )
    value = BLOCK.to_python(raw)
    try:
        return BLOCK.clean(value)
    except StreamBlockValidationError as error:
        number, problem = next(iter((error.block_errors or {0: error.non_block_errors}).items()))
        raise row.error(f"body {number + 1} ({raw[number]['type'] if raw else ''})", _words(problem)) from error


def _words(problem: Any) -> str:
    nested = getattr(problem, "block_errors", None)
    if isinstance(nested, dict) and nested:
        return "; ".join(f"{key}: {_words(value)}" for key, value in nested.items())
    return "; ".join(getattr(problem, "messages", [str(problem)]))


def _value(row: Row, key: str, kind: str, value: Any, references: References) -> Any:
    if kind == "text":
        return references.rich_text(value)
    if kind == "table":
        return _table(value)
    return _resolved(row, key, value, references)


def _resolved(row: Row, key: str, value: Any, references: References) -> Any:
    """Replace names by ids, at any depth of a struct."""
    if isinstance(value, list):
        return [_resolved(row, key, item, references) for item in value]
    if not isinstance(value, dict):
        return value
    return {name: _member(row, key, name, item, references) for name, item in value.items()}


def _member(row: Row, key: str, name: str, value: Any, references: References) -> Any:
    if name in {"page", "office"} and value:
        return references.need_page(row, key, value).pk
    if name == "image" and value:
        return references.need_image(row, key, value).pk
    if isinstance(value, str) and "<" in value:
        return references.rich_text(value)
    return _resolved(row, key, value, references)


def _table(value: dict[str, Any]) -> dict[str, Any]:
    return {
        "caption": value["caption"],
        "columns": [{"type": "text", "heading": heading} for heading in value["columns"]],
        "rows": [{"values": [str(cell) for cell in row]} for row in value["rows"]],
    }
