"""Words of other languages for the services: in their script, leading to what exists, in German that stands there."""

import csv
import re
import unicodedata
from collections import Counter, defaultdict

import pytest

from search.folding import fold
from tests.services.fixture_sources import FIXTURES, SERVICES

FOLDER = FIXTURES / "search" / "vocabulary"
# language: least number of services, script
LANGUAGES = {
    "en": (80, "LATIN"),
    "tr": (80, "LATIN"),
    "ar": (80, "ARABIC"),
    "uk": (80, "CYRILLIC"),
    "ru": (40, "CYRILLIC"),
}
FOREIGN_LETTERS = {"uk": "ыэёъ", "ru": "іїєґ"}
WORD = re.compile(r"[^\W_]+")
BY_SLUG = {service["slug"]: service for service in SERVICES}

each_language = pytest.mark.parametrize("language", LANGUAGES)


def rows(language: str) -> list[dict[str, str]]:
    with (FOLDER / f"{language}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def words(*texts: str) -> set[str]:
    return {word.lower() for text in texts for word in WORD.findall(text)}


def scripts(text: str) -> set[str]:
    return {unicodedata.name(letter).split()[0] for letter in text if letter.isalpha()}


def test_every_file_is_a_known_language():
    assert {path.stem for path in FOLDER.glob("*.csv")} == set(LANGUAGES)


@each_language
def test_header(language):
    first_line = (FOLDER / f"{language}.csv").read_text(encoding="utf-8").partition("\n")[0]
    assert first_line == "phrase,expression,service"


@each_language
def test_every_row_leads_to_a_service(language):
    assert [row for row in rows(language) if row["service"] not in BY_SLUG] == []


@each_language
def test_no_phrase_twice_for_one_service(language):
    pairs = Counter((row["phrase"], row["service"]) for row in rows(language))
    assert [pair for pair, count in pairs.items() if count > 1] == []


@each_language
def test_phrases_are_short_and_tidy(language):
    for row in rows(language):
        phrase = row["phrase"]
        assert 1 <= len(phrase.split()) <= 4, phrase
        assert phrase == " ".join(phrase.lower().split())
        assert phrase == unicodedata.normalize("NFC", phrase)


@each_language
def test_enough_services_with_enough_phrases(language):
    """A phrase with and without its accents counts once, as the search reads it."""
    phrases = defaultdict(set)
    for row in rows(language):
        phrases[row["service"]].add(fold(row["phrase"]))
    rich = [service for service, found in phrases.items() if len(found) >= 6]
    assert len(phrases) >= LANGUAGES[language][0]
    assert len(rich) >= 0.8 * len(phrases)


@each_language
def test_phrases_are_written_in_the_script_of_the_language(language):
    """ "id картка" keeps its Latin word, but no word mixes scripts: a Latin "c" in a Cyrillic word is never found."""
    script = LANGUAGES[language][1]
    for row in rows(language):
        phrase = row["phrase"]
        assert script in scripts(phrase), phrase
        assert all(len(scripts(word)) <= 1 for word in WORD.findall(phrase)), phrase
        assert not set(phrase) & set(FOREIGN_LETTERS.get(language, "")), phrase


def test_arabic_is_written_without_vowel_signs():
    signs = {letter for row in rows("ar") for letter in row["phrase"] if unicodedata.category(letter) == "Mn"}
    assert signs == set()


@each_language
def test_expressions_stand_in_the_german_words_of_the_service(language):
    for row in rows(language):
        service = BY_SLUG[row["service"]]
        known = words(service["title"], service.get("official_name", ""), *service.get("citizen_words", []))
        assert row["expression"]
        assert words(row["expression"]) <= known, row
