"""Registers what the kernel adds to Wagtail; the logic lives elsewhere."""

from datetime import time, timedelta
from functools import partial

from django.core.management import call_command
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import register_permission_policy

from cms import admin_menu, documents, handbook, outbox, retention
from cms.emergency import EmergencyMenuItem, EmergencyPanel
from cms.jobs import PeriodicJob
from cms.models import JobRun, OutgoingMail
from cms.operations import OperationsViewSetGroup
from cms.permissions import ViewOnlyPolicy
from cms.rich_text import LivePageLinkHandler
from cms.viewsets import AlertViewSet, HousePageViewSet, TownViewSetGroup

for model in (JobRun, OutgoingMail):
    register_permission_policy(model, ViewOnlyPolicy(model))


# After Wagtail, whose handler ours replaces.
@hooks.register("register_rich_text_features", order=1)
def register_link_handler(features):
    features.register_link_type(LivePageLinkHandler)


@hooks.register("register_admin_viewset")
def register_viewsets():
    return [AlertViewSet(), HousePageViewSet(), OperationsViewSetGroup(), TownViewSetGroup()]


@hooks.register("register_admin_menu_item")
def register_emergency_menu_item():
    return EmergencyMenuItem(
        "Notfall melden", reverse("hinweise:emergency"), name="emergency", icon_name="warning", order=140
    )


@hooks.register("register_admin_urls")
def register_handbook_urls():
    return handbook.urlpatterns


@hooks.register("register_help_menu_item")
def register_handbook_menu_item():
    return MenuItem("Handbuch", reverse("handbook"), name="handbook", icon_name="help", order=100)


@hooks.register("insert_global_admin_css")
def own_style() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("editor/administration.css"))


@hooks.register("insert_global_admin_js")
def own_script() -> SafeString:
    return format_html('<script src="{}"></script>', static("editor/typed_moments.js"))


@hooks.register("construct_homepage_panels")
def add_emergency_panel(request, panels):
    panels.append(EmergencyPanel())


# Before Wagtail's own, which would ask for a password.
hooks.register("before_serve_document", documents.hide_restricted_documents, order=-1)
hooks.register("construct_main_menu", admin_menu.without_reports)
hooks.register("construct_reports_menu", admin_menu.without_unused_reports)
hooks.register("construct_help_menu", admin_menu.own_help_only)


@hooks.register("register_periodic_job")
def deliver_mail() -> PeriodicJob:
    return PeriodicJob("Post", outbox.deliver, every=timedelta(seconds=30), longest=timedelta(minutes=10))


@hooks.register("register_periodic_job")
def publish_scheduled() -> PeriodicJob:
    return PeriodicJob("Zeitpläne", partial(call_command, "publish_scheduled"), every=timedelta(minutes=1))


@hooks.register("register_periodic_job")
def purge_personal_data() -> PeriodicJob:
    return PeriodicJob("Löschfristen", retention.purge, at=time(3))
