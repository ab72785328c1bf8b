"""Field types of the house."""

from django import forms
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
