"""What the machinery does, for those who run it: mails and periodic jobs. To look at, not to change."""

from typing import ClassVar

from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from cms.models import JobRun, OutgoingMail
from cms.moments import moment


class OutboxViewSet(ModelViewSet):
    model = OutgoingMail
    name = "postausgang"
    icon = "mail"
    menu_label = "Postausgang"
    inspect_view_enabled = True
    copy_view_enabled = False
    search_fields: ClassVar[list[str]] = ["subject"]
    list_display: ClassVar[list] = [
        "subject",
        Column("to", label="an"),
        StatusTagColumn(
            "state", label="Stand", accessor="state", primary=lambda mail: mail.state == OutgoingMail.State.FAILED.label
        ),
        Column("attempts", label="Versuche", sort_key="attempts"),
        Column("error", label="letzter Fehler"),
        Column("created_at", label="geschrieben", accessor=lambda mail: moment(mail.created_at), sort_key="created_at"),
    ]
    inspect_view_fields: ClassVar[list[str]] = [
        *("to", "reply_to", "subject", "body", "created_at", "sent_at", "next_try_at", "attempts", "error")
    ]
    # Nothing is edited; Wagtail wants to know the form all the same.
    exclude_form_fields: ClassVar[list[str]] = ["created_at"]


class JobRunViewSet(ModelViewSet):
    model = JobRun
    name = "auftraege"
    icon = "repeat"
    menu_label = "Regelmäßige Aufträge"
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display: ClassVar[list] = [
        "name",
        Column("started_at", label="zuletzt begonnen", accessor=lambda run: moment(run.started_at)),
        Column("finished_at", label="zuletzt beendet", accessor=lambda run: moment(run.finished_at)),
        Column("next_at", label="nächster Lauf", accessor=lambda run: moment(run.next_at) or "–"),
        Column("error", label="letzter Fehler"),
    ]
    exclude_form_fields: ClassVar[list[str]] = ["next_at"]


class OperationsViewSetGroup(ModelViewSetGroup):
    """For those who run the site; others have no rights here and see no menu entry."""

    menu_label = "Betrieb"
    menu_icon = "cog"
    menu_order = 900
    items = (OutboxViewSet, JobRunViewSet)
