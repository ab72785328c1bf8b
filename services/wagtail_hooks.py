"""Registers what services add to the administration; the logic lives elsewhere."""

from wagtail import hooks

from services.viewsets import OfficeViewSet, ServiceViewSet


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [ServiceViewSet(), OfficeViewSet()]
