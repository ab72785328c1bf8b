from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from cms import freshness, live_facts
from cms.retention import NotPersonal
from search.models import FindablePage
from services import buildings, closures, disruptions, office_context, office_structured_data, vcard
from services.models.contact import Contact
from services.models.place_and_time import PlaceAndTimeMixin


class OfficePage(RoutablePageMixin, PlaceAndTimeMixin, FindablePage):
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
    def with_rows(cls, pages: Iterable["OfficePage"]) -> list["OfficePage"]:
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

    @property
    def german_id(self) -> int:
        """The id of the German page, to which rows and records of others point."""
        if self.locale_id == live_facts.source_locale_id():
            return self.pk
        return freshness.remember("german-offices", _german_ids).get(self.translation_key, self.pk)

    @property
    def search_text(self) -> str:
        """Also what people look for instead of the name: street, house, room, district, phone number."""
        place, house = self.place, self.house
        words = [place.street, place.postcode, place.room, self.note, *(phone.number for phone in self.phones.all())]
        if house:
            words += [house.name, str(house.district or "")]
        return " ".join(words)

    @classmethod
    def hit_facts(cls, page_ids: list[int]) -> dict[int, list[str]]:
        offices = cls.with_rows(cls.objects.filter(pk__in=page_ids))
        return {
            office.pk: [
                *(str(disruption) for disruption in disruptions.of_office(office)),
                *(fact for fact in (office.today, office.place.street) if fact),
            ]
            for office in offices
        }

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        context = {"disruptions": disruptions.of_office(self), **office_context.of_office(self)}
        return super().get_context(request, *args, **kwargs) | context

    @path("visitenkarte/")
    def vcard(self, request: HttpRequest) -> HttpResponse:
        return vcard.office_card(request, self)

    @path("visitenkarte/<int:contact>/")
    def vcard_of_contact(self, request: HttpRequest, contact: int) -> HttpResponse:
        found = get_object_or_404(Contact, pk=contact, office=self.german_id, live=True)
        return vcard.contact_card(request, found, self)

    def structured_data(self, request: HttpRequest, context: Any) -> list[dict[str, Any]]:
        return [office_structured_data.government_office(request, self)]


def _german_ids() -> dict[Any, int]:
    german = OfficePage.objects.filter(locale_id=live_facts.source_locale_id())
    return dict(german.values_list("translation_key", "pk"))
