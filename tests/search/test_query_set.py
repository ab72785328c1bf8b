"""The query set must stay fit to measure with: patterns, kinds, halves, coverage."""

import csv
import re
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
SOURCES = FIXTURES / "sources"
SOURCE_NAMES = ("bochum-services-demo.csv", "bochum-services-supplement.csv")
KINDS = {
    "exact",
    "everyday",
    "question",
    "life-situation",
    "typo",
    "compound",
    "english",
    "turkish",
    "arabic",
    "ukrainian",
}


def read_rows(name):
    text = (FIXTURES / "search" / name).read_text(encoding="utf-8")
    return [tuple(line.split("\t")) for line in text.splitlines()]


def half(query):
    return int(sha256(query.encode("utf-8")).hexdigest()[0], 16) % 2


QUERIES = read_rows("queries.tsv")
OUT_OF_DOMAIN = read_rows("out_of_domain.tsv")


@pytest.fixture(scope="module")
def titles():
    found = []
    for path in (SOURCES / name for name in SOURCE_NAMES):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            found += [row["leistung"] for row in csv.DictReader(stream)]
    return found


def matching(pattern, titles):
    return [title for title in titles if re.search(pattern, title, re.IGNORECASE)]


@pytest.mark.parametrize("rows", [QUERIES, OUT_OF_DOMAIN], ids=["queries", "out_of_domain"])
def test_rows_have_three_clean_columns(rows):
    for row in rows:
        assert len(row) == 3, row
        assert row[0], row
        assert all(cell == cell.strip() for cell in row), row


def test_no_query_appears_twice():
    counts = Counter(row[0].casefold() for row in QUERIES + OUT_OF_DOMAIN)
    assert [query for query, count in counts.items() if count > 1] == []


def test_every_pattern_matches_one_to_six_titles(titles):
    wrong = [(query, hits) for query, pattern, _ in QUERIES if not 1 <= len(hits := matching(pattern, titles)) <= 6]
    assert wrong == []


def test_every_title_is_the_target_of_two_queries(titles):
    counts = Counter(title for _, pattern, _ in QUERIES for title in matching(pattern, titles))
    assert [title for title in titles if counts[title] < 2] == []


def test_kinds_are_complete_and_large_enough():
    counts = Counter(kind for _, _, kind in QUERIES)
    assert set(counts) == KINDS
    assert len(QUERIES) >= 700
    assert min(counts.values()) >= 70, counts


def test_each_half_holds_enough_of_each_kind():
    counts = Counter((kind, half(query)) for query, _, kind in QUERIES)
    for kind in KINDS:
        for side in (0, 1):
            assert counts[kind, side] >= 30, (kind, side)


def test_out_of_domain_rows_have_no_target():
    assert len(OUT_OF_DOMAIN) >= 70
    assert {row[1:] for row in OUT_OF_DOMAIN} == {("", "out-of-domain")}
