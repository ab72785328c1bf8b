"""What the templates want to know, asked for as Wagtail's documentation shows it."""

from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from wagtail.models import Site

from .models import SiteSettings


def city(request):
    site = Site.find_for_request(request)
    settings = SiteSettings.for_request(request)
    return {
        "is_demo": True,
        "site_settings": settings,
        "navigation": SimpleLazyObject(lambda: navigation(request, site, settings)),
        "alerts": [],
        "translations": [],
        "language": get_language(),
    }


def navigation(request, site, settings):
    menu = site.root_page.get_children().live().in_menu()
    return {
        "home_url": site.root_page.get_url(request),
        "menu": [
            ({"title": page.title, "url": page.get_url(request)}, request.path.startswith(page.url)) for page in menu
        ],
        "tasks": [link(block.value) for block in settings.header_links],
        "footer": [
            {"title": column.value["title"], "links": [link(value) for value in column.value["links"]]}
            for column in settings.footer_columns
        ],
    }


def link(value):
    return {"title": value["label"], "url": value.href}


def title_and_url(page, request):
    return {"title": page.title, "url": page.get_url(request)}
