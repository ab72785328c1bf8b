import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.folding import content_tokens, fold, key, query_tokens, tokens


@pytest.mark.parametrize(
    "spellings",
    [
        ("Bäckerei", "Baeckerei", "Backerei", "BÄCKEREI", "Ba\u0308ckerei"),
        ("Fußweg", "Fussweg", "FUẞWEG"),
        ("geöffnet", "geoeffnet", "geoffnet"),
        ("Überführung", "Ueberfuehrung", "Uberfuhrung"),
        ("Änderung", "Aenderung"),
        ("kayıt", "kayit", "KAYIT"),
        ("Straße", "STRASSE", "Straſse"),
    ],
)
def test_spellings_of_one_word_meet(spellings):
    assert len({fold(word) for word in spellings}) == 1


@pytest.mark.parametrize("word", ["feuerwehr", "neue", "bauer", "quelle", "steuer"])
def test_ue_after_a_vowel_or_q_is_no_umlaut(word):
    assert fold(word) == word


@given(st.text(alphabet="bcdfghklmnprstwzäöüß", max_size=20))
def test_umlauts_and_their_pairs_of_letters_meet(word):
    pairs = word.translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}))
    # After another umlaut, "ue" is ambiguous: no German word has two in a row.
    if not any(pair in word for pair in ("äü", "öü", "üü")):
        assert fold(pairs) == fold(word)


def test_tokens_are_letters_and_digits():
    assert tokens('Wohnsitz-Anmeldung: § 17, "BMG"_2') == ["wohnsitz", "anmeldung", "17", "bmg", "2"]


@given(st.text())
def test_tokens_hold_nothing_a_database_could_misread(text):
    assert all(token.isalnum() and 0 < len(token) <= 40 for token in tokens(text))


def test_stop_words_go_unless_nothing_else_is_left():
    assert content_tokens(tokens("Wo bekomme ich einen Ausweis?")) == ["bekomme", "ausweis"]
    assert content_tokens(tokens("Wo und wann?")) == ["wo", "und", "wann"]


def test_a_query_is_cut_at_two_hundred_characters_and_twelve_words():
    assert query_tokens("a" * 190 + " " * 20 + "hund") == ["a" * 40]
    assert len(query_tokens("ab " * 100)) == 12


@given(st.text())
def test_a_key_fits_into_its_column(text):
    assert len(key(text)) <= 255
