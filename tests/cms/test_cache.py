"""Redis dead or hung costs speed, never a page (real redis-server)."""

import signal
import time

from django.core.cache import caches
from django.test import Client

import pytest

from cms.cache import FailSoftRedisCache
from tests.engines.processes import free_port, signal_group
from tests.engines.redis import RedisServer

# What a request may take longer than without any cache; the machine of the tests may be busy.
EXTRA = 0.5


@pytest.fixture
def cache(settings):
    """A function that makes the site use the Redis at this URL."""

    def use(url: str) -> FailSoftRedisCache:
        settings.CACHES = {
            "default": {
                "BACKEND": "cms.cache.FailSoftRedisCache",
                "LOCATION": url,
                "OPTIONS": {"socket_connect_timeout": 0.1, "socket_timeout": 0.1},
            }
        }
        return caches["default"]

    FailSoftRedisCache._paused_until = 0.0
    yield use
    FailSoftRedisCache._paused_until = 0.0


def use_everything(cache: FailSoftRedisCache) -> list:
    """Call every method; return what an empty cache says."""
    cache.set("a", 1)
    cache.set_many({"b": 2})
    cache.delete_many(["b"])
    with pytest.raises(ValueError, match="not found"):
        cache.incr("nobody")
    return [
        cache.get("a", "nothing"),
        cache.get_many(["a"]),
        cache.has_key("a"),
        cache.touch("a"),
        cache.delete("a"),
        cache.add("c", 3),
        cache.get_or_set("d", 4),
        "a" in cache,
        cache.clear(),
    ]


EMPTY = ["nothing", {}, False, False, False, False, 4, False, False]


def test_a_living_redis_is_used(cache, redis: RedisServer):
    store = cache(redis.url)
    store.set("a", {"b": [1]})
    store.set("n", 1)

    assert store.get("a") == {"b": [1]}
    assert store.get_many(["a", "n"]) == {"a": {"b": [1]}, "n": 1}
    assert store.incr("n") == 2
    assert store.delete("a") is True
    assert store.get("a") is None


def test_a_redis_that_is_not_there_is_an_empty_cache(cache):
    store = cache(f"redis://127.0.0.1:{free_port()}/0")

    assert use_everything(store) == EMPTY


def test_a_hung_redis_costs_its_timeout_once(cache, redis: RedisServer):
    store = cache(redis.url)
    store.set("a", 1)
    signal_group(redis.process, signal.SIGSTOP)
    start = time.monotonic()

    assert use_everything(store) == EMPTY
    assert time.monotonic() - start < EXTRA


def test_a_redis_that_comes_back_is_used_again(cache, redis: RedisServer):
    store = cache(redis.url)
    signal_group(redis.process, signal.SIGSTOP)
    store.set("a", 1)
    signal_group(redis.process, signal.SIGCONT)
    assert store.get("a") is None

    # The pause is over.
    FailSoftRedisCache._paused_until = time.monotonic()
    store.set("b", 2)

    assert store.get("b") == 2


@pytest.mark.parametrize("fault", ["dead", "hung"])
def test_pages_are_served_all_the_same(cache, redis: RedisServer, city, client: Client, fault):
    cache(redis.url)
    assert client.get("/").status_code == 200
    signal_group(redis.process, signal.SIGKILL if fault == "dead" else signal.SIGSTOP)
    start = time.monotonic()

    for path in ("/", "/leistungen/", "/suche/?q=perso", "/admin/login/"):
        assert client.get(path).status_code == 200
    assert time.monotonic() - start < 4 * EXTRA + 2
