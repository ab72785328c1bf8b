"""Disruptions in the administration: one short form, a list that says what runs."""

from wagtail.admin.ui.tables import Column, DateColumn, LiveStatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from services.models import Disruption


class DisruptionViewSet(SnippetViewSet):
    model = Disruption
    icon = "warning"
    menu_label = "Störungen"
    menu_name = "stoerungen"
    menu_order = 130
    add_to_admin_menu = True
    list_display = [
        "title",
        Column("targets", label="Betrifft", accessor="targets_text"),
        DateColumn("start", label="von", sort_key="start"),
        DateColumn("end", label="bis", sort_key="end"),
        LiveStatusTagColumn(),
    ]
    search_fields = ["title", "message"]
