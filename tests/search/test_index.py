from io import StringIO

from django.core.management import CommandError, call_command
from django.db import transaction

from wagtail.models import Locale, Page

import pytest

from cms import generation
from search import index
from search.models import SearchDocument, SearchPosting, SearchWord
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_draft_is_not_found_until_it_is_published(city, publish, found):
    page = factories.ServicePageFactory(parent=city.services, title="Fundbüro", live=False)
    assert found("Fundbüro") == []
    publish(page)
    assert found("Fundbüro") == [page.pk]


def test_a_saved_draft_changes_nothing(service, committed, found):
    page = service("Fundbüro")
    with committed():
        page.title = "Verlorenes"
        page.save_revision()
    assert found("Fundbüro") == [page.pk]
    assert found("Verlorenes") == []


def test_a_new_title_replaces_the_old_one(service, publish, found):
    page = service("Fundbüro")
    page.title = "Verlorenes"
    publish(page)
    assert found("Verlorenes") == [page.pk]
    assert found("Fundbüro") == []


def test_an_unpublished_page_is_gone(service, committed, found):
    page = service("Fundbüro")
    with committed():
        page.unpublish()
    assert found("Fundbüro") == []
    assert not SearchPosting.objects.filter(document=page.pk).exists()


def test_a_deleted_page_is_gone_with_all_below(city, publish, committed, found):
    section = publish(factories.SectionPageFactory(parent=city.home, title="Fundbüro"))
    publish(factories.ContentPageFactory(parent=section, title="Fundbüro: Gebühren"))
    with committed():
        Page.objects.get(pk=section.pk).delete()
    assert found("Fundbüro") == []
    assert SearchDocument.objects.count() == SearchPosting.objects.count() == 0


def test_a_moved_page_is_found_at_its_new_address(city, publish, committed, client):
    section = publish(factories.SectionPageFactory(parent=city.home, title="Rathaus"))
    page = publish(factories.ContentPageFactory(parent=city.home, title="Fundbüro"))
    with committed():
        page.move(section, pos="last-child")
    hit = client.get("/suche/?q=fundbüro").context["groups"][0].hits[0]
    assert hit.url == "/rathaus/fundburo/"


def test_a_copied_live_page_is_found(service, committed, found):
    page = service("Fundbüro")
    with committed():
        copy = page.copy(update_attrs={"slug": "zweites", "title": "Zweites Fundbüro"}, keep_live=True)
    assert found("Fundbüro") == [page.pk, copy.pk]


def test_an_alias_is_no_second_hit(city, service, committed, found):
    page = service("Fundbüro")
    with committed():
        page.create_alias(parent=city.services, update_slug="alias")
        page.save_revision().publish()
    assert found("Fundbüro") == [page.pk]


def test_rows_of_a_page_are_found(city, publish, found):
    page = factories.ServicePageFactory(parent=city.services, title="Hochzeit")
    page.documents.create(text="Geburtsurkunde")
    page.hints.create(text="Trauzeugen sind keine Pflicht")
    publish(page)
    assert found("Geburtsurkunde") == found("Trauzeugen") == [page.pk]


def test_internal_notes_are_not_found(service, found):
    service("Hochzeit", internal_note="Geheimnis")
    assert found("Geheimnis") == []


def test_a_change_that_was_rolled_back_leaves_the_index_as_it_was(service, committed, found):
    page = service("Fundbüro")
    with transaction.atomic():
        page.unpublish()
        transaction.set_rollback(True)
    with committed():
        Page.objects.get(pk=page.pk).specific.save_revision().publish()
    assert found("Fundbüro") == [page.pk]


def test_all_pages_of_a_transaction_are_indexed_together(city, committed, found):
    pages = [factories.ContentPageFactory(parent=city.home, title=f"Fund {number}", live=False) for number in range(3)]
    with committed():
        for page in pages:
            page.save_revision().publish()
    assert found("Fund") == [page.pk for page in pages]


def test_the_number_of_statements_does_not_grow_with_the_pages(city, django_assert_max_num_queries):
    pages = [factories.ServicePageFactory(parent=city.services, title=f"Fund {number}").pk for number in range(20)]
    with django_assert_max_num_queries(16):
        index.update(pages)


def test_a_new_generation_follows_the_index(service):
    before = generation.current()
    service("Fundbüro")
    assert generation.current() > before


def test_rebuild_finds_what_was_written_past_the_signals(city, service, found):
    gone, new = service("Fundbüro"), service("Neues")
    Page.objects.filter(pk=gone.pk).update(live=False)
    type(new).objects.filter(pk=new.pk).update(title="Erneuertes")
    out = StringIO()
    call_command("search_index", "--rebuild", stdout=out)
    assert found("Erneuertes") == [new.pk]
    assert found("Fundbüro") == found("Neues") == []
    assert not SearchWord.objects.filter(postings=None).exists()
    assert f"{SearchDocument.objects.count()} Seiten" in out.getvalue()


def test_rebuild_twice_changes_nothing(city, service):
    service("Fundbüro", summary="Verlorene Dinge")
    call_command("search_index", "--rebuild", stdout=StringIO())
    before = set(SearchPosting.objects.values_list("document", "word__word", "weight"))
    call_command("search_index", "--rebuild", stdout=StringIO())
    assert set(SearchPosting.objects.values_list("document", "word__word", "weight")) == before


def test_the_command_does_nothing_by_itself(db):
    with pytest.raises(CommandError, match="--rebuild"):
        call_command("search_index")


def test_words_of_two_languages_are_apart(city, committed, publish):
    publish(city.home)
    home = city.home.copy_for_translation(Locale.objects.create(language_code="tr"))
    publish(home)
    assert set(SearchWord.objects.filter(word="bochum").values_list("language", flat=True)) == {"de", "tr"}
