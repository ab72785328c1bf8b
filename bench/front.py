"""The demo as a visitor in production meets it: behind nginx, with the public process."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.engines.demo import TEMPLATE, demo_site
from tests.engines.front import front


@contextmanager
def demo_behind_nginx() -> Iterator[str]:
    """Yield the visitors' address of a demo on SQLite."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (
            demo_site(folder, PROCESS="public", TRUSTED_PROXIES="1") as app,
            front(f"127.0.0.1:{app.port}", folder / "nginx", static=TEMPLATE.static, media=folder / "media") as proxy,
        ):
            yield proxy.url
