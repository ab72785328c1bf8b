"""What is wrong or missing is said in German and in one form; nothing odd breaks the interface."""

import json
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.api.asking import DISRUPTIONS, OFFICES, SERVICES


@pytest.mark.parametrize(
    ("query", "name", "message"),
    [
        ("page=0", "page", "Mindestens 1."),
        ("page=10001", "page", "Höchstens 10000."),
        ("page=eins", "page", "Erwartet wird eine ganze Zahl."),
        ("page=" + "9" * 5_000, "page", "Erwartet wird eine ganze Zahl."),
        ("per_page=1001", "per_page", "Höchstens 1000."),
        ("lang=xx", "lang", "Möglich sind: de, de-simple, en, tr, ar, uk."),
    ],
)
def test_a_wrong_value_is_named_in_german(client, city, query, name, message):
    response = client.get(f"{SERVICES}?{query}")
    assert response.status_code == 422
    found = response.json()
    assert (found["status"], found["fields"]) == (422, [{"name": name, "message": message}])
    assert found["message"].startswith("Die Anfrage enthält")
    assert response["Content-Type"].startswith("application/json")


def test_offices_and_disruptions_come_a_hundred_at_a_time(client, city):
    for address in (OFFICES, DISRUPTIONS):
        assert client.get(address, {"per_page": 100}).status_code == 200
        assert client.get(address, {"per_page": 101}).status_code == 422


@pytest.mark.parametrize(
    "address",
    [
        *(f"{SERVICES}/x", f"{SERVICES}/{UUID(int=1)}", f"{OFFICES}/1", f"{DISRUPTIONS}/x", f"{DISRUPTIONS}/9" * 30),
        *("/api/v1/", "/api/v1/nix", "/api/v1/services/", "/api/v1/docs", "/api/v1/openapi.json/"),
    ],
)
def test_what_is_not_there_is_said_in_the_same_form(client, city, address):
    response = client.get(address)
    assert response.status_code == 404
    assert response.json() == {"status": 404, "message": "Das gibt es hier nicht.", "fields": []}


ODD = st.one_of(
    st.text(max_size=60),
    st.integers().map(str),
    st.floats().map(str),
    st.sampled_from(
        ["", "-0", "+1", "0x10", "1e9", "٣", "１", "true", "[1]", "null", "%00", "de-", "DE", " de", "9" * 400]
    ),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from([SERVICES, OFFICES, DISRUPTIONS]),
    number=st.one_of(st.none(), st.text(max_size=40), st.uuids().map(str)),
    query=st.dictionaries(
        st.one_of(st.sampled_from(["lang", "page", "per_page"]), st.text(max_size=8)), ODD, max_size=4
    ),
)
def test_nothing_odd_breaks_it(client, city, kind, number, query):
    address = kind if number is None else f"{kind}/{number.replace('?', '').replace('#', '')}"
    response = client.get(address, query)
    assert response.status_code in {200, 400, 404, 422}
    if response.status_code in {200, 422}:
        json.loads(response.content)
