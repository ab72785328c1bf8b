"""Demo accounts. They exist on the loopback interface only: production refuses the demo switch anywhere else."""

from django.contrib.auth.models import Group, Permission, User

from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Site, Workflow
from wagtail.users.models import UserProfile

# Both groups publish; that a second person approves comes with the editors' part of the project.
EDITORS, APPROVERS = "Redaktion", "Freigabe"
ACCOUNTS = {"redaktion": EDITORS, "freigabe": APPROVERS, "admin": None}

PAGE_RIGHTS = {
    EDITORS: ("add_page", "change_page", "publish_page"),
    APPROVERS: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"),
}
RECORD_RIGHTS = {
    EDITORS: (
        "wagtailadmin.access_admin",
        "cms.add_alert",
        "cms.change_alert",
        "cms.delete_alert",
        "home.view_contactmessage",
    ),
    APPROVERS: (
        "wagtailadmin.access_admin",
        "cms.add_alert",
        "cms.change_alert",
        "cms.delete_alert",
        "cms.add_department",
        "cms.change_department",
        "cms.change_district",
        "cms.change_sitesettings",
        "home.view_contactmessage",
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


def create(password: str) -> list[str]:
    """Create or refresh groups and accounts and return their names; `admin` may do everything."""
    root = Site.objects.get(is_default_site=True).root_page
    groups = {name: _group(name, root) for name in PAGE_RIGHTS}
    _retire_stock_groups()
    for name, group in ACCOUNTS.items():
        user, _created = User.objects.get_or_create(username=name, defaults={"email": f"{name}@example.org"})
        user.is_superuser = user.is_staff = name == "admin"
        user.set_password(password)
        user.save()
        user.groups.set([groups[group]] if group else [])
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "de"})
    return list(ACCOUNTS)


def _group(name: str, root: Page) -> Group:
    """Return the group with exactly the rights above: pages below the home page, files everywhere."""
    group, _created = Group.objects.get_or_create(name=name)
    group.permissions.set(_permissions(RECORD_RIGHTS[name]))
    group.page_permissions.all().delete()
    for permission in _permissions(f"wagtailcore.{right}" for right in PAGE_RIGHTS[name]):
        GroupPagePermission.objects.create(group=group, page=root, permission=permission)
    group.collection_permissions.all().delete()
    collection = Collection.get_first_root_node()
    for permission in _permissions(FILE_RIGHTS):
        GroupCollectionPermission.objects.create(group=group, collection=collection, permission=permission)
    return group


def _permissions(names) -> list[Permission]:
    return [
        Permission.objects.get(content_type__app_label=app, codename=codename)
        for app, codename in (name.split(".") for name in names)
    ]


def _retire_stock_groups() -> None:
    """Wagtail's English groups and its workflow would stand beside ours; those that somebody uses stay."""
    Group.objects.filter(name__in=("Editors", "Moderators"), user=None).delete()
    for workflow in Workflow.objects.filter(name="Moderators approval", active=True):
        workflow.deactivate()
