from django.utils.html import escape, strip_tags

from hypothesis import given
from hypothesis import strategies as st

from search.highlighting import highlight


def test_words_are_marked_in_their_own_spelling():
    assert highlight("Die Bäckerei hat Öffnungszeiten", ["backerei", "zeiten"]) == (
        "Die <mark>Bäckerei</mark> hat <mark>Öffnungszeiten</mark>"
    )


def test_text_stays_text():
    assert highlight('<b>"Hund"</b>', ["hund"]) == "&lt;b&gt;&quot;<mark>Hund</mark>&quot;&lt;/b&gt;"


@given(st.text(alphabet="ab&<>\"' ", max_size=40))
def test_marks_change_no_letter(text):
    marked = highlight(text, ["a", "ab"])
    assert marked.replace("<mark>", "").replace("</mark>", "") == escape(text)
    assert strip_tags(highlight("ab", ["ab"])) == "ab"
