"""python -m city.fill DATABASE: the house's tree, texts and site settings, with the same numbers of pages."""

import json
import sys

import django

import psycopg
from psycopg.rows import dict_row

PAGES = (
    "SELECT id, path, depth, numchild, title, title AS draft_title, slug, url_path, show_in_menus "
    "FROM wagtailcore_page WHERE live AND depth > 1 ORDER BY path"
)
TEXTS = (
    "SELECT page_ptr_id AS id, summary, reviewed_on, body::text AS body, department.name AS department "
    "FROM home_contentpage LEFT JOIN cms_department AS department ON department.id = department_id"
)
SETTINGS = (
    "SELECT name, phone, phone_hours, email, address, header_links::text AS header_links, "
    "footer_columns::text AS footer_columns FROM cms_sitesettings"
)


def fill(house: str) -> None:
    # After django.setup(): models need the registry of apps.
    from django.contrib.contenttypes.models import ContentType  # noqa: PLC0415

    from wagtail.models import Locale, Page, Site  # noqa: PLC0415

    from .models import ContentPage, Department, SiteSettings  # noqa: PLC0415

    with psycopg.connect(house, row_factory=dict_row) as connection:
        pages, texts, settings = (connection.execute(query).fetchall() for query in (PAGES, TEXTS, SETTINGS))
    bodies = {row.pop("id"): row for row in texts}
    Page.objects.filter(depth__gt=1).delete()
    common = {"content_type": ContentType.objects.get_for_model(ContentPage), "locale": Locale.objects.get()}
    for row in pages:
        page = ContentPage(**row, **common)
        for name, value in bodies.get(page.id, {}).items():
            if name == "department":
                value = Department.objects.get_or_create(name=value)[0] if value else None
            setattr(page, name, json.loads(value) if name == "body" else value)
        # Page.save would look for what the page was before.
        page.save_base()
    Page.objects.filter(depth=1).update(numchild=1)
    root = Page.objects.filter(depth=2).first()
    site = Site.objects.create(hostname="localhost", root_page=root, is_default_site=True)
    SiteSettings.objects.create(site=site, **settings[0])


if __name__ == "__main__":
    django.setup()
    fill(sys.argv[1])
