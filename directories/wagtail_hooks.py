"""Registers what directories add to the administration; the logic lives elsewhere."""

from wagtail import hooks

from directories.viewsets import DirectoryViewSetGroup


@hooks.register("register_admin_viewset")
def register_viewsets():
    return DirectoryViewSetGroup()
