"""Imports of services in the administration: what each run did, and deviations that somebody has to decide."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.log_actions import LogActionRegistry
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from cms.permissions import LimitedPolicy
from exchange.models import ConflictState, ImportConflict, ImportRun
from exchange.xzufi import conflicts, fields, wording
from exchange.xzufi.objects import LOG_GONE


class EditorsMayView(LimitedPolicy):
    """Whoever writes pages may look; what is in the lists comes from imports, nobody adds or changes it."""

    def user_has_permission(self, user: AbstractBaseUser, action: str) -> bool:
        return action in self.actions and PagePermissionPolicy().user_has_permission(user, "change")


class ConflictIndexView(generic.IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("reference__page")


class OwnInspectView(generic.InspectView):
    """Shows its own template instead of a list of fields (whose names may clash with Wagtail's methods)."""

    def get_fields(self) -> list[str]:
        return []


class ConflictView(OwnInspectView):
    """One deviation: three texts side by side and two buttons, for those who may publish the page."""

    page_title = "Entscheiden"
    template_name = "exchange/admin/conflict.html"
    object: ImportConflict

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        conflict = self.object
        # A decided one shows what was decided about.
        ours = conflicts.ours_now(conflict) if conflict.state == ConflictState.OPEN else conflict.ours
        columns = (("Bei uns", ours), ("Neu geliefert", conflict.theirs), ("Stand davor", conflict.base))
        return super().get_context_data(**kwargs) | {
            "conflict": conflict,
            "field_label": fields.label(conflict.field),
            "versions": [(heading, wording.words(conflict.field, value)) for heading, value in columns],
            "shown": conflicts.digest(conflict, ours),
            "may_decide": conflicts.may_decide(conflict, self.request.user),
            "page_url": reverse("wagtailadmin_pages:edit", args=[conflict.reference.page_id]),
        }

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        decisions = {"keep": conflicts.keep_ours, "take": conflicts.take_theirs}
        decide = decisions.get(request.POST.get("decision", ""))
        if decide is None:
            raise PermissionDenied
        try:
            decide(self.object, request.user, request.POST.get("shown", ""))
        except conflicts.AlreadyDecidedError:
            messages.error(request, "Diese Abweichung ist bereits entschieden. Ihre Wahl hat nichts geändert.")
            return redirect(self.index_url_name)
        except conflicts.ChangedMeanwhileError:
            messages.error(request, "Die Texte haben sich inzwischen geändert. Bitte vergleichen Sie noch einmal.")
            return redirect(request.path)
        self.object.refresh_from_db()
        messages.success(request, f"Entschieden: {self.object.get_state_display()}.")
        return redirect(self.index_url_name)


class ConflictViewSet(ModelViewSet):
    model = ImportConflict
    name = "abweichungen"
    icon = "resubmit"
    menu_label = "Abweichungen"
    index_view_class = ConflictIndexView
    inspect_view_class = ConflictView
    inspect_template_name = "exchange/admin/conflict.html"
    inspect_view_enabled = True
    copy_view_enabled = False
    list_filter = ["state", "field"]
    list_display = [
        Column("page", label="Seite", accessor=lambda conflict: conflict.reference.page.title),
        Column("field", label="Feld", accessor=lambda conflict: fields.label(conflict.field), sort_key="field"),
        Column("state", label="Stand", accessor="get_state_display", sort_key="state"),
        DateColumn("found_at", label="gefunden", sort_key="found_at"),
    ]
    list_export: list[str] = []
    exclude_form_fields = ["found_at"]


class RunView(OwnInspectView):
    """What one import did and said."""

    template_name = "exchange/admin/import_run.html"
    object: ImportRun

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        counts = dict(self.object.counts)
        lists = {name: counts.pop(name, {}) for name in ("nicht gelesen", "andere Sprachen")}
        return super().get_context_data(**kwargs) | {
            "run": self.object,
            "counts": counts,
            "unread": lists["nicht gelesen"],
            "languages": lists["andere Sprachen"],
        }


class RunViewSet(ModelViewSet):
    model = ImportRun
    name = "importe"
    icon = "download"
    menu_label = "Importe"
    inspect_view_class = RunView
    inspect_template_name = "exchange/admin/import_run.html"
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = [
        Column("source", label="Datei", sort_key="source"),
        DateColumn("started_at", label="begonnen", sort_key="started_at"),
        DateColumn("finished_at", label="beendet", sort_key="finished_at"),
        Column("new", label="neu", accessor=lambda run: run.counts.get("neu", 0)),
        Column("changed", label="geändert", accessor=lambda run: run.counts.get("geändert", 0)),
        Column("conflicts", label="Abweichungen", accessor=lambda run: run.counts.get("Abweichungen", 0)),
    ]
    list_export: list[str] = []
    exclude_form_fields = ["started_at"]


class ExchangeViewSetGroup(ModelViewSetGroup):
    menu_label = "Austausch (XZuFi)"
    menu_icon = "resubmit"
    menu_order = 460
    items = (ConflictViewSet, RunViewSet)


def register_policies() -> None:
    for model in (ImportConflict, ImportRun):
        register_permission_policy(model, EditorsMayView(model, "view"))


def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(LOG_GONE, "An der Quelle gelöscht", "Zurückgezogen, weil die Quelle sie gelöscht hat")
