from django.urls import path, re_path
from django.views.decorators.http import require_safe

from home import calendar, feedback_form, feeds
from home.feedback_form import FeedbackView

urlpatterns = [
    path("rueckmeldung/", FeedbackView.as_view(), name="feedback"),
    path("rueckmeldung/ja/", FeedbackView.as_view(answer=feedback_form.YES), name="feedback_yes"),
    path("rueckmeldung/nein/", FeedbackView.as_view(answer=feedback_form.NO), name="feedback_no"),
    path("rueckmeldung/danke/", require_safe(feedback_form.thanks), name="feedback_thanks"),
    # Files that belong to a page stand beside it, whatever the page is called in its language.
    re_path(r"^(?P<path>(?:[\w-]+/)+)feed\.atom$", feeds.news_feed, name="news_feed"),
    re_path(r"^(?P<path>(?:[\w-]+/)+)kalender\.ics$", calendar.all_events, name="all_events"),
    re_path(r"^(?P<path>(?:[\w-]+/)+)termin\.ics$", calendar.one_event, name="one_event"),
]
