"""Registers what services add to the administration; the logic lives elsewhere."""

from datetime import time

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from cms.jobs import PeriodicJob
from services import action_menu, editor_notices, ozg_desk, ozg_progress, record_changes
from services.viewsets import (
    ClosureViewSet,
    DecisionViewSet,
    DisruptionViewSet,
    JourneyViewSet,
    OfficeViewSet,
    RecordViewSetGroup,
    ServiceViewSet,
)


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [
        ServiceViewSet(),
        JourneyViewSet(),
        DecisionViewSet(),
        OfficeViewSet(),
    ]


# Not by the hook above: the rights to publish and lock come with `migrate`, which knows snippets registered here only.
for viewset in (RecordViewSetGroup, ClosureViewSet, DisruptionViewSet):
    register_snippet(viewset)

hooks.register("after_edit_page", editor_notices.tell_gaps)
hooks.register("construct_snippet_action_menu", action_menu.publish_first)
hooks.register("register_log_actions", record_changes.register_log_actions)
hooks.register("register_admin_urls", lambda: ozg_desk.urlpatterns)
hooks.register("register_admin_menu_item", ozg_desk.menu_item)


@hooks.register("register_periodic_job")
def record_progress() -> PeriodicJob:
    return PeriodicJob("Stand der Digitalisierung", ozg_progress.record_progress, at=time(4))
