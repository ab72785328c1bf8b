"""The samples leave no kind of page and no language out."""

import sqlite3

from tests.e2e.samples import ADDRESSES
from tests.engines.demo import TEMPLATE

KINDS = """
SELECT DISTINCT type.app_label || '.' || type.model, locale.language_code, page.url_path
FROM wagtailcore_page AS page
JOIN django_content_type AS type ON type.id = page.content_type_id
JOIN wagtailcore_locale AS locale ON locale.id = page.locale_id
WHERE page.live AND page.depth > 1
"""


def test_every_kind_of_page_and_every_language_has_a_sample(site):
    with sqlite3.connect(f"file:{TEMPLATE.database}?mode=ro", uri=True) as database:
        pages = database.execute(KINDS).fetchall()
    shown = {address.partition("?")[0] for address in ADDRESSES.values()}
    sampled = {(kind, language) for kind, language, path in pages if address(language, path) in shown}
    # The templates are the same in every language.
    assert {kind for kind, _language, _path in pages} - {kind for kind, _language in sampled} == set()
    assert {language for _kind, language, _path in pages} - {language for _kind, language in sampled} == set()


def address(language: str, path: str) -> str:
    """Return the address of a page: `/bochum/leistungen/` and `/bochum-en/services/` stand in the tree."""
    _empty, _home, below = path.split("/", 2)
    return f"/{below}" if language == "de" else f"/{language}/{below}"
