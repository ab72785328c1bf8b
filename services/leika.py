"""Keys of the service catalogue of the German states: 99 GGG OOO VVV DDD (group, object, action, detail)."""

import csv
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.validators import RegexValidator

SOURCE = Path(settings.BASE_DIR) / "fixtures" / "sources" / "leika_leistungen.csv"

validate_key = RegexValidator(r"^99\d{12}$", "Ein LeiKa-Schlüssel hat 14 Ziffern und beginnt mit 99.")


def formatted(key: str) -> str:
    """Return the key as people read it: "99 008 001 012 000"."""
    return " ".join((key[:2], key[2:5], key[5:8], key[8:11], key[11:]))


def is_known(key: str) -> bool:
    """Whether the list of 2019 has the key. A newer one is missing there: a reason to look twice, never an error."""
    return key in _keys_of_2019()


@cache
def _keys_of_2019() -> frozenset[str]:
    with SOURCE.open(encoding="utf-8", newline="") as file:
        return frozenset(row["leika_schluessel"] for row in csv.DictReader(file))
