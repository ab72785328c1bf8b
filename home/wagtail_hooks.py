from typing import Any

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from cms.permissions import LimitedPolicy
from home import places, views
from home.feedback_desk import FeedbackViewSet
from home.models import ContactMessage, Feedback
from home.task_panel import TaskPanel
from home.viewsets import ContactMessageViewSet, MessagePolicy

register_permission_policy(ContactMessage, MessagePolicy(ContactMessage))
# Nobody writes feedback for somebody else; administrators delete one (GDPR Art. 17).
register_permission_policy(Feedback, LimitedPolicy(Feedback, "view", "change", "delete"))


@hooks.register("register_admin_viewset")
def register_contact_messages() -> ContactMessageViewSet:
    return ContactMessageViewSet("contact_messages")


@hooks.register("register_admin_viewset")
def register_feedback() -> FeedbackViewSet:
    return FeedbackViewSet()


@hooks.register("construct_homepage_panels")
def add_task_panel(request: Any, panels: list[Any]) -> None:
    panels.append(TaskPanel())


@hooks.register("top_services")
def top_services() -> list[Any]:
    """What most people look for, shown by the search when it found nothing."""
    return views.top_services()


hooks.register("places", places.addresses)
