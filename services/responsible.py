"""Who is responsible for me, as it is shown: the rules of a service as a table, and the questions that find the one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from cms import freshness
from cms.localized import localized_by_id
from cms.models import District
from services import responsibility
from services.enums import ResponsibilityKind as Kind
from services.models.office import OfficePage

# What stands in the address for each kind; the names of the query stay those of all pages (cms.settings.policies).
PATHS = {Kind.LETTER: "nachname", Kind.DISTRICT: "stadtbezirk", Kind.STREET: "strasse", Kind.CASE: "fall"}
LABELS = {
    Kind.LETTER: gettext_lazy("Ihr Nachname"),
    Kind.DISTRICT: gettext_lazy("Ihr Stadtbezirk"),
    Kind.STREET: gettext_lazy("Ihre Straße"),
    Kind.CASE: gettext_lazy("Worum geht es?"),
}
HELP = {
    Kind.LETTER: gettext_lazy("Der Anfang genügt, zum Beispiel „Sch“."),
    Kind.STREET: gettext_lazy("Mit oder ohne Hausnummer."),
}
MAX_ASKED = 100


@dataclass(frozen=True)
class Rule:
    """`value` in words ("A bis F"), `office` the live page or None, `note` ("Zimmer 203")."""

    kind: str
    value: str
    office: Any
    note: str
    language: str


@dataclass(frozen=True)
class Question:
    """A form with one field; `path` stands behind the address of the service's part of the list."""

    path: str
    field: Any


def rules(service: Any) -> list[Any]:
    """Return the rows of a service with district and live office; two statements where there are any, one when warm."""
    rows = list(service.responsibilities.all())
    if not rows:
        return []
    offices = localized_by_id(OfficePage.objects.all(), (row.office_id for row in rows), service.locale_id)
    by_id = freshness.remember("districts", lambda: District.objects.in_bulk())
    for row in rows:
        row.district = by_id.get(row.district_id)
        row.shown_office = offices.get(row.office_id)
    return rows


def table(rows: Iterable[Any]) -> list[Rule]:
    return [Rule(row.kind, row.value, row.shown_office, row.note, row.language) for row in rows]


def questions(rows: Iterable[Any], asked: str = "", asked_kind: str = "") -> list[Question]:
    """Return one question for each kind of rule; what was asked stands in its field."""
    by_kind: dict[str, list[Any]] = {kind: [] for kind in PATHS}
    for row in rows:
        by_kind[row.kind].append(row)
    return [
        Question(PATHS[Kind(kind)], _field(Kind(kind), found, asked if kind == asked_kind else ""))
        for kind, found in by_kind.items()
        if found
    ]


def _field(kind: Kind, rows: list[Any], asked: str) -> Any:
    form = forms.Form(auto_id=f"{PATHS[kind]}-%s", initial={"q": asked})
    if kind in HELP:
        widget = forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"})
        form.fields["q"] = forms.CharField(
            label=LABELS[kind], help_text=HELP[kind], max_length=MAX_ASKED, widget=widget
        )
    else:
        choices = dict.fromkeys((_value(kind, row), row.value) for row in rows)
        form.fields["q"] = forms.ChoiceField(label=LABELS[kind], choices=[("", gettext("Bitte wählen")), *choices])
    return form["q"]


def _value(kind: Kind, row: Any) -> str:
    return row.district.slug if kind == Kind.DISTRICT and row.district else row.first


def kind_at(path: str) -> Kind | None:
    return next((kind for kind, own in PATHS.items() if own == path), None)


def notices(service: Any) -> list[str]:
    """Return what the editor should look at: nobody is responsible, or several are. Nothing of it is forbidden."""
    rows = list(service.responsibilities.all())
    found = [f"Für Nachnamen mit {gap} ist niemand zuständig." for gap in responsibility.gaps(rows)]
    if by_district := [row.district_id for row in rows if row.kind == Kind.DISTRICT]:
        missing = District.objects.exclude(pk__in=by_district)
        found += [f"Für den Stadtbezirk {district} ist niemand zuständig." for district in missing]
    for one, other in responsibility.overlaps(rows):
        found.append(f"Doppelt zuständig: „{one.value}“ ({one.office}) und „{other.value}“ ({other.office}).")
    return found
