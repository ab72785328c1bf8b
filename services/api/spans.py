"""Weekly hours as the API tells them."""

from datetime import time
from typing import Any

from ninja import Schema
from pydantic import Field

from services.opening_hours import Span


class HoursOut(Schema):
    weekday: int = Field(description="1 = Montag … 7 = Sonntag (ISO 8601).")
    opens: time
    closes: time
    by_appointment: bool


def span_hours(span: Span) -> dict[str, Any]:
    """Return a weekly span as `HoursOut`."""
    return {
        "weekday": span.weekday + 1,
        "opens": span.opens,
        "closes": span.closes,
        "by_appointment": span.by_appointment,
    }
