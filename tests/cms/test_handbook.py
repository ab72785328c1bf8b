"""The editors' handbook in the administration: every chapter opens, every link and picture in it leads somewhere."""

import colorsys
import re
from pathlib import Path
from urllib.parse import unquote

from django.conf import settings
from django.test import Client

import pytest
from bs4 import BeautifulSoup

from cms import handbook

FOLDER = Path(settings.BASE_DIR, "docs", "redaktion")
CHAPTERS = sorted(path.stem for path in FOLDER.glob("*.md"))


def soup(client: Client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def test_the_help_menu_leads_to_the_handbook(editor):
    assert "/admin/handbuch/" in editor.get("/admin/").text


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_is_shown_whole(editor, name):
    page = soup(editor, f"/admin/handbuch/{name}/")
    source = (FOLDER / f"{name}.md").read_text()
    assert page.h1.text.strip() == source.splitlines()[0].removeprefix("# ")
    text = page.select_one(".handbook")
    assert len(text.find_all("h2")) == len(re.findall("^## ", source, re.MULTILINE))
    assert len(text.find_all("img")) == source.count("![")
    assert all(picture["alt"] for picture in text.find_all("img"))
    assert "**" not in text.text
    assert "|--" not in text.text


def test_every_link_and_picture_leads_somewhere(editor):
    found = set()
    for name in CHAPTERS:
        text = soup(editor, f"/admin/handbuch/{name}/").select_one(".handbook")
        found |= {link["href"] for link in text.find_all("a")} | {picture["src"] for picture in text.find_all("img")}
    assert all(address.startswith("/admin/handbuch/") for address in found)
    for address in found:
        file, _hash, anchor = unquote(address).partition("#")
        answer = editor.get(file)
        assert answer.status_code == 200
        assert not anchor or BeautifulSoup(answer.content, "html.parser").find(id=anchor)


@pytest.mark.parametrize("address", ["gibt-es-nicht/", "bilder/gibt-es-nicht.png", "../gestaltung/", "%2e%2e/"])
def test_nothing_else_is_shown(editor, address):
    assert editor.get(f"/admin/handbuch/{address}").status_code == 404


def test_visitors_are_asked_to_log_in(client, city):
    for address in ("", "bilder/verwaltung.png"):
        assert client.get(f"/admin/handbuch/{address}")["Location"].startswith("/admin/login/")


def test_markup_in_a_file_is_text(tmp_path):
    path = tmp_path / "x.md"
    path.write_text("# Titel\n\n<script>alert(1)</script> [x](javascript:alert(1))\n")
    text = handbook.chapter(path).text
    assert "<script" not in text
    assert "href" not in text


# Hue, saturation, lightness of Wagtail's surfaces: page, header, menu, its open part; menu and page of the dark theme.
SURFACES = [(0, 0, 100), (240, 12.5, 96.9), (254.3, 50.4, 24.5), (253.8, 50, 20.4), (0, 0, 11.4), (0, 0, 14.9)]


def _light(red: float, green: float, blue: float) -> float:
    """Return the relative luminance of a colour of 0 to 1 (WCAG 2.2)."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (red, green, blue)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("surface", SURFACES)
def test_the_ring_of_focus_is_seen_on_every_surface(surface):
    style = Path(settings.BASE_DIR, "static", "editor", "administration.css").read_text()
    (colour,) = re.findall(r"--w-color-focus: #([0-9a-f]{6});", style)
    ring = _light(*(int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)))
    hue, saturation, lightness = surface
    ground = _light(*colorsys.hls_to_rgb(hue / 360, lightness / 100, saturation / 100))
    assert (max(ring, ground) + 0.05) / (min(ring, ground) + 0.05) >= 3


def test_the_administration_wears_the_ring(editor):
    assert "editor/administration.css" in editor.get("/admin/").text
