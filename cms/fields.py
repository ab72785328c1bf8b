"""Field types of the house."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from wagtail.fields import StreamField as WagtailStreamField


class StreamField(WagtailStreamField):
    """StreamField whose block definitions stay out of migrations.

    The migration sees a plain JSONField: a changed block needs no migration, and a data migration that
    saves a page keeps its body (with Wagtail's own field an emptied block list writes `[]`).
    """

    def __init__(self, block_types=(), **kwargs):
        # Without blocks when Django clones the field for a migration's state.
        super().__init__(block_types, **kwargs)

    def deconstruct(self):
        name, _path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_types", None)
        kwargs.pop("block_lookup", None)
        return name, "django.db.models.JSONField", [], kwargs


class AmountField(models.DecimalField):
    """An amount typed as people write it: "46,50".

    The browser's own number field reads by its own language: in an English one "46,50" becomes 4650.
    """

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.DecimalField", args, kwargs

    def formfield(self, **kwargs):
        widget = forms.TextInput(attrs={"inputmode": "decimal"})
        return super().formfield(**{**kwargs, "localize": True, "widget": widget})


class ChoicesField(models.JSONField):
    """Several of a few fixed values, kept as a JSON list of their keys and ticked as boxes."""

    def __init__(self, *args: Any, choices: Any = (), **kwargs: Any) -> None:
        self.options = list(choices)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        # The options are words on a form: a new one needs no migration.
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs

    def contribute_to_class(self, cls, name, private_only=False):
        super().contribute_to_class(cls, name, private_only)
        labels = dict(self.options)
        setattr(cls, f"get_{name}_display", lambda page: ", ".join(str(labels[key]) for key in getattr(page, name)))

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if not isinstance(value, list) or not set(value) <= dict(self.options).keys():
            raise ValidationError("Wählen Sie aus den Möglichkeiten.")

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=self.options,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            label=self.verbose_name,
            help_text=self.help_text,
        )
