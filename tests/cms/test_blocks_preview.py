"""The preview of each block in the picker of the editor: in the style of the site, never empty."""

from django.urls import reverse

import pytest
from bs4 import BeautifulSoup

from cms.blocks import ContentStreamBlock
from tests.factories import ImageFactory

BLOCKS = ContentStreamBlock(required=False).child_blocks


def preview(editor, name: str) -> BeautifulSoup:
    answer = editor.get(reverse("wagtailadmin_block_preview"), {"id": BLOCKS[name].definition_prefix})
    assert answer.status_code == 200
    # The picker shows it in a frame of our own pages.
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    return BeautifulSoup(answer.content, "html.parser")


@pytest.mark.parametrize("name", list(BLOCKS))
def test_a_block_previews_in_the_style_of_the_site(editor, name):
    page = preview(editor, name)
    assert page.find("link", rel="stylesheet")["href"].endswith("css/main.css")
    example = page.select_one(f".body__block--{name}")
    assert len(example.text.split()) >= 3
    assert "{" not in example.text


@pytest.mark.parametrize("name", list(BLOCKS))
def test_a_preview_value_is_one_an_editor_could_save(editor, name):
    if name not in {"picture", "opening_hours"}:
        BLOCKS[name].clean(BLOCKS[name].get_preview_value())


def test_a_picture_previews_with_the_newest_of_the_collection(editor):
    ImageFactory(description="Ein alter Turm")
    ImageFactory(description="Ein neuer Turm")
    assert preview(editor, "picture").img["alt"] == "Ein neuer Turm"


def test_without_pictures_the_preview_says_what_will_be_there(editor):
    page = preview(editor, "picture")
    assert "sobald eines in der Bildersammlung liegt" in page.text
    assert not page.find("img")


def test_opening_hours_preview_without_any_office(editor):
    assert "Beispiel" in preview(editor, "opening_hours").table.caption.text
