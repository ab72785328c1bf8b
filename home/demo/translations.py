"""Some pages of the demo in other languages: texts only, all facts come from the German page (cms.live_facts)."""

from typing import Any

from django.conf import settings

from modelcluster.fields import ParentalKey
from wagtail.models import Locale, Page

from cms.models import TranslatedRow
from home.demo import body, source
from home.demo.references import References
from home.demo.source import DemoError, Row, check, fill
from home.models import FrequentService, HomePage

TEXTS = (
    *("title", "slug", "summary", "question", "intro", "official_name", "area", "first_step", "remedy"),
    *("identification", "evidence", "tacit_approval", "procedure_languages"),
)


def load_translations(references: References) -> None:
    """Add missing translations, one file per language; one that exists stays as the editors left it."""
    for path in sorted((source.FIXTURES / "translations").glob("*.yaml")):
        if path.stem not in dict(settings.LANGUAGES):
            raise DemoError(f"translations/{path.name}: die Sprache „{path.stem}“ gibt es nicht")
        locale, _new = Locale.objects.get_or_create(language_code=path.stem)
        drafts = [_draft(references, row, locale) for row in source.read(f"translations/{path.name}")]
        # Published once all of them are there: the home page names a service below it.
        for row, page in drafts:
            if page is not None:
                _publish(references, row, page)


def _draft(references: References, row: Row, locale: Locale) -> tuple[Row, Page | None]:
    german = references.need_page(row, "path", row.need("path"))
    if german.has_translation(locale):
        return row, None
    parent = german.get_parent()
    if not parent.is_root() and not parent.has_translation(locale):
        raise row.error("path", "die Seite darüber ist noch nicht übersetzt")
    return row, german.specific.copy_for_translation(locale).specific


def _publish(references: References, row: Row, page: Any) -> None:
    row.taken.add("path")
    # Its children were added after the draft was read; publishing writes the count of children, too.
    page.refresh_from_db(fields=["numchild"])
    german = page.get_translation(Locale.get_default())
    own = [name for name in TEXTS if hasattr(page, name)]
    # A German text must not stay behind as if it were a translation.
    for name in set(own) - {"title", "slug"}:
        setattr(page, name, "")
    fill(page, row, *own)
    if hasattr(page, "body"):
        page.body = body.build(row, references)
    for relation in page.row_relations:
        setattr(page, relation, _rows(row, relation, getattr(german, relation).all(), page))
    if isinstance(page, HomePage):
        page.frequent_services = [_frequent(references, row, path, page.locale) for path in row.items("frequent")]
    row.finish()
    check(page, row)
    page.save_revision().publish()


def _rows(row: Row, relation: str, german: Any, page: Any) -> list[TranslatedRow]:
    """Return the rows that are translated; all others come from the German page."""
    found = []
    for child in row.children(relation):
        text = child.need("of")
        original = next((other for other in german if text in _texts(other)), None)
        if original is None:
            raise child.error("of", f"„{text}“ steht nicht auf der deutschen Seite")
        found.append(_translated(original, child, page))
    return found


def _texts(german: Any) -> list[str]:
    return [getattr(german, name) for name in getattr(german, "translated_fields", ())]


def _translated(original: Any, row: Row, page: Any) -> TranslatedRow:
    """Return a copy of the German row with texts in the language of the page; the key keeps the two together."""
    fields = [field for field in original._meta.concrete_fields if not isinstance(field, ParentalKey)]
    values = {field.attname: getattr(original, field.attname) for field in fields}
    own = dict.fromkeys(original.translated_fields, "")
    copy = type(original)(**values | own | {"id": None, "locale_id": page.locale_id})
    fill(copy, row, *original.translated_fields)
    row.finish()
    return copy


def _frequent(references: References, row: Row, path: str, locale: Locale) -> FrequentService:
    service = references.need_page(row, "frequent", path).get_translation_or_none(locale)
    if service is None:
        raise row.error("frequent", f"die Seite „{path}“ ist nicht übersetzt")
    return FrequentService(service=service.specific)
