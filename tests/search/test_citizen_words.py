from django.contrib.auth import get_user_model
from django.urls import reverse

from wagtail.test.utils.form_data import inline_formset, nested_form_data

import pytest

from search.models import CitizenWord
from search.words import replace_words, words_of
from services.models import ServicePage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(get_user_model().objects.create_superuser("redaktion", "redaktion@example.org", "nur für Tests"))
    return client


def form_data(title: str, words: str, **more: str) -> dict[str, str]:
    """What the page form of a service sends."""
    rows = [*ServicePage.row_relations, "service_offices", "service_topics"]
    data = {"title": title, "slug": "perso", "citizen_words": words, "verification": "confirmed", "body-count": "0"}
    return nested_form_data(data | {row: inline_formset([]) for row in rows} | {"comments": inline_formset([])} | more)


def save(editor, committed, page, words: str, **more: str) -> None:
    with committed():
        response = editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form_data(page.title, words, **more))
    assert response.status_code == 302, response.context["form"].errors


def test_words_find_their_page(service, committed, found):
    page = service("Personalausweis beantragen")
    with committed():
        replace_words(page, ["Ausweiskarte", "Plastikkarte vom Amt"])
    assert found("ausweiskarte") == found("Plastikkarte") == [page.pk]


def test_a_word_taken_away_no_longer_finds(service, committed, found):
    page = service("Personalausweis beantragen")
    for phrases in (["Plastikkarte"], ["Kärtchen"]):
        with committed():
            replace_words(page, phrases)
    assert found("Plastikkarte") == []
    assert found("Kärtchen") == [page.pk]


def test_a_word_that_stays_keeps_its_source(service):
    page = service("Personalausweis beantragen")
    CitizenWord.objects.create(page=page, phrase="Perso", source=CitizenWord.Source.IMPORT)
    replace_words(page, ["Perso", "Ausweis"])
    assert CitizenWord.objects.get(phrase="Perso").source == CitizenWord.Source.IMPORT


def test_words_of_a_draft_find_nothing(city, committed, found):
    page = factories.ServicePageFactory(parent=city.services, title="Entwurf", live=False)
    with committed():
        replace_words(page, ["Plastikkarte"])
    assert found("Plastikkarte") == []


def test_words_are_live_at_once_when_a_draft_is_saved(service, editor, committed, found):
    page = service("Personalausweis beantragen", slug="perso")
    save(editor, committed, page, "Plastikkarte\n  neuer   Perso \n\nPlastikkarte")
    assert sorted(words_of(page)) == ["Plastikkarte", "neuer Perso"]
    assert found("plastikkarte") == [page.pk]
    page.refresh_from_db()
    assert page.has_unpublished_changes


def test_words_are_live_when_the_page_is_published(service, editor, committed, found):
    page = service("Personalausweis beantragen", slug="perso")
    save(editor, committed, page, "Plastikkarte", **{"action-publish": "1"})
    assert found("plastikkarte") == [page.pk]


def test_words_of_a_new_page_follow_it(city, editor, committed, found):
    address = reverse("wagtailadmin_pages:add", args=["services", "servicepage", city.services.pk])
    with committed():
        response = editor.post(address, form_data("Personalausweis", "Plastikkarte") | {"action-publish": "1"})
    assert response.status_code == 302, response.context["form"].errors
    page = ServicePage.objects.get(slug="perso")
    assert words_of(page) == ["Plastikkarte"]
    assert found("plastikkarte") == [page.pk]


def test_the_form_shows_the_words_one_per_line(service, editor):
    page = service("Personalausweis beantragen")
    replace_words(page, ["Plastikkarte", "Ausweiskarte"])
    response = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.context["form"]["citizen_words"].value() == "Ausweiskarte\nPlastikkarte"


def test_a_word_that_is_too_long_is_refused_by_name(service, editor):
    page = service("Personalausweis beantragen", slug="perso")
    response = editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form_data(page.title, "x" * 81))
    assert response.context["form"].errors["citizen_words"] == [f"„{'x' * 40} …“ ist länger als 80 Zeichen."]
    assert words_of(page) == []


def test_without_the_field_the_words_stay(service):
    page = service("Personalausweis beantragen", slug="perso")
    replace_words(page, ["Plastikkarte"])
    form_class = ServicePage.get_edit_handler().get_form_class()
    form = form_class(form_data(page.title, ""), instance=page, parent_page=page.get_parent())
    del form.fields["citizen_words"]
    assert form.is_valid(), form.errors
    form.save(commit=False)
    assert words_of(page) == ["Plastikkarte"]


def test_a_preview_leaves_the_words_as_they_are(editor, service):
    page = service("Personalausweis beantragen")
    replace_words(page, ["Perso"])
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert editor.post(address, form_data(page.title, "halb getip")).json()["is_valid"]
    editor.get(address)
    assert words_of(page) == ["Perso"]
