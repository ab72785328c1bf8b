"""The composition root: which address is answered by which app and process."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.static import serve as serve_file

from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms import robots, sitemap, views
from cms.api import new_api
from cms.api import urls as api_urls
from cms.styleguide import style_guide
from directories import api as directories_api
from directories import urls as directory_urls
from home import urls as home_urls
from search import urls as search_urls
from services import api as services_api

handler404 = "home.views.page_not_found"

api = new_api([services_api.router, directories_api.router])

urlpatterns = [
    path("api/v1/", api_urls(api)),
    path("documents/", include(wagtaildocs_urls)),
    path("robots.txt", robots.robots),
    path("sitemap.xml", sitemap.index),
    path("sitemap-<int:number>.xml", sitemap.part),
]

if settings.PROCESS != "public":
    urlpatterns += [path("admin/", include(wagtailadmin_urls))]

if settings.DEBUG or settings.DEMO:
    # In production nginx or the object store serves media files.
    # Renditions only: documents have a view of their own, and originals may hold the place where they were taken.
    urlpatterns += [re_path(r"^media/(?P<path>images/.+)$", serve_file, {"document_root": settings.MEDIA_ROOT})]
    urlpatterns += [path("stilbuch/", style_guide)]

urlpatterns += i18n_patterns(
    path("suche/", include(search_urls)),
    path("", include(home_urls)),
    path("", include(directory_urls)),
    re_path(r"^((?:[\w\-]+/)*)$", views.serve, name="wagtail_serve"),
    prefix_default_language=False,
)
