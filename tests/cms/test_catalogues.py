"""The words of the public interface and its mails in other languages: all of them, translated, and still said."""

import re
from pathlib import Path

import polib
import pytest

from scripts.public_messages import add_missing, found

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = {
    path.parts[-3]: polib.pofile(str(path)) for path in sorted((ROOT / "locale").glob("*/LC_MESSAGES/django.po"))
}
COMPLETE = {code: catalogue for code, catalogue in CATALOGUES.items() if code in {"en", "tr", "ar", "uk"}}
PLACE = re.compile(r"%\(\w+\)s")


@pytest.fixture(scope="module")
def said():
    return found()


def keys(catalogue) -> set:
    return {(entry.msgctxt, entry.msgid) for entry in catalogue}


def test_these_languages_have_a_catalogue():
    assert set(CATALOGUES) == {"de", "de_Simple", "en", "tr", "ar", "uk"}


@pytest.mark.parametrize("code", COMPLETE)
def test_every_public_word_is_in_the_catalogue_and_nothing_else(said, code):
    assert said
    assert sorted(said.keys() - keys(COMPLETE[code]), key=str) == []
    assert sorted(keys(COMPLETE[code]) - said.keys(), key=str) == []


def test_plain_language_overrides_only_what_is_said(said):
    assert sorted(keys(CATALOGUES["de_Simple"]) - said.keys(), key=str) == []


def test_a_new_word_comes_into_the_catalogue_untranslated(said):
    catalogue = polib.POFile()
    catalogue.metadata = COMPLETE["ar"].metadata
    assert len(add_missing(catalogue)) == len(said)
    assert len(catalogue.untranslated_entries()) == len(said)
    assert any(len(entry.msgstr_plural) == 6 for entry in catalogue)


@pytest.mark.parametrize("code", [*COMPLETE, "de_Simple"])
def test_no_word_is_empty_or_doubtful_and_every_place_is_kept(code):
    for entry in CATALOGUES[code]:
        texts = list(entry.msgstr_plural.values()) or [entry.msgstr]
        assert all(text.strip() for text in texts), entry.msgid
        assert not entry.fuzzy, entry.msgid
        for text in texts:
            # "One result" needs no number.
            assert set(PLACE.findall(text)) <= set(PLACE.findall(entry.msgid)), entry.msgid
        assert any(set(PLACE.findall(text)) == set(PLACE.findall(entry.msgid)) for text in texts), entry.msgid


@pytest.mark.parametrize("code", COMPLETE)
def test_every_plural_form_of_the_language_is_there(code):
    forms = int(re.search(r"nplurals=(\d)", COMPLETE[code].metadata["Plural-Forms"])[1])
    plurals = [entry for entry in COMPLETE[code] if entry.msgid_plural]
    assert plurals
    assert all(len(entry.msgstr_plural) == forms for entry in plurals)
