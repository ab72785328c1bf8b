"""A page kept by nginx beside a static file of the same bytes on the same nginx."""

import gzip
import statistics
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from bench import wrk
from bench.figures import Figure, number
from tests.addresses import SERVICE
from tests.engines.demo import demo_site
from tests.engines.front import front

ASKED = "Aus dem Zwischenspeicher von nginx: ≥ 0,75 einer gleich großen Datei"
MINUTES = 2
ROUNDS, SECONDS, CONNECTIONS = 5, 6, 16
LEAST = 0.75
# As browsers ask; the file lies there compressed, too, so that neither side compresses anything.
HEADERS = ("Accept-Encoding: gzip",)


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        static = folder / "files"
        static.mkdir()
        with (
            demo_site(folder, PROCESS="public", TRUSTED_PROXIES="1") as app,
            front(f"127.0.0.1:{app.port}", folder / "nginx", static=static, media=folder / "media") as proxy,
        ):
            page, file = proxy.url + SERVICE, f"{proxy.url}/static/page.html"
            body = fetch(page)
            (static / "page.html.gz").write_bytes(body)
            (static / "page.html").write_bytes(gzip.decompress(body))
            if fetch(file) != body:
                raise RuntimeError("the file is not what the page is")
            yield figure(rates(page, file), len(body))


def fetch(url: str) -> bytes:
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=30) as response:
        return response.read()


def rates(*urls: str) -> list[float]:
    """Return the median requests per second of each address, measured in turn."""
    found: dict[str, list[float]] = {url: [] for url in urls}
    for _round in range(ROUNDS):
        for url in urls:
            found[url].append(wrk.rate(url, connections=CONNECTIONS, seconds=SECONDS, headers=HEADERS))
    return [statistics.median(found[url]) for url in urls]


def figure(found: list[float], size: int) -> Figure:
    page, file = found
    measured = f"{number(page / file, 2)} ({number(page)} und {number(file)}/s, {number(size / 1000, 1)} kB)"
    return Figure("Seite durch nginx ÷ Datei", f"≥ {number(LEAST, 2)}", measured, page / file >= LEAST)
