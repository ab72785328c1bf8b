"""The OZG report in the administration."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.views.generic import TemplateView

from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.permission_policies.pages import PagePermissionPolicy

from cms import charts
from services import ozg, ozg_progress


def may_read(request: HttpRequest) -> bool:
    """Whoever writes pages may see how far they are."""
    return PagePermissionPolicy().user_has_permission(request.user, "change")


class OzgReportView(WagtailAdminTemplateMixin, TemplateView):
    page_title = "OZG-Bericht"
    header_icon = "clipboard-list"
    template_name = "services/admin/ozg_report.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        if not may_read(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = ozg.lines()
        # An unknown list is the one without a name: everything to be looked at.
        chosen = next((group for group in ozg.GROUPS if group.code == self.request.GET.get("liste")), None)
        return super().get_context_data(**kwargs) | {
            "totals": [(group, len(group.among(found))) for group in ozg.GROUPS],
            "chosen": chosen,
            "chart": ozg_progress.progress_chart(),
            "areas": ozg.areas(found),
            "lines": chosen.among(found) if chosen else [line for line in found if line.findings],
        }


def services_csv(request: HttpRequest) -> HttpResponse:
    if not may_read(request):
        raise PermissionDenied
    return _file(charts.as_csv(ozg.HEADER, [line.cells() for line in ozg.lines()]), "ozg-bericht.csv")


def progress_csv(request: HttpRequest) -> HttpResponse:
    if not may_read(request):
        raise PermissionDenied
    return _file(charts.as_csv(*ozg_progress.progress_table()), "ozg-verlauf.csv")


def _file(text: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


class OzgMenuItem(MenuItem):
    """In the menu of those who answer for the whole; whoever writes single pages would only have one entry more."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_read(request) and request.user.has_perm("cms.change_department")


def menu_item() -> MenuItem:
    return OzgMenuItem("OZG-Bericht", reverse("ozg_report"), name="ozg", icon_name="clipboard-list", order=460)


urlpatterns = [
    path("ozg-bericht/", OzgReportView.as_view(), name="ozg_report"),
    path("ozg-bericht/leistungen.csv", services_csv, name="ozg_services_csv"),
    path("ozg-bericht/verlauf.csv", progress_csv, name="ozg_progress_csv"),
]
