"""The published description is that of the code."""

import json
from pathlib import Path

from django.core.management import call_command

from tests.services.api.asking import PROMISED, fetch

SCHEMA = Path(__file__).resolve().parents[3] / "docs" / "api" / "openapi.json"


def test_the_published_description_is_that_of_the_code(client, db, tmp_path):
    call_command("api_schema", stdout=(tmp_path / "schema").open("w"))
    code = json.loads((tmp_path / "schema").read_text())
    assert json.loads(SCHEMA.read_text()) == code, "manage.py api_schema > docs/api/openapi.json"
    assert fetch(client, "/api/v1/openapi.json") == code


def test_every_answer_is_described_and_every_field_typed():
    schema = json.loads(SCHEMA.read_text())
    assert set(schema["paths"]) >= {
        f"/api/v1/{name}{part}" for name in ("services", "offices", "disruptions") for part in ("", "/{number}")
    }
    for path in schema["paths"].values():
        assert set(path) == {"get"}
        assert {"200", "404", "422"} <= set(path["get"]["responses"])
    assert set(schema["components"]["schemas"]["ServiceOut"]["properties"]) >= PROMISED
