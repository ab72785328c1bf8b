"""Messages of the contact form in the administration: to read and, when who wrote one asks for it, to delete."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser

from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from cms.permissions import ViewOnlyPolicy
from home.models import ContactMessage


class MessagePolicy(ViewOnlyPolicy):
    """Messages are read; administrators delete one (GDPR Art. 17)."""

    def user_has_permission(self, user: AbstractBaseUser, action: str) -> bool:
        if action == "delete":
            return user.is_active and getattr(user, "is_superuser", False)
        return super().user_has_permission(user, action)


class MessageIndexView(generic.IndexView):
    page_title = "Kontaktpost"


class MessageDeleteView(generic.DeleteView):
    page_title = "Nachricht löschen"
    success_message = "Die Nachricht „%(object)s“ ist gelöscht."
    confirmation_message = (
        "Die Nachricht verschwindet für immer, auch aus dem Postausgang. Löschen Sie, wenn die Person es verlangt, die "
        "sie geschrieben hat. Was schon gemailt ist, muss das Amt selbst löschen."
    )

    def delete_action(self) -> None:
        mail = self.object.mail
        super().delete_action()
        if mail:
            mail.delete()


class ContactMessageViewSet(ModelViewSet):
    model = ContactMessage
    icon = "mail"
    menu_label = "Kontaktpost"
    menu_order = 450
    add_to_admin_menu = True
    index_view_class = MessageIndexView
    delete_view_class = MessageDeleteView
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = ["topic", "department", "state", DateColumn("created", label="eingegangen", sort_key="created")]
    list_filter = ["state", "department"]
    list_export: ClassVar[list[str]] = []
    inspect_view_fields = ["created", "topic", "department", "text", "reply_email", "state"]
    # Nothing is edited; Wagtail wants to know the form all the same.
    exclude_form_fields = ["created", "state"]
