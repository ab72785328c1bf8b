"""What a first visit costs on the wire: bytes with headers and requests, as Chromium counts them, through nginx."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page

from bench.figures import Figure, number
from bench.front import demo_behind_nginx
from tests.addresses import SERVICE, TEMPLATES
from tests.engines.browser import chromium

ASKED = "Erster Besuch: Leistung ≤ 50 kB und ≤ 8 Anfragen, Start ≤ 150 kB"
MINUTES = 2
# A usual phone; pictures are chosen for it.
PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
LIMIT, GOAL, HOME_LIMIT, REQUESTS = 50.0, 30.0, 150.0, 8


@dataclass
class Traffic:
    """What went over the wire; 1 kB is 1,000 bytes."""

    sizes: list[float] = field(default_factory=list)
    foreign: set[str] = field(default_factory=set)

    @property
    def kilobytes(self) -> float:
        return sum(self.sizes) / 1000

    def __str__(self) -> str:
        return f"{number(self.kilobytes, 1)} kB, {len(self.sizes)} Anfragen"


def measure() -> Iterator[Figure]:
    with demo_behind_nginx() as base, chromium() as browser:
        service = visit(browser, base, SERVICE)
        fits = service.kilobytes <= LIMIT and len(service.sizes) <= REQUESTS
        yield Figure("Leistung, kalt", f"≤ 50 kB, ≤ {REQUESTS} Anfragen", str(service), fits)
        yield Figure("Leistung, kalt: Ziel", "≤ 30 kB (Ziel)", str(service), service.kilobytes <= GOAL)
        home = visit(browser, base, "/")
        yield Figure("Start, kalt", "≤ 150 kB", str(home), home.kilobytes <= HOME_LIMIT)
        yield Figure("Start, kalt, bis unten gelesen", "–", str(visit(browser, base, "/", to_the_end=True)))
        yield Figure("zweite Seite nach der ersten", "–", str(visit(browser, base, SERVICE, after="/")))
        others = {path: visit(browser, base, path) for path in TEMPLATES.values()}
        heaviest = max(others, key=lambda path: others[path].kilobytes)
        yield Figure(f"schwerste: {heaviest}", "–", str(others[heaviest]))
        foreign = set().union(*(traffic.foreign for traffic in others.values()))
        yield Figure("fremde Adressen, alle Vorlagen", "0", ", ".join(foreign) or "0", not foreign)


def visit(browser: Browser, base: str, path: str, *, after: str = "", to_the_end: bool = False) -> Traffic:
    """Open a page as somebody who was never here, or who has seen only the page `after`."""
    context = browser.new_context(base_url=base, **PHONE)  # type: ignore[arg-type]
    try:
        page = context.new_page()
        if after:
            page.goto(after, wait_until="networkidle")
        traffic = listen(page, base)
        page.goto(path, wait_until="networkidle")
        if to_the_end:
            page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(500)
        return traffic
    finally:
        context.close()


def listen(page: Page, base: str) -> Traffic:
    """Count from now on. An answer from the browser's own memory is no traffic."""
    traffic = Traffic()
    asked: dict[str, str] = {}
    session = page.context.new_cdp_session(page)

    def sent(event: dict) -> None:
        asked[event["requestId"]] = event["request"]["url"]

    def finished(event: dict) -> None:
        url = asked.get(event["requestId"], "")
        if event["encodedDataLength"] and not url.startswith("data:"):
            traffic.sizes.append(event["encodedDataLength"])
            if not url.startswith(base):
                traffic.foreign.add(url)

    session.on("Network.requestWillBeSent", sent)
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    return traffic
