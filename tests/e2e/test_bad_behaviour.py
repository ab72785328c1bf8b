"""The checks of how a page behaves fail where they must."""

import pytest

from tests.e2e.checks.keyboard import keyboard, skip_link, targets
from tests.e2e.checks.modes import edges, motion, paper
from tests.e2e.checks.privacy import Watch
from tests.e2e.good_page import ADDRESS, HERE, assert_found


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<a href=# style='outline: none'>ohne Ring</a>", "zeigt den Fokus nicht"),
        ("<a href=# style='outline-color: #eee'>blasser Ring</a>", "zeigt den Fokus nicht"),
        ("<a href=# style='position: absolute; left: -999px'>draußen</a>", "nicht zu sehen"),
        ("<a href=#><svg aria-hidden=true></svg></a>", "keinen Namen"),
        ("<a href=#>darunter</a><div style='position: fixed; inset: 0; background: #fff'></div>", "ist verdeckt"),
        ("<input aria-label=Falle onkeydown='event.preventDefault()'>", "kommt nicht weiter"),
        ("<input aria-label=Falle onkeydown='event.preventDefault()'>", "nicht erreicht: <button"),
    ],
)
def test_keyboard_complains(show, html, words):
    assert_found(keyboard(show(new=html)), words)


def test_keyboard_with_own_colours_counts_no_shadow(show):
    page = show(new="<a href=# style='outline: none; box-shadow: 0 0 0 3px #000'>Schatten</a>")
    assert_found(keyboard(page, outline_only=True), "zeigt den Fokus nicht")


def test_targets_complain(show):
    tiny = "<button style='all: unset; display: inline-block; width: 9px; height: 9px' aria-label=klein></button>"
    assert_found(targets(show(new=tiny * 2)), "kleiner als 24 px")


@pytest.mark.parametrize(
    ("new", "words"),
    [
        ("<button>zuerst</button>", "keine Sprungmarke"),
        ('<a href="#inhalt" style="position: absolute; top: -99px">Zum Inhalt</a>', "nicht zu sehen"),
        ('<a href="#nirgends">Zum Inhalt</a>', "nimmt den Fokus nicht mit"),
    ],
)
def test_skip_link_complains(show, new, words):
    assert_found(skip_link(show('<a href="#inhalt">Zum Inhalt</a>', new)), words)


@pytest.mark.parametrize(
    ("html", "headers", "words"),
    [
        ("<img src=http://fremd.example/x.png alt=''>", {}, "fremder Server"),
        ("<script>document.cookie = 'wer=ich'</script>", {}, "Cookie: wer"),
        ("", {"set-cookie": "wer=ich"}, "Cookie: wer"),
        ("<script>localStorage.wer = sessionStorage.was = 1</script>", {}, "gespeichert: wer"),
        ("<script>sessionStorage.was = 1</script>", {}, "gespeichert: was"),
        ("<script>wirf()</script>", {}, "wirf is not defined"),
        ("<p style='margin: 0'>x</p>", {"content-security-policy": "style-src 'none'"}, "Content Security Policy"),
    ],
)
def test_watch_complains(show, html, headers, words):
    with Watch(show.page()) as watch:
        show.open(watch.page, HERE, html, headers)
        assert_found(watch.found(), words)


def test_motion_complains(show):
    assert_found(motion(show(new="<p style='transition: color 1s'>x</p>", reduced_motion="reduce")), "Übergang")
    moving = "<style>@keyframes k { to { left: 1px } }</style><p style='animation: k 200ms'>x</p>"
    assert_found(motion(show(new=moving, reduced_motion="reduce")), "bewegt sich")
    assert_found(motion(show(new="<style>html { scroll-behavior: smooth }</style>")), "rollt weich")


def test_edges_complain(show):
    bare = "<button style='border: 0'>ohne</button>"
    assert_found(edges(show(new=bare, forced_colors="active")), "ohne Rand")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [("nav, form", "form", "auf dem Papier: <nav"), (f"<p>{ADDRESS}</p>", "", "fehlt auf dem Papier")],
)
def test_paper_complains(show, old, new, words):
    page = show(old, new)
    page.emulate_media(media="print")
    assert_found(paper(page), words)
