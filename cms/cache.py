"""Redis that may be dead or hung: it costs speed, never a page."""

import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.redis import RedisCache

from redis.exceptions import RedisError

# After a failure Redis is left alone for this long, seconds; a hung server would otherwise cost its timeout per call.
PAUSE = 30.0


class FailSoftRedisCache(RedisCache):
    """Django's Redis cache that answers like an empty cache while the server does not answer."""

    _paused_until = 0.0

    def _try(self, call: Callable[[], Any], otherwise: Any) -> Any:
        if time.monotonic() < FailSoftRedisCache._paused_until:
            return otherwise
        try:
            return call()
        except (RedisError, OSError):
            # On the class: each thread has a cache object of its own, the server is one.
            FailSoftRedisCache._paused_until = time.monotonic() + PAUSE
            return otherwise

    def add(self, *args, **kwargs):
        return self._try(lambda: super(FailSoftRedisCache, self).add(*args, **kwargs), False)

    def get(self, key, default=None, version=None):
        return self._try(lambda: super(FailSoftRedisCache, self).get(key, default, version), default)

    def set(self, *args, **kwargs):
        self._try(lambda: super(FailSoftRedisCache, self).set(*args, **kwargs), None)

    def touch(self, *args, **kwargs):
        return self._try(lambda: super(FailSoftRedisCache, self).touch(*args, **kwargs), False)

    def delete(self, *args, **kwargs):
        return self._try(lambda: super(FailSoftRedisCache, self).delete(*args, **kwargs), False)

    def get_many(self, *args, **kwargs):
        return self._try(lambda: super(FailSoftRedisCache, self).get_many(*args, **kwargs), {})

    def has_key(self, *args, **kwargs):
        return self._try(lambda: super(FailSoftRedisCache, self).has_key(*args, **kwargs), False)

    def incr(self, key, delta=1, version=None):
        value = self._try(lambda: super(FailSoftRedisCache, self).incr(key, delta, version), None)
        if value is None:
            # What Django's caches say of a key they do not have.
            raise ValueError(f"Key '{key}' not found.")
        return value

    def set_many(self, *args, **kwargs):
        return self._try(lambda: super(FailSoftRedisCache, self).set_many(*args, **kwargs), [])

    def delete_many(self, *args, **kwargs):
        self._try(lambda: super(FailSoftRedisCache, self).delete_many(*args, **kwargs), None)

    def clear(self):
        return self._try(lambda: super(FailSoftRedisCache, self).clear(), False)
