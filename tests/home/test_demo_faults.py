"""A broken row of the demo is named with file, row and field, and nothing of the rest is loaded."""

from collections.abc import Callable
from typing import Any

from django.core.files.storage import default_storage
from django.core.management import CommandError

from wagtail.models import Page

import pytest

from cms.models import Alert, CityImage, Department, District, SiteSettings
from home.models import HomePage
from tests.small_demo import Files, load, small_demo

pytestmark = pytest.mark.django_db


def change(file: str, row: int | None, *path: Any, value: Any) -> Callable[[Files], None]:
    """Return a function that sets one value; `row` None is a file with one mapping."""

    def apply(files: Files) -> None:
        target = files[file] if row is None else files[file][row]
        for key in path[:-1]:
            target = target[key]
        if value is ...:
            del target[path[-1]]
        else:
            target[path[-1]] = value

    return apply


PAGES, SERVICES, OFFICES = "pages/10_pages.yaml", "services/ausweise.yaml", "services/offices.yaml"
EXAMPLES, ENGLISH = "services/examples.yaml", "translations/en.yaml"
BODY = ("body",)

BROKEN: dict[str, tuple[Callable[[Files], None], list[str]]] = {
    "unknown key": (change(SERVICES, 0, "kosten", value=46), [SERVICES, "Perso", "kosten", "ist nicht bekannt"]),
    "unknown key of a row": (change(SERVICES, 0, "fees", 0, "betrag", value=1), [SERVICES, "fees 1", "betrag"]),
    "missing title": (change(SERVICES, 0, "title", value=...), [SERVICES, "title", "fehlt"]),
    "missing number": (change(SERVICES, 0, "nr", value="x"), [SERVICES, "Perso", "nr"]),
    "wrong amount": (change(SERVICES, 0, "fees", 0, "amount", value="viel"), [SERVICES, "fees 1", "amount"]),
    "amount of a free fee": (change(SERVICES, 0, "fees", 0, "kind", value="free"), [SERVICES, "fees 1", "amount"]),
    "wrong choice": (change(SERVICES, 0, "verification", value="sicher"), [SERVICES, "Perso", "verification"]),
    "wrong day": (change(SERVICES, 0, "fees", 0, "valid_from", value="2026-02-30"), [SERVICES, "fees 1", "valid_from"]),
    "rows that are no list": (change(SERVICES, 0, "fees", value="46"), [SERVICES, "fees", "muss eine Liste sein"]),
    "row without fields": (change(SERVICES, 0, "fees", 0, value="46"), [SERVICES, "fees 1", "aus Feldern"]),
    "unknown topic": (change(SERVICES, 0, "topic", value="hunde"), [SERVICES, "topic", "hunde"]),
    "unknown life situation": (
        change(SERVICES, 0, "life_situations", value=["geburt"]),
        [SERVICES, "life_situations", "geburt"],
    ),
    "unknown office": (change(SERVICES, 0, "offices", value=["Mond"]), [SERVICES, "offices", "Mond"]),
    "office above too late": (change(OFFICES, 0, "parent", value="Büro"), [OFFICES, "Stadt", "parent", "Büro"]),
    "hours that end first": (
        change(OFFICES, 1, "opening_hours", 0, "closes", value="07:00"),
        [OFFICES, "opening_hours 1", "closes"],
    ),
    "list for a value": (change(OFFICES, 1, "street", value=["a"]), [OFFICES, "Büro", "street"]),
    "unknown type of page": (change(PAGES, 1, "type", value="home.Poster"), [PAGES, "/hilfe/", "type"]),
    "page without parent": (change(PAGES, 1, "path", value="/fehlt/hilfe/"), [PAGES, "path", "/fehlt/"]),
    "unknown department": (change(PAGES, 1, "department", value="mond"), [PAGES, "/hilfe/", "department", "mond"]),
    "unknown picture": (change(PAGES, 1, "social_image", value="mond"), [PAGES, "social_image", "mond"]),
    "unknown district": (change(PAGES, 0, "district", value=9), [PAGES, "/veranstaltungen/fest/", "district"]),
    "date that is none": (change(PAGES, 0, "dates", 0, "end", value="bald"), [PAGES, "dates 1", "end", "bald"]),
    "date that cannot be": (change(PAGES, 0, "dates", 0, "end", value="2026-13-01T10:00"), [PAGES, "dates 1", "end"]),
    "date that ends first": (change(PAGES, 0, "dates", 0, "end", value="2026-12-01T17:00"), [PAGES, "dates 1", "end"]),
    "unknown block": (change(PAGES, 1, *BODY, 0, "type", value="karussell"), [PAGES, "body 1", "karussell"]),
    "block without fields": (change(PAGES, 1, *BODY, 0, "value", value="Oben"), [PAGES, "body 1 (heading)"]),
    "unknown field of a block": (change(PAGES, 1, *BODY, 0, "value", "farbe", value="rot"), [PAGES, "body 1", "farbe"]),
    "empty heading": (change(PAGES, 1, *BODY, 0, "value", "text", value=""), [PAGES, "body 1 (heading)", "text"]),
    "heading level": (change(PAGES, 1, *BODY, 0, "value", "level", value="h3"), [PAGES, "body 1 (heading)", "Ebene 2"]),
    "link in a text": (
        change(PAGES, 1, *BODY, 1, "value", value='<p><a href="/weg/">x</a></p>'),
        [PAGES, "body 2 (text)", "/weg/"],
    ),
    "picture in a block": (change(PAGES, 1, *BODY, 2, "value", "image", value="mond"), [PAGES, "body 3", "mond"]),
    "page in a list of links": (
        change(PAGES, 1, *BODY, 3, "value", "links", 0, "page", value="/weg/"),
        [PAGES, "body 4 (link_list)", "links 1", "/weg/"],
    ),
    "table without caption": (change(PAGES, 1, *BODY, 4, "value", "caption", value=""), [PAGES, "body 5 (table)"]),
    "table with a gap": (change(PAGES, 1, *BODY, 4, "value", "rows", value=[["Kind"]]), [PAGES, "body 5", "rows 1"]),
    "picture without author": (
        change("media/images.yaml", 0, "author", value=...),
        ["media/images.yaml", "Turm", "author"],
    ),
    "picture without file": (change("media/images.yaml", 0, "file", value="weg.png"), ["media/images.yaml", "weg.png"]),
    "address of a department": (
        change("pages/departments.yaml", 0, "email", value="kein@"),
        ["pages/departments.yaml", "Amt", "email"],
    ),
    "task that leads nowhere": (
        change("pages/site.yaml", None, "header_links", 0, "page", value="/weg/"),
        ["pages/site.yaml", "header_links 1", "/weg/"],
    ),
    "level of an alert": (
        change("pages/alerts.yaml", 0, "level", value="schlimm"),
        ["pages/alerts.yaml", "Übung", "level"],
    ),
    "page of an alert": (change("pages/alerts.yaml", 0, "page", value="/weg/"), ["pages/alerts.yaml", "/weg/"]),
    "unknown law": (change(SERVICES, 0, "legal_bases", 0, "law", value="XG"), [SERVICES, "legal_bases 1", "law", "XG"]),
    "unknown document": (
        change(SERVICES, 0, "documents", 0, "record", value="Brief"),
        [SERVICES, "documents 1", "record", "Brief"],
    ),
    "unknown trust level": (
        change(SERVICES, 0, "online_services", 0, "trust_level", value="99"),
        [SERVICES, "online_services 1", "trust_level", "99"],
    ),
    "unknown contact": (
        change(SERVICES, 0, "service_contacts", value=["Mond"]),
        [SERVICES, "service_contacts", "Mond"],
    ),
    "duration without unit": (
        change(SERVICES, 0, "deadlines", 0, "unit", value=...),
        [SERVICES, "deadlines 1", "unit"],
    ),
    "address of a law": (
        change("records/laws.yaml", 0, "url", value="überall"),
        ["records/laws.yaml", "Ausweisgesetz", "url"],
    ),
    "law without name": (change("records/laws.yaml", 0, "name", value=...), ["records/laws.yaml", "name", "fehlt"]),
    "service of a document": (
        change("records/documents.yaml", 0, "service", value="weg"),
        ["records/documents.yaml", "Foto", "service", "weg"],
    ),
    "office of a contact": (
        change("records/contacts.yaml", 0, "office", value="Mond"),
        ["records/contacts.yaml", "office", "Mond"],
    ),
    "disruption that touches nothing": (
        change("records/disruptions.yaml", 0, "targets", 0, value={}),
        ["records/disruptions.yaml", "Übung", "targets 1"],
    ),
    "example of no service": (change(EXAMPLES, 0, "slug", value="weg"), [EXAMPLES, "weg", "slug"]),
    "example at another office": (
        change(EXAMPLES, 0, "service_offices", 0, "office", value="Stadt"),
        [EXAMPLES, "service_offices 1", "office", "Stadt"],
    ),
    "means of payment": (change(EXAMPLES, 0, "payment_means", value=["gold"]), [EXAMPLES, "perso", "payment_means"]),
    "translation of nothing": (change(ENGLISH, 2, "path", value="/weg/"), [ENGLISH, "path", "/weg/"]),
    "translation without its parent": (
        change(ENGLISH, 1, "path", value="/themen/ausweise/"),
        [ENGLISH, "/themen/ausweise/", "darüber"],
    ),
    "row that is not in the German page": (
        change(ENGLISH, 2, "fees", 0, "of", value="ab 99"),
        [ENGLISH, "fees 1", "of", "ab 99"],
    ),
    "amount in a translation": (change(ENGLISH, 2, "fees", 0, "amount", value="1"), [ENGLISH, "fees 1", "amount"]),
    "frequent service that is not translated": (
        change(ENGLISH, 0, "frequent", value=["/themen/"]),
        [ENGLISH, "frequent", "/themen/"],
    ),
    "number of a frequent service": (
        change("pages/00_home.yaml", 0, "frequent", 0, "service_nr", value=99),
        ["pages/00_home.yaml", "frequent 1", "99"],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_row_is_named_and_nothing_is_loaded(name, write_demo):
    files = small_demo()
    apply, said = BROKEN[name]
    apply(files)
    write_demo(files)
    before = Page.objects.count()
    with pytest.raises(CommandError) as caught:
        load()
    message = str(caught.value)
    assert [part for part in said if part not in message] == [], message
    assert Page.objects.count() == before
    assert not any(model.objects.exists() for model in (HomePage, Department, District, CityImage, Alert, SiteSettings))
    assert not default_storage.exists("original_images") or not default_storage.listdir("original_images")[1]


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        (SERVICES, "- nr: [1\n", [SERVICES]),
        (SERVICES, "- Perso\n", [SERVICES, "Zeile 1 der Liste", "aus Feldern"]),
        ("pages/00_home.yaml", "- path: /nur-das/\n  type: home.ContentPage\n  title: x\n", ["Startseite fehlt"]),
    ],
)
def test_a_file_that_cannot_be_read_is_named(write_demo, file, content, said):
    write_demo(small_demo() | {file: content})
    with pytest.raises(CommandError) as caught:
        load()
    assert [part for part in said if part not in str(caught.value)] == []


def test_a_language_we_do_not_have_is_named(write_demo):
    write_demo(small_demo() | {"translations/xx.yaml": []})
    with pytest.raises(CommandError, match=r"translations/xx\.yaml.*„xx“"):
        load()


def test_a_missing_file_is_named(write_demo, tmp_path):
    write_demo(small_demo())
    (tmp_path / "fixtures" / "pages" / "site.yaml").unlink()
    with pytest.raises(CommandError, match=r"pages/site\.yaml"):
        load()
