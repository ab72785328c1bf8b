"""Statements of a page with warm memory, with the whole demo behind it: few, none twice, none writing."""

import re

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import pytest

from home.models import ContentPage, SectionPage
from services.models import OfficePage, ServicePage, TopicPage

LITERAL = re.compile(r"'(?:[^']|'')*'|\b\d+\b")
WRITING = ("INSERT", "UPDATE", "DELETE", "SAVEPOINT", "BEGIN")


def warm(address: str) -> list[str]:
    """Return the statements of the third visit."""
    client = Client()
    for _visit in range(2):
        assert client.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as statements:
        client.get(address)
    return [statement["sql"] for statement in statements]


def shape(statement: str) -> str:
    return LITERAL.sub("?", statement)


def assert_lean(address: str, limit: int) -> None:
    found = warm(address)
    assert len(found) <= limit, found
    shapes = [shape(statement) for statement in found]
    assert [statement for statement in found if shapes.count(shape(statement)) > 1] == []
    assert [statement for statement in found if statement.startswith(WRITING)] == []


@pytest.mark.parametrize(
    ("address", "limit"),
    [
        ("/", 15),
        ("/leistungen/", 8),
        ("/leistungen/a-z/", 8),
        ("/leistungen/personalausweis-beantragen/", 10),
        ("/themen/", 8),
        ("/themen/melden-ausweise/", 12),
        ("/lebenslagen/umzug/", 12),
        ("/dienststellen/", 8),
        ("/dienststellen/buergerbuero-mitte/", 10),
        ("/verzeichnisse/", 8),
        ("/verzeichnisse/stolpersteine/", 8),
        ("/verzeichnisse/spielplaetze/?q=platz&art=bolzplatz&nahe=44892", 8),
        ("/verzeichnisse/schulen/hochschule-bochum/", 8),
        ("/suche/?q=personalausweis", 12),
        ("/suche/?q=xyzzy", 12),
        ("/aktuelles/", 8),
        ("/veranstaltungen/", 8),
        ("/kontakt/", 8),
        ("/bildnachweise/", 8),
    ],
)
def test_a_page_stays_within_its_budget(demo, address, limit):
    assert_lean(address, limit)


def test_every_service_stays_within_the_budget(demo):
    for page in ServicePage.objects.live():
        assert_lean(page.get_url(), 10)


@pytest.mark.parametrize(("model", "limit"), [(TopicPage, 12), (OfficePage, 10), (ContentPage, 10), (SectionPage, 10)])
def test_every_page_of_a_kind_stays_within_its_budget(demo, model, limit):
    for page in model.objects.live():
        assert_lean(page.get_url(), limit)


def test_a_page_that_is_not_there_costs_little(demo):
    client = Client()
    client.get("/gibt-es-nicht/")
    with CaptureQueriesContext(connection) as statements:
        assert client.get("/gibt-es-nicht/").status_code == 404
    assert len(statements) <= 8
