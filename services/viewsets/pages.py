"""Lists of services and offices in the administration."""

from django.db.models import QuerySet

from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.viewsets.pages import PageListingViewSet

import django_filters

from services.models import OfficePage, ServicePage, TopicPage

TITLE = [
    BulkActionsColumn("bulk_actions"),
    PageTitleColumn("title", label="Titel", sort_key="title", classname="title"),
]
STATE = [
    DateColumn("latest_revision_created_at", label="Bearbeitet", sort_key="latest_revision_created_at", width="12%"),
    PageStatusColumn("status", label="Status", sort_key="live", width="12%"),
]


class ServiceFilterSet(WagtailFilterSet):
    topic = django_filters.ModelChoiceFilter(
        label="Thema oder Lebenslage",
        field_name="service_topics__topic",
        queryset=TopicPage.objects.order_by("title"),
    )

    class Meta:
        model = ServicePage
        fields = ["verification", "online_availability", "appointment", "live"]


class OfficeFilterSet(WagtailFilterSet):
    class Meta:
        model = OfficePage
        fields = ["is_external", "by_appointment_only", "live"]


class ServiceViewSet(PageListingViewSet):
    model = ServicePage
    name = "leistungen"
    icon = "list-ul"
    menu_label = "Leistungen"
    menu_order = 110
    add_to_admin_menu = True
    filterset_class = ServiceFilterSet
    columns = [
        *TITLE,
        Column("verification", label="Prüfstand", accessor="get_verification_display", sort_key="verification"),
        Column("online", label="Online", accessor="get_online_availability_display", sort_key="online_availability"),
        Column("appointment", label="Termin", accessor="get_appointment_display", sort_key="appointment"),
        *STATE,
    ]


class OfficeIndexView(PageListingViewSet.index_view_class):
    def get_base_queryset(self) -> QuerySet[OfficePage]:
        return super().get_base_queryset().select_related("building")


def street(office: OfficePage) -> str:
    return office.building.street if office.building else office.street


class OfficeViewSet(PageListingViewSet):
    model = OfficePage
    index_view_class = OfficeIndexView
    name = "dienststellen"
    icon = "home"
    menu_label = "Dienststellen"
    menu_order = 120
    add_to_admin_menu = True
    filterset_class = OfficeFilterSet
    columns = [
        *TITLE,
        Column("street", label="Anschrift", accessor=street),
        BooleanColumn("by_appointment_only", label="nur mit Termin", sort_key="by_appointment_only"),
        BooleanColumn("is_external", label="extern", sort_key="is_external"),
        *STATE,
    ]
