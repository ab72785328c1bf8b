"""The live buildings with their hours: some dozens, read once per generation, shown by hundreds of offices."""

from cms import freshness
from cms.rows import fetch_rows
from services.models.building import Building


def current() -> dict[int, Building]:
    """Return all live buildings by id. Two statements, once per generation."""
    return freshness.remember("buildings", _read)


def _read() -> dict[int, Building]:
    found = list(Building.objects.filter(live=True).select_related("district"))
    fetch_rows(found, Building.row_relations)
    return {building.pk: building for building in found}
