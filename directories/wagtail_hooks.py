"""Registers what directories add to administration and sitemap; the logic lives elsewhere."""

from wagtail import hooks

from directories import sitemap
from directories.viewsets import DirectoryViewSetGroup


@hooks.register("register_admin_viewset")
def register_viewsets():
    return DirectoryViewSetGroup()


hooks.register("addresses_below_pages", sitemap.addresses_below)
