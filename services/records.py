"""Hands the shared records (documents, laws, accounts, trust levels) to the rows that name them."""

from collections.abc import Iterable
from typing import Any

from cms import freshness
from services.models.online import Account, TrustLevel
from services.models.records import DocumentRecord, Law

# Relation of the page, field of the row, records.
SHOWN: tuple[tuple[str, str, type[Any]], ...] = (
    ("documents", "record", DocumentRecord),
    ("legal_bases", "law", Law),
    ("online_services", "account", Account),
    ("online_services", "trust_level", TrustLevel),
)
RELATIONS = frozenset(relation for relation, _field, _model in SHOWN)


def attach(services: Iterable[Any], relations: Iterable[str] = RELATIONS) -> None:
    """Give the rows in these relations of services their published records; one that is only a draft is left out.

    The four tables are small and change rarely: read once per generation, kept in memory.
    """
    for service in services:
        for relation, field, model in SHOWN:
            if relation not in relations:
                continue
            records = _published(model)
            for row in getattr(service, relation).all():
                setattr(row, field, records.get(getattr(row, f"{field}_id")))


def _published(model: type[Any]) -> dict[int, Any]:
    return freshness.remember(f"records-{model.__name__}", lambda: model.objects.filter(live=True).in_bulk())
