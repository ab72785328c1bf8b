"""How the tests of the interface ask, and what they ask about."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms import freshness
from services import models

SERVICES, OFFICES, DISRUPTIONS = "/api/v1/services", "/api/v1/offices", "/api/v1/disruptions"
# The fields a service has at least.
PROMISED = {
    *("id", "title", "slug", "url", "language", "leika_keys", "fees", "documents", "online_services", "offices"),
    *("topics", "updated_at"),
}


def disrupt(**values) -> models.Disruption:
    target = models.DisruptionTarget(**{name: values.pop(name) for name in ("service", "office") if name in values})
    found = models.Disruption(**{"title": "Drucker kaputt", "live": True} | values)
    found.targets = [target]
    found.save()
    freshness.forget()
    return found


def fetch(client, address: str, **query):
    response = client.get(address, query)
    assert response.status_code == 200, response.text
    return response.json()


def statements(client, address: str, **query) -> list[str]:
    fetch(client, address, **query)
    with CaptureQueriesContext(connection) as captured:
        fetch(client, address, **query)
    return [found["sql"] for found in captured.captured_queries]
