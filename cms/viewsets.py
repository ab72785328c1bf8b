"""Lists and forms of the kernel's records in the administration."""

from typing import Any

from django.db.models import QuerySet
from django.urls import path
from django.utils.formats import date_format

from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from cms import emergency
from cms.models import Alert, Department, District
from cms.moments import moment


def reviewed_on(page: Page) -> str:
    """Return the day of the last review; Wagtail's own root page has none."""
    day = getattr(page, "reviewed_on", None)
    return date_format(day, "SHORT_DATE_FORMAT") if day else ""


class AlertIndexView(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[Alert]:
        return super().get_base_queryset().select_related("page")


class AlertViewSet(ModelViewSet):
    model = Alert
    name = "hinweise"
    icon = "warning"
    menu_label = "Hinweise"
    menu_order = 150
    add_to_admin_menu = True
    index_view_class = AlertIndexView
    copy_view_enabled = False
    search_fields = ["title", "text"]
    list_filter = ["level"]
    list_display = [
        "title",
        Column("level", label="Stufe", accessor="get_level_display", sort_key="level"),
        StatusTagColumn(
            "state", label="Zustand", accessor="state", primary=lambda alert: alert.state == Alert.State.RUNNING.label
        ),
        Column("page", label="Wo", accessor="place"),
        Column("start", label="von", accessor=lambda alert: moment(alert.start), sort_key="start"),
        Column("end", label="bis", accessor=lambda alert: moment(alert.end), sort_key="end"),
    ]

    @property
    def emergency_view(self):
        panel = emergency.edit_handler()
        return self.construct_view(
            emergency.EmergencyView,
            panel=panel,
            form_class=panel.get_form_class(),
            add_url_name=self.get_url_name("emergency"),
            template_name=self.create_template_name,
        )

    def get_urlpatterns(self) -> list[Any]:
        # The list first: Wagtail's menu leads to the first of them.
        return [
            *super().get_urlpatterns(),
            path("notfall/", self.emergency_view, name="emergency"),
            path("<int:pk>/beenden/", emergency.end_now, name="end_now"),
        ]


class DepartmentViewSet(ModelViewSet):
    model = Department
    name = "aemter"
    icon = "group"
    menu_label = "Ämter und Referate"
    copy_view_enabled = False
    search_fields = ["name"]
    list_display = ["name", Column("parent", label="gehört zu"), "email", "phone"]
    list_filter = ["parent"]
    inspect_view_enabled = True


class DistrictViewSet(ModelViewSet):
    model = District
    name = "stadtbezirke"
    icon = "globe"
    menu_label = "Stadtbezirke"
    copy_view_enabled = False
    list_display = ["number", "name"]
    ordering = ["position"]


class TownViewSetGroup(ModelViewSetGroup):
    """What pages refer to; editors meet it in choosers, few maintain it."""

    menu_label = "Stadtverwaltung"
    menu_icon = "group"
    menu_order = 400
    items = (DepartmentViewSet, DistrictViewSet)


class HousePageViewSet(PageViewSet):
    """The explorer says when somebody last checked a page."""

    model = Page
    icon = "folder-open-inverse"

    columns = [
        *PageViewSet.index_view_class.base_columns[:4],
        Column("reviewed_on", label="Geprüft", accessor=reviewed_on, width="12%"),
        *PageViewSet.index_view_class.base_columns[4:],
    ]
