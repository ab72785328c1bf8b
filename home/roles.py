"""The two groups of the editors and what they may do; administrators may do everything."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission

from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Workflow

# Both groups publish; that a second person approves comes with the editors' part of the project.
EDITORS, APPROVERS = "Redaktion", "Freigabe"

PAGE_RIGHTS = {
    EDITORS: ("add_page", "change_page", "publish_page"),
    APPROVERS: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"),
}
ALERT_RIGHTS = ("wagtailadmin.access_admin", "cms.add_alert", "cms.change_alert", "cms.delete_alert")
ENTRY_RIGHTS = ("directories.add_entry", "directories.change_entry")
# What many pages show, and what is shut or does not work; taking one away for good is for approvers.
SHARED = ("building", "contact", "documentrecord", "law", "account", "trustlevel", "closure", "disruption")
SHARED_RIGHTS = tuple(f"services.{right}_{name}" for name in SHARED for right in ("add", "change", "publish"))
RECORD_RIGHTS = {
    EDITORS: (*ALERT_RIGHTS, *ENTRY_RIGHTS, *SHARED_RIGHTS),
    APPROVERS: (
        *ALERT_RIGHTS,
        *ENTRY_RIGHTS,
        *SHARED_RIGHTS,
        *(f"services.{right}_{name}" for name in SHARED for right in ("delete", "lock", "unlock")),
        "directories.delete_entry",
        "cms.add_department",
        "cms.change_department",
        "cms.change_district",
        "cms.change_sitesettings",
        # What people wrote is read by those who pass it on, not by everybody who writes pages.
        "home.view_contactmessage",
        "home.view_feedback",
        "home.change_feedback",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
    ),
}
FILE_RIGHTS = (
    "wagtailimages.add_image",
    "wagtailimages.change_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
    "wagtaildocs.choose_document",
)


def create(home: Page) -> dict[str, Group]:
    """Create both groups, or give them back exactly their rights: pages from `home` down, files everywhere."""
    groups = {name: _group(name, home) for name in PAGE_RIGHTS}
    _retire_stock_groups()
    return groups


def _group(name: str, home: Page) -> Group:
    group, _created = Group.objects.get_or_create(name=name)
    group.permissions.set(_permissions(RECORD_RIGHTS[name]))
    GroupPagePermission.objects.filter(group=group).delete()
    for permission in _permissions(f"wagtailcore.{right}" for right in PAGE_RIGHTS[name]):
        GroupPagePermission.objects.create(group=group, page=home, permission=permission)
    GroupCollectionPermission.objects.filter(group=group).delete()
    collection = Collection.get_first_root_node()
    for permission in _permissions(FILE_RIGHTS):
        GroupCollectionPermission.objects.create(group=group, collection=collection, permission=permission)
    return group


def _permissions(names: Iterable[str]) -> list[Permission]:
    return [
        Permission.objects.get(content_type__app_label=app, codename=codename)
        for app, codename in (name.split(".") for name in names)
    ]


def _retire_stock_groups() -> None:
    """Wagtail's English groups and its workflow would stand beside ours; those that somebody uses stay."""
    Group.objects.filter(name__in=("Editors", "Moderators"), user=None).delete()
    for workflow in Workflow.objects.filter(name="Moderators approval", active=True):
        workflow.deactivate()
