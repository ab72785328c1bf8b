"""Requests for one page at the same moment share a render."""

import threading
import time

from django.http import HttpResponse, StreamingHttpResponse

import pytest

from cms import burst


@pytest.fixture(autouse=True)
def _no_flights():
    burst._flights.clear()
    yield
    burst._flights.clear()


class Renderer:
    """Renders slowly and counts."""

    def __init__(self, make=lambda: HttpResponse("Text", headers={"ETag": 'W/"1"'})):
        self.make = make
        self.count = 0

    def __call__(self) -> HttpResponse:
        self.count += 1
        time.sleep(0.05)
        return self.make()


def test_a_burst_costs_one_render():
    renderer = Renderer()
    arrived = time.time()
    answers: list[HttpResponse] = []
    threads = [threading.Thread(target=lambda: answers.append(burst.share("/", arrived, renderer))) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # One that stood in the queue of the server all the while.
    answers.append(burst.share("/", arrived, renderer))

    assert renderer.count == 1
    assert {(answer.content, answer["ETag"]) for answer in answers} == {(b"Text", 'W/"1"')}
    assert len({id(answer) for answer in answers}) == len(answers)


def test_who_arrives_after_the_render_gets_a_new_one():
    renderer = Renderer()
    burst.share("/", time.time(), renderer)
    burst.share("/", time.time() + 0.001, renderer)

    assert renderer.count == 2


def test_other_pages_are_other_renders():
    renderer = Renderer()
    arrived = time.time()
    burst.share(("/", 1), arrived, renderer)
    burst.share(("/", 2), arrived, renderer)

    assert renderer.count == 2


@pytest.mark.parametrize(
    "make", [lambda: HttpResponse(status=404), lambda: StreamingHttpResponse([b"Datei"])], ids=["not found", "file"]
)
def test_only_whole_pages_are_shared(make):
    renderer = Renderer(make)
    arrived = time.time()
    burst.share("/", arrived, renderer)
    burst.share("/", arrived, renderer)

    assert renderer.count == 2


def test_a_failed_render_leaves_the_next_one_alone():
    def broken() -> HttpResponse:
        raise RuntimeError

    arrived = time.time()
    with pytest.raises(RuntimeError):
        burst.share("/", arrived, broken)

    assert burst.share("/", arrived, Renderer()).content == b"Text"


def test_few_are_remembered():
    for number in range(burst.MAX_FLIGHTS + 20):
        burst.share(number, time.time(), lambda: HttpResponse("Text"))

    assert len(burst._flights) == burst.MAX_FLIGHTS


def test_nothing_is_remembered_for_long(monkeypatch):
    burst.share("old", time.time(), lambda: HttpResponse("Text"))
    monkeypatch.setattr(burst, "PATIENCE", -1.0)
    burst.share("new", time.time(), lambda: HttpResponse("Text"))

    assert "old" not in burst._flights


def test_the_front_says_when_a_request_arrived(city, client):
    headers = {"X-Request-Start": f"{time.time():.3f}"}

    assert client.get("/leistungen/", headers=headers).content == client.get("/leistungen/", headers=headers).content
    assert len(burst._flights) == 1
    client.get("/leistungen/", headers={"X-Request-Start": "gestern"})
    assert len(burst._flights) == 1
