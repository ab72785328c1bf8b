from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable

from cms.retention import NotPersonal
from cms.rows import fetch_rows
from search.models import FindablePage
from services import opening_hours, structured_data
from services.enums import HoursKind, Weekday


class OfficePage(FindablePage):
    """What citizens visit, ring or write to: an office of the city or a body outside it."""

    is_external = models.BooleanField(
        "gehört nicht zur Stadtverwaltung",
        default=False,
        help_text="Steht dann unter „Andere Stellen“, und ihre Leistungen sagen, dass nicht die Stadt zuständig ist.",
    )
    parent_office = models.ForeignKey(
        "self",
        verbose_name="gehört zu",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="child_offices",
        help_text="Die Stelle darüber, zum Beispiel das Amt eines Bürgerbüros.",
    )
    building = models.ForeignKey(
        "services.Building",
        verbose_name="Gebäude",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="offices",
        help_text="Anschrift und Zugang kommen dann von dort. Leer: Anschrift unten.",
    )
    room = models.CharField("Zimmer", max_length=60, blank=True, help_text="Oder Etage, zum Beispiel „2. Etage“.")
    street = models.CharField(
        "Straße und Hausnummer",
        max_length=120,
        blank=True,
        help_text="Wo man hingeht, nicht das Postfach. Leer, wenn ein Gebäude gewählt ist.",
    )
    postcode = models.CharField("Postleitzahl", max_length=5, blank=True, help_text="Fünf Ziffern.")
    city = models.CharField("Ort", max_length=60, blank=True, help_text="Meist „Bochum“.")
    email = models.EmailField("E-Mail", blank=True, help_text="Gemeinsames Postfach der Stelle.")
    website = models.URLField("Internetadresse", blank=True, help_text="Nur bei Stellen mit eigener Website.")
    sign_language_contact = models.CharField(
        "Kontakt in Gebärdensprache", max_length=200, blank=True, help_text="Adresse oder Nummer. Leer: keiner."
    )
    uses_building_hours = models.BooleanField(
        "Zeiten des Gebäudes", default=False, help_text="Dann gelten die Zeiten unten nur zusätzlich fürs Telefon."
    )
    by_appointment_only = models.BooleanField(
        "nur mit Termin", default=False, help_text="Gilt für alle Zeiten. Ohne Termin wird niemand hereingelassen."
    )
    hours_note = models.CharField(
        "Hinweis zu den Zeiten",
        max_length=300,
        blank=True,
        help_text="Was die Tabelle nicht sagt, zum Beispiel „und nach Vereinbarung“.",
    )
    accessibility = models.TextField(
        "Barrierefreiheit", blank=True, help_text="Stufen, Aufzug, Parkplatz, Toilette: nur, was jemand gesehen hat."
    )
    note = models.TextField("Hinweis", blank=True, help_text="Was man vor dem Besuch wissen sollte.")

    parent_page_types: ClassVar[list[str]] = ["services.OfficeIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    search_kind = "office"
    row_relations = ("phones", "opening_hours", "exceptions")
    retention = NotPersonal("Anschrift einer Dienststelle")

    content_panels: ClassVar[list] = [
        *FindablePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("building"), FieldPanel("room")]),
                FieldPanel("street"),
                FieldRowPanel([FieldPanel("postcode"), FieldPanel("city")]),
                FieldRowPanel([FieldPanel("email"), FieldPanel("website")]),
                FieldPanel("sign_language_contact"),
            ],
            "Anschrift",
        ),
        InlinePanel("phones", heading="Telefon", label="Nummer"),
        MultiFieldPanel(
            [FieldPanel("by_appointment_only"), FieldPanel("uses_building_hours"), FieldPanel("hours_note")], "Besuch"
        ),
        InlinePanel(
            "opening_hours",
            heading="Wöchentliche Zeiten",
            label="Zeit",
            help_text="Ohne Zeiten steht kein Satz über heute auf der Seite. Unsichere Zeiten gehören in den Hinweis.",
        ),
        InlinePanel(
            "exceptions",
            heading="Ausnahmen",
            label="Ausnahme",
            help_text="Einzelne Tage. Gilt etwas für mehrere Stellen, legen Sie eine Schließung an.",
        ),
        FieldPanel("accessibility"),
        FieldPanel("note"),
        MultiFieldPanel(
            [PageChooserPanel("parent_office"), FieldPanel("is_external")], "Zuordnung", classname="collapsed"
        ),
    ]

    class Meta:
        verbose_name = "Dienststelle"
        verbose_name_plural = "Dienststellen"

    @classmethod
    def with_rows(cls, pages: models.QuerySet) -> list["OfficePage"]:
        """Return the offices with phones and hours fetched (one statement more than the query itself)."""
        found = list(pages)
        fetch_rows(found, cls.row_relations)
        return found

    @property
    def today(self) -> str:
        """One plain sentence about today's visiting hours; empty where no hours are known."""
        return opening_hours.sentence_for_today(self._hours(HoursKind.VISIT), self.by_appointment_only)

    @property
    def is_open(self) -> bool | None:
        """Whether a visiting span runs right now; None where no hours are known. Never shown without `today`."""
        return opening_hours.runs_now(self._hours(HoursKind.VISIT))

    @property
    def weekly_hours(self) -> list[opening_hours.Day]:
        return opening_hours.week(self._hours(HoursKind.VISIT))

    @property
    def weekly_phone_hours(self) -> list[opening_hours.Day]:
        return opening_hours.week(self._hours(HoursKind.PHONE))

    def _hours(self, kind: HoursKind) -> list[opening_hours.Span]:
        return [hours.span for hours in self.opening_hours.all() if hours.kind == kind]

    @property
    def search_text(self) -> str:
        return " ".join([self.street, self.postcode, self.note, *(phone.number for phone in self.phones.all())])

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        # The preview of a new office has no row yet that others could point to.
        is_saved = self.pk is not None
        return super().get_context(request, *args, **kwargs) | {
            "services": [link.service for link in self._service_links()] if is_saved else [],
            **self._relatives(),
        }

    def _relatives(self) -> dict[str, Any]:
        """Return the live offices above and below this one, with one statement."""
        near = models.Q(pk=self.parent_office_id) if self.parent_office_id else models.Q()
        if self.pk:
            near |= models.Q(parent_office=self.pk)
        found = list(OfficePage.objects.live().filter(near).order_by("title")) if near else []
        return {
            "parent_office": next((office for office in found if office.pk == self.parent_office_id), None),
            "child_offices": [office for office in found if office.pk != self.parent_office_id],
        }

    def structured_data(self, request: HttpRequest, context: Any) -> list[dict[str, Any]]:
        return [structured_data.government_office(request, self)]

    def _service_links(self):
        return self.service_links.filter(service__live=True).select_related("service").order_by("service__title")


class OfficePhone(Orderable):
    page = ParentalKey(OfficePage, on_delete=models.CASCADE, related_name="phones")
    label = models.CharField("wofür", max_length=120, blank=True, help_text="Leer, wenn die Nummer für alles da ist.")
    number = models.CharField("Nummer", max_length=40, help_text="Zum Beispiel 0234 910-1950.")

    panels = [FieldRowPanel([FieldPanel("number"), FieldPanel("label")])]

    def __str__(self) -> str:
        return self.number


class OfficeHours(Orderable):
    """One span of a weekday, local time in Bochum."""

    page = ParentalKey(OfficePage, on_delete=models.CASCADE, related_name="opening_hours")
    kind = models.CharField(
        "Art",
        max_length=10,
        choices=HoursKind.choices,
        default=HoursKind.VISIT,
        help_text="Besuch vor Ort oder Telefon.",
    )
    weekday = models.PositiveSmallIntegerField("Tag", choices=Weekday.choices, help_text="Eine Zeile je Zeitraum.")
    opens = models.TimeField("von", help_text="Zum Beispiel 8:00.")
    closes = models.TimeField("bis", help_text="Nach Mittag eine neue Zeile.")
    by_appointment = models.BooleanField(
        "nur mit Termin", default=False, help_text="Nur für diesen Zeitraum; für alle gilt der Haken oben."
    )
    note = models.CharField("Hinweis", max_length=120, blank=True, help_text="Zum Beispiel „nur Ausgabe“.")

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("weekday"), FieldPanel("opens"), FieldPanel("closes")]),
        FieldRowPanel([FieldPanel("by_appointment"), FieldPanel("note")]),
    ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"

    def clean(self):
        super().clean()
        if self.opens and self.closes and self.closes <= self.opens:
            raise ValidationError({"closes": "Das Ende muss nach dem Anfang liegen."})

    @property
    def span(self) -> opening_hours.Span:
        return opening_hours.Span(self.weekday, self.opens, self.closes, self.by_appointment, self.note)


class OfficeException(Orderable):
    """Days on which other hours hold than in the week, or none. Both days are included."""

    page = ParentalKey(OfficePage, on_delete=models.CASCADE, related_name="exceptions")
    kind = models.CharField(
        "Art",
        max_length=10,
        choices=HoursKind.choices,
        default=HoursKind.VISIT,
        help_text="Besuch vor Ort oder Telefon.",
    )
    first_day = models.DateField("erster Tag", help_text="Ab diesem Tag gilt die Ausnahme.")
    last_day = models.DateField("letzter Tag", help_text="Derselbe Tag, wenn es nur einer ist.")
    opens = models.TimeField("von", null=True, blank=True, help_text="Leer: geschlossen.")
    closes = models.TimeField("bis", null=True, blank=True, help_text="Leer: geschlossen.")
    by_appointment = models.BooleanField(
        "nur mit Termin", default=False, help_text="Ohne Termin geht es in dieser Zeit nicht."
    )
    reason = models.CharField("Grund", max_length=120, blank=True, help_text="Zum Beispiel „Personalversammlung“.")

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("first_day"), FieldPanel("last_day")]),
        FieldRowPanel([FieldPanel("opens"), FieldPanel("closes"), FieldPanel("by_appointment")]),
        FieldPanel("reason"),
    ]

    def __str__(self) -> str:
        return f"{self.first_day:%d.%m.%Y} {self.reason}".strip()

    def clean(self):
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": "Der letzte Tag liegt nicht vor dem ersten."})
        if (self.opens is None) != (self.closes is None):
            raise ValidationError({"closes": "Beginn und Ende gehören zusammen; beide leer heißt geschlossen."})
        if self.opens and self.closes and self.closes <= self.opens:
            raise ValidationError({"closes": "Das Ende muss nach dem Anfang liegen."})
