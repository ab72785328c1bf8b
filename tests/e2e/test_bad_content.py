"""The checks of what a page says and looks like fail where they must, and pass a good page."""

import pytest

from tests.e2e.checks.axe import violations
from tests.e2e.checks.keyboard import keyboard, skip_link, targets
from tests.e2e.checks.markup import markup
from tests.e2e.checks.modes import edges, motion, paper
from tests.e2e.checks.privacy import Watch
from tests.e2e.checks.reflow import LARGE_TEXT, WIDE_SPACING, reflow
from tests.e2e.checks.structure import structure
from tests.e2e.good_page import GOOD, HERE, assert_found

TINY = "<button style='all: unset; display: inline-block; width: 9px; height: 9px' aria-label=klein></button>"


def test_good_page_passes(show):
    page = show()
    with Watch(page) as watch:
        page.reload()
        assert watch.found() == []
    for check in (violations, structure, reflow, edges, motion, targets, keyboard):
        assert check(page) == [], check.__name__
    page.reload()
    assert skip_link(page) == []
    page.emulate_media(media="print")
    assert paper(page) == []


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<p style='color: #999'>blass</p>", "color-contrast"),
        ("<input>", "label"),
        ("<img src=data:,>", "image-alt"),
        ("<h4>Sprung</h4>", "heading-order"),
        (TINY * 2, "target-size"),
    ],
)
def test_axe_complains(show, html, rule):
    assert_found(violations(show(new=html)), rule)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('lang="de"', "", "Sprache"),
        ("<title>Seite</title>", "<title></title>", "Titel"),
        ("<h1>Seite</h1>", "", "0 h1"),
        ("<h2>Teil</h2>", "<h1>Teil</h1>", "2 h1"),
        ("<h2>Teil</h2>", "<h3>Teil</h3>", "springt von h1"),
        (HERE, "<h3> </h3>", "leere Überschrift"),
        (HERE, "<div role=main></div>", "2 main"),
        (HERE, "<nav></nav>", "ohne Namen"),
        (HERE, "<nav aria-label=Sprungmarken></nav>", "zwei Navigationen"),
        (HERE, "<img src='data:,'>", "ohne alt"),
        (HERE, "<svg></svg>", "Zeichnung"),
        (HERE, "<a href=# tabindex=3>x</a>", "tabindex"),
        (HERE, "<p style='margin:0'>x</p>", "style-Attribut"),
    ],
)
def test_structure_complains(show, old, new, words):
    assert_found(structure(show(old, new)), words)


@pytest.mark.parametrize(
    ("html", "style", "words"),
    [
        ("<p style='width: 500px'>breit</p>", "", "px breit"),
        ("<p>Donaudampfschifffahrtsgesellschaftskapitänspatent</p>", LARGE_TEXT, "ragt hinaus"),
        ("<p style='height: 1em; overflow: hidden'>zu<br>hoch</p>", "", "abgeschnitten"),
        ("<p style='width: 5.6em; overflow: hidden; white-space: nowrap'>gerade so</p>", WIDE_SPACING, "abgeschnitten"),
    ],
)
def test_reflow_complains(show, html, style, words):
    assert_found(reflow(show(new=html), style), words)


def test_markup_complains(tmp_path):
    good, bad = tmp_path / "good.html", tmp_path / "bad.html"
    good.write_text(GOOD)
    bad.write_text(GOOD.replace(HERE, "<p><div></div></p>"))
    errors, _hints = markup([good, bad])
    assert errors
    assert [error for error in errors if not error.startswith("bad.html")] == []
