"""Decision helpers: the check of the graph against a naive reference, the picture, and the pages."""

from itertools import product

from django.test import Client

from wagtail.test.utils.form_data import inline_formset

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from services import graph_layout
from services.decision_graph import MAX_QUESTIONS, Answer, Node, circle, problems, reached
from services.graph_layout import Spot, across, down
from services.models import DecisionAnswer, DecisionNode, DecisionPage
from tests import factories
from tests.editor import errors, form_data, save


def question(key: str, *targets: str) -> Node:
    return Node(key, "question", key, tuple(Answer(f"a{n}", f"a{n}", target) for n, target in enumerate(targets)))


def outcome(key: str, has_target: bool = True) -> Node:
    return Node(key, "outcome", key, (), has_target)


KEYS = "abcdef"


@st.composite
def graphs(draw) -> list[Node]:
    """Right and wrong helpers: up to six nodes, answers to any of them or to nothing."""
    size = draw(st.integers(1, 6))
    keys = draw(st.permutations(KEYS[:size])) if draw(st.booleans()) else list(KEYS[:size])
    targets = st.lists(st.sampled_from([*KEYS[:size], "fehlt"] if draw(st.booleans()) else KEYS[:size]), max_size=3)
    return [
        question(key, *draw(targets))
        if draw(st.booleans())
        else outcome(key, draw(st.sampled_from([True, True, False])))
        for key in keys
    ]


def naive_is_right(nodes: list[Node]) -> bool:
    """Say the same as the rules of the handbook, by trying all ways."""
    keys = [node.key for node in nodes]
    by_key = {node.key: node for node in nodes}
    if len(set(keys)) < len(keys) or nodes[0].kind != "question":
        return False
    for node in nodes:
        is_question = node.kind == "question"
        if is_question != bool(node.answers) or any(answer.leads_to not in keys for answer in node.answers):
            return False
        if not is_question and not node.has_target:
            return False
    seen, ways = set(), [(keys[0],)]
    while ways:
        way = ways.pop()
        seen.add(way[-1])
        if len(way) > len(set(way)) or len(way) > MAX_QUESTIONS + 1:
            return False
        ways += [(*way, answer.leads_to) for answer in by_key[way[-1]].answers]
    return seen == set(keys)


@given(graphs())
def test_a_helper_is_right_when_every_way_ends_at_an_outcome_and_none_is_left_out(nodes):
    assert (problems(nodes) == []) == naive_is_right(nodes)


@given(graphs())
def test_every_complaint_names_its_node(nodes):
    for problem in problems(nodes):
        assert nodes[problem.node].title in problem.text
        if problem.answer is not None:
            assert problem.answer < len(nodes[problem.node].answers)


@given(graphs())
def test_a_circle_that_is_named_is_one(nodes):
    way = circle(nodes)
    targets = {node.key: {answer.leads_to for answer in node.answers} for node in nodes}
    for here, there in zip(way, [*way[1:], *way[:1]], strict=True):
        assert nodes[there].key in targets[nodes[here].key]


@pytest.mark.parametrize(
    ("nodes", "message"),
    [
        ([question("a", "b"), outcome("b"), outcome("c")], "Zu „c“ führt keine Antwort: Es wäre ein zweiter Anfang."),
        ([question("a", "b"), question("b", "a")], "Hier geht es im Kreis: „a“ → „b“ → „a“."),
        ([question("a")], "Die Frage „a“ hat keine Antwort: Hier ginge es nicht weiter."),
        (
            [question("a", "weg")],
            "Die Antwort „a0“ führt zu „weg“. Eine Frage mit diesem Kürzel gibt es nicht.",
        ),
        ([question("a", "a")], "Hier geht es im Kreis: „a“ → „a“."),
        ([question("a", "b"), outcome("b"), outcome("b")], "Das Kürzel „b“ hat schon „b“."),
        ([outcome("a")], "Der Anfang „a“ muss eine Frage sein."),
        (
            [question("a", "b"), outcome("b", False)],
            "Das Ergebnis „b“ führt nirgends hin: Wählen Sie eine Leistung oder eine Dienststelle.",
        ),
    ],
)
def test_complaints_are_sentences(nodes, message):
    assert [problem.text for problem in problems(nodes)] == [message]


def test_more_questions_than_anybody_answers_are_refused():
    chain = [question(f"f{number}", f"f{number + 1}") for number in range(MAX_QUESTIONS)]
    assert problems([*chain, outcome(f"f{MAX_QUESTIONS}")]) == []
    longer = [*chain, question(f"f{MAX_QUESTIONS}", "ende"), outcome("ende")]
    assert [problem.text for problem in problems(longer)] == ["Bis zu „ende“ sind es mehr als 8 Fragen."]


spots = st.lists(
    st.builds(
        lambda text, targets: Spot(text, "question", tuple((target, "ja") for target in targets)),
        st.text(max_size=120),
        st.lists(st.integers(0, 9), max_size=4),
    ),
    max_size=10,
)


class TestPicture:
    @given(spots, st.sampled_from([across, down]))
    def test_boxes_stand_apart_and_inside(self, found, draw):
        picture = draw(found)
        assert len(picture.boxes) == len(found)
        for box in picture.boxes:
            assert 0 < box.x < box.x + box.width < picture.width
            assert 0 < box.y < box.y + box.height < picture.height
        for one, other in product(picture.boxes, repeat=2):
            apart = one.x + one.width < other.x or other.x + other.width < one.x
            above = one.y + one.height < other.y or other.y + other.height < one.y
            assert one is other or apart or above

    @given(spots)
    def test_every_answer_has_a_row_and_a_line_to_its_target(self, found):
        picture = across(found)
        assert [len(box.rows) for box in picture.boxes] == [len(spot.leads_to) for spot in found]
        ends = [
            (box.x + box.width, picture.boxes[target].x)
            for box, spot in zip(picture.boxes, found, strict=True)
            for target, _label in spot.leads_to
            if target < len(found)
        ]
        assert [(line.x1, line.x2) for line in picture.lines] == ends

    @given(spots)
    def test_without_circles_every_line_goes_on(self, found):
        forward = [
            Spot(spot.text, spot.kind, tuple(target for target in spot.leads_to if target[0] > position))
            for position, spot in enumerate(found)
        ]
        assert all(line.x1 < line.x2 for line in across(forward).lines)
        assert all(line.y1 < line.y2 for line in down(forward).lines)

    @given(spots, st.sampled_from([across, down]))
    def test_words_fit_into_their_box(self, found, draw):
        for box in draw(found).boxes:
            assert len(box.lines) <= graph_layout.MAX_LINES
            assert all(len(line) <= graph_layout.LETTERS_PER_LINE for line in box.lines)
            assert all(box.y < y < box.y + box.height for y, _text in box.texts)
            assert all(box.y < y < box.y + box.height for _rule, y, _text in box.row_texts)


@pytest.fixture
def helper(city):
    """Age, then urgency, then one of three outcomes."""
    index = factories.DecisionIndexPageFactory(parent=city.home)
    page = factories.DecisionPageFactory(parent=index, title="Welcher Ausweis?", summary="Drei Fragen.")
    service = factories.ServicePageFactory(parent=city.services, title="Perso", appointment="required")
    office = factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro")
    page.nodes = [
        DecisionNode(
            key="alter",
            title="Wie alt?",
            answers=[
                DecisionAnswer(key="unter-16", label="unter 16", leads_to="kind"),
                DecisionAnswer(key="aelter", label="älter", leads_to="eile"),
            ],
        ),
        DecisionNode(
            key="eile",
            title="Eilig?",
            text="Innerhalb einer Woche.",
            answers=[
                DecisionAnswer(key="ja", label="Ja", leads_to="buero"),
                DecisionAnswer(key="nein", label="Nein", leads_to="perso"),
            ],
        ),
        DecisionNode(key="perso", kind="outcome", title="Personalausweis", text="Er gilt lange.", service=service),
        DecisionNode(key="buero", kind="outcome", title="Fragen Sie im Büro", office=office),
        DecisionNode(key="kind", kind="outcome", title="Kein Ausweis nötig", text="Kinder brauchen keinen."),
    ]
    page.save_revision().publish()
    return page


BASE = "/entscheidungshilfe/welcher-ausweis/"


def page_at(address: str) -> BeautifulSoup:
    answer = Client().get(address)
    assert answer.status_code == 200, answer
    return BeautifulSoup(answer.content, "html.parser")


class TestPages:
    def test_the_index_lists_the_helpers(self, helper):
        assert page_at("/entscheidungshilfe/").main.find("a", href=BASE).text == "Welcher Ausweis?"

    def test_answers_are_links_with_the_path_of_answers(self, helper):
        links = page_at(BASE).main.find("ul", class_="choices").find_all("a")
        assert [(link.text.strip(), link["href"]) for link in links] == [
            ("unter 16", f"{BASE}unter-16/"),
            ("älter", f"{BASE}aelter/"),
        ]

    def test_given_answers_can_be_changed_one_by_one(self, helper):
        page = page_at(f"{BASE}aelter/nein/")
        links = [link["href"] for link in page.main.find_all("a", class_="given-answers__change")]
        assert links == [BASE, f"{BASE}aelter/"]
        assert page.h1.text == "Personalausweis"

    def test_an_outcome_leads_to_the_service_with_reason_and_facts(self, helper):
        main = page_at(f"{BASE}aelter/nein/").main
        assert main.find("a", href="/leistungen/perso/")
        assert "Er gilt lange." in main.text
        assert "nur mit Termin" in main.find(class_="outcome__facts").text

    def test_an_outcome_leads_to_an_office(self, helper):
        assert page_at(f"{BASE}aelter/ja/").main.find(class_="outcome").find("a", href="/dienststellen/burgerburo/")

    def test_an_outcome_whose_service_is_gone_leads_to_115(self, city, helper):
        DecisionPage.objects.get(pk=helper.pk).nodes.get(key="perso").service.unpublish()
        assert page_at(f"{BASE}aelter/nein/").main.find(class_="outcome").find("a", href="tel:115")

    def test_only_the_beginning_is_for_search_engines(self, helper):
        inner = page_at(f"{BASE}aelter/")
        assert inner.find("meta", attrs={"name": "robots"})["content"] == "noindex"
        assert inner.find("link", rel="canonical")["href"].endswith(BASE)
        assert page_at(BASE).find("meta", attrs={"name": "robots"}) is None

    @pytest.mark.parametrize(
        ("address", "target"),
        [("aelter/vielleicht/", "aelter/"), ("aelter/nein/weiter/", "aelter/nein/"), ("unter-16/ja/", "unter-16/")],
    )
    def test_answers_that_are_gone_lead_back_to_the_open_question(self, helper, address, target):
        answer = Client().get(f"{BASE}{address}")
        assert (answer.status_code, answer["Location"]) == (302, f"{BASE}{target}")

    def test_an_answer_that_never_was_does_not_exist(self, helper):
        assert Client().get(f"{BASE}wp-login/").status_code == 404

    def test_a_state_costs_the_same_however_many_questions_there_are(self, helper, django_assert_max_num_queries):
        for number in range(20):
            node = DecisionNode.objects.create(page=helper, key=f"n{number}", title="?", sort_order=10 + number)
            DecisionAnswer.objects.create(node=node, key="ja", label="Ja", leads_to="perso")
        Client().get(f"{BASE}aelter/nein/")
        with django_assert_max_num_queries(10):
            Client().get(f"{BASE}aelter/nein/")


def row(key: str, kind: str, *answers: tuple[str, str], **values) -> dict:
    rows = [{"key": name, "label": name, "leads_to": target} for name, target in answers]
    return {"key": key, "kind": kind, "title": f"Titel {key}", "answers": inline_formset(rows)} | values


class TestEditor:
    @pytest.fixture
    def page(self, city):
        return factories.DecisionPageFactory(parent=factories.DecisionIndexPageFactory(parent=city.home), title="Hilfe")

    def test_a_right_helper_is_published_and_drawn(self, page, editor):
        rows = [row("a", "question", ("ja", "b"), ("nein", "b")), row("b", "outcome", text="Gut so.")]
        answer = save(editor, page, rows={"nodes": rows})
        assert answer.status_code == 302, errors(answer)
        form = BeautifulSoup(editor.get(f"/admin/pages/{page.pk}/edit/").content, "html.parser")
        picture = form.find(class_="graph-picture").svg
        assert len(picture.find_all("rect")) == 2
        assert picture["aria-describedby"] == form.find("details", id=picture["aria-describedby"])["id"]
        assert "„ja“ führt zu „Titel b“" in form.find("details", id=picture["aria-describedby"]).text

    def test_a_dead_end_is_refused_at_its_node_and_kept_as_draft(self, page, editor):
        rows = [row("a", "question", ("ja", "b")), row("b", "question"), row("c", "outcome", text="Gut.")]
        answer = save(editor, page, rows={"nodes": rows})
        assert errors(answer) == {
            "nodes.1.title": ["Die Frage „Titel b“ hat keine Antwort: Hier ginge es nicht weiter."]
        }
        assert save(editor, page, publish=False, rows={"nodes": rows}).status_code == 302
        shown = editor.get(f"/admin/pages/{page.pk}/edit/").text
        assert "Das verhindert das Veröffentlichen" in shown
        assert "graph-picture__box--fault" in shown

    def test_an_answer_to_nowhere_is_refused_at_the_answer(self, page, editor):
        rows = [row("a", "question", ("ja", "weg")), row("b", "outcome", text="Gut.")]
        answer = editor.post(
            f"/admin/pages/{page.pk}/edit/", form_data(page, rows={"nodes": rows}) | {"action-publish": "1"}
        )
        node = answer.context["form"].formsets["nodes"].forms[0]
        assert "weg" in node.formsets["answers"].forms[0].errors["leads_to"][0]

    def test_helpers_are_listed_in_the_administration(self, page, editor):
        assert editor.get("/admin/entscheidungshilfen/").status_code == 200


def test_what_can_be_reached_begins_with_the_first_node():
    assert reached([question("a", "b"), outcome("b"), outcome("c")]) == {0, 1}
    assert reached([]) == set()
