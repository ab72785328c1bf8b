"""How the tests of blocks make, render and refuse one."""

from typing import Any

from django.core.exceptions import ValidationError
from django.test import RequestFactory

from wagtail import blocks

import pytest
from bs4 import BeautifulSoup

from cms.blocks import ContentStreamBlock

BLOCKS = ContentStreamBlock(required=False).child_blocks


def body(*raw: tuple[str, Any], deferred: bool = False) -> blocks.StreamValue:
    """Return the cleaned value of blocks given as (type, value); `deferred` as a draft, which may lack something."""
    block = ContentStreamBlock(required=False)
    if deferred:
        block.defer_required_validation()
    try:
        return block.clean(block.to_python([{"type": kind, "value": value} for kind, value in raw]))
    finally:
        # The blocks inside are those of all instances.
        if deferred:
            block.restore_deferred_validation()


def html(kind: str, value: Any) -> BeautifulSoup:
    child = body((kind, value))[0]
    return BeautifulSoup(child.render({"request": RequestFactory().get("/")}), "html.parser")


def errors(kind: str, value: Any, deferred: bool = False) -> dict[str, str]:
    """Return field → message of the one block; "" stands for the block as a whole."""
    with pytest.raises(ValidationError) as caught:
        body((kind, value), deferred=deferred)
    return _flat(caught.value.block_errors[0])


def _flat(error: ValidationError) -> dict[str, str]:
    nested = getattr(error, "block_errors", None)
    if nested:
        pairs = nested.items() if isinstance(nested, dict) else enumerate(nested)
        found = {}
        for key, inner in pairs:
            if inner is not None:
                found |= {f"{key}.{rest}".rstrip("."): text for rest, text in _flat(inner).items()}
        return found
    return {"": " ".join(getattr(error, "non_block_errors", None) or error.messages)}
