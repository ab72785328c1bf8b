"""What the site has before an import: identities, topics, addresses, languages. Read once, then kept in step."""

import uuid
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.text import slugify

from wagtail.models import Locale, Page

from exchange.models import ExternalReference
from exchange.xzufi.codes import AGENCY, MAIN_LANGUAGE
from exchange.xzufi.fields import translations
from exchange.xzufi.identity import Identity
from exchange.xzufi.parsing import XzufiError
from exchange.xzufi.rows import Records
from services.models import OfficeIndexPage, OfficePage, ServiceIndexPage, ServiceKey, ServicePage, TopicPage

INDEXES: dict[type, type] = {ServicePage: ServiceIndexPage, OfficePage: OfficeIndexPage}


@dataclass
class Known:
    """An object that has been here before: its reference, its German page, and the digest of its last delivery."""

    reference: int
    page: int
    digest: str


@dataclass
class Catalogue:
    """Statements: one for each kind of thing, whatever their number."""

    known: dict[Identity, Known] = field(default_factory=dict)
    # German pages by translation key: the identities that our own export gives them.
    own: dict[type, dict[str, int]] = field(default_factory=dict)
    pages: dict[type, set[int]] = field(default_factory=dict)
    indexes: dict[type, Page] = field(default_factory=dict)
    slugs: dict[type, set[str]] = field(default_factory=dict)
    topics: dict[str, int] = field(default_factory=dict)
    # Language → locale, for languages in which the index of services is there.
    locales: dict[str, int] = field(default_factory=dict)
    # Pages that have a translation, by language: numbers of the German pages.
    translated: dict[str, set[int]] = field(default_factory=dict)
    # Keys of services that have come from nowhere: title by key.
    keys: dict[str, str] = field(default_factory=dict)
    records: Records = field(default_factory=Records)

    @classmethod
    def load(cls) -> "Catalogue":
        """Raises XzufiError where the pages are missing below which everything stands."""
        found = cls(records=Records.load())
        for number, page, digest, *who in ExternalReference.objects.values_list(
            "pk", "page_id", "digest", "agency", "scheme", "identifier"
        ):
            found.known[Identity(*who)] = Known(number, page, digest)
        for model, index_model in INDEXES.items():
            found._load_pages(model, index_model)
        index = found.indexes[ServicePage]
        for locale in Locale.objects.filter(language_code__in=translations()):
            if index.get_translations().filter(locale=locale).exists():
                found.locales[locale.language_code] = locale.pk
        found._load_translated()
        topics = german(TopicPage.objects.all()).values_list("title", "pk")
        found.topics = dict(topics)
        references = ExternalReference.objects.values("page_id")
        keys = ServiceKey.objects.filter(page__locale=index.locale_id).exclude(page__in=references)
        found.keys = dict(keys.values_list("key", "page__title"))
        return found

    def _load_pages(self, model: type[Any], index_model: type[Any]) -> None:
        index = german(index_model.objects.all()).first()
        if index is None:
            raise XzufiError(f"die Seite „{index_model._meta.verbose_name}“ fehlt: legen Sie sie zuerst an")
        self.indexes[model] = index
        self.slugs[model] = set(index.get_children().values_list("slug", flat=True))
        keys = german(model.objects.all()).values_list("translation_key", "pk")
        self.own[model] = {key.hex: page for key, page in keys}
        self.pages[model] = set(self.own[model].values())

    def _load_translated(self) -> None:
        numbers = {key: page for keys in self.own.values() for key, page in keys.items()}
        languages = {number: language for language, number in self.locales.items()}
        self.translated = {language: set() for language in self.locales}
        for key, locale in Page.objects.filter(locale__in=languages, alias_of=None).values_list(
            "translation_key", "locale_id"
        ):
            if page := numbers.get(key.hex):
                self.translated[languages[locale]].add(page)

    def find(self, model: type, who: Identity) -> int | None:
        """Return the German page of an identity: delivered before, or given by our own export."""
        if who in self.known:
            return self.known[who].page if self.known[who].page in self.pages[model] else None
        try:
            return self.own[model].get(uuid.UUID(who.identifier).hex)
        except ValueError:
            return None

    def new_slug(self, model: type, title: str) -> str:
        """Return an address below the index that nobody has."""
        stem = slugify(title)[:80].strip("-") or "eintrag"
        slug, number = stem, 1
        while slug in self.slugs[model]:
            number += 1
            slug = f"{stem}-{number}"
        self.slugs[model].add(slug)
        return slug


def german(pages: QuerySet) -> QuerySet:
    return pages.filter(locale__language_code=MAIN_LANGUAGE)


def own_identity(page: Page, scheme: str, agency: str = AGENCY) -> Identity:
    """Return the identity of a page that has none from elsewhere: it is the same in every database and language."""
    return Identity(agency, scheme, str(page.translation_key))
