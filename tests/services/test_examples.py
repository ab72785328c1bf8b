"""What is invented keeps its word in the data and is one small sign on the page, explained at the top."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from services.models.rows import Hint, Step
from services.templatetags.examples import examples_marked
from tests import factories

NOTICE = "Angaben mit ° (Beispiel) sind erfunden."


def page_of(client, service) -> BeautifulSoup:
    return BeautifulSoup(client.get(service.url).content, "html.parser").main


@pytest.fixture
def service(city):
    return factories.ServicePageFactory(parent=city.services, title="Perso", verification="confirmed")


def test_a_page_without_examples_has_neither_sign_nor_notice(client, service):
    Hint.objects.create(page=service, kind="general", text="Zum Beispiel mit Lichtbild")
    page = page_of(client, service)
    assert NOTICE not in page.text
    assert not page.select(".example-sign")


def test_one_marked_row_brings_sign_and_notice(client, service):
    Step.objects.create(page=service, title="Termin buchen (Beispiel)")
    page = page_of(client, service)
    assert page.text.count(NOTICE) == 1
    (step,) = page.select(".steps__title")
    assert step.select_one("[aria-hidden]").text == "°"
    # Whoever listens hears the word.
    assert step.select_one(".visually-hidden").text == " (Beispiel)"
    assert step.text.replace("°", "") == "Termin buchen (Beispiel)"


def test_a_marked_field_is_enough(client, service):
    service.first_step = "Buchen Sie einen Termin. (Beispiel)"
    service.save()
    assert NOTICE in page_of(client, service).text


def test_attributes_keep_the_word():
    html = '<a href="/x/" aria-label="Start (Beispiel)">Start (Beispiel)</a> (Beispiel)'
    marked = BeautifulSoup(examples_marked(html), "html.parser")
    assert marked.a["aria-label"] == "Start (Beispiel)"
    assert len(marked.select(".example-sign")) == 2


@given(st.text())
def test_nothing_else_of_a_page_changes(text):
    assert examples_marked(f"<p>{text}</p>") == f"<p>{text}</p>"


def test_a_note_for_colleagues_brings_no_notice(client, service):
    service.internal_note = "Text von der Nachbarstadt (Beispiel)"
    service.save()
    assert NOTICE not in page_of(client, service).text
