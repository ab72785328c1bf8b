"""One style sheet instead of fifty: joined when static files are collected."""

import re
from pathlib import Path

from django.core.management import call_command

import pytest

from cms import static_storage

SHEETS = {
    "css/main.css": '@layer tokens, components;\n@import url("tokens.css") layer(tokens);\n'
    '/* @import url("gone.css"); */\n@import url("components/card.css") layer(components);\n'
    '@import url("print.css") print;\n',
    "css/tokens.css": ":root { --space: 1rem; } /* a comment */",
    "css/components/card.css": '.card { background: url("../../art/seam.svg"); }\n',
    "css/print.css": ".card { border: 0; }",
    "art/seam.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}


@pytest.fixture
def sheets(tmp_path: Path, settings) -> Path:
    for name, text in SHEETS.items():
        path = tmp_path / "source" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    settings.STATICFILES_DIRS = [tmp_path / "source"]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    return tmp_path / "source"


@pytest.fixture
def collected(sheets: Path, tmp_path: Path, settings) -> Path:
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "cms.static_storage.JoinedStaticFilesStorage"}}
    for _again in range(2):
        call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path / "static"


def test_imports_take_their_place_with_layer_and_medium(sheets):
    joined = static_storage.join("css/main.css")

    assert "@import" not in joined
    assert joined.startswith("@layer tokens, components;")
    assert re.search(r"@layer tokens \{\s*:root \{ --space: 1rem; \}\s*\}", joined)
    assert re.search(r"@media print \{\s*\.card \{ border: 0; \}\s*\}", joined)
    assert joined.index("@layer tokens {") < joined.index("@layer components {") < joined.index("@media print")


def test_comments_stay_at_home(sheets):
    assert "comment" not in static_storage.join("css/main.css")


def test_addresses_follow_the_rules_that_moved(sheets):
    assert 'url("../art/seam.svg")' in static_storage.join("css/main.css")


def test_a_missing_import_is_named(sheets):
    (sheets / "css" / "print.css").unlink()

    with pytest.raises(FileNotFoundError, match=r"css/print\.css"):
        static_storage.join("css/main.css")


def test_what_the_page_links_is_joined_hashed_and_compressed(collected):
    (name,) = [path.name for path in collected.glob("css/main.????????????.css")]
    sheet = (collected / "css" / name).read_text()

    assert "--space: 1rem" in sheet
    assert "@import" not in sheet
    assert re.search(r'url\("\.\./art/seam\.[0-9a-f]{12}\.svg"\)', sheet)
    assert (collected / "css" / f"{name}.br").exists()
    assert (collected / "css" / f"{name}.gz").exists()


def test_the_style_sheet_of_the_site_can_be_joined():
    joined = static_storage.join("css/main.css")

    assert "@import" not in joined
    assert "url(" in joined
