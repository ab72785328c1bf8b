"""Runs the measuring scripts beside this module in a page.

They go in through the debugging interface of the browser: the content policy of the page stays in force.
"""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

FOLDER = Path(__file__).parent


@cache
def source(name: str) -> str:
    # `shared.js` defines functions that several scripts need; each script is one function.
    shared, script = ((FOLDER / file).read_text() for file in ("shared.js", name))
    return f"(argument) => {{ {shared}\nreturn ({script.rstrip().rstrip(';')})(argument); }}"


def run(page: Page, name: str, argument: Any = None) -> Any:
    return page.evaluate(source(name), argument)
