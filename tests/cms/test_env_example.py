from pathlib import Path

import pytest

from cms.settings.env import SCHEMA

ROOT = Path(__file__).resolve().parent.parent.parent
LINES = [line for line in (ROOT / ".env.example").read_text().splitlines() if line and not line.startswith("#")]
EXAMPLE = dict(line.split("=", 1) for line in LINES)


def test_env_example_names_exactly_the_variables_the_settings_read():
    assert sorted(EXAMPLE) == sorted(SCHEMA)


@pytest.mark.parametrize("name", sorted(SCHEMA))
def test_env_example_shows_the_default(name):
    _type, default = SCHEMA[name]
    shown = EXAMPLE[name]
    assert shown == (str(default).lower() if isinstance(default, bool | int) else default or "")


def test_env_example_explains_every_variable():
    text = (ROOT / ".env.example").read_text().splitlines()
    assert all(text[number - 1].startswith("#") for number, line in enumerate(text) if line in LINES)
