"""Contrast of the colour tokens, and of every text as Chromium shows it, light and dark."""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from bench.figures import Figure, number
from scripts.demo.place import ROOT
from tests.addresses import TEMPLATES
from tests.engines.browser import chromium
from tests.engines.demo import demo_site

ASKED = "Kontrast: Fließtext ≥ 7:1, alles andere ≥ 4,5:1"
MINUTES = 2
TOKENS = ROOT / "static" / "css" / "tokens.css"
TEXT_OF_PAGES = Path(__file__).with_name("contrast.js")
TOKEN = re.compile(r"--(?P<name>[a-z-]+): (?:light-dark\((?P<light>#\w{6}), (?P<dark>#\w{6})\)|(?P<both>#\w{6}));")
BODY, OTHER, CONTROL = 7.0, 4.5, 3.0
# Which colour stands on which grounds, and the least contrast it needs there.
PAIRS = (
    ("ink", ("paper", "mist"), BODY),
    ("muted", ("paper", "mist"), BODY),
    ("blue", ("paper", "mist"), BODY),
    ("blue-strong", ("paper", "mist"), BODY),
    ("ink", ("amber-ground",), BODY),
    ("on-deep", ("deep", "deep-raised"), BODY),
    ("on-deep-soft", ("deep", "deep-raised"), BODY),
    ("on-emergency", ("emergency",), BODY),
    ("amber", ("amber-ground",), OTHER),
    ("copper", ("paper", "mist"), OTHER),
    ("green", ("paper", "mist"), OTHER),
    ("red", ("paper", "mist"), OTHER),
    ("gold", ("deep", "deep-raised"), OTHER),
    ("on-gold", ("gold", "gold-strong"), OTHER),
    ("on-blue", ("blue", "blue-strong"), OTHER),
    ("line", ("paper", "mist"), CONTROL),
)


def measure() -> Iterator[Figure]:
    colours = tokens(TOKENS.read_text())
    for text, grounds, least in PAIRS:
        found = min(
            ratio(colours[text][scheme], colours[ground][scheme]) for ground in grounds for scheme in ("light", "dark")
        )
        yield figure(f"Kontrast {text} auf {', '.join(grounds)}", least, found)
    yield from pages()


def figure(what: str, least: float, found: float) -> Figure:
    return Figure(what, f"≥ {number(least, 1)}:1", f"{number(found, 1)}:1", found >= least)


def tokens(css: str) -> dict[str, dict[str, str]]:
    return {
        match["name"]: {"light": match["light"] or match["both"], "dark": match["dark"] or match["both"]}
        for match in TOKEN.finditer(css)
    }


def ratio(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def pages() -> Iterator[Figure]:
    """Look at the words themselves: a good token may stand on a ground nobody meant."""
    with tempfile.TemporaryDirectory() as folder, demo_site(Path(folder)) as site, chromium() as browser:
        for scheme, german in (("light", "hell"), ("dark", "dunkel")):
            found = [lowest(browser, site.url, path, scheme) for path in TEMPLATES.values()]
            for part, name, least in (("body", "Fließtext", BODY), ("other", "alles andere", OTHER)):
                worst = min((page[part] for page in found if page[part]), key=lambda text: text["ratio"])
                what = f"{name}, {german}: „{worst['text']}“"
                yield figure(what, least, worst["ratio"])


def lowest(browser: Browser, base: str, path: str, scheme: str) -> dict:
    """Return the weakest text of a page, running text and other apart."""
    context = browser.new_context(
        base_url=base, color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce", bypass_csp=True
    )
    try:
        page = context.new_page()
        page.goto(path)
        return page.evaluate(TEXT_OF_PAGES.read_text())
    finally:
        context.close()
