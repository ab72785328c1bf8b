"""Fills the tree with pages to measure with, far faster than saving them one by one.

Pages are inserted in batches with tree paths worked out here; the table of each page type is filled from them by one
statement per variant of the text.
"""

import random
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import cycle, islice, repeat
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction

from wagtail.models import Page

from cms import clock
from cms.generation import raise_generation
from home import bulk_text
from home.models import ContentPage, HomePage, NewsIndexPage, NewsPage, SectionPage
from services.models import Deadline, Fee, OfficePage, RequiredDocument, ServiceIndexPage, ServiceOffice, ServicePage

SLUG = "messdaten"
SERVICES = 1_000
FOLDER = 5_000
SECTION = 200
VARIANTS = 24
BATCH = 2_000


@dataclass
class Node:
    """A page that gets children: its place in the tree, and how many children it has by now."""

    path: str
    depth: int
    url_path: str
    children: int = 0

    @classmethod
    def of(cls, page: Page) -> "Node":
        last = page.get_children().order_by("path").last()
        return cls(page.path, page.depth, page.url_path, Page._str2int(last.path[-Page.steplen :]) if last else 0)


def load(total: int, say: Callable[[str], None]) -> None:
    """Add `total` pages below the home page, or none: 5 % services, 40 % of the rest news, one folder of 5,000."""
    with transaction.atomic():
        home = HomePage.objects.order_by("path")[0]
        # The first two hold the others.
        root = _container(home, "Messdaten", SLUG)
        big = _container(root, "Großer Ordner", "grosser-ordner")
        services = min(SERVICES, total // 20)
        news = (total - services - 2) * 2 // 5
        content = total - services - news - 2
        folder = min(FOLDER, content // 2)
        bulk = Bulk(home)
        say(f"{services} Leistungen")
        bulk.insert(ServicePage, repeat(_index(ServiceIndexPage, home), services))
        bulk.add_rows()
        say(f"{news} Meldungen")
        bulk.insert(NewsPage, repeat(_index(NewsIndexPage, home), news))
        say(f"{content} Inhaltsseiten, davon {folder} in einem Ordner")
        amount = -(-(content - folder) // (SECTION + 1))
        sections = bulk.insert(SectionPage, repeat(Node.of(root), amount))
        bulk.insert(ContentPage, repeat(Node.of(big), folder))
        bulk.insert(ContentPage, islice(cycle(map(Node.of, sections)), content - folder - amount))
        say("Zähler im Baum")
        bulk.count_children()
        raise_generation()


def _container(parent: Page, title: str, slug: str) -> Page:
    page = parent.add_child(instance=SectionPage(title=title, slug=slug, locale_id=parent.locale_id))
    page.save_revision().publish()
    return page


def _index(model: type[Page], home: HomePage) -> Node:
    return Node.of(model.objects.child_of(home).get())


class Bulk:
    """One run; what it added are the pages from `first` on."""

    def __init__(self, home: HomePage):
        self.now = clock.now()
        self.random = random.Random(1)  # noqa: S311 - the same pages every time, nothing secret
        self.common = {"locale_id": home.locale_id, "live": True, "first_published_at": self.now}
        self.common |= {"last_published_at": self.now, "latest_revision_created_at": self.now}
        self.first = (Page.objects.aggregate(last=models.Max("pk"))["last"] or 0) + 1
        self.parents: dict[str, Node] = {}
        self.number = 0

    def insert(self, model: type[Page], parents: Iterable[Node]) -> list[Page]:
        """Add one page of this type below every node of `parents`; return them as plain pages."""
        content_type = ContentType.objects.get_for_model(model)
        added: list[Page] = []
        pages = (self._page(parent, content_type) for parent in parents)
        while batch := list(islice(pages, BATCH)):
            added += Page.objects.bulk_create(batch)
        if added:
            self._fill(model, added[0].pk, added[-1].pk)
        return added

    def _page(self, parent: Node, content_type: ContentType) -> Page:
        self.number += 1
        parent.children += 1
        self.parents[parent.path] = parent
        title, slug = bulk_text.title(self.number, self.random), f"{SLUG}-{self.number}"
        return Page(
            title=title,
            draft_title=title,
            slug=slug,
            url_path=f"{parent.url_path}{slug}/",
            path=Page._get_path(parent.path, parent.depth + 1, parent.children),
            depth=parent.depth + 1,
            content_type=content_type,
            translation_key=uuid.uuid4(),
            **self.common,
        )

    def _fill(self, model: type[Page], first: int, last: int) -> None:
        """Fill the table of the page type: Django inserts no rows of a child table without their parents."""
        quote = connection.ops.quote_name
        fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
        columns = ", ".join(quote(field.column) for field in [model._meta.pk, *fields])
        holes = ", ".join(["%s"] * len(fields))
        # Only names from the models, and values as parameters.
        statement = (
            f"INSERT INTO {quote(model._meta.db_table)} ({columns}) SELECT id, {holes} FROM wagtailcore_page "  # noqa: S608
            "WHERE id BETWEEN %s AND %s AND id %% %s = %s"
        )
        with connection.cursor() as cursor:
            for variant in range(VARIANTS):
                cursor.execute(statement, [*self._values(model, fields, variant), first, last, VARIANTS, variant])

    def _values(self, model: type[Page], fields: list[models.Field], variant: int) -> Iterator[Any]:
        sample = model(summary=bulk_text.sentence(self.random))
        if model is not SectionPage:
            sample.body = bulk_text.body(self.random)
        if model is NewsPage:
            sample.date = bulk_text.day(variant)
        for field in fields:
            yield field.get_db_prep_save(getattr(sample, field.attname), connection)

    def add_rows(self) -> None:
        """Give every new service what a usual one has, and an office of the tree if there is one."""
        office = OfficePage.objects.live().order_by("path").first()
        ids = list(ServicePage.objects.filter(pk__gte=self.first).values_list("pk", flat=True))
        text = bulk_text.sentence(self.random)
        german = {"locale_id": self.common["locale_id"]}
        Fee.objects.bulk_create(
            [Fee(page_id=pk, label="Messwert", amount=Decimal(pk % 90 + 10), **german) for pk in ids]
        )
        Deadline.objects.bulk_create(
            [Deadline(page_id=pk, kind="processing", words="Messwert", **german) for pk in ids]
        )
        RequiredDocument.objects.bulk_create(
            [RequiredDocument(page_id=pk, text=text, sort_order=order, **german) for pk in ids for order in range(3)]
        )
        if office:
            ServiceOffice.objects.bulk_create([ServiceOffice(service_id=pk, office=office, **german) for pk in ids])

    def count_children(self) -> None:
        for path, node in self.parents.items():
            added = Page.objects.filter(path__startswith=path, depth=node.depth + 1).count()
            Page.objects.filter(path=path).update(numchild=added)
