"""Everything that becomes public raises the generation."""

from django.db import connections
from django.db.models.signals import post_delete, post_migrate, post_save

from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, Locale, Page, Site
from wagtail.signals import page_published, page_unpublished, post_page_move, published, unpublished

from cms import renditions
from cms.generation import raise_generation, watch
from cms.models import Alert, CityImage, Department, District, SiteSettings

PAGE_SIGNALS = (page_published, page_unpublished, post_page_move, published, unpublished)


def connect() -> None:
    """Wire all signals of the kernel; called once when Django is ready."""
    for signal in PAGE_SIGNALS:
        signal.connect(raise_generation, dispatch_uid="generation")
    post_save.connect(on_page_saved, dispatch_uid="generation-page-saved")
    post_delete.connect(on_page_deleted, dispatch_uid="generation-page-deleted")
    post_save.connect(renditions.on_picture_saved, sender=CityImage, dispatch_uid="renditions")
    post_migrate.connect(on_migrated, dispatch_uid="page-address-index")
    # A restricted collection hides its documents, also those already in a cache.
    watch(Collection, CollectionViewRestriction)
    watch(Alert, CityImage, Department, District, Locale, Redirect, Site, SiteSettings, get_document_model())


def on_page_saved(sender, instance, update_fields=None, **signal) -> None:
    """Aliases, copies and scripts save live pages without any signal of Wagtail; drafts name the fields they save."""
    if issubclass(sender, Page) and instance.live and update_fields is None:
        raise_generation()


def on_page_deleted(sender, **signal) -> None:
    if issubclass(sender, Page):
        raise_generation()


def on_migrated(sender, using: str, **signal) -> None:
    """Keep the index behind the one look-up of cms.routing: Wagtail walks the tree and has none on `url_path`.

    After every migrate and not in a migration: SQLite drops foreign indexes when Wagtail alters its page table.
    On PostgreSQL a hash index: a B-tree refuses values above 2,700 bytes, and only equality is asked.
    """
    if sender.name != "wagtail":
        return
    connection = connections[using]
    method = "USING hash" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE INDEX IF NOT EXISTS cms_page_url_path ON wagtailcore_page {method} (url_path)")
