"""The words of the frame in other languages: the same in every catalogue, complete, and in use."""

import re
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = {
    path.parts[-3]: polib.pofile(str(path)) for path in sorted((ROOT / "locale").glob("*/LC_MESSAGES/django.po"))
}
FOREIGN = {code: catalogue for code, catalogue in CATALOGUES.items() if code != "de"}
PLACE = re.compile(r"%\(\w+\)s")


def test_every_language_has_the_same_words():
    assert set(FOREIGN) == {"en", "tr", "ar", "uk"}
    words = [sorted(entry.msgid for entry in catalogue) for catalogue in FOREIGN.values()]
    assert all(found == words[0] for found in words)


@pytest.mark.parametrize("code", FOREIGN)
def test_no_word_is_empty_and_every_place_is_kept(code):
    for entry in FOREIGN[code]:
        texts = list(entry.msgstr_plural.values()) or [entry.msgstr]
        assert all(text.strip() for text in texts), entry.msgid
        for text in texts:
            # "One result" needs no number.
            assert set(PLACE.findall(text)) <= set(PLACE.findall(entry.msgid)), entry.msgid
        assert any(set(PLACE.findall(text)) == set(PLACE.findall(entry.msgid)) for text in texts), entry.msgid


def test_every_word_is_still_said_somewhere():
    files = [*ROOT.glob("templates/**/*.html"), *(ROOT / "services").glob("*.py")]
    files += [path for app in ("cms", "home", "search") for path in (ROOT / app).glob("**/*.py")]
    said = " ".join(" ".join(path.read_text(encoding="utf-8").split()) for path in files)
    said = re.sub(r"{{ ?(\w+) ?}}", r"%(\1)s", said)
    assert [entry.msgid for entry in FOREIGN["en"] if entry.msgid not in said] == []
