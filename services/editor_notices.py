"""What the editor is told after saving: nothing is wrong with a field, but somebody should look at it."""

from typing import Any

from django.http import HttpRequest

from wagtail.admin import messages

from services import responsible
from services.models import ServicePage


def tell_gaps(request: HttpRequest, page: Any) -> None:
    """Say for whom nobody is responsible, or more than one."""
    if isinstance(page, ServicePage):
        for notice in responsible.notices(page):
            messages.warning(request, notice)
