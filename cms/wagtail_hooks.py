"""Registers what the kernel adds to Wagtail; the logic lives elsewhere."""

from django.urls import reverse

from wagtail import hooks

from cms import admin_menu, documents
from cms.emergency import EmergencyMenuItem, EmergencyPanel
from cms.rich_text import LivePageLinkHandler
from cms.viewsets import AlertViewSet, HousePageViewSet, TownViewSetGroup


# After Wagtail, whose handler ours replaces.
@hooks.register("register_rich_text_features", order=1)
def register_link_handler(features):
    features.register_link_type(LivePageLinkHandler)


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [AlertViewSet(), HousePageViewSet(), TownViewSetGroup()]


@hooks.register("register_admin_menu_item")
def register_emergency_menu_item():
    return EmergencyMenuItem(
        "Notfall melden", reverse("hinweise:emergency"), name="emergency", icon_name="warning", order=140
    )


@hooks.register("construct_homepage_panels")
def add_emergency_panel(request, panels):
    panels.append(EmergencyPanel())


# Before Wagtail's own, which would ask for a password.
hooks.register("before_serve_document", documents.hide_restricted_documents, order=-1)
hooks.register("construct_main_menu", admin_menu.without_reports)
hooks.register("construct_reports_menu", admin_menu.without_unused_reports)
hooks.register("construct_help_menu", admin_menu.own_help_only)
