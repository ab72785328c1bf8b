"""The form of an entry: its fields are those of its directory."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from wagtail.admin.forms import WagtailAdminModelForm

from cms import live_facts
from cms.typed_moments import TypedDateField
from directories import values
from directories.enums import FieldKind
from directories.models import DirectoryField, DirectoryPage, Entry

PREFIX = "angabe_"
ADDRESS = ("name", "street", "postcode", "city", "district")
DETAILS = ("latitude", "longitude", "slug", "external_id", "live", "is_kept", "note")


def own_directories() -> QuerySet[DirectoryPage]:
    """Return the German pages: what stands below a translation would be seen nowhere."""
    pages = DirectoryPage.objects.filter(alias_of=None, locale_id=live_facts.source_locale_id())
    return pages.order_by("title")


class EntryForm(WagtailAdminModelForm):
    """A new entry first says where it belongs and what it is called; then the form knows the rest."""

    class Meta:
        model = Entry
        fields = ["directory", *ADDRESS, *DETAILS]
        widgets = {"directory": forms.Select}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.definitions: list[DirectoryField] = []
        for name in ("latitude", "longitude"):
            # The browser's own number field reads by its own language: "51,48" would be lost in an English one.
            self.fields[name].localize = True
            self.fields[name].widget = forms.TextInput(attrs={"inputmode": "decimal"})
            self.fields[name].widget.is_localized = True
        if self.instance.pk:
            del self.fields["directory"]
            self._add_values()
        else:
            self.fields["directory"].queryset = own_directories()
            for name in DETAILS:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        found = {}
        for definition in self.definitions:
            name = PREFIX + definition.key
            try:
                if (value := values.clean(definition, cleaned.get(name))) is not None:
                    found[definition.key] = value
            except ValidationError as error:
                self.add_error(name, error)
        if self.instance.pk:
            # Also when the directory asks nothing any more: what it once asked would be refused.
            self.instance.values = found
        return cleaned

    def _add_values(self) -> None:
        self.definitions = list(self.instance.directory.fields.all())
        after = {name: self.fields.pop(name) for name in DETAILS}
        for definition in self.definitions:
            self.fields[PREFIX + definition.key] = _form_field(definition, self.instance.values.get(definition.key))
        self.fields |= after


def _form_field(definition: DirectoryField, value: Any) -> forms.Field:
    """Return a field for one value; directories.values checks what is typed."""
    kind = FieldKind(definition.kind)
    common: dict[str, Any] = {"label": definition.label, "required": False}
    if kind == FieldKind.CHOICE and definition.options:
        choices = [(option, option) for option in definition.options]
        return forms.MultipleChoiceField(
            **common, choices=choices, initial=value, widget=forms.CheckboxSelectMultiple, help_text="Auch mehrere."
        )
    if kind == FieldKind.CHOICE:
        return WordPerLine(**common, initial="\n".join(value or []), help_text="Ein Wert je Zeile.")
    if kind == FieldKind.YES_NO:
        known = {None: "", True: "ja", False: "nein"}
        return forms.ChoiceField(
            **common, choices=[("", "nicht bekannt"), ("ja", "ja"), ("nein", "nein")], initial=known[value]
        )
    if kind == FieldKind.LONG_TEXT:
        return forms.CharField(**common, initial=value, widget=forms.Textarea(attrs={"rows": 4}))
    if kind == FieldKind.DATE:
        return TypedDateField(**common, initial=value)
    text = str(value).replace(".", ",") if kind == FieldKind.NUMBER and value is not None else value
    return forms.CharField(**common, initial=text)


class WordPerLine(forms.CharField):
    """A list of words, one on each line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value: Any) -> Any:
        return [line.strip() for line in str(value or "").splitlines() if line.strip()]
