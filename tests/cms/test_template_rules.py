"""Rules of the templates and style sheets that no linter knows."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PUBLIC = [path for path in (ROOT / "templates").rglob("*.html") if "wagtailadmin" not in path.parts]
COMPONENTS = sorted((ROOT / "templates" / "components").glob("*.html"))
STYLES = sorted((ROOT / "static" / "css").rglob("*.css"))
INCLUDE = re.compile(r"{%\s*include\s+\"components/[^%]*%}")


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: path.name)
def test_no_public_template_carries_style_or_script(path):
    text = path.read_text()
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=\"", text)


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.name)
def test_a_component_begins_with_its_contract(path):
    assert path.read_text().startswith("{# ")


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: path.name)
def test_components_get_only_what_they_are_given(path):
    assert [include for include in INCLUDE.findall(path.read_text()) if not include.endswith("only %}")] == []


def test_every_part_of_the_style_sheet_is_imported_once():
    main = (ROOT / "static" / "css" / "main.css").read_text()
    imported = re.findall(r'url\("([^"]+)"\)', main)
    on_disk = {str(path.relative_to(ROOT / "static" / "css")) for path in STYLES} - {"main.css", "style_guide.css"}
    assert sorted(imported) == sorted(on_disk)


@pytest.mark.parametrize("path", [path for path in STYLES if path.name != "tokens.css"], ids=lambda path: path.name)
def test_colours_come_from_the_tokens(path):
    text = path.read_text().split("@media print")[0]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b", text) == []


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_measures_are_logical(path):
    physical = r"(?<![\w-])(?:margin|padding|border)-(?:left|right|top|bottom)(?![\w])|^\s*(?:left|right|width|height):"
    assert re.findall(physical, path.read_text(), re.MULTILINE) == []
