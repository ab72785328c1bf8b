from wagtail import hooks
from wagtail.permissions import register_permission_policy

from home.models import ContactMessage
from home.viewsets import ContactMessageViewSet, ViewOnlyPolicy

register_permission_policy(ContactMessage, ViewOnlyPolicy(ContactMessage))


@hooks.register("register_admin_viewset")
def register_contact_messages() -> ContactMessageViewSet:
    return ContactMessageViewSet("contact_messages")
