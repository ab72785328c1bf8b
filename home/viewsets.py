"""Messages of the contact form in the administration: to read, not to change."""

from typing import ClassVar

from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.viewsets.model import ModelViewSet

from home.models import ContactMessage


class ContactMessageViewSet(ModelViewSet):
    model = ContactMessage
    icon = "mail"
    menu_label = "Nachrichten"
    menu_order = 450
    add_to_admin_menu = True
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = ["topic", "department", "state", DateColumn("created", label="eingegangen", sort_key="created")]
    list_filter = ["state", "department"]
    list_export: ClassVar[list[str]] = []
    inspect_view_fields = ["created", "topic", "department", "text", "reply_email", "state"]
    # Nothing is edited; Wagtail wants to know the form all the same.
    exclude_form_fields = ["created", "state"]
