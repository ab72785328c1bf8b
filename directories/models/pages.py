from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import ngettext

from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Locale

from cms import clock, contents, freshness, live_facts
from cms.blocks import ContentStreamBlock
from cms.fields import StreamField
from directories import listing, maps, selection, structured_data
from directories.models.entries import Entry
from search.models import FindablePage

FIELDS_HELP = "Was jeder Eintrag sagen kann. Neue Felder erscheinen nach dem Veröffentlichen bei den Einträgen."
BEFORE_HELP = "Steht über allem, auch beim Eintrag. Die erste Zeile groß, zum Beispiel „Notfall: 112 anrufen“."


class DirectoryIndexPage(FindablePage):
    """`/verzeichnisse/`: all directories by name."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["directories.DirectoryPage"]
    max_count_per_parent = 1
    search_kind = "topic"

    class Meta:
        verbose_name = "Verzeichnisse: Übersicht"

    def full_clean(self, *args, **kwargs) -> None:
        # In every language: below other addresses no filter of a list gets through (cms.settings.policies).
        self.slug = settings.DIRECTORY_SECTION
        super().full_clean(*args, **kwargs)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {
            "directories": list(DirectoryPage.objects.live().child_of(self).order_by("title"))
        }


class DirectoryPage(RoutablePageMixin, FindablePage):
    """`/verzeichnisse/<slug>/`: a list of places with the fields its editor defined."""

    note_before = models.TextField("Das Wichtigste zuerst", blank=True, help_text=BEFORE_HELP)
    body = StreamField(
        ContentStreamBlock(required=False), verbose_name="weiterer Text", blank=True, help_text="Steht unter der Liste."
    )
    source_name = models.CharField("Quelle", max_length=120, blank=True, help_text="Wer die Daten herausgibt.")
    source_url = models.URLField("Adresse der Quelle", blank=True, help_text="Wo die Daten zu finden sind.")
    licence = models.CharField("Lizenz", max_length=60, blank=True, help_text="Zum Beispiel „CC0 1.0“.")
    licence_url = models.URLField("Adresse der Lizenz", blank=True, help_text="Ihr Wortlaut.")
    data_as_of = models.DateField(
        "Stand der Daten",
        null=True,
        blank=True,
        help_text="Tag, von dem die Daten sind. Leer: unbekannt. Der Import trägt ihn ein, wenn die Quelle ihn nennt.",
    )

    parent_page_types: ClassVar[list[str]] = ["directories.DirectoryIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    search_kind = "directory"
    row_relations = ("fields",)
    fact_fields = ("source_name", "source_url", "licence", "licence_url", "data_as_of")

    content_panels: ClassVar[list] = [
        *FindablePage.content_panels,
        FieldPanel("note_before"),
        InlinePanel("fields", heading="Felder der Einträge", label="Feld", help_text=FIELDS_HELP),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_url")]),
                FieldRowPanel([FieldPanel("licence"), FieldPanel("licence_url")]),
                FieldPanel("data_as_of"),
            ],
            "Herkunft der Daten",
        ),
        FieldPanel("body", classname="collapsed"),
    ]

    class Meta:
        verbose_name = "Verzeichnis"
        verbose_name_plural = "Verzeichnisse"

    @classmethod
    def in_all_languages(cls, page_ids: Iterable[int]) -> list[int]:
        """Return the ids of these pages and of their translations, which show the same entries."""
        keys = cls.objects.filter(pk__in=page_ids).values("translation_key")
        return list(cls.objects.filter(translation_key__in=keys).values_list("pk", flat=True))

    @property
    def source_id(self) -> int:
        """The page whose entries are shown: a translation shows those of the German page."""
        return freshness.remember(f"directory-source:{self.pk}", self._source_id)

    def _source_id(self) -> int:
        german = DirectoryPage.objects.filter(
            translation_key=self.translation_key, locale=Locale.get_default(), live=True
        )
        return german.values_list("pk", flat=True).first() or self.pk

    @property
    def is_outdated(self) -> bool:
        """Whether the data are older than twelve months or nobody knows; the page changes by itself on that day."""
        if self.data_as_of is None:
            return True
        now = clock.now()
        day = datetime.combine(_a_year_after(self.data_as_of), time(), now.tzinfo)
        if now < day:
            freshness.valid_until(day)
        return now >= day

    @property
    def search_text(self) -> str:
        entries = listing.public(self.source_id).values_list("name", "street")
        return " ".join([contents.plain_text(self.body), *(f"{name} {street}" for name, street in entries)])

    @classmethod
    def hit_facts(cls, page_ids: list[int]) -> dict[int, list[str]]:
        """Return "25 Einträge" for each page; translations show the entries of the German page. One statement."""
        entries = Entry.objects.filter(
            live=True,
            directory__locale=live_facts.source_locale_id(),
            directory__translation_key=models.OuterRef("translation_key"),
        )
        counted = entries.order_by().values("directory").values(count=models.Count("pk"))
        pages = cls.objects.filter(pk__in=page_ids).values_list("pk", models.Subquery(counted))
        return {page: [_count_in_words(count)] for page, count in pages if count}

    @path("")
    def entries_list(self, request: HttpRequest) -> HttpResponse:
        return self.render(request, context_overrides=self._list(request) if self.pk else {})

    @path("<slug:slug>/")
    def one_entry(self, request: HttpRequest, slug: str) -> HttpResponse:
        entry = listing.public(self.source_id).select_related("district").filter(slug=slug).first()
        if entry is None:
            raise Http404
        context = {
            "entry": entry,
            "part": {"title": entry.name, "description": _description(self, entry)},
            "facts": listing.facts(entry, list(self.fields.all())),
            "nearest": listing.nearest(entry),
            "map": maps.draw([], [entry.position] if entry.position else []),
        }
        return self.render(request, context_overrides=context, template="directories/entry.html")

    def _list(self, request: HttpRequest) -> dict[str, Any]:
        fields = list(self.fields.all())
        asked = selection.read(request.GET, self.source_id, fields)
        found = listing.build(self.source_id, fields, asked, request.GET.get("seite"))
        return {"selection": asked, "listing": found}

    def structured_data(self, request: HttpRequest, context: Any) -> list[dict[str, Any]]:
        entry = context.get("entry")
        return [structured_data.place(request, self, entry) if entry else structured_data.dataset(request, self)]


def _a_year_after(day: date) -> date:
    return date(day.year + 1, 3, 1) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)


def _count_in_words(count: int) -> str:
    return ngettext("%(counter)s Eintrag", "%(counter)s Einträge", count) % {"counter": count}


def _description(page: DirectoryPage, entry: Entry) -> str:
    town = f"{entry.postcode} {entry.city}".strip()
    return ", ".join(part for part in (f"{page.title}: {entry.name}", entry.street, town) if part)
