"""Finds the program of an engine, or says what to install."""

import os
import shutil
from pathlib import Path

import pytest


def program(name: str, package: str, *patterns: str) -> str:
    """Return the path of a program, from PATH or among `patterns`; without it the test is skipped, in CI it fails."""
    found = shutil.which(name) or next((str(path) for pattern in patterns for path in newest_first(pattern)), None)
    if found is None:
        missing(f"{name} fehlt: apt-get install {package} (als root), oder scripts/install_test_tools.sh")
    assert found is not None
    return found


def missing(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def newest_first(pattern: str) -> list[Path]:
    root = Path("/")
    return sorted(root.glob(pattern.lstrip("/")), reverse=True)
