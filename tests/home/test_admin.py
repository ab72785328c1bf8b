"""The page editor: every type of page can be opened, saved and published; every field explains itself."""

from datetime import UTC, date, datetime

from django.utils.functional import Promise

from wagtail.models import get_page_models
from wagtail.test.utils.form_data import inline_formset, rich_text

import pytest

from cms import clock
from cms.models import BasePage, Department
from home.models import ContactPage, ContentPage, EventPage, HomePage, NewsPage
from tests import factories
from tests.editor import errors, save

# Named and explained by Wagtail, or without words of their own.
WAGTAIL_FIELDS = {"seo_title", "search_description", "go_live_at", "expire_at", "comment_notifications"}
WAGTAIL_ROW_FIELDS = {"id", "DELETE", "ORDER"}

PAGE_TYPES = {model.__name__: model for model in get_page_models() if issubclass(model, BasePage)}
each_type = pytest.mark.parametrize("name", sorted(PAGE_TYPES))

# What publishing wants of a type: rows as (relation, row).
ROWS = {
    "EventPage": {"dates": [{"start": "2026-12-01 18:00", "end": "2026-12-01 20:00"}]},
    "JourneyPage": {"steps": [{"title": "Packen", "logic": "number", "links": inline_formset([])}]},
    "DecisionPage": {
        "nodes": [
            {
                "key": "frage",
                "kind": "question",
                "title": "Ja?",
                "answers": inline_formset([{"key": "ja", "label": "Ja", "leads_to": "ende"}]),
            },
            {"key": "ende", "kind": "outcome", "title": "Ja!", "text": "Gut.", "answers": inline_formset([])},
        ]
    },
}


def new(city, name: str) -> BasePage:
    """Return a live page of the type, below a parent that takes it."""
    index = {"ServicePage": city.services, "OfficePage": city.offices, "TopicPage": city.topics}
    if name == "JourneyPage":
        index[name] = factories.TopicPageFactory(parent=city.life_situations, title="Umzug")
    if name == "DecisionPage":
        index[name] = factories.DecisionIndexPageFactory(parent=city.home)
    existing = {type(page).__name__: page for page in vars(city).values() if isinstance(page, BasePage)}
    if name in existing:
        return existing[name]
    parent = index.get(name) or {"NewsPage": city.news, "EventPage": city.events}.get(name, city.home)
    return getattr(factories, f"{name}Factory")(parent=parent, title=f"Eine {name}")


@each_type
def test_every_field_has_a_german_label_and_help(name, city):
    model = PAGE_TYPES[name]
    form = model.get_edit_handler().get_form_class()(instance=new(city, name))
    fields = {key: field for key, field in form.fields.items() if key not in WAGTAIL_FIELDS}
    for relation, formset in form.formsets.items():
        if relation != "comments":
            rows = formset.empty_form.fields.items()
            fields |= {f"{relation}.{key}": field for key, field in rows if key not in WAGTAIL_ROW_FIELDS}
    without_help = [key for key, field in fields.items() if not field.help_text]
    assert without_help == []
    # A label made from the name of the field is English.
    plain = [key for key, field in fields.items() if not _is_german(key.split(".")[-1], field.label)]
    assert plain == []


def _is_german(key: str, label: str | Promise) -> bool:
    return str(label).lower() != key.replace("_", " ")


@each_type
def test_an_editor_opens_and_publishes_a_page(name, city, editor):
    page = new(city, name)
    assert editor.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    answer = save(editor, page, rows=ROWS.get(name), title=f"Neu: {name}")
    assert answer.status_code == 302, errors(answer)
    page.refresh_from_db()
    assert page.live
    assert page.title == f"Neu: {name}"


@each_type
def test_a_draft_may_lack_everything_but_its_title(name, city, editor):
    page = new(city, name)
    answer = save(editor, page, publish=False, summary="")
    assert answer.status_code == 302, errors(answer)


@each_type
def test_a_live_page_shows_its_title_once_as_heading(name, city, client):
    page = new(city, name)
    answer = client.get(page.url)
    assert answer.status_code == 200
    assert answer.text.count("<h1") == 1


def test_blocks_are_saved_as_typed(city, editor):
    page = factories.ContentPageFactory(parent=city.home, title="Wohnen")
    body = [
        ("heading", {"text": "Das bringen Sie mit", "level": "h2"}),
        ("text", rich_text("<p>Ausweis und <b>Mietvertrag</b>.</p>")),
        ("call_to_action", {"label": "Termin buchen", "page": city.services.pk, "url": "", "note": ""}),
    ]
    assert save(editor, page, body=body).status_code == 302
    page = ContentPage.objects.get(pk=page.pk)
    assert [block.block_type for block in page.body] == ["heading", "text", "call_to_action"]
    assert page.body[2].value.href == "/leistungen/"


def test_a_wrong_block_is_refused_when_publishing_not_when_drafting(city, editor):
    page = factories.ContentPageFactory(parent=city.home, title="Wohnen")
    body = [("call_to_action", {"label": "", "page": "", "url": "", "note": ""})]
    assert "body" in errors(save(editor, page, body=body))
    assert save(editor, page, body=body, publish=False).status_code == 302


def test_the_home_page_takes_eight_frequent_services(city, editor):
    services = [factories.ServicePageFactory(parent=city.services, title=f"Leistung {number}") for number in range(9)]
    rows = [{"service": service.pk} for service in services]
    assert "frequent_services" in errors(save(editor, city.home, rows={"frequent_services": rows}))
    assert save(editor, city.home, rows={"frequent_services": rows[:8]}).status_code == 302
    assert HomePage.objects.get(pk=city.home.pk).frequent_services.count() == 8


def test_an_event_has_dates_that_end_after_they_begin(city, editor):
    page = factories.EventPageFactory(parent=city.events, title="Sprechstunde")
    backwards = {"dates": [{"start": "2026-12-01 20:00", "end": "2026-12-01 18:00"}]}
    assert errors(save(editor, page, rows=backwards))["dates.0.end"] == ["Das Ende muss nach dem Anfang liegen."]
    assert "dates" in errors(save(editor, page))
    assert save(editor, page, rows=ROWS["EventPage"]).status_code == 302
    assert EventPage.objects.get(pk=page.pk).dates.get().start.hour == 17  # UTC


def test_news_carry_date_and_kind(city, editor):
    page = factories.NewsPageFactory(parent=city.news, title="Neue Gebühren")
    assert save(editor, page, date="2026-11-20", kind="press").status_code == 302
    page = NewsPage.objects.get(pk=page.pk)
    assert (page.date.day, page.kind) == (20, NewsPage.Kind.PRESS)


def test_news_ask_what_is_new_and_are_of_today(city, editor, monkeypatch):
    # Half past midnight in Bochum.
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 11, 24, 23, 30, tzinfo=UTC))
    form = editor.get(f"/admin/pages/add/home/newspage/{city.news.pk}/").context["form"]
    assert form["date"].value() == date(2026, 11, 25)
    page = editor.get(f"/admin/pages/add/home/newspage/{city.news.pk}/").text
    assert "Sagt, was neu ist" in page
    assert "Personalausweis beantragen" not in page


def test_the_day_of_old_news_stays(city, editor):
    page = factories.NewsPageFactory(parent=city.news, title="Alt", date="2026-03-01")
    form = editor.get(f"/admin/pages/{page.pk}/edit/").context["form"]
    assert form["date"].value() == date(2026, 3, 1)


@each_type
def test_no_field_shows_an_address_of_wagtails_own_example(name, city, editor):
    assert "my-slug" not in editor.get(f"/admin/pages/{new(city, name).pk}/edit/").text


def test_topics_of_the_contact_form_lead_to_departments(city, editor):
    department = factories.DepartmentFactory(name="Bürgerservice")
    page = factories.ContactPageFactory(parent=city.home)
    assert (
        save(editor, page, rows={"contact_topics": [{"label": "Ausweise", "department": department.pk}]}).status_code
        == 302
    )
    topic = ContactPage.objects.get(pk=page.pk).contact_topics.get()
    assert topic.department == Department.objects.get()


def test_citizens_words_are_asked_for_where_people_look_for_the_page(city, editor):
    page = editor.get(f"/admin/pages/{city.services.pk}/edit/")
    tabs = [child.heading for child in page.context["edit_handler"].children]
    assert tabs == ["Inhalt", "Auffindbarkeit", "Verwaltung"]
