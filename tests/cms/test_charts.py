"""Charts: the picture shows what the table says, whatever the numbers are."""

import csv
import io
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

from django.template.loader import render_to_string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms import charts
from cms.charts import Series

FIRST = date(2026, 11, 1)
VALUES = st.one_of(st.none(), st.integers(0, 10**7), st.floats(0, 10**7, allow_nan=False))


def days(count: int) -> list[date]:
    return [FIRST + timedelta(days=number) for number in range(count)]


@st.composite
def numbers(draw):
    count = draw(st.integers(1, 40))
    rows = draw(st.lists(st.lists(VALUES, min_size=count, max_size=count), min_size=1, max_size=4))
    return days(count), [Series(f"Reihe {place}", row) for place, row in enumerate(rows, start=1)]


@given(numbers())
def test_everything_lies_inside_the_picture(data):
    chart = charts.over_days("Verlauf", *data)
    spots = [spot for line in chart.lines for spot in line.dots]
    assert all(chart.left <= x <= chart.right and charts.TOP <= y <= chart.bottom for x, y in spots)
    assert all(0 <= tick.position <= chart.bottom for tick in chart.amounts)
    assert all(chart.left <= tick.position <= chart.right for tick in chart.days)
    assert all(line.label_y <= chart.height for line in chart.lines)


@given(numbers())
def test_a_larger_number_is_never_drawn_lower(data):
    (found, series) = data
    chart = charts.over_days("Verlauf", found, series)
    for line, drawn in zip(series, chart.lines, strict=True):
        heights = sorted(zip([value for value in line.values if value is not None], drawn.dots, strict=True))
        assert [y for _value, (_x, y) in heights] == sorted((y for _value, (_x, y) in heights), reverse=True)


@given(numbers())
def test_names_never_cover_each_other(data):
    heights = sorted(line.label_y for line in charts.over_days("Verlauf", *data).lines)
    assert all(low + charts.LINE_HEIGHT <= high for low, high in pairwise(heights))


@given(numbers())
def test_it_is_well_formed_and_has_every_number_as_a_table(data):
    chart = charts.over_days("Verlauf <1>", *data)
    html = render_to_string("components/chart.html", {"chart": chart, "id": "verlauf"})
    svg = ElementTree.fromstring(html[html.index("<svg") : html.index("</svg>") + 6])
    assert svg.get("aria-labelledby") == "verlauf-title verlauf-summary"
    assert html.count("<td>") == len(data[0]) * len(data[1])
    assert "style=" not in html


def test_gaps_stay_gaps():
    (line,) = charts.over_days("Verlauf", days(5), [Series("a", [1, 2, None, 3, 4])]).lines
    assert [len(points.split()) for points in line.points] == [2, 2]
    assert len(line.dots) == 4


def test_one_day_is_a_dot_in_the_middle():
    chart = charts.over_days("Verlauf", days(1), [Series("a", [7])])
    (line,) = chart.lines
    assert line.points == []
    assert line.dots[0][0] == (chart.left + chart.right) // 2


def test_days_keep_their_distance():
    found = [FIRST, FIRST + timedelta(days=1), FIRST + timedelta(days=10)]
    chart = charts.over_days("Verlauf", found, [Series("a", [1, 1, 1])])
    first, second, third = (x for x, _y in chart.lines[0].dots)
    assert third - first == pytest.approx(10 * (second - first), abs=10)


def test_few_days_are_named_always_the_first_and_the_last():
    chart = charts.over_days("Verlauf", days(365), [Series("a", [1] * 365)])
    assert len(chart.days) == charts.MAX_DAYS
    assert (chart.days[0].text, chart.days[-1].text) == ("01.11.2026", "31.10.2027")


def test_without_days_there_is_no_chart():
    assert charts.over_days("Verlauf", [], []) is None


@pytest.mark.parametrize(
    ("value", "top"),
    [(0, 4), (3, 4), (4, 4), (5, 8), (81, 100), (198, 200), (201, 400), (1_001, 2_000), (9_999, 10_000)],
)
def test_an_axis_ends_at_a_round_number(value, top):
    assert charts.nice_top(value) == top


@given(st.floats(0, 10**9, allow_nan=False))
def test_an_axis_is_never_too_short_nor_much_too_long(value):
    top = charts.nice_top(value)
    assert value <= top
    assert top <= max(charts.STEPS * 2, value * 2.6)
    assert top % charts.STEPS == 0


def test_the_summary_says_where_it_began_and_where_it_is():
    chart = charts.over_days("Verlauf", days(3), [Series("online", [12, 13, 1_500])])
    assert chart.summary == "01.11.2026 bis 03.11.2026: online 12 → 1.500"


def test_a_file_opens_in_a_table_program_and_runs_nothing():
    text = charts.as_csv(["Leistung", "Zahl"], [["Größe; Maß", 3], ["=1+1", "@x"], ["-3", "–"]])
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert rows == [["Leistung", "Zahl"], ["Größe; Maß", "3"], ["'=1+1", "'@x"], ["-3", "–"]]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "+1+", "-2+3+", "- 1+", "-1/", "+(1)"])
@pytest.mark.parametrize("rest", ["cmd|' /C calc'!A0", "SUM(A1)"])
def test_no_cell_and_no_head_is_a_formula(start, rest):
    text = charts.as_csv([start + rest], [[start + rest]])
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert rows == [[f"'{start}{rest}"]] * 2


@given(st.one_of(st.integers(), st.decimals(allow_nan=False, allow_infinity=False).map(lambda number: f"{number:f}")))
def test_numbers_stay_numbers_in_a_file(number):
    assert charts.harmless(str(number)) == str(number)
