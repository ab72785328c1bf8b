"""Ids of headings: every heading has one, no two are the same, and none is one of the templates' own."""

import re
from pathlib import Path
from typing import Any

from django.conf import settings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms import contents
from cms.blocks import ContentStreamBlock

SPECIAL = ["Kosten", "Gebühr", "Gebühr 1", "الرسوم", "1", "-"]
WORDS = st.lists(st.text(max_size=40) | st.sampled_from(SPECIAL), max_size=12)


def body(*texts: str, level: str = "h2") -> Any:
    raw = [{"type": "heading", "value": {"text": text, "level": level}} for text in texts]
    return ContentStreamBlock(required=False).to_python(raw)


@given(WORDS)
def test_ids_are_there_once_each_and_hold_no_space(texts):
    anchors = [anchor for _block, anchor in contents.anchored(body(*texts))]
    assert len(set(anchors)) == len(texts)
    assert all(re.fullmatch(r"abschnitt-[a-z0-9_-]+", anchor) for anchor in anchors)


@given(WORDS)
def test_the_list_of_contents_names_the_ids_on_the_page(texts):
    stream = body(*texts)
    on_page = {anchor: block.value["text"] for block, anchor in contents.anchored(stream)}
    listed = {heading.anchor: heading.text for heading in contents.headings(stream)}
    assert listed == {anchor: text for anchor, text in on_page.items() if text}


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("Das bringen Sie mit", "abschnitt-das-bringen-sie-mit"),
        ("Größe und Maße", "abschnitt-groesse-und-masse"),
        ("الرسوم", "abschnitt-1"),
    ],
)
def test_an_id_is_made_of_the_words_where_it_can_be(text, anchor):
    assert [found for _block, found in contents.anchored(body(text))] == [anchor]


def test_a_single_heading_is_named_too():
    assert [heading.text for heading in contents.headings(body("Kosten"))] == ["Kosten"]


def test_headings_below_the_second_level_are_not_listed():
    assert contents.headings(body("Kosten", level="h3")) == []


def test_no_template_has_an_id_of_its_own_that_looks_like_one():
    templates = Path(settings.BASE_DIR, "templates").rglob("*.html")
    assert [path.name for path in templates if f'id="{contents.PREFIX}' in path.read_text()] == []
