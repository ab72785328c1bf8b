from django.urls import re_path

from directories import downloads

# Files that belong to a page stand beside it, whatever the page is called in its language.
urlpatterns = [
    re_path(r"^(?P<path>(?:[\w-]+/)+)eintraege\.csv$", downloads.as_csv, name="directory_csv"),
    re_path(r"^(?P<path>(?:[\w-]+/)+)eintraege\.geojson$", downloads.as_geojson, name="directory_geojson"),
]
