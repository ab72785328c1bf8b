"""The demo pages are sound before anything loads them: structure, references, headings, words. Reads YAML only."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
# Pages that other fixtures or the loader create.
INDEX_PATHS = {"/leistungen/", "/leistungen/a-z/", "/themen/", "/lebenslagen/", "/dienststellen/", "/suche/"}

# Block type: keys it must have, keys it may have.
BLOCK_KEYS = {
    "heading": ({"text", "level"}, set()),
    "picture": ({"image", "alt", "decorative"}, {"caption"}),
    "accordion": ({"items"}, set()),
    "steps": ({"items"}, set()),
    "call_to_action": ({"label"}, {"page", "url", "note"}),
    "contact_card": ({"title"}, {"text", "phone", "email", "address", "page"}),
    "table": ({"caption", "columns", "rows"}, set()),
    "quotation": ({"text", "author"}, set()),
    "note": ({"level", "title", "text"}, set()),
    "link_list": ({"links"}, {"title"}),
    "opening_hours": ({"office"}, set()),
}
RICH_TAGS = {"p", "h3", "ul", "ol", "li", "a", "strong", "em"}
VAGUE_LABELS = {"hier", "mehr", "weiter", "link", "mehr erfahren", "weitere informationen"}


@cache
def load(relative: str) -> Any:
    return yaml.safe_load((FIXTURES / relative).read_text(encoding="utf-8"))


PAGES = [page for file in sorted((FIXTURES / "pages").glob("[0-9]*.yaml")) for page in load(f"pages/{file.name}")]
BLOCKS = [block for page in PAGES for block in page.get("body", [])]
each_page = pytest.mark.parametrize("page", PAGES, ids=[page["path"] for page in PAGES])


def walk(value: Any) -> Iterator[tuple[str, Any]]:
    """Every (key, leaf) below a value; list items carry the key of their list."""
    pairs = value.items() if isinstance(value, dict) else []
    for key, child in pairs:
        for item in child if isinstance(child, list) else [child]:
            if isinstance(item, dict):
                yield from walk(item)
            else:
                yield key, item


def strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for child in children for text in strings(child)]


def rich_texts(block: dict[str, Any]) -> list[str]:
    value = block["value"]
    if block["type"] in {"accordion", "steps"}:
        return [item["text"] for item in value["items"]]
    return [value] if block["type"] == "text" else [value["text"]] if block["type"] == "note" else []


@cache
def service_addresses() -> dict[int, str]:
    rows = [row for file in (FIXTURES / "services").glob("*.yaml") for row in load(f"services/{file.name}")]
    return {row["nr"]: f"/leistungen/{row['slug']}/" for row in rows if "nr" in row}


def known_addresses() -> set[str]:
    offices = {f"/dienststellen/{office['slug']}/" for office in load("services/offices.yaml")}
    return {page["path"] for page in PAGES} | INDEX_PATHS | offices | set(service_addresses().values())


def internal_links(value: Any) -> set[str]:
    named = {leaf for key, leaf in walk(value) if key in {"page", "office"}}
    in_text = {link for text in strings(value) for link in re.findall(r'href="(/[^"]*)"', text)}
    return named | in_text


def heading_levels(page: dict[str, Any]) -> list[int]:
    levels = [1]
    for block in page.get("body", []):
        if block["type"] == "heading":
            levels.append(int(block["value"]["level"][1]))
        # These blocks show their titles as headings.
        levels += [3] if block["type"] in {"accordion", "contact_card", "steps"} else []
        levels += [2] if block["type"] == "link_list" and "title" in block["value"] else []
        levels += [3 for text in rich_texts(block) for _ in re.findall(r"<h3>", text)]
    return levels


def test_parents_stand_before_children_and_no_path_twice():
    seen: set[str] = set()
    for path in (page["path"] for page in PAGES):
        assert path not in seen
        assert re.fullmatch(r"/([a-z0-9-]+/)*", path)
        parent = re.sub(r"[^/]+/$", "", path)
        assert path == "/" or parent in seen, path
        seen.add(path)


@each_page
def test_page_says_what_it_is(page):
    assert re.fullmatch(r"(home|services|directories)\.[A-Z]\w+Page", page["type"])
    assert page["title"].strip()
    assert 30 <= len(page["summary"]) <= 200
    assert not [text for text in strings(page) if not text.strip()]


@each_page
def test_blocks_have_known_types_and_keys(page):
    for block in page.get("body", []):
        assert set(block) == {"type", "value"}
        if block["type"] != "text":
            required, optional = BLOCK_KEYS[block["type"]]
            assert required <= set(block["value"]) <= required | optional


@each_page
def test_rich_text_is_well_formed_and_plain(page):
    for text in [text for block in page.get("body", []) for text in rich_texts(block)]:
        open_tags: list[str] = []
        for closing, tag in re.findall(r"<(/?)([a-z0-9]+)[^>]*>", text):
            assert tag in RICH_TAGS
            assert not closing or open_tags.pop() == tag, text
            open_tags += [] if closing else [tag]
        assert not open_tags, text


def test_every_block_is_shown_somewhere():
    assert {block["type"] for block in BLOCKS} == {*BLOCK_KEYS, "text"}


@each_page
def test_headings_start_at_two_and_never_jump(page):
    assert all(2 <= level <= before + 1 for before, level in pairwise(heading_levels(page)))


@each_page
def test_blocks_keep_their_measure(page):
    types = [block["type"] for block in page.get("body", [])]
    assert types.count("note") <= 2
    assert types.count("call_to_action") <= 1


def test_tables_have_caption_header_and_full_rows():
    for value in [block["value"] for block in BLOCKS if block["type"] == "table"]:
        assert value["caption"]
        assert len(value["columns"]) >= 2
        assert all(len(row) == len(value["columns"]) for row in value["rows"]), value["caption"]


@pytest.mark.parametrize("source", [*PAGES, load("pages/site.yaml"), *load("pages/alerts.yaml")])
def test_internal_links_lead_to_pages(source):
    assert internal_links(source) <= known_addresses()


@each_page
def test_link_labels_say_where_they_go(page):
    labels = [leaf for key, leaf in walk(page) if key == "label"]
    labels += [label for text in strings(page) for label in re.findall(r"<a [^>]*>([^<]*)</a>", text)]
    assert not {label.strip().lower() for label in labels} & VAGUE_LABELS


@each_page
def test_department_exists(page):
    slugs = {department["slug"] for department in load("pages/departments.yaml")}
    assert {leaf for key, leaf in walk(page) if key == "department"} <= slugs


def test_frequent_services_exist():
    numbers = {entry["service_nr"] for entry in PAGES[0]["frequent"]}
    assert numbers <= set(service_addresses())


def test_events_that_are_invented_say_so():
    events = [page for page in PAGES if page["type"] == "home.EventPage"]
    real = [page["path"] for page in events if not page["title"].startswith("Beispiel: ")]
    assert real == ["/veranstaltungen/landtagswahl-2027/"]
    assert all(date["start"] < date["end"] for page in events for date in page["dates"])


def test_easy_language_has_one_sentence_per_paragraph():
    page = next(page for page in PAGES if page["path"] == "/leichte-sprache/")
    html = " ".join(text for block in page["body"] for text in rich_texts(block))
    paragraphs = [re.sub(r"<[^>]+>", "", paragraph) for paragraph in re.findall(r"<p>(.*?)</p>", html)]
    assert len(paragraphs) > 30
    assert not [text for text in paragraphs if len(re.findall(r"[.!?](?:\s|$)", text)) > 1]


def test_pictures_are_in_the_list():
    used = {leaf for page in PAGES for key, leaf in walk(page) if key in {"image", "social_image"}}
    assert used <= {image["key"] for image in load("media/images.yaml")}


# A word of every open point of docs/barrierefreiheit/pruefprotokoll.md, in its order.
OPEN_POINTS = (
    *("Tabellen", "Reihenfolge der Seiten", "zweiten Faktor", "englisch", "demselben Linktext", "lange Wörter"),
    *("Gebärdensprache", "echten Vorleseprogrammen"),
)


def test_the_accessibility_statement_names_every_open_point_of_the_protocol():
    protocol = (FIXTURES.parent / "docs" / "barrierefreiheit" / "pruefprotokoll.md").read_text(encoding="utf-8")
    (table,) = re.findall(r"### Offene Punkte\n(.+?)\n\n[A-Z]", protocol, re.DOTALL)
    assert len(re.findall(r"^\| \d+ \|", table, re.MULTILINE)) == len(OPEN_POINTS)
    (statement,) = [page for page in PAGES if page["path"] == "/barrierefreiheit/"]
    text = " ".join(strings(statement))
    assert [point for point in OPEN_POINTS if point not in text] == []


def test_easy_language_promises_only_what_the_page_holds():
    (page,) = [page for page in PAGES if page["path"] == "/leichte-sprache/"]
    text = " ".join(strings(page["body"]))
    headings = {block["value"]["text"] for block in page["body"] if block["type"] == "heading"}
    assert "Was kostet der Ausweis" not in text
    assert {"So finden Sie etwas", "So erreichen Sie die Stadt", "Im Notfall"} <= headings
