"""What a first visit costs: production's static files, an empty cache, and pages not even compressed by nginx."""

from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler
from threading import Thread

from bench.weight import HOME_LIMIT, LIMIT, REQUESTS, visit
from tests.addresses import SERVICE
from tests.engines.processes import HOST


def test_service_page_is_light(browser, site, record_property):
    traffic = visit(browser, site.url, SERVICE)
    record_property("kilobytes", traffic.kilobytes)
    assert traffic.kilobytes <= LIMIT
    assert len(traffic.sizes) <= REQUESTS


def test_home_page_is_light(browser, site, record_property):
    traffic = visit(browser, site.url, "/", to_the_end=True)
    record_property("kilobytes", traffic.kilobytes)
    assert traffic.kilobytes <= HOME_LIMIT


def test_everything_is_counted(browser, tmp_path):
    (tmp_path / "style.css").write_text("/* */" * 20_000)
    (tmp_path / "page.html").write_text('<link rel="stylesheet" href="style.css"><link rel="icon" href="data:,">')
    with HTTPServer((HOST, 0), partial(SimpleHTTPRequestHandler, directory=tmp_path)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        traffic = visit(browser, f"http://{HOST}:{server.server_port}", "/page.html")
        server.shutdown()
    assert len(traffic.sizes) == 2
    assert 100 < traffic.kilobytes < 101
