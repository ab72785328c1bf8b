"""Registers what services add to the administration; the logic lives elsewhere."""

from wagtail import hooks

from services import editor_notices
from services.viewsets import (
    DecisionViewSet,
    DisruptionViewSet,
    ExchangeViewSetGroup,
    JourneyViewSet,
    OfficeViewSet,
    ServiceViewSet,
    exchange,
)


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [
        ServiceViewSet(),
        JourneyViewSet(),
        DecisionViewSet(),
        OfficeViewSet(),
        DisruptionViewSet(),
        ExchangeViewSetGroup(),
    ]


hooks.register("after_edit_page", editor_notices.tell_gaps)
hooks.register("register_log_actions", exchange.register_log_actions)
