"""Whatever is typed: an answer, few statements, nothing written."""

from urllib.parse import quote, quote_from_bytes

from django.db import connection
from django.test.utils import CaptureQueriesContext

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search import index
from tests import factories

pytestmark = pytest.mark.django_db

NASTY = [
    '"',
    "'; DROP TABLE search_searchword; --",
    "\0",
    "%",
    "%%%s",
    "_",
    "*",
    "\\",
    "NEAR(hund)",
    "hund AND NOT (steuer",
    "-hund +steuer",
    "👩‍👩‍👧 🐕",
    "كلب مرخص",
    "\u202eretsis",
    "Собака",
    "ﷺ" * 200,
    "İ" * 200,
    "a\u0308" * 5_000,
    "hund " * 2_000,
    "x" * 10_000,
    "hundesteuer" * 1_000,
]
FUZZ = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
WORDS = st.sampled_from(
    ["hund", "Hundesteuer", "steuer", "anmelden", "ummelden", "des", "ß", "ä", "12", "%", '"', "\0"]
)


@pytest.fixture
def pages(city) -> None:
    titles = ("Hund anmelden", "Hundesteuer", "100 % Ermäßigung", "Straße_sperren")
    index.update(
        [factories.ServicePageFactory(parent=city.services, slug=f"s{n}", title=t).pk for n, t in enumerate(titles)]
    )


def ask(client, query: str) -> None:
    """Search as a browser does, with the query as it stands in the address."""
    with CaptureQueriesContext(connection) as captured:
        response = client.get(f"/suche/?q={query}")
    assert response.status_code == 200
    assert len(captured) <= 12
    assert all(statement["sql"].lstrip("(").startswith("SELECT") for statement in captured)


@pytest.mark.parametrize("query", NASTY, ids=range(len(NASTY)))
def test_nasty_queries(pages, client, query):
    client.get("/suche/?q=hund")
    ask(client, quote(query))


@FUZZ
@given(st.lists(WORDS | st.text(max_size=30), max_size=15).map(" ".join))
def test_any_text(pages, client, query):
    client.get("/suche/?q=hund")
    ask(client, quote(query))


@FUZZ
@given(st.binary(max_size=300))
def test_any_bytes(pages, client, query):
    client.get("/suche/?q=hund")
    ask(client, quote_from_bytes(query))
