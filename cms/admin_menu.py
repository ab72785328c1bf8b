"""What the menu leaves out: editors see their work, administrators the machinery."""

from django.http import HttpRequest

from wagtail.admin.menu import MenuItem

# Nobody has set up a workflow yet; who locked which page stands on the page.
UNUSED_REPORTS = {"locked-pages", "workflows", "workflow-tasks"}
OWN_HELP = {"handbook", "keyboard-shortcuts-trigger"}


def without_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    """Reports say who did what; only administrators need them."""
    if not request.user.is_superuser:
        _keep(items, lambda item: item.name != "reports")


def without_unused_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    _keep(items, lambda item: item.name not in UNUSED_REPORTS)


def own_help_only(request: HttpRequest, items: list[MenuItem]) -> None:
    """The other entries lead to English pages of Wagtail elsewhere on the web."""
    _keep(items, lambda item: item.name in OWN_HELP)


def _keep(items: list[MenuItem], wanted) -> None:
    items[:] = [item for item in items if wanted(item)]
