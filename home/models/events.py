from datetime import datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from cms import clock, freshness
from cms.models.base import head_panels
from home import structured_data
from home.models.content import BodyPage
from home.pagination import paginate
from search.models import FindablePage

TITLE_HELP = "Sagt, was stattfindet: „Sprechstunde zum Digitalen“. Ort und Tag haben eigene Felder."
SUMMARY_HELP = "Ein bis zwei Sätze: Was geschieht dort, und für wen ist es gedacht?"


class EventDateQuerySet(models.QuerySet):
    def upcoming(self, at: datetime) -> "EventDateQuerySet":
        """Dates of live events that are not over at `at`, soonest first, with their event."""
        return self.filter(page__live=True, end__gt=at).select_related("page", "page__district").order_by("start", "pk")


class EventIndexPage(FindablePage):
    """`/veranstaltungen/`: all dates that are not over, soonest first."""

    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["home.EventPage"]

    class Meta:
        verbose_name = "Veranstaltungen: Übersicht"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        dates = EventDate.objects.upcoming(clock.now()).filter(page__locale_id=self.locale_id)
        page = paginate(dates, request)
        # Of all dates: one that ends on the first page moves the others up.
        freshness.valid_until(dates.aggregate(first=models.Min("end"))["first"])
        return super().get_context(request, *args, **kwargs) | {
            "dates": page,
            "calendar_url": f"{self.get_url(request)}kalender.ics",
        }


class EventPage(BodyPage):
    location = models.CharField("Ort", max_length=200, blank=True, help_text="Name und Anschrift.")
    district = models.ForeignKey(
        "cms.District",
        verbose_name="Stadtbezirk",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Leer: in der ganzen Stadt oder online.",
    )
    organiser = models.CharField("Wer lädt ein?", max_length=200, blank=True, help_text="Amt, Verein oder Einrichtung.")
    is_free = models.BooleanField("kostet keinen Eintritt", default=False, help_text="Nur, wenn es sicher ist.")
    is_cancelled = models.BooleanField(
        "abgesagt", default=False, help_text="Die Seite bleibt und sagt, dass nichts stattfindet."
    )

    parent_page_types: ClassVar[list[str]] = ["home.EventIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    search_kind = "event"
    row_relations = ("dates",)
    content_panels: ClassVar[list] = [
        *head_panels(TITLE_HELP, SUMMARY_HELP),
        InlinePanel("dates", heading="Termine", label="Termin", min_num=1),
        FieldRowPanel([FieldPanel("location"), FieldPanel("district")]),
        FieldPanel("organiser"),
        FieldRowPanel([FieldPanel("is_free"), FieldPanel("is_cancelled")]),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "Veranstaltung"
        verbose_name_plural = "Veranstaltungen"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {"calendar_url": f"{self.get_url(request)}termin.ics"}

    def structured_data(self, request: HttpRequest, context: Any) -> list[dict[str, Any]]:
        return structured_data.events(request, self)

    def upcoming_dates(self) -> list["EventDate"]:
        """Return the dates that are not over, soonest first, and tell the page when the first one ends."""
        now = clock.now()
        dates = sorted((date for date in self.dates.all() if date.end > now), key=lambda date: date.start)
        freshness.valid_until(min((date.end for date in dates), default=None))
        return dates


class EventDate(Orderable):
    """When the event takes place, as instants; entered and shown in Europe/Berlin."""

    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="dates")
    start = models.DateTimeField("Beginn", help_text="Tag und Uhrzeit in Bochum.")
    end = models.DateTimeField("Ende", help_text="Danach verschwindet der Termin aus der Liste.")

    objects = EventDateQuerySet.as_manager()
    panels = [FieldRowPanel([FieldPanel("start"), FieldPanel("end")])]

    class Meta(Orderable.Meta):
        indexes = [models.Index(fields=["end"], name="home_event_date_end")]

    def __str__(self) -> str:
        return date_format(timezone.localtime(self.start), "SHORT_DATETIME_FORMAT") if self.start else ""

    def clean(self):
        super().clean()
        if self.start and self.end and self.end <= self.start:
            raise ValidationError({"end": "Das Ende muss nach dem Anfang liegen."})
