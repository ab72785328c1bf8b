"""Translations of the demo say in every language the same as the German page, with the same figures."""

from collections.abc import Iterator

import pytest
import yaml

from services.models import ServicePage
from tests.services.fixture_sources import EXAMPLES, FIXTURES, SERVICES, numbers

FILES = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (FIXTURES / "translations").glob("*.yaml")
}
EXAMPLE = {"en": "Example", "tr": "Örnek", "ar": "مثال", "uk": "Приклад"}
BINDING = {
    "en": "German version is binding",
    "tr": "Bağlayıcı olan Almanca",
    "ar": "المرجع الملزم",
    "uk": "є німецька версія",
}
PREFIX = "/leistungen/"
each_language = pytest.mark.parametrize("code", EXAMPLE)
SERVICE = {service["slug"]: service for service in SERVICES}
EXAMPLE_OF = {example["slug"]: example for example in EXAMPLES}


def services(code: str) -> Iterator[tuple[str, dict]]:
    for row in FILES[code]:
        slug = row["path"].removeprefix(PREFIX).strip("/")
        if row["path"].startswith(PREFIX) and slug:
            yield slug, row


def translated_rows(code: str) -> Iterator[tuple[dict, dict]]:
    """Yield German and translated row of every row."""
    for slug, row in services(code):
        for relation in ServicePage.row_relations:
            german = SERVICE[slug].get(relation, []) + EXAMPLE_OF.get(slug, {}).get(relation, [])
            for translated in row.get(relation, []):
                (original,) = [other for other in german if translated["of"].strip() in other.values()]
                yield original, translated


def shape(value: object) -> object:
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return [shape(inner) for inner in value] if isinstance(value, list) else type(value)


def test_four_languages_have_the_same_pages_with_the_same_parts():
    assert set(FILES) == set(EXAMPLE)
    assert [shape(rows) for rows in FILES.values()] == [shape(FILES["en"])] * len(FILES)


@each_language
def test_every_page_says_which_language_is_binding(code):
    for row in FILES[code]:
        assert BINDING[code] in " ".join(str(row.get(key, "")) for key in ("summary", "body")), row["path"]
        assert len(row["summary"]) <= 300


@each_language
def test_rows_have_the_figures_of_the_german_text(code):
    found = list(translated_rows(code))
    assert len(found) > 10
    for original, translated in found:
        for key, text in translated.items():
            if key != "of":
                assert numbers(text) == numbers(str(original[key])), translated["of"]


@each_language
def test_what_is_invented_says_so_in_every_language(code):
    for original, translated in translated_rows(code):
        for key, text in translated.items():
            if key != "of":
                assert (f"({EXAMPLE[code]})" in text) == ("(Beispiel)" in str(original[key]))
    for slug, row in services(code):
        texts = [row[key] for key, value in EXAMPLE_OF[slug].items() if str(value).endswith("(Beispiel)")]
        assert len(texts) == 7
        assert all(text.endswith(f"({EXAMPLE[code]})") for text in texts)


@each_language
def test_every_german_row_with_a_text_is_translated(code):
    for slug, row in services(code):
        for relation in ("fees", "documents", "steps", "forms", "legal_bases", "hints"):
            german = SERVICE[slug].get(relation, []) + EXAMPLE_OF[slug].get(relation, [])
            assert len(row[relation]) == len(german), relation
