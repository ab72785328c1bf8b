"""Everything that becomes public raises the generation, after its commit, and no raise is ever lost."""

import threading
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection, transaction

from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale

import pytest
import time_machine

from cms import clock, generation
from cms.models import Alert, CityImage, SiteSettings
from tests import factories


@pytest.fixture
def raised(city, django_capture_on_commit_callbacks):
    """A function that runs an action as a transaction of its own and says whether it raised the generation."""

    def was_raised(action) -> bool:
        before = generation.current()
        with django_capture_on_commit_callbacks(execute=True):
            action()
        return generation.current() > before

    return was_raised


@pytest.fixture
def page(city):
    return factories.ContentPageFactory(parent=city.home, title="Stadtpark")


def test_publishing_raises(raised, page):
    page.title = "Westpark"
    revision = page.save_revision()

    assert raised(revision.publish)


def test_a_draft_does_not_raise(raised, page):
    page.title = "Westpark"

    assert not raised(page.save_revision)


def test_the_start_of_a_scheduled_page_raises(raised, page):
    page.unpublish()
    page.go_live_at = clock.now() + timedelta(hours=1)
    page.save_revision().publish()

    with time_machine.travel(clock.now() + timedelta(hours=2), tick=False):
        assert raised(lambda: call_command("publish_scheduled"))


def test_the_end_of_a_scheduled_page_raises(raised, page):
    page.expire_at = clock.now() + timedelta(hours=1)
    page.save_revision().publish()

    with time_machine.travel(clock.now() + timedelta(hours=2), tick=False):
        assert raised(lambda: call_command("publish_scheduled"))


@pytest.mark.parametrize(
    "action",
    [
        lambda page, city: page.unpublish(),
        lambda page, city: page.delete(),
        lambda page, city: page.move(factories.SectionPageFactory(parent=city.home), "last-child"),
        lambda page, city: page.move(city.home.get_first_child(), "left"),
        lambda page, city: page.copy(update_attrs={"slug": "kopie"}, keep_live=True),
        lambda page, city: page.create_alias(update_slug="spiegel"),
        lambda page, city: page.get_parent().specific.add_child(instance=page.__class__(title="Neu", slug="neu")),
    ],
    ids=["unpublish", "delete", "move", "reorder", "copy", "alias", "add"],
)
def test_what_changes_the_tree_raises(raised, page, city, action):
    assert raised(lambda: action(page, city))


def test_deleting_a_section_raises_for_what_is_below(raised, city):
    section = factories.SectionPageFactory(parent=city.home)
    factories.ContentPageFactory(parent=section)

    assert raised(section.delete)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Alert(title="Bombenfund"),
        lambda: SiteSettings(name="Bochum"),
        lambda: Redirect(old_path="/alt", redirect_link="/neu/"),
        lambda: Locale(language_code="tr"),
        factories.DepartmentFactory.build,
        factories.DistrictFactory.build,
        lambda: get_document_model()(title="Satzung", file=ContentFile(b"Text", "satzung.txt")),
        lambda: CityImage(title="Turm", is_decorative=True, author="x", licence="x", file=get_test_image_file()),
    ],
    ids=["alert", "settings", "redirect", "locale", "department", "district", "document", "picture"],
)
def test_saving_changing_and_deleting_what_pages_show_raises(raised, make):
    record = make()

    assert raised(record.save)
    assert raised(record.save)
    assert raised(record.delete)


def test_nothing_is_raised_before_the_commit_or_without_it(city, django_capture_on_commit_callbacks):
    before = generation.current()
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        factories.AlertFactory()
        transaction.set_rollback(True)
    assert generation.current() == before
    with django_capture_on_commit_callbacks(execute=True):
        factories.AlertFactory()
        assert generation.current() == before
    assert generation.current() > before


def test_numbers_follow_the_clock_and_never_repeat(db):
    numbers = []
    with time_machine.travel("2026-11-24 12:00", tick=False):
        for _ in range(3):
            generation.raise_now()
            numbers.append(generation.current())
    with time_machine.travel("2020-01-01", tick=False):
        generation.raise_now()
        numbers.append(generation.current())

    assert numbers == sorted(set(numbers))
    # Later than any day this test runs on: what was raised before stays the highest number.
    with time_machine.travel("2126-11-25", tick=False):
        generation.raise_now()
        assert generation.current() == int(clock.now().timestamp() * 1000)


def test_raising_is_one_statement(db, django_assert_num_queries):
    generation.raise_now()
    with django_assert_num_queries(1):
        generation.raise_now()
    with django_assert_num_queries(1):
        generation.current()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_publishers_at_the_same_moment_lose_no_raise():
    count = 8
    start = threading.Barrier(count)
    generation.raise_now()
    before = generation.current()

    def publish():
        start.wait()
        with transaction.atomic():
            generation.raise_generation()
        connection.close()

    # A clock that is behind: every raise adds exactly one.
    with time_machine.travel("2020-01-01", tick=False):
        threads = [threading.Thread(target=publish) for _ in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert generation.current() == before + count
