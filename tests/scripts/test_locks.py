"""The lists of packages hold names, versions and hashes; where they are fetched from is for each machine to say."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = [*sorted(ROOT.glob("requirements/*.txt")), ROOT / "package-lock.json", ROOT / "tools/bench/package-lock.json"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_lock_names_no_address(lock):
    assert [line for line in lock.read_text().splitlines() if "://" in line] == []
