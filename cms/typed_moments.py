"""Times and dates as people type them into forms of the administration: "8", "8.30", "8 Uhr", "24.12.26, 8 Uhr".

What cannot be read is an error at its field; the browser leaves it as it was typed (static/editor/typed_moments.js).
"""

import re
from typing import Any

from django import forms
from django.db import models

from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput

DATES = ["%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d"]
TIME = "%H:%M"
HOUR = re.compile(r"(\d{1,2})(?:\s*(?:[:.]|uhr\s)\s*(\d{2}))?(?::00)?(?:\s*(?:uhr|h))?", re.IGNORECASE)
DAY_AND_HOUR = re.compile(r"(\d{1,2}\.\d{1,2}\.\d{2,4}),?\s+(?:um\s+)?(\S.*)")


class TypedDateField(forms.DateField):
    default_error_messages = {"invalid": "Das ist kein Datum. Schreiben Sie zum Beispiel 24.12.2026."}
    widget = AdminDateInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"input_formats": DATES} | kwargs)


class TypedTimeField(forms.TimeField):
    default_error_messages = {"invalid": "Das ist keine Uhrzeit. Schreiben Sie zum Beispiel 8:30."}
    widget = AdminTimeInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"input_formats": [TIME]} | kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(_hour(value) if isinstance(value, str) and value.strip() else value)


class TypedDateTimeField(forms.DateTimeField):
    default_error_messages = {"invalid": "Das ist kein Datum mit Uhrzeit. Schreiben Sie zum Beispiel 24.12.2026 8:30."}
    widget = AdminDateTimeInput

    def __init__(self, **kwargs: Any) -> None:
        # A day alone would be its first minute: whoever types it as an end means the last one.
        super().__init__(**{"input_formats": [f"{day} {TIME}" for day in DATES]} | kwargs)

    def to_python(self, value: Any) -> Any:
        found = DAY_AND_HOUR.fullmatch(value.strip()) if isinstance(value, str) else None
        return super().to_python(f"{found[1]} {_hour(found[2])}" if found else value)


def _hour(typed: str) -> str:
    """Return "08:30" for a time somebody typed; a dash, which the field refuses, for what is none."""
    found = HOUR.fullmatch(typed.strip())
    return f"{found[1]:0>2}:{found[2] or '00'}" if found else "–"


def register() -> None:
    """Give every form of the administration these fields, whatever widget a panel chooses."""
    fields = {
        models.DateField: (TypedDateField, AdminDateInput),
        models.TimeField: (TypedTimeField, AdminTimeInput),
        models.DateTimeField: (TypedDateTimeField, AdminDateTimeInput),
    }
    for model_field, (form_class, widget) in fields.items():
        register_form_field_override(model_field, override={"form_class": form_class, "widget": widget})
