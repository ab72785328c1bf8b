"""Reporting an emergency: one short form, reached from the menu and the first page of the administration."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList, Panel
from wagtail.admin.ui.components import Component
from wagtail.admin.views import generic
from wagtail.log_actions import log

from cms import clock
from cms.models import Alert

HELP = """
<p>Der Notfall steht nach dem Speichern sofort auf jeder Seite: ganz oben, in voller Länge.</p>
<p>Sagen Sie, was geschehen ist, was die Menschen tun sollen und wo sie mehr erfahren.
Bei Gefahr für Leib und Leben gehört die 112 in den Text.</p>
"""


class EmergencyForm(WagtailAdminModelForm):
    """Title, text, until when. The level is set before, the beginning is now, the place is everywhere."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].required = True
        self.fields["end"].help_text = "Leer: bis jemand den Notfall beendet."

    def clean_end(self) -> datetime | None:
        end = self.cleaned_data["end"]
        if end and end <= clock.now():
            raise ValidationError("Dieser Zeitpunkt ist schon vorbei.")
        return end


class EmergencyView(generic.CreateView):
    page_title = "Notfall melden"
    success_message = "Der Notfall steht jetzt auf allen Seiten: „%(object)s“."
    submit_button_label = "Jetzt auf allen Seiten zeigen"
    submit_button_active_label = "Wird gezeigt …"

    def get_page_subtitle(self) -> str:
        # Else Wagtail names the model behind it: "Notfall melden: Hinweis oder Warnung".
        return ""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_initial_form_instance(self) -> Alert:
        return Alert(level=Alert.Level.EMERGENCY)


@require_POST
def end_now(request: HttpRequest, pk: int) -> HttpResponse:
    """End an alert at this minute; it stays in the list."""
    if not request.user.has_perm("cms.change_alert"):
        raise PermissionDenied
    alert = get_object_or_404(Alert, pk=pk)
    if alert.is_active(now := clock.now()):
        alert.end = now
        alert.save()
        log(alert, "wagtail.edit", user=request.user)
    messages.success(request, f"Beendet: „{alert}“ steht auf keiner Seite mehr.")
    return redirect("wagtailadmin_home")


class EmergencyMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_report(request)


class EmergencyPanel(Component):
    """The first page of the administration: what is shown as an emergency now, and the way to report one."""

    name = "emergency"
    order = 50
    template_name = "wagtailadmin/home/emergency.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        now = clock.now()
        alerts = Alert.objects.filter(level=Alert.Level.EMERGENCY)
        return {
            "may_report": may_report(parent_context["request"]),
            "csrf_token": parent_context["csrf_token"],
            "running": [alert for alert in alerts if alert.is_active(now)],
        }


def may_report(request: HttpRequest) -> bool:
    return request.user.has_perm("cms.add_alert")


def edit_handler() -> Panel:
    panels = [HelpPanel(HELP), FieldPanel("title"), FieldPanel("text"), FieldPanel("end")]
    return ObjectList(panels, base_form_class=EmergencyForm).bind_to_model(Alert)
