"""Directories and their entries in the administration."""

from typing import Any

from django.db.models import QuerySet

from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.viewsets.pages import PageListingViewSet

import django_filters

from cms.models import District
from directories.forms import EntryForm, own_directories
from directories.models import DirectoryPage, Entry


class DirectoryViewSet(PageListingViewSet):
    model = DirectoryPage
    name = "verzeichnisse"
    icon = "list-ul"
    menu_label = "Alle Verzeichnisse"
    menu_order = 10
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Titel", sort_key="title", classname="title"),
        DateColumn("data_as_of", label="Stand der Daten", sort_key="data_as_of", width="18%"),
        PageStatusColumn("status", label="Status", sort_key="live", width="12%"),
    ]


class EntryFilterSet(WagtailFilterSet):
    directory = django_filters.ModelChoiceFilter(label="Verzeichnis", queryset=lambda request: own_directories())
    district = django_filters.ModelChoiceFilter(label="Stadtbezirk", queryset=District.objects.all())

    class Meta:
        model = Entry
        fields = ["directory", "live", "is_kept", "district"]


class EntryIndexView(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[Entry]:
        return super().get_base_queryset().select_related("directory", "district")


class EntryCreateView(generic.CreateView):
    def get_success_url(self) -> str:
        """The form goes on: now it knows the fields of the directory."""
        return self.get_edit_url()


class EntryViewSet(ModelViewSet):
    model = Entry
    name = "eintraege"
    icon = "list-ol"
    menu_label = "Einträge"
    menu_order = 20
    copy_view_enabled = False
    add_to_reference_index = False
    index_view_class = EntryIndexView
    add_view_class = EntryCreateView
    filterset_class = EntryFilterSet
    search_fields = ["name", "street", "external_id"]
    # Through the database: thousands of imported lines are in no search index of the administration.
    search_backend_name = None
    ordering = ["directory", "sort_key"]
    list_display = [
        "name",
        Column("directory", label="Verzeichnis", accessor="directory.title"),
        Column("street", label="Anschrift", sort_key="street"),
        BooleanColumn("live", label="veröffentlicht", sort_key="live"),
        Column("note", label="Notiz"),
        DateColumn("updated_at", label="Geändert", sort_key="updated_at"),
    ]

    def get_form_class(self, for_update: bool = False) -> Any:
        return EntryForm


class DirectoryViewSetGroup(ViewSetGroup):
    menu_label = "Verzeichnisse"
    menu_icon = "list-ul"
    menu_order = 135
    items = (DirectoryViewSet, EntryViewSet)
