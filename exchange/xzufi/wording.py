"""Values of an exchange as editors read them: one line per row or paragraph."""

from typing import Any

from wagtail.models import Page

from exchange.xzufi import markup
from exchange.xzufi.codes import MAIN_LANGUAGE
from exchange.xzufi.fields import ROWS
from exchange.xzufi.row_kinds import LinkRows
from exchange.xzufi.rows import Records, Rows
from services.models import OfficePage, ServicePage


def words(name: str, value: Any) -> list[str]:
    """Return the value of a field as lines; nothing has none. One statement where rows are links to pages."""
    plain_name = name.partition("@")[0]
    if value in (None, "", []):
        return []
    if plain_name == "body":
        return markup.plain(value).splitlines()
    if plain_name == "citizen_words":
        return [item["phrase"] for item in value]
    if plain_name == "parent_office":
        return _titles([value])
    for model in (ServicePage, OfficePage):
        if plain_name in ROWS[model]:
            return _rows(model, plain_name, ROWS[model][plain_name], value)
    return str(value).splitlines()


def _rows(model: type[Page], relation: str, kind: Rows, items: list[dict[str, Any]]) -> list[str]:
    if isinstance(kind, LinkRows):
        return _titles([item[kind.target] for item in items])
    return [_row(model, relation, kind, item) for item in items]


def _row(model: type[Page], relation: str, kind: Rows, item: dict[str, Any]) -> str:
    row = model._meta.get_field(relation).related_model()
    kind.write(row, item, Records())
    extra = [text for name in kind.texts[1:] if (text := item[name].get(MAIN_LANGUAGE)) and text not in str(row)]
    if item.get("url"):
        extra.append(item["url"])
    other = {language for name in kind.texts for language in item[name]} - {MAIN_LANGUAGE}
    for language in sorted(other):
        extra.append(f"{language}: {', '.join(item[name][language] for name in kind.texts if language in item[name])}")
    return f"{row} ({'; '.join(extra)})" if extra else str(row)


def _titles(numbers: list[int]) -> list[str]:
    titles = dict(Page.objects.filter(pk__in=numbers).values_list("pk", "title"))
    return [titles.get(number, f"Seite {number}, die es nicht mehr gibt") for number in numbers]
