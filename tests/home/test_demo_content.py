"""The whole demo: every row of the sources is a page, nothing internal is public, every address works."""

import csv
import json
import re
from collections.abc import Iterator
from html import unescape
from io import StringIO

from django.apps import apps
from django.core import serializers
from django.core.management import call_command
from django.db.models import QuerySet
from django.test import Client
from django.utils.html import strip_tags

from wagtail.models import Page

import pytest
from bs4 import BeautifulSoup

from home.demo.source import FIXTURES
from services import at_a_glance
from services.enums import Verification
from services.models import OfficePage, ServicePage

SOURCES = FIXTURES / "sources"
# Shorter notes ("siehe oben", "B/S") say nothing that could not stand in a public text by chance.
TELLING = 20


def rows(name: str) -> list[dict[str, str]]:
    with (SOURCES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def services() -> list[dict[str, str]]:
    return rows("bochum-services-demo") + rows("bochum-services-supplement")


def german(model: type[Page]) -> QuerySet:
    return model.objects.filter(locale__language_code="de")


@pytest.fixture(scope="module")
def demo_texts(demo_pages) -> dict[str, str]:
    """The words of every page, without markup."""
    return {address: " ".join(unescape(strip_tags(html)).split()) for address, html in demo_pages.items()}


@pytest.fixture(scope="module")
def demo_soups(demo_pages) -> dict[str, BeautifulSoup]:
    return {address: BeautifulSoup(html, "html.parser") for address, html in demo_pages.items() if "." not in address}


class TestSources:
    def test_every_service_is_a_live_page_with_its_title(self, demo):
        wanted = {int(row["nr"]): row["leistung"] for row in services()}
        assert len(wanted) == 228
        assert dict(german(ServicePage).live().values_list("source_number", "title")) == wanted

    def test_every_office_is_a_live_page_once(self, demo):
        wanted = sorted(row["stelle"] for row in rows("bochum-stellen"))
        assert sorted(OfficePage.objects.live().values_list("title", flat=True)) == wanted

    def test_no_name_of_an_office_holds_a_slash(self, demo):
        assert not OfficePage.objects.filter(title__contains="/").exists()

    def test_every_service_ends_with_a_topic_and_an_office(self, demo):
        assert not german(ServicePage).filter(service_topics=None).exists()
        assert not german(ServicePage).filter(service_offices=None).exists()

    def test_the_tree_is_sound_and_everything_is_live(self, demo):
        assert Page.find_problems() == ([], [], [], [], [])
        assert not Page.objects.filter(depth__gt=1, live=False).exists()
        assert not Page.objects.filter(has_unpublished_changes=True).exists()


def notes() -> Iterator[str]:
    for row in services():
        yield row["notiz_intern"]
        yield row["beleg"]
    for row in rows("bochum-stellen"):
        yield row["beleg"]


class TestNothingInternal:
    def test_no_note_and_no_evidence_stands_on_any_page(self, demo_texts):
        parts = {" ".join(part.split()) for note in notes() for part in re.split(r"; |\. ", note)}
        telling = {part for part in parts if len(part) >= TELLING}
        assert len(telling) > 100
        assert {(address, part) for address, text in demo_texts.items() for part in telling if part in text} == set()

    def test_no_internal_note_of_the_database_is_public(self, demo, demo_texts):
        noted = ServicePage.objects.exclude(internal_note="").values_list("internal_note", flat=True)
        assert noted
        text = "\n".join(demo_texts.values())
        assert [note for note in noted if " ".join(note.split()) in text and len(note) >= TELLING] == []


def data_blocks(html: str) -> list[dict]:
    scripts = BeautifulSoup(html, "html.parser").find_all("script", type="application/ld+json")
    return [item for script in scripts for item in json.loads(script.string)["@graph"]]


class TestUnverified:
    @pytest.fixture
    def unverified(self, demo) -> list[ServicePage]:
        found = list(ServicePage.objects.filter(verification=Verification.UNVERIFIED))
        assert len(found) == len([row for row in services() if row["pruefstand"] == "ungeprueft"]) == 51
        return found

    def test_the_page_says_so(self, unverified, demo_texts):
        silent = [page.title for page in unverified if "noch nicht geprüft" not in demo_texts[page.get_url()]]
        assert silent == []

    def test_verified_pages_do_not(self, demo, demo_texts):
        checked = ServicePage.objects.exclude(verification=Verification.UNVERIFIED)
        assert [page.title for page in checked if "noch nicht geprüft" in demo_texts[page.get_url()]] == []

    def test_machines_learn_only_name_and_address(self, unverified, demo_pages):
        for page in unverified:
            (service,) = (
                item for item in data_blocks(demo_pages[page.get_url()]) if item["@type"] == "GovernmentService"
            )
            assert set(service) == {"@type", "name", "url"}

    def test_results_carry_no_fact(self, unverified):
        assert not set(ServicePage.hit_facts([page.pk for page in unverified])) & {page.pk for page in unverified}

    def test_results_of_a_search_show_no_fact(self, unverified):
        for page in unverified:
            # What would be shown if somebody had checked it.
            page.verification = Verification.CONFIRMED
        page = next(page for page in unverified if at_a_glance.hit_facts(page))
        answer = Client().get("/suche/", {"q": page.title})
        hit = next(
            item for item in BeautifulSoup(answer.content, "html.parser").main.find_all("li") if page.title in item.text
        )
        assert not [fact for fact in at_a_glance.hit_facts(page) if fact in hit.text]


class TestAddresses:
    def test_every_link_of_every_page_leads_somewhere(self, demo, demo_soups):
        links = {link["href"].split("#")[0] for soup in demo_soups.values() for link in soup.find_all("a", href=True)}
        own = {link for link in links if link.startswith("/") and not link.startswith(("/media/", "/admin/"))}
        client = Client()
        assert [link for link in sorted(own - set(demo_soups)) if client.get(link).status_code >= 400] == []

    def test_no_link_is_empty_and_every_anchor_is_there(self, demo_soups):
        wrong = [
            (address, str(link)[:80])
            for address, soup in demo_soups.items()
            for link in soup.find_all("a")
            if not link.get("href") or (link["href"].startswith("#") and not soup.find(id=link["href"][1:]))
        ]
        assert wrong == []


def everything() -> dict[str, str]:
    """Return all rows of all tables that belong to content."""
    skipped = {"sessions", "contenttypes", "auth", "axes"}
    models = [model for model in apps.get_models() if model._meta.app_label not in skipped]
    return {model._meta.label: serializers.serialize("json", model._default_manager.order_by("pk")) for model in models}


def test_loading_again_changes_nothing(demo):
    before = everything()
    call_command("load_demo", stdout=StringIO())
    after = everything()
    assert [label for label in before if before[label] != after[label]] == []
