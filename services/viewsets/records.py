"""Records that many pages show, in the administration. Each form says first where its record is used."""

from typing import Any, ClassVar

from wagtail.admin.panels import Panel
from wagtail.admin.ui.tables import Column, DateColumn, LiveStatusTagColumn
from wagtail.models import Page
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet, SnippetViewSetGroup

from services.models import Account, Building, Contact, DocumentRecord, Law, TrustLevel
from services.usage import offices_with_hours_of, pages_using


class WhereUsedPanel(Panel):
    """How many pages show the record, and which: before somebody changes it for all of them. Not on new records."""

    SHOWN = 12

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/panels/where_used.html"

        def is_shown(self) -> bool:
            return super().is_shown() and self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            pages: list[Page] = list(pages_using(self.instance))
            return super().get_context_data(parent_context) | {
                "number": len(pages),
                "pages": pages[: WhereUsedPanel.SHOWN],
                "more": pages[WhereUsedPanel.SHOWN :],
                "timed": offices_with_hours_of(self.instance),
            }


# Wagtail's own names a class: "Das „Störung“-Objekt konnte aufgrund von Fehlern nicht erstellt werden."
NOT_SAVED = "Noch nicht gespeichert. Bitte prüfen Sie die markierten Felder."


class RecordCreateView(CreateView):
    error_message = NOT_SAVED


class RecordEditView(EditView):
    error_message = NOT_SAVED


class RecordViewSet(SnippetViewSet):
    """What all records have in common; a subclass names the model and what its list shows."""

    add_view_class = RecordCreateView
    edit_view_class = RecordEditView
    copy_view_enabled = False
    list_filter: ClassVar[list[str]] = ["live"]
    search_fields: ClassVar[list[str]] = ["name"]

    def get_edit_handler(self) -> Any:
        self.panels = [WhereUsedPanel(), *self.model.panels]
        return super().get_edit_handler()


class BuildingViewSet(RecordViewSet):
    model = Building
    base_url_path = "gebaeude"
    icon = "home"
    menu_label = "Gebäude"
    search_fields: ClassVar[list[str]] = ["name", "street"]
    list_filter: ClassVar[list[str]] = ["district", "step_free", "live"]
    list_display: ClassVar[list] = [
        "name",
        Column("street", label="Anschrift", sort_key="street"),
        Column("step_free", label="stufenlos", accessor="get_step_free_display", sort_key="step_free"),
        LiveStatusTagColumn(),
    ]


class ContactViewSet(RecordViewSet):
    model = Contact
    base_url_path = "kontakte"
    icon = "user"
    menu_label = "Kontakte"
    search_fields: ClassVar[list[str]] = ["function", "phone", "email"]
    list_display: ClassVar[list] = [
        "function",
        Column("office", label="Dienststelle"),
        "phone",
        DateColumn("name_until", label="Name bis", sort_key="name_until"),
        LiveStatusTagColumn(),
    ]

    def get_queryset(self, request: Any) -> Any:
        return Contact.objects.select_related("office")


class DocumentViewSet(RecordViewSet):
    model = DocumentRecord
    base_url_path = "unterlagen"
    icon = "doc-full"
    menu_label = "Unterlagen"
    list_display: ClassVar[list] = ["name", "where_to_get", LiveStatusTagColumn()]


class LawViewSet(RecordViewSet):
    model = Law
    base_url_path = "gesetze"
    icon = "openquote"
    menu_label = "Gesetze und Satzungen"
    search_fields: ClassVar[list[str]] = ["name", "abbreviation"]
    list_display: ClassVar[list] = ["name", "abbreviation", "url", LiveStatusTagColumn()]


class AccountViewSet(RecordViewSet):
    model = Account
    base_url_path = "nutzerkonten"
    icon = "key"
    menu_label = "Nutzerkonten"
    list_display: ClassVar[list] = ["name", "url", LiveStatusTagColumn()]


class TrustLevelViewSet(RecordViewSet):
    model = TrustLevel
    base_url_path = "vertrauensniveaus"
    icon = "lock"
    menu_label = "Vertrauensniveaus"
    list_display: ClassVar[list] = ["code", "name", LiveStatusTagColumn()]


class RecordViewSetGroup(SnippetViewSetGroup):
    menu_label = "Gemeinsame Angaben"
    menu_icon = "copy"
    menu_order = 125
    items = (
        *(BuildingViewSet, ContactViewSet, DocumentViewSet, LawViewSet),
        *(AccountViewSet, TrustLevelViewSet),
    )
