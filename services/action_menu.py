"""The buttons below the form of closures and disruptions: who may publish means to, so that button is the big one."""

from typing import Any

from django.http import HttpRequest

from wagtail.snippets.action_menu import PublishMenuItem

from services.models import Closure, Disruption


class ReportMenuItem(PublishMenuItem):
    """Publishes as well, and says what the person on duty came for."""

    label = "Jetzt melden"
    template_name = "services/admin/report_button.html"


def publish_first(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Put the button that publishes first, where Wagtail offers it; a draft waits behind the arrow."""
    if context["view"] not in {"create", "edit"} or not issubclass(context["model"], Closure | Disruption):
        return
    publish = next((item for item in items if isinstance(item, PublishMenuItem)), None)
    if publish is None:
        return
    items.remove(publish)
    is_new = context["model"] is Disruption and not (context.get("instance") and context["instance"].live)
    items.insert(0, ReportMenuItem() if is_new else publish)
