"""Closures in the administration."""

from typing import ClassVar

from wagtail.admin.ui.tables import BooleanColumn

from cms import clock
from services.models import Closure
from services.viewsets.columns import StateColumn, day_column
from services.viewsets.records import RecordViewSet


class ClosureViewSet(RecordViewSet):
    model = Closure
    base_url_path = "schliessungen"
    icon = "calendar-alt"
    menu_label = "Schließungen"
    menu_name = "schliessungen"
    menu_order = 128
    add_to_admin_menu = True
    search_fields: ClassVar[list[str]] = ["title"]
    list_filter: ClassVar[list[str]] = ["all_offices", "live"]
    list_display: ClassVar[list] = [
        "title",
        day_column("first_day", "erster Tag"),
        day_column("last_day", "letzter Tag"),
        BooleanColumn("all_offices", label="alle Stellen", sort_key="all_offices"),
        StateColumn(lambda closure: (clock.start_of(closure.first_day), clock.midnight_after(closure.last_day))),
    ]
