from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property

from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel

from cms import clock, freshness, live_facts
from cms.retention import NotPersonal
from search.models import FindablePage
from services import buildings, closures, disruptions, hours, opening_hours, structured_data
from services.closures import Closing
from services.enums import HoursKind
from services.models.building import Building
from services.place import Place


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
    fact_fields = (
        *("is_external", "parent_office", "building", "room", "street", "postcode", "city", "email", "website"),
        *("sign_language_contact", "uses_building_hours", "by_appointment_only"),
    )
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
        """Return the offices with all that `hours` and `place` need: one statement more than the query itself.

        Translations show the facts of the German page (two statements more). Buildings and closures are read once per
        generation.
        """
        found = list(pages)
        live_facts.fetch(found)
        if found:
            houses, closings = buildings.current(), closures.current()
            for office in found:
                office.house = houses.get(office.building_id) if office.building_id else None
                office.closings = closings
        return found

    @cached_property
    def house(self) -> Building | None:
        """The live building the office is in."""
        return buildings.current().get(self.building_id) if self.building_id else None

    @cached_property
    def closings(self) -> list[Closing]:
        """All closures that are not over, also those of other offices."""
        return closures.current()

    @property
    def german_id(self) -> int:
        """The id of the German page, to which rows and records of others point."""
        if self.locale_id == live_facts.source_locale_id():
            return self.pk
        return freshness.remember("german-offices", _german_ids).get(self.translation_key, self.pk)

    @property
    def place(self) -> Place:
        """Where one goes: the address of the building, else the office's own."""
        if house := self.house:
            return Place(house.street, house.postcode, house.city, self.room, house.latitude, house.longitude)
        return Place(self.street, self.postcode, self.city, self.room)

    @property
    def today(self) -> str:
        """One plain sentence about today's visiting hours; empty where nothing is known of them."""
        return hours.status_now(self).sentence

    @property
    def is_open(self) -> bool | None:
        """Whether a visiting span runs right now; None where no hours are known. Never shown without `today`."""
        return hours.status_now(self).is_open

    @property
    def today_on_the_phone(self) -> str:
        return hours.status_now(self, kind=HoursKind.PHONE).sentence

    @property
    def announcements(self) -> list[str]:
        """Closures of the next two weeks: "24. Dezember bis 1. Januar geschlossen (Betriebsferien)"."""
        return hours.announcements(self, clock.now().date())

    @property
    def weekly_hours(self) -> list[opening_hours.Day]:
        return opening_hours.week(hours.weekly(self, HoursKind.VISIT))

    @property
    def weekly_phone_hours(self) -> list[opening_hours.Day]:
        return opening_hours.week(hours.weekly(self, HoursKind.PHONE))

    @property
    def search_text(self) -> str:
        return " ".join([self.street, self.postcode, self.note, *(phone.number for phone in self.phones.all())])

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        # The preview of a new office has no row yet that others could point to.
        is_saved = self.pk is not None
        return super().get_context(request, *args, **kwargs) | {
            "disruptions": disruptions.of_office(self),
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


def _german_ids() -> dict[Any, int]:
    german = OfficePage.objects.filter(locale_id=live_facts.source_locale_id())
    return dict(german.values_list("translation_key", "pk"))
