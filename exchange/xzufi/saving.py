"""Saves and publishes what an import or a decision about a conflict has changed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser

from modelcluster.models import get_all_child_relations
from wagtail.models import Page, ReferenceIndex

from cms import clock
from cms.rows import fetch_rows
from exchange.xzufi.applying import apply, apply_translation, is_for
from exchange.xzufi.bodies import Addresses
from exchange.xzufi.fields import ROWS
from exchange.xzufi.merging import same
from exchange.xzufi.rows import Records
from exchange.xzufi.values import Values, fetch, read_values, translations_of, words_of
from search.models import CitizenWord
from services.enums import Verification
from services.models import ServicePage


@dataclass
class Record:
    """A German page with its translations: as they are live, or as drafts where they are not."""

    page: Any
    translations: dict[str, Any]
    values: Values

    @classmethod
    def load(cls, model: type[Page], number: int, locales: dict[str, int], addresses: Addresses) -> "Record":
        """Read a record: about eight statements."""
        page: Any = model._default_manager.get(pk=number)
        others = translations_of([page], locales)[page.pk]
        words = words_of([page, *others.values()])
        page, others = _shown(page), {language: _shown(other) for language, other in others.items()}
        fetch([each for each in (page, *others.values()) if each.live])
        return cls(page, others, read_values(page, others, words, addresses))

    @property
    def is_locked(self) -> bool:
        return self.page.locked or any(page.locked for page in self.translations.values())

    def save(self, changes: Values, records: Records, user: AbstractBaseUser | None = None, *, publish: bool) -> None:
        """Apply the changes and publish: what was live stays live, drafts stay drafts unless `publish`."""
        _save(self.page, publish, user, lambda page: apply(page, self._open(page, changes), records))
        for language, other in self.translations.items():
            if is_for(changes, language, type(self.page)):
                _save(other, publish, user, self._translate(changes, language))

    def _translate(self, changes: Values, language: str) -> Callable[[Any], None]:
        def change(page: Any) -> None:
            apply_translation(page, self.page, self._open(page, changes, language), language)

        return change

    def _open(self, page: Any, changes: Values, language: str = "") -> Values:
        """Return the changes of fields in which somebody's draft is still what was live; of a live page all."""
        if page is (self.translations[language] if language else self.page):
            return changes
        german, others = (self.page, self.translations | {language: page}) if language else (page, self.translations)
        drafted = read_values(german, others, {}, Addresses())
        return {name: value for name, value in changes.items() if same(drafted.get(name), self.values.get(name))}


def _shown(page: Any) -> Any:
    return page if page.live else page.get_latest_revision_as_object()


def _save(page: Any, publish: bool, user: AbstractBaseUser | None, change: Callable[[Any], None]) -> None:
    """Publish a changed page. Somebody's draft on it is saved again with the changes, still as a draft."""
    draft = page.get_latest_revision_as_object() if page.live and page.has_unpublished_changes else None
    change(page)
    revision = page.save_revision(user=user)
    is_over = page.expire_at is not None and page.expire_at <= clock.now()
    if (page.live or publish) and not is_over:
        revision.publish(user=user)
    elif page.live:
        withdraw(page, user)
    if draft is not None:
        change(draft)
        draft.save_revision(user=draft.latest_revision.user if draft.latest_revision else None)


def withdraw(page: Any, user: AbstractBaseUser | None = None) -> None:
    """Take a page and its translations out of the site. Nothing is deleted."""
    for each in type(page).objects.filter(translation_key=page.translation_key, live=True):
        each.unpublish(user=user)


def create(page: Any, parent: Page, values: Values, records: Records, *, publish: bool) -> Any:
    """Add a German page below its index and return it."""
    page.live = False
    page.locale_id = parent.locale_id
    # First without rows: publishing would write them a second time.
    apply(page, {name: value for name, value in values.items() if name not in ROWS[type(page)]}, records)
    parent.add_child(instance=page)
    CitizenWord.objects.filter(page_id=page.pk).update(source=CitizenWord.Source.IMPORT)
    _save(page, publish, None, lambda page: apply(page, values, records))
    # Publishing works on a copy: only the database knows the rows.
    return type(page)._default_manager.get(pk=page.pk)


def create_translation(page: Any, locale: Any, values: Values, language: str) -> None:
    """Add the translation of a page below the translated index, with the texts it has in the language."""
    other = page.copy_for_translation(locale)
    apply_translation(other, page, values, language)
    revision = other.save_revision()
    if page.live:
        revision.publish()


def index_references(page: Any) -> None:
    """Bring Wagtail's index of references in step, for a page and its translations: once, not with every row."""
    pages = list(type(page)._default_manager.filter(translation_key=page.translation_key))
    fetch_rows(pages, tuple(child_relations(type(page))))
    for each in pages:
        ReferenceIndex.create_or_update_for_object(each)


def child_relations(model: type[Page]) -> list[str]:
    return [relation.get_accessor_name() for relation in get_all_child_relations(model)]


def trust(values: Values) -> Verification:
    """Return how well a new service is founded.

    Released by the competent body: that proves what federal or state law says (types 1 to 4), and for a service of
    the city's own (type 5) the city has released it. Without release nobody has checked it for Bochum: its facts are
    marked as such and stay out of lists and interfaces until somebody has.
    """
    kind = (values.get("service_type") or " ")[0]
    if not values.get("reviewed_on"):
        return Verification.UNVERIFIED
    if kind in "1234":
        return Verification.LAW
    return Verification.CONFIRMED if kind == "5" else Verification.UNVERIFIED


def new_page(model: type[Page], values: Values, slug: str) -> Any:
    page: Any = model(slug=slug)
    if isinstance(page, ServicePage):
        page.verification = trust(values)
    return page
