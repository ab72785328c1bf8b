"""Everything by keyboard alone: reached in order, seen, named, large enough, never caught."""

from playwright.sync_api import Page

from tests.e2e.checks.scripts import run, source

MOST_STOPS = 700


def keyboard(page: Page, *, outline_only: bool = False) -> list[str]:
    """Walk through the page with the tab key. `outline_only`: shadows do not count, as with forced colours."""
    found = []
    last = -1
    measure = page.evaluate_handle(f"() => {source('keyboard.js')}")
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = measure.evaluate("(measure, known) => measure(known)", {"outlineOnly": outline_only})
        if stop is None or stop["index"] == 0:
            break
        if stop["index"] >= 0:
            found.append(f"Die Tabulatortaste kommt nicht weiter als {stop['text']} (Halt {last + 1})")
            break
        last += 1
        found += [f"{stop['text']} {problem}" for problem in stop["problems"]]
    else:
        found.append(f"mehr als {MOST_STOPS} Halte")
    return found + [f"nicht erreicht: {text}" for text in run(page, "unreached.js")]


def targets(page: Page) -> list[str]:
    return run(page, "targets.js")


def skip_link(page: Page) -> list[str]:
    """The first stop leads to the content, can be seen, and takes the focus along."""
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    if link.count() == 0 or not (link.get_attribute("href") or "").startswith("#"):
        return ["der erste Halt ist keine Sprungmarke"]
    found = []
    box = link.bounding_box()
    if box is None or box["y"] < 0 or box["x"] < 0 or box["height"] <= 1:
        found.append("die Sprungmarke ist nicht zu sehen")
    page.keyboard.press("Enter")
    if not page.evaluate("document.activeElement.matches('main, [role=main]')"):
        found.append("die Sprungmarke nimmt den Fokus nicht mit")
    return found
