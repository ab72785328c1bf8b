from django.urls import re_path

from home import calendar, feeds

# Files that belong to a page stand beside it, whatever the page is called in its language.
urlpatterns = [
    re_path(r"^(?P<path>(?:[\w-]+/)+)feed\.atom$", feeds.news_feed, name="news_feed"),
    re_path(r"^(?P<path>(?:[\w-]+/)+)kalender\.ics$", calendar.all_events, name="all_events"),
    re_path(r"^(?P<path>(?:[\w-]+/)+)termin\.ics$", calendar.one_event, name="one_event"),
]
