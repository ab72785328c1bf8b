"""Every block renders what the editor typed and complains in German at the field that is wrong."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.template.loader import get_template
from django.test import RequestFactory
from django.utils import translation

from wagtail.models import Locale

import pytest

from tests.cms.block_cases import BLOCKS, body, errors, html
from tests.factories import ContentPageFactory, ImageFactory

each_block = pytest.mark.parametrize("name", list(BLOCKS))


@each_block
def test_a_block_introduces_itself_to_the_editor(name):
    block = BLOCKS[name]
    assert block.meta.icon != "placeholder"
    assert block.meta.group in {"Text", "Abschnitte", "Wege", "Medien"}
    assert block.get_description().endswith(".")
    assert block.label != name.replace("_", " ").capitalize() or name == "text"
    assert get_template(block.meta.template)
    assert block.is_previewable


@each_block
def test_every_field_of_a_block_has_a_german_label(name):
    def fields(block):
        children = getattr(block, "child_blocks", None) or {}
        for key, child in children.items():
            yield key, child
            yield from fields(child)
        if inner := getattr(block, "child_block", None):
            yield from fields(inner)

    same_in_german = {"text", "links"}
    for key, child in fields(BLOCKS[name]):
        assert child.label != key.replace("_", " ").capitalize() or key in same_in_german, f"{name}.{key}"


def test_text_leads_to_live_pages_only(city):
    live = ContentPageFactory(parent=city.home, title="Live")
    draft = ContentPageFactory(parent=city.home, title="Entwurf", live=False)
    text = f'<p><a linktype="page" id="{live.pk}">a</a> <a linktype="page" id="{draft.pk}">b</a></p>'
    first, second = html("text", text).find_all("a")
    assert first["href"] == "/live/"
    assert not second.has_attr("href")


def test_a_link_in_text_leads_to_the_readers_language(city):
    english = Locale.objects.create(language_code="en")
    city.home.copy_for_translation(english).save_revision().publish()
    page = ContentPageFactory(parent=city.home, title="Wohnen")
    translated = page.copy_for_translation(english)
    translated.slug = "housing"
    translated.save_revision().publish()
    with translation.override("en"):
        assert html("text", f'<a linktype="page" id="{page.pk}">x</a>').a["href"] == "/en/housing/"
        assert html("call_to_action", {"label": "Go", "page": page.pk}).a["href"] == "/en/housing/"
        assert html("link_list", {"links": [{"label": "Go", "page": page.pk}]}).a["href"] == "/en/housing/"
        assert html("contact_card", {"title": "Help", "page": page.pk}).a["href"] == "/en/housing/"


def test_a_link_without_translation_leads_to_the_german_page(city):
    Locale.objects.create(language_code="en")
    page = ContentPageFactory(parent=city.home, title="Wohnen")
    with translation.override("en"):
        assert html("call_to_action", {"label": "Go", "page": page.pk}).a["href"] == "/wohnen/"


def test_a_heading_that_stands_alone_has_words_and_no_anchor():
    heading = html("heading", {"text": "Das bringen Sie mit", "level": "h2"}).h2
    assert heading.text == "Das bringen Sie mit"
    assert "id" not in heading.attrs


def test_a_heading_needs_words():
    assert errors("heading", {"text": "", "level": "h2"}) == {"text": "Dieses Feld muss ausgefüllt werden."}


def test_the_first_heading_has_level_two():
    assert errors("heading", {"text": "Zu tief", "level": "h3"}) == {
        "level": "Die erste Überschrift der Seite hat Ebene 2."
    }
    body(("heading", {"text": "Oben", "level": "h2"}), ("heading", {"text": "Darunter", "level": "h3"}))


def test_a_note_says_its_level_in_words():
    note = html("note", {"level": "warning", "title": "Frist", "text": "<p>Bis morgen.</p>"})
    assert "Achtung" in note.text
    assert "Bis morgen." in note.text


def test_a_note_needs_text():
    assert list(errors("note", {"level": "info", "title": "Leer", "text": ""})) == ["text"]


def test_three_notes_are_one_too_many():
    note = ("note", {"level": "info", "text": "<p>Wichtig.</p>"})
    body(note, note)
    with pytest.raises(ValidationError) as caught:
        body(note, note, note)
    assert "Hinweis" in str(caught.value.non_block_errors[0])


def test_a_quotation_is_quoted_with_its_source():
    quotation = html("quotation", {"text": "Einfacher soll es werden.", "author": "Bürgerkonferenz 2021"})
    assert quotation.blockquote
    assert "Bürgerkonferenz 2021" in quotation.text


def test_a_quotation_needs_words():
    assert list(errors("quotation", {"text": "", "author": "Niemand"})) == ["text"]


def test_an_accordion_opens_without_script():
    accordion = html("accordion", {"items": [{"title": "Wann?", "text": "<p>Jetzt.</p>"}]})
    assert accordion.details.summary.text.strip() == "Wann?"
    assert "Jetzt." in accordion.details.text


def test_a_part_of_an_accordion_needs_a_title():
    assert list(errors("accordion", {"items": [{"title": "", "text": ""}]})) == ["items.0.title"]


def test_steps_are_an_ordered_list():
    steps = html("steps", {"items": [{"title": "Buchen", "text": ""}, {"title": "Kommen", "text": "<p>Bitte.</p>"}]})
    assert [" ".join(step.text.split()) for step in steps.ol.find_all("li", recursive=False)] == [
        "Buchen",
        "Kommen Bitte.",
    ]


def test_one_step_is_no_order():
    assert list(errors("steps", {"items": [{"title": "Buchen", "text": ""}]})) == ["items"]


TABLE = {
    "caption": "Eintritt",
    "columns": [{"type": "text", "heading": "Wer"}, {"type": "number", "heading": "Euro"}],
    "rows": [{"values": ["Kinder", "2.5"]}, {"values": ["Erwachsene", "5"]}],
}


def test_a_table_has_caption_and_header_cells():
    table = html("table", TABLE).table
    assert table.caption.text == "Eintritt"
    assert [cell.text for cell in table.thead.find_all("th", scope="col")] == ["Wer", "Euro"]
    assert [cell.text for cell in table.tbody.find_all("th", scope="row")] == ["Kinder", "Erwachsene"]


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [("46,50", "46.50", "46,50"), ("1.200,5", "1200.5", "1.200,5"), ("7", "7", "7"), ("", None, "")],
)
def test_a_number_in_a_table_is_typed_and_shown_as_people_write_it(typed, stored, shown):
    number = BLOCKS["table"].child_blocks["number"]
    value = number.value_from_datadict({"zahl": typed}, {}, "zahl")
    assert number.clean(value) == (stored and Decimal(stored))
    assert number.field.widget.format_value(number.field.prepare_value(number.clean(value))) in {shown, None}
    assert number.field.widget.input_type == "text"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"caption": " "}, "Geben Sie der Tabelle eine Überschrift, die sagt, was sie zeigt."),
        ({"columns": [{"type": "text", "heading": ""}] * 2}, "Jede Spalte braucht eine Kopfzelle."),
        ({"rows": []}, "Eine Tabelle braucht mindestens eine Spalte und eine Zeile."),
    ],
)
def test_a_table_needs_caption_header_cells_and_rows(wrong, message):
    assert errors("table", TABLE | wrong) == {"": message}


@pytest.mark.django_db
def test_a_picture_shows_description_author_and_licence():
    image = ImageFactory(description="Ein Fördergerüst", author="Ada", licence="CC BY 4.0")
    figure = html("picture", {"image": image.pk, "caption": "Am Abend"}).figure
    assert figure.img["alt"] == "Ein Fördergerüst"
    assert all(word in figure.figcaption.text for word in ("Am Abend", "Ada", "CC BY 4.0"))


@pytest.mark.django_db
def test_a_decorative_picture_has_an_empty_alternative():
    image = ImageFactory()
    assert html("picture", {"image": image.pk, "decorative": True}).img["alt"] == ""


@pytest.mark.django_db
def test_a_picture_is_described_or_decorative_not_both():
    image = ImageFactory()
    assert list(errors("picture", {"image": image.pk, "alt": "Ein Turm", "decorative": True})) == ["alt"]
    bare = ImageFactory(description="")
    assert list(errors("picture", {"image": bare.pk})) == ["alt"]
    body(("picture", {"image": ImageFactory(description="", is_decorative=True).pk}))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("heading", {"text": "", "level": "h3"}),
        ("note", {"level": "info", "text": ""}),
        ("quotation", {"text": ""}),
        ("accordion", {"items": []}),
        ("steps", {"items": [{"title": "", "text": ""}]}),
        ("table", TABLE | {"caption": "", "rows": []}),
        ("call_to_action", {"label": ""}),
        ("link_list", {"links": [{"label": ""}]}),
        ("contact_card", {"title": ""}),
        ("opening_hours", {"office": None}),
        ("picture", {"image": None}),
    ],
)
def test_a_draft_may_be_incomplete_and_still_renders(kind, value):
    value = body((kind, value), deferred=True)
    value.render_as_block({"request": RequestFactory().get("/")})
