"""Departments, districts, alerts and pictures of the demo, read as YAML."""

from pathlib import Path
from typing import Any

import yaml

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"


def load(relative: str) -> Any:
    return yaml.safe_load((FIXTURES / relative).read_text(encoding="utf-8"))


def test_departments_name_earlier_parents():
    seen: set[str] = set()
    for department in load("pages/departments.yaml"):
        assert department.get("parent") is None or department["parent"] in seen
        assert len(department["slug"]) <= 50
        seen.add(department["slug"])


def test_six_districts_with_thirty_statistical_districts():
    districts = load("pages/districts.yaml")
    assert [district["number"] for district in districts] == ["I", "II", "III", "IV", "V", "VI"]
    assert sum(len(district["statistical_districts"]) for district in districts) == 30


def test_alerts_say_that_they_are_an_exercise():
    for alert in load("pages/alerts.yaml"):
        assert alert["title"].startswith("Übung: ")
        assert alert["start"] < alert["end"]
        assert len(alert["text"]) <= 600


def test_pictures_exist_with_author_licence_and_words():
    images = load("media/images.yaml")
    keys = [image["key"] for image in images]
    assert len(keys) == len(set(keys))
    for image in images:
        assert image["author"]
        assert image["licence"]
        assert image["is_decorative"] or image["description"]
        assert 0 < (FIXTURES / "media" / image["file"]).stat().st_size <= 150_000
        assert (FIXTURES / "media" / "src" / f"{image['key']}.svg").exists()
