"""Who is responsible for me: the rules against a naive reading of the phone book, and what citizens and editors see."""

import string
from dataclasses import dataclass, field
from types import SimpleNamespace

from django.test import Client

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from services import responsibility, responsible
from services.models import Responsibility
from tests import factories
from tests.editor import save


@dataclass
class Rule:
    first: str = ""
    last: str = ""
    office_id: int = 1
    kind: str = "letter"
    district_id: int | None = None
    district: object = field(default=None)


def holds(rule: Rule, name: str) -> bool:
    """Read the rule as people do: not before the first, and with its first letters not behind the last."""
    name, first = responsibility.letters(name), responsibility.letters(rule.first)
    last = responsibility.letters(rule.last or rule.first)
    # "S" alone counts as the first of all names with S, as in the phone book.
    return name.ljust(len(first), "a") >= first and name[: len(last)] <= last


prefixes = st.text(st.sampled_from("abcsthz"), min_size=1, max_size=3)
names = st.text(st.sampled_from("abcsthz"), min_size=4, max_size=6)


@st.composite
def letter_rules(draw) -> Rule:
    first, last = sorted(draw(st.lists(prefixes, min_size=2, max_size=2)))
    return Rule(first.title(), draw(st.sampled_from([last.title(), ""])), draw(st.integers(1, 3)))


@given(letter_rules(), names)
@example(Rule("A", "F"), "Fuchs")
@example(Rule("Sa", "Sch"), "Schulz")
@example(Rule("Sci", "Sz"), "Schulz")
def test_a_rule_holds_for_the_names_between_its_letters(rule, name):
    assert bool(responsibility.find([rule], "letter", name)) == holds(rule, name)


@given(st.lists(letter_rules(), max_size=5), names)
def test_somebody_is_found_unless_a_gap_is_reported(rules, name):
    found = responsibility.find(rules, "letter", name)
    assert bool(found) == any(holds(rule, name) for rule in rules)
    if not responsibility.gaps(rules) and rules:
        assert found


@given(st.lists(letter_rules(), min_size=1, max_size=5), names)
def test_who_is_in_no_rule_is_in_a_reported_gap(rules, name):
    if not responsibility.find(rules, "letter", name):
        gaps = [Rule(*gap.split(" bis ")) for gap in responsibility.gaps(rules)]
        assert any(holds(gap, name) for gap in gaps)


@given(st.lists(letter_rules(), max_size=5), names)
def test_several_offices_for_one_name_are_reported(rules, name):
    found = responsibility.find(rules, "letter", name)
    if len({rule.office_id for rule in found}) > 1:
        assert responsibility.overlaps(rules)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Schulz", ["Sch"]),
        ("Stein", ["St"]),
        ("Seiler", ["S"]),
        ("S", ["S", "Sch", "St"]),
        ("Öztürk", ["A–R"]),
        ("Ährenfeld", ["A–R"]),
        ("ßmann", ["S"]),
        ("Ťažký", ["T–Z"]),
        ("Zygmunt", ["T–Z"]),
        ("O'Neill", ["A–R"]),
        ("  von der Heide", ["T–Z"]),
        ("王", []),
        ("123", []),
        ("", []),
    ],
)
def test_exceptions_umlauts_and_short_beginnings(asked, expected):
    rules = [Rule("A", "R"), Rule("S"), Rule("Sch"), Rule("St"), Rule("T", "Z")]
    found = responsibility.find(rules, "letter", asked)
    assert [f"{rule.first}–{rule.last}" if rule.last else rule.first for rule in found] == expected


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([], []),
        ([Rule("A", "Z")], []),
        ([Rule("A", "F"), Rule("G", "Z")], []),
        ([Rule("A", "F"), Rule("I", "Z")], ["G bis H"]),
        ([Rule("B", "Y")], ["A", "Z"]),
        ([Rule("A", "R"), Rule("Sch"), Rule("T", "Z")], ["S bis Scg", "Sci bis Sz"]),
        ([Rule("A", "Sch"), Rule("Sd", "Z")], ["Sci bis Scz"]),
        ([Rule("Ä", "Ü"), Rule("V", "Z")], []),
    ],
)
def test_gaps_are_named_by_their_letters(rules, expected):
    assert responsibility.gaps(rules) == expected


def test_the_alphabet_letter_by_letter_has_neither_gap_nor_overlap():
    rules = [Rule(letter, office_id=number) for number, letter in enumerate(string.ascii_uppercase)]
    assert responsibility.gaps(rules) == []
    assert responsibility.overlaps(rules) == []


def test_an_exception_is_no_overlap_but_a_shared_part_is():
    assert responsibility.overlaps([Rule("S", office_id=1), Rule("Sch", office_id=2)]) == []
    assert len(responsibility.overlaps([Rule("A", "F", 1), Rule("D", "K", 2)])) == 1
    assert responsibility.overlaps([Rule("A", "F", 1), Rule("D", "K", 1)]) == []


@pytest.mark.parametrize("asked", ["Bongardstraße", "bongardstr. 3a", "BONGARDSTRASSE 12", "Bongardstr 5-7"])
def test_streets_are_found_however_they_are_written(asked):
    rules = [Rule("Bongardstraße", kind="street"), Rule("Straße des 17. Juni", kind="street")]
    assert responsibility.find(rules, "street", asked) == rules[:1]


def test_a_street_that_only_begins_alike_is_another_one():
    assert responsibility.find([Rule("Am Markt", kind="street")], "street", "Am Marktplatz") == []


def test_the_same_district_street_or_case_twice_is_reported():
    north = SimpleNamespace(slug="nord")
    rules = [
        *(Rule(kind="district", district_id=1, district=north, office_id=number) for number in (1, 2)),
        *(Rule("Am Ring", kind="street", office_id=number) for number in (1, 2)),
        *(Rule("Umzug", kind="case", office_id=number) for number in (1, 2)),
    ]
    assert len(responsibility.overlaps(rules)) == 3
    assert len(responsibility.find(rules, "district", "nord")) == 2


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_nothing_anybody_types_breaks_it(first, last, asked):
    rules = [Rule(first, last), Rule(first, kind="street"), Rule(first, kind="case")]
    for kind in ("letter", "street", "case", "district"):
        responsibility.find(rules, kind, asked)
    responsibility.gaps(rules)
    responsibility.overlaps(rules)


class TestPage:
    @pytest.fixture
    def service(self, city):
        city.list = factories.ServiceListPageFactory(parent=city.home)
        return factories.ServicePageFactory(parent=city.services, title="Wohngeld")

    @pytest.fixture
    def offices(self, city, service):
        offices = [factories.OfficePageFactory(parent=city.offices, title=title) for title in ("Erste", "Zweite")]
        for number, (first, last) in enumerate((("A", "K"), ("L", "Y"))):
            Responsibility.objects.create(service=service, office=offices[number], first=first, last=last)
        return offices

    def page(self, address: str) -> BeautifulSoup:
        answer = Client().get(address)
        assert answer.status_code == 200
        return BeautifulSoup(answer.content, "html.parser")

    def test_the_list_names_services_with_rules_only(self, city, offices):
        factories.ServicePageFactory(parent=city.services, title="Perso")
        main = self.page("/zustaendigkeit/").main
        assert main.find("a", href="wohngeld/").text == "Wohngeld"
        assert "Perso" not in main.text
        assert main.find("a", href="tel:115")

    def test_a_plain_form_asks_and_the_answer_names_the_office(self, offices):
        form = self.page("/zustaendigkeit/wohngeld/").main.find("form")
        assert (form["method"], form["action"]) == ("get", "/zustaendigkeit/wohngeld/nachname/")
        assert form.find("input")["name"] == "q"
        answer = self.page("/zustaendigkeit/wohngeld/nachname/?q=M%C3%BCller").find("section", class_="outcome")
        assert answer.find("a", href=offices[1].get_url())
        assert "Erste" not in answer.text

    def test_no_match_leads_to_115(self, offices):
        answer = self.page("/zustaendigkeit/wohngeld/nachname/?q=Zander").find("section", class_="outcome")
        assert answer.find("a", href="tel:115")

    def test_names_are_kept_in_no_cache_and_no_search_engine(self, offices):
        answer = Client().get("/zustaendigkeit/wohngeld/nachname/?q=Meier")
        assert "no-store" in answer["Cache-Control"]
        page = BeautifulSoup(answer.content, "html.parser")
        assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"
        assert page.find("link", rel="canonical")["href"].endswith("/zustaendigkeit/wohngeld/")

    def test_what_was_typed_is_text(self, offices):
        answer = Client().get("/zustaendigkeit/wohngeld/nachname/?q=<script>alert(1)</script>")
        assert "<script>alert" not in answer.text

    @pytest.mark.parametrize(
        "address", ["/zustaendigkeit/gibt-es-nicht/", "/zustaendigkeit/wohngeld/farbe/", "/zustaendigkeit/perso/"]
    )
    def test_other_addresses_do_not_exist(self, city, offices, address):
        factories.ServicePageFactory(parent=city.services, title="Perso")
        assert Client().get(address).status_code == 404

    def test_districts_and_cases_are_chosen(self, service, offices):
        district = factories.DistrictFactory(number="VI", name="Südwest", slug="suedwest")
        Responsibility.objects.create(service=service, office=offices[0], kind="district", district=district)
        Responsibility.objects.create(service=service, office=offices[1], kind="case", first="Erstantrag")
        main = self.page("/zustaendigkeit/wohngeld/").main
        assert [option.text for option in main.find(id="stadtbezirk-q").find_all("option")][1:] == ["VI Südwest"]
        answer = self.page("/zustaendigkeit/wohngeld/stadtbezirk/?q=suedwest").find("section", class_="outcome")
        assert "Erste" in answer.text
        answer = self.page("/zustaendigkeit/wohngeld/fall/?q=Erstantrag").find("section", class_="outcome")
        assert "Zweite" in answer.text

    def test_an_office_that_is_not_live_is_replaced_by_115(self, offices):
        offices[0].unpublish()
        table = self.page("/zustaendigkeit/wohngeld/").main.table
        assert table.find("a", href="tel:115")

    def test_twenty_rules_cost_as_much_as_two(self, service, offices, django_assert_max_num_queries):
        for number in range(20):
            Responsibility.objects.create(service=service, office=offices[0], kind="case", first=f"Fall {number}")
        Client().get("/zustaendigkeit/wohngeld/")
        with django_assert_max_num_queries(10):
            Client().get("/zustaendigkeit/wohngeld/")

    def test_the_editor_hears_of_gaps_and_overlaps_and_may_publish(self, service, offices, editor):
        service.responsibilities.all().delete()
        rows = [
            {"office": offices[0].pk, "kind": "letter", "first": "A", "last": "M", "district": "", "note": ""},
            {"office": offices[1].pk, "kind": "letter", "first": "K", "last": "S", "district": "", "note": ""},
        ]
        answer = save(editor, service, rows={"responsibilities": rows})
        assert answer.status_code == 302
        service.refresh_from_db()
        told = responsible.notices(service)
        assert told == [
            "Für Nachnamen mit T bis Z ist niemand zuständig.",
            "Doppelt zuständig: „A bis M“ (Erste) und „K bis S“ (Zweite).",
        ]
        shown = editor.get(answer["Location"], follow=True).text
        assert "T bis Z ist niemand zuständig" in shown
        form = editor.get(f"/admin/pages/{service.pk}/edit/").text
        assert "Veröffentlichen geht trotzdem." in form
        assert "T bis Z ist niemand zuständig" in form

    def test_rules_without_gaps_show_no_notice(self, service, editor):
        assert "Veröffentlichen geht trotzdem." not in editor.get(f"/admin/pages/{service.pk}/edit/").text
