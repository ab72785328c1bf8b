"""A directory of playgrounds with a facet, a few entries and the places they make known."""

from pathlib import Path

from django.core.management import call_command

import pytest
import yaml

from cms import freshness
from directories import places
from directories.importing import mapping
from directories.models import DirectoryPage
from tests import factories
from tests.directories.small_source import GOOD, MAPPING


@pytest.fixture
def index(city):
    return factories.DirectoryIndexPageFactory(parent=city.home)


@pytest.fixture
def playgrounds(index) -> DirectoryPage:
    page = factories.DirectoryPageFactory(parent=index, title="Spielplätze", summary="Wo Kinder spielen.")
    page.fields.create(key="art", label="Art", kind="choice", is_facet=True, in_list=True, sort_order=0)
    page.fields.create(key="merkmal", label="Licht", kind="yes_no", is_facet=True, sort_order=1)
    page.fields.create(key="website", label="Website", kind="link", sort_order=2)
    page.save_revision().publish()
    return DirectoryPage.objects.get(pk=page.pk)


@pytest.fixture
def entries(playgrounds) -> dict:
    """Four playgrounds: north to south Nordpark, Ölberg, Am Park, Ruhrufer; the last one without a position."""
    north = factories.DistrictFactory(number="III", name="Nord", slug="nord", statistical_districts="Bergen/Hiltrop")
    rows = {
        "nord": {"name": "Nordpark", "street": "Nordstr. 1", "postcode": "44805", "district": north},
        "oel": {"name": "Ölberg", "street": "Ölstraße 5 a", "postcode": "44801"},
        "park": {"name": "Am Park", "street": "Parkstr. 9", "postcode": "44801"},
        "ruhr": {"name": "Ruhrufer", "street": "Am Fluss"},
    }
    said = {
        "nord": {"art": ["Spielplatz", "Bolzplatz"], "merkmal": True},
        "oel": {"art": ["Spielplatz"], "website": "https://oel.example/plan"},
        "park": {"art": ["Bolzplatz"], "merkmal": False},
    }
    positions = {"nord": (51.52, 7.25), "oel": (51.50, 7.25), "park": (51.48, 7.25)}
    found = {}
    for key, row in rows.items():
        latitude, longitude = positions.get(key, (None, None))
        found[key] = factories.EntryFactory(
            directory=playgrounds,
            external_id=key,
            values=said.get(key, {}),
            latitude=latitude,
            longitude=longitude,
            **row,
        )
    places.rebuild()
    freshness.forget()
    return found


@pytest.fixture
def directory(index) -> DirectoryPage:
    page = factories.DirectoryPageFactory(parent=index, title="Orte", slug="orte")
    page.fields.create(key="art", label="Art", kind="choice", is_facet=True)
    page.save_revision().publish()
    return DirectoryPage.objects.get(pk=page.pk)


@pytest.fixture
def source(tmp_path: Path, monkeypatch):
    """A function that makes this text the shipped file, mapped as MAPPING says, and imports it."""
    monkeypatch.setattr(mapping, "FOLDER", tmp_path)
    (tmp_path / "sources").mkdir()

    def run(text: str | bytes = GOOD, **changed) -> None:
        (tmp_path / "orte.yaml").write_text(yaml.safe_dump({"import": MAPPING | changed}, allow_unicode=True))
        data = text if isinstance(text, bytes) else text.encode()
        (tmp_path / "sources" / "orte.csv").write_bytes(data)
        call_command("import_directory", "orte")

    return run
