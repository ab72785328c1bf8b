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
MINUTES = 3
ROUNDS, SECONDS, CONNECTIONS = 6, 4, 16
LEAST = 0.75
# As browsers ask, and as quality was measured before. The file lies there compressed, too: neither side compresses.
ENCODINGS = {"gzip": ("Accept-Encoding: gzip",), "unkomprimiert": ()}


def measure() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = folder / "files"
        files.mkdir()
        with (
            demo_site(folder, PROCESS="public", TRUSTED_PROXIES="1") as app,
            front(f"127.0.0.1:{app.port}", folder / "nginx", static=files, media=folder / "media") as proxy,
        ):
            page, file = proxy.url + SERVICE, f"{proxy.url}/static/page.html"
            body = fetch(page)
            plain = gzip.decompress(body)
            (files / "page.html.gz").write_bytes(body)
            (files / "page.html").write_bytes(plain)
            if fetch(file) != body:
                raise RuntimeError("the file is not what the page is")
            for encoding, size in (("gzip", len(body)), ("unkomprimiert", len(plain))):
                yield figure(encoding, rates((page, file), ENCODINGS[encoding]), size)


def fetch(url: str) -> bytes:
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=30) as response:
        return response.read()


def rates(urls: tuple[str, str], headers: tuple[str, ...]) -> list[float]:
    """Return the median requests per second of each address, measured in turn."""
    found: dict[str, list[float]] = {url: [] for url in urls}
    for _round in range(ROUNDS):
        for url in urls:
            found[url].append(wrk.rate(url, connections=CONNECTIONS, seconds=SECONDS, headers=headers))
    return [statistics.median(found[url]) for url in urls]


def figure(encoding: str, found: list[float], size: int) -> Figure:
    page, file = found
    measured = f"{number(page / file, 2)} ({number(page)} und {number(file)}/s, {number(size / 1000, 1)} kB)"
    return Figure(f"Seite durch nginx ÷ Datei, {encoding}", f"≥ {number(LEAST, 2)}", measured, page / file >= LEAST)
