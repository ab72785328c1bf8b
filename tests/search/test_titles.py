"""Every title of a service finds its page first, however it is typed."""

from pathlib import Path

import pytest
import yaml

from search import index
from tests import factories

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "services"
WITHOUT_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "Ä": "A", "Ö": "O", "Ü": "U", "ß": "ss"})
WITH_PAIRS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def spellings(title: str) -> set[str]:
    """Return the title as people type it."""
    in_words = " ".join("".join(sign if sign.isalnum() else " " for sign in title).split())
    ways = (title, title.upper(), in_words, title.translate(WITHOUT_UMLAUTS), title.translate(WITH_PAIRS))
    return {title, *(way.lower() for way in ways)}


def rows(name: str) -> list[dict]:
    return yaml.safe_load((FIXTURES / name).read_text(encoding="utf-8"))


def service_rows() -> list[dict]:
    names = sorted(
        path.name
        for path in FIXTURES.glob("*.yaml")
        if path.name not in {"topics.yaml", "offices.yaml", "examples.yaml"}
    )
    return [row for name in names for row in rows(name)]


@pytest.fixture
def catalogue(city) -> dict[str, int]:
    """All services of the fixtures, with topics and offices as rivals: title → page."""
    services = {
        row["title"]: factories.ServicePageFactory(
            parent=city.services,
            slug=row["slug"],
            title=row["title"],
            summary=row.get("summary", ""),
            official_name=row.get("official_name", ""),
        ).pk
        for row in service_rows()
    }
    rivals = [
        factory(parent=parent, slug=f"rival-{row['slug']}", title=row["title"], summary=row.get("summary", "")).pk
        for name, factory, parent in (
            ("topics.yaml", factories.TopicPageFactory, city.topics),
            ("offices.yaml", factories.OfficePageFactory, city.offices),
        )
        for row in rows(name)
    ]
    index.update([*services.values(), *rivals])
    return services


def test_every_title_finds_its_page_first_in_every_spelling(catalogue, found):
    assert len(catalogue) > 200
    missed = [
        spelling for title, page in catalogue.items() for spelling in spellings(title) if found(spelling)[:1] != [page]
    ]
    assert missed == []
