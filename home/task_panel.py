"""The first page of the administration: what most people come for once a month, each one link away."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.urls import reverse

from wagtail.admin.ui.components import Component

from home.models import Feedback


class Task(NamedTuple):
    """`label` as the person would say it, name of the address, and the right without which it is not shown."""

    label: str
    view: str
    right: str


TASKS = (
    Task("Störung melden", "wagtailsnippets_services_disruption:add", "services.add_disruption"),
    Task("Schließung eintragen", "wagtailsnippets_services_closure:add", "services.add_closure"),
    Task("Zeiten einer Dienststelle ändern", "dienststellen:index", "wagtailadmin.access_admin"),
    Task("Gebühr, Frist oder Unterlage ändern", "leistungen:index", "wagtailadmin.access_admin"),
)


class TaskPanel(Component):
    """Links to the tasks this person may do, and how much feedback waits. One statement, where it may be read."""

    name = "tasks"
    order = 60
    template_name = "wagtailadmin/home/tasks.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        reads = user.has_perm("home.view_feedback")
        return {
            "tasks": [(task.label, reverse(task.view)) for task in TASKS if user.has_perm(task.right)],
            "new_feedback": Feedback.objects.filter(state=Feedback.State.NEW).count() if reads else None,
            "feedback_url": f"{reverse('rueckmeldungen:index')}?state={Feedback.State.NEW}",
        }
