"""The application dies: what has been seen once is still there, the rest says so in German."""

import signal
import time

import pytest

from tests.engines.processes import signal_group
from tests.faults.visitor import Answer, ask

SEEN = ("/", "/leistungen/", "/leistungen/a-z/", "/kontakt/", "/suche/?q=perso")


@pytest.fixture(scope="module")
def dead(house):
    for path in SEEN:
        assert ask(house.front.url, path).status == 200
    # Past the second for which pages are kept without asking.
    time.sleep(2.5)
    signal_group(house.public.process, signal.SIGKILL)
    house.public.process.wait()
    return house


@pytest.fixture
def get(dead):
    def get(path: str) -> Answer:
        return ask(dead.front.url, path)

    return get


def test_pages_seen_before_answer_at_once(get):
    answers = [get(path) for _ in range(10) for path in SEEN]

    assert {answer.status for answer in answers} == {200}
    assert sorted(answer.seconds for answer in answers)[len(answers) // 2] < 0.05


def test_pages_never_seen_say_what_happened(get):
    answer = get("/gebaerdensprache/")

    assert answer.status == 502
    assert "gerade nicht erreichbar" in answer.text
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_style_sheets_answer(get):
    assert get("/static/css/main.css").status == 200
