"""Disruptions in the administration: one short form, a list that says what runs."""

from typing import Any, ClassVar

from wagtail.admin.ui.tables import Column

from services.models import Disruption
from services.viewsets.columns import StateColumn, moment_column
from services.viewsets.records import RecordViewSet


class DisruptionViewSet(RecordViewSet):
    model = Disruption
    icon = "warning"
    menu_label = "Störungen"
    menu_name = "stoerungen"
    menu_order = 130
    add_to_admin_menu = True
    list_display: ClassVar[list] = [
        "title",
        Column("targets", label="Betrifft", accessor="targets_text"),
        moment_column("start", "von", otherwise="ab sofort"),
        moment_column("end", "bis", otherwise="bis auf Weiteres"),
        StateColumn(lambda disruption: (disruption.start, disruption.end)),
    ]
    search_fields: ClassVar[list[str]] = ["title", "message"]

    def get_queryset(self, request: Any) -> Any:
        kinds = ("service", "office", "building", "account")
        return Disruption.objects.prefetch_related(*(f"targets__{kind}" for kind in kinds))
