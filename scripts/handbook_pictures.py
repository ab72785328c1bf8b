"""python -m scripts.handbook_pictures [NAME…]: draws pictures of the editors' handbook anew, all or those named.

The administration of a fresh demo, as the accounts of the demo see it; nothing that is saved there stays.
"""

import io
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page

from scripts.demo.place import ROOT
from tests.engines.browser import chromium
from tests.engines.demo import demo_site, log_in

FOLDER = ROOT / "docs" / "redaktion" / "bilder"
WIDTH = 960
# Flat surfaces and one typeface need no more colours.
COLOURS = 64
TOOLBAR = 70
DECISION = "Welchen Ausweis brauche ich?"


# Scrolls whatever scrolls, so that the element stands below the bar at the top.
TO_THE_TOP = """([element, above]) => {
    element.scrollIntoView({block: "start", behavior: "instant"});
    for (let parent = element.parentElement; parent; parent = parent.parentElement)
        if (parent.scrollTop) { parent.scrollTop -= above; return; }
}"""


@dataclass(frozen=True)
class Picture:
    """What is opened (`item`: the link in the list at `address`), the heading at the top, the height in pixels."""

    name: str
    address: str
    item: str = ""
    top: str = ""
    height: int = 640
    with_menu: bool = False


PICTURES = (
    Picture("verwaltung", "/admin/", height=720, with_menu=True),
    Picture("stoerung", "/admin/snippets/services/disruption/add/", height=860),
    Picture("stoerungen-liste", "/admin/snippets/services/disruption/", height=360),
    Picture("gebaeude", "/admin/gebaeude/", "Rathaus", height=520),
    Picture("schliessung", "/admin/schliessungen/", "Übung: Betriebsferien zum Jahreswechsel", "Anlass", 720),
    Picture("dienststelle-zeiten", "/admin/dienststellen/?q=Ausländerbüro", "Ausländerbüro", "Wöchentliche Zeiten"),
    Picture("dienststelle-besuch", "/admin/dienststellen/?q=Standesamt", "Standesamt", "Besuch", 420),
    Picture("verzeichnis-felder", "/admin/verzeichnisse/", "Spielplätze und Bolzplätze", "Felder der Einträge", 700),
    Picture("verzeichnis-eintraege", "/admin/eintraege/?q=Stiepel", height=460),
    Picture("rueckmeldungen", "/admin/rueckmeldungen/", height=320),
    Picture("rueckmeldung", "/admin/rueckmeldungen/", "/leistungen/wohngeld/", height=860),
    Picture("schritte", "/admin/schritt-fuer-schritt/", "Umzug Schritt für Schritt", "Schritte", 700),
    Picture("entscheidungshilfe", "/admin/entscheidungshilfen/", DECISION, "Fragen und Ergebnisse", 760),
    Picture("entscheidungshilfe-bild", "/admin/entscheidungshilfen/", DECISION, "So führen die Antworten weiter", 560),
    Picture("zustaendigkeit", "/admin/leistungen/?q=Wohngeld", "Wohngeld", "Wer ist für wen zuständig?", 700),
    Picture("ozg-bericht", "/admin/ozg-bericht/", height=860),
)


def main(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, demo_site(Path(folder)) as site, chromium() as browser:
        write_feedback(browser, site.url)
        page = administration(browser, site.url)
        for picture in PICTURES:
            if not names or picture.name in names:
                draw(page, picture)
                print(f"  {picture.name}: {(FOLDER / f'{picture.name}.png').stat().st_size // 1024} kB", flush=True)


def write_feedback(browser: Browser, url: str) -> None:
    """The demo has none: nobody has written to it."""
    page = browser.new_page(base_url=url, locale="de-DE")
    page.goto("/rueckmeldung/nein/?zu=/leistungen/wohngeld/")
    page.locator("textarea[name=text]").fill("Beispiel: Ich finde nicht, wohin ich den Antrag schicken kann.")
    # Whoever is faster than a person is taken for a machine.
    page.wait_for_timeout(4000)
    page.locator("form:has(textarea) button").click()
    page.wait_for_url("**/rueckmeldung/danke/**")
    page.close()


def administration(browser: Browser, url: str) -> Page:
    page = browser.new_page(base_url=url, locale="de-DE", viewport={"width": WIDTH, "height": 800})
    log_in(page, "freigabe")
    return page


def draw(page: Page, picture: Picture) -> None:
    page.set_viewport_size({"width": WIDTH, "height": picture.height})
    collapsed = "0" if picture.with_menu else "1"
    page.context.add_cookies([{"name": "wagtail_sidebar_collapsed", "value": collapsed, "url": page.url}])
    page.goto(picture.address)
    if picture.item:
        page.locator("main table").get_by_role("link", name=picture.item, exact=True).first.click()
        page.wait_for_load_state("load")
    # Scripts build forms after the page is there.
    page.wait_for_timeout(1500)
    if picture.top:
        place = page.get_by_role("heading", name=picture.top).first
        unfold(place)
        page.evaluate(TO_THE_TOP, [place.element_handle(), TOOLBAR])
        # It would lie upon the rows.
        page.add_style_tag(content="form > footer, main footer { visibility: hidden }")
        page.wait_for_timeout(500)
    save(page.screenshot(), FOLDER / f"{picture.name}.png")


def unfold(place: Locator) -> None:
    """Open the section of this heading, if it is closed."""
    toggle = place.locator("xpath=ancestor::section[1]").locator("[data-panel-toggle]").first
    if toggle.get_attribute("aria-expanded") == "false":
        toggle.click()


def save(png: bytes, path: Path) -> None:
    image = Image.open(io.BytesIO(png)).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main(sys.argv[1:])
