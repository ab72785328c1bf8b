from typing import Any

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from home import places, views
from home.models import ContactMessage
from home.viewsets import ContactMessageViewSet, MessagePolicy

register_permission_policy(ContactMessage, MessagePolicy(ContactMessage))


@hooks.register("register_admin_viewset")
def register_contact_messages() -> ContactMessageViewSet:
    return ContactMessageViewSet("contact_messages")


@hooks.register("top_services")
def top_services() -> list[Any]:
    """What most people look for, shown by the search when it found nothing."""
    return views.top_services()


hooks.register("places", places.addresses)
