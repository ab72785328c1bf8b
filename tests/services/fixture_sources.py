"""The committed CSV and YAML as records, and the numbers in their texts in one spelling."""

import csv
import re
from collections import Counter
from decimal import Decimal
from itertools import chain
from pathlib import Path

import yaml

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
NUMBER = re.compile(r"\d{4}-\d\d-\d\d|\d\d\.\d\d\.\d{4}|\d+:\d\d|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")


def read_csv(name: str) -> list[dict[str, str]]:
    with (FIXTURES / "sources" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_yaml(name: str, folder: str = "services") -> list[dict]:
    return yaml.safe_load((FIXTURES / folder / f"{name}.yaml").read_text(encoding="utf-8"))


def german(amount: str) -> Decimal:
    return Decimal(amount.replace(".", "").replace(",", "."))


def numbers(text: str) -> Counter:
    return Counter(map(_one_spelling, NUMBER.findall(text)))


def _one_spelling(token: str) -> str:
    """Write every date as ISO, full hours as a number, and drop decimals of nought: "46,00" is 46."""
    if re.fullmatch(r"\d\d\.\d\d\.\d{4}", token):
        return "-".join(reversed(token.split(".")))
    if ":" in token:
        return token.removesuffix(":00").removeprefix("0")
    return format(german(token).normalize(), "f") if re.search("[.,]", token) else token


def words(*texts: str) -> Counter:
    return Counter(re.findall(r"[^\W\d_]+", " ".join(texts).lower()))


def internal_pieces(notes: str) -> list[str]:
    """Cut a note into pieces long enough to recognise it wherever one of them turns up."""
    pieces = [piece.strip() for piece in re.split(r"[;,:()„“]", notes.lower())]
    return [piece for piece in pieces if len(piece) > 8 and " " in piece]


ROWS = {row["nr"]: row for row in [*read_csv("bochum-services-demo"), *read_csv("bochum-services-supplement")]}
SOURCE_OFFICES = {row["stelle"]: row for row in read_csv("bochum-stellen")}
TOPICS = read_yaml("topics")
BY_TOPIC = {topic["slug"]: read_yaml(topic["slug"]) for topic in TOPICS if topic["kind"] == "topic"}
SERVICES = list(chain.from_iterable(BY_TOPIC.values()))
OFFICES = read_yaml("offices")
EXAMPLES = read_yaml("examples")
LAWS, DOCUMENTS, ACCOUNTS, TRUST_LEVELS, CONTACTS, DISRUPTIONS = (
    read_yaml(name, "records") for name in ("laws", "documents", "accounts", "trust_levels", "contacts", "disruptions")
)
