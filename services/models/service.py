from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest

from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from cms import live_facts
from cms.blocks import ContentStreamBlock
from cms.fields import ChoicesField, StreamField
from search.models import FindablePage
from services import at_a_glance, locations, responsible, service_context, structured_data
from services.enums import AppointmentNeed, Availability, PaymentMeans, TargetGroup, Verification
from services.panels import NoticesPanel

BODY_HELP = "Nur, was in keine Zeile oben passt. Beträge, Fristen und Unterlagen gehören nicht hierher."
TOPICS_HELP = "Jede Leistung gehört zu mindestens einem Thema."


class ServicePage(FindablePage):
    """One thing people can get done with the city or somebody else: facts are rows, everything else is text."""

    official_name = models.CharField(
        "amtlicher Name", max_length=255, blank=True, help_text="Wie die Leistung im Leistungskatalog heißt."
    )
    service_type = models.CharField(
        "Typ", max_length=10, blank=True, help_text="Typisierung im Leistungskatalog, zum Beispiel „2/3“ oder „5“."
    )
    ozg_id = models.CharField("OZG-Nummer", max_length=10, blank=True, help_text="Zum Beispiel 10043.")
    ozg_service = models.CharField(
        "OZG-Leistung", max_length=255, blank=True, help_text="Name im Umsetzungskatalog zum Onlinezugangsgesetz."
    )
    target_group = models.CharField(
        "Für wen", max_length=10, choices=TargetGroup.choices, blank=True, help_text="Leer, wenn unbekannt."
    )
    online_availability = models.CharField(
        "Online",
        max_length=10,
        choices=Availability.choices,
        blank=True,
        help_text="Ohne Gang zum Amt, vom Antrag bis zum Ergebnis? Leer, wenn unbekannt.",
    )
    appointment = models.CharField(
        "Termin",
        max_length=10,
        choices=AppointmentNeed.choices,
        blank=True,
        help_text="Nur für den Besuch vor Ort. Leer, wenn unbekannt.",
    )
    payment_means = ChoicesField(
        "Bezahlen", choices=PaymentMeans.choices, help_text="Womit man vor Ort oder online bezahlen kann."
    )
    area = models.CharField("Gilt für", max_length=100, blank=True, help_text="Leer: das ganze Stadtgebiet.")
    first_step = models.CharField(
        "Das machen Sie zuerst",
        max_length=300,
        blank=True,
        help_text="Ein Satz. Wichtig, wenn nicht die Stadt zuständig ist.",
    )
    remedy = models.TextField(
        "Rechtsbehelf", max_length=600, blank=True, help_text="Was man tun kann, wenn man nicht einverstanden ist."
    )
    identification = models.CharField(
        "Ausweisen und unterschreiben", max_length=300, blank=True, help_text="Wie man sich ausweist und unterschreibt."
    )
    evidence = models.CharField(
        "Form der Nachweise",
        max_length=300,
        blank=True,
        help_text="Zum Beispiel „als Foto oder PDF, auch auf Englisch“.",
    )
    tacit_approval = models.CharField(
        "Wenn wir nicht antworten", max_length=300, blank=True, help_text="Ob der Antrag dann als genehmigt gilt."
    )
    procedure_languages = models.CharField(
        "Sprachen des Verfahrens", max_length=200, blank=True, help_text="Außer Deutsch."
    )
    sdg_area = models.CharField(
        "Informationsbereich (SDG)", max_length=10, blank=True, help_text="Code nach Verordnung (EU) 2018/1724."
    )
    verification = models.CharField(
        "Prüfstand",
        max_length=12,
        choices=Verification.choices,
        default=Verification.UNVERIFIED,
        help_text="„Noch nicht geprüft“ steht auf der Seite; diese Angaben fehlen in Trefferlisten und Schnittstellen.",
    )
    internal_note = models.TextField(
        "interne Notiz", blank=True, help_text="Nie öffentlich: Zweifel, Quellen, Absprachen."
    )
    source_number = models.PositiveIntegerField(
        "Nummer im Ausgangsbestand", null=True, blank=True, unique=True, editable=False
    )
    body = StreamField(
        ContentStreamBlock(required=False), verbose_name="weiterer Text", blank=True, help_text=BODY_HELP
    )

    parent_page_types: ClassVar[list[str]] = ["services.ServiceIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    search_kind = "service"
    # The number of the source belongs to one record only.
    exclude_fields_in_copy: ClassVar[list[str]] = ["source_number"]
    row_relations = (
        *("fees", "documents", "deadlines", "steps", "online_services", "forms", "legal_bases", "hints"),
        *("service_keys", "service_offices", "service_hours", "service_topics", "related_services"),
        *("service_contacts", "responsibilities"),
    )
    fact_fields = (
        *("service_type", "ozg_id", "ozg_service", "target_group", "online_availability", "appointment"),
        *("payment_means", "sdg_area", "verification"),
    )

    content_panels: ClassVar[list] = [
        *FindablePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("online_availability"), FieldPanel("appointment")]),
                FieldRowPanel([FieldPanel("target_group"), FieldPanel("area")]),
                FieldPanel("first_step"),
            ],
            "Auf einen Blick",
        ),
        InlinePanel("online_services", heading="Onlinedienste", label="Onlinedienst"),
        InlinePanel(
            "fees", heading="Kosten", label="Gebühr", help_text="Eine Zeile je Fall. Keine Zeile: keine Angabe."
        ),
        FieldPanel("payment_means"),
        InlinePanel("documents", heading="Das bringen Sie mit", label="Unterlage"),
        InlinePanel("deadlines", heading="Fristen und Dauer", label="Angabe"),
        InlinePanel("steps", heading="So geht es", label="Schritt"),
        InlinePanel("forms", heading="Formulare", label="Formular"),
        InlinePanel("hints", heading="Hinweise", label="Hinweis"),
        InlinePanel("service_offices", heading="Zuständige Stellen", label="Stelle"),
        InlinePanel("service_hours", heading="Eigene Zeiten an einer Stelle", label="Zeit", classname="collapsed"),
        InlinePanel("service_contacts", heading="Kontakte", label="Kontakt", classname="collapsed"),
        InlinePanel("responsibilities", heading="Wer ist für wen zuständig?", label="Regel", classname="collapsed"),
        NoticesPanel(responsible.notices, heading="Zuständigkeit: Bitte ansehen"),
        InlinePanel("related_services", heading="Verwandte Leistungen", label="Leistung", classname="collapsed"),
        InlinePanel(
            "service_topics", heading="Themen und Lebenslagen", label="Thema oder Lebenslage", help_text=TOPICS_HELP
        ),
        FieldPanel("body", classname="collapsed"),
        InlinePanel(
            "legal_bases",
            heading="Rechtsgrundlagen",
            label="Rechtsgrundlage",
            classname="collapsed",
        ),
        FieldPanel("remedy", classname="collapsed"),
        MultiFieldPanel(
            [
                FieldPanel("identification"),
                FieldPanel("evidence"),
                FieldPanel("tacit_approval"),
                FieldPanel("procedure_languages"),
            ],
            "Verfahren",
            classname="collapsed",
        ),
    ]
    settings_panels: ClassVar[list] = [
        FieldPanel("verification"),
        FieldPanel("internal_note"),
        MultiFieldPanel(
            [
                FieldPanel("official_name"),
                FieldRowPanel([FieldPanel("service_type"), FieldPanel("sdg_area")]),
                FieldRowPanel([FieldPanel("ozg_id"), FieldPanel("ozg_service")]),
            ],
            "Verwaltungskataloge",
            classname="collapsed",
        ),
        InlinePanel("service_keys", heading="LeiKa-Schlüssel", label="Schlüssel", classname="collapsed"),
        *FindablePage.settings_panels,
    ]
    search_fields: ClassVar[list] = [
        *FindablePage.search_fields,
        index.SearchField("official_name"),
    ]

    class Meta:
        verbose_name = "Leistung"
        verbose_name_plural = "Leistungen"

    @property
    def is_verified(self) -> bool:
        return self.verification != Verification.UNVERIFIED

    @property
    def search_text(self) -> str:
        if not self.is_verified:
            # Nobody has checked these facts: they must not bring people here.
            return self.official_name
        rows = [hint.text for hint in self.hints.all()] + [document.name for document in self.documents.all()]
        return " ".join([self.official_name, *rows])

    @classmethod
    def hit_facts(cls, page_ids: list[int]) -> dict[int, list[str]]:
        services = list(cls.objects.filter(pk__in=page_ids))
        live_facts.fetch(services, ("fees", "online_services", "service_offices"))
        found = {service.pk: at_a_glance.hit_facts(service, locations.of_service(service)) for service in services}
        return {page_id: facts for page_id, facts in found.items() if facts}

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | service_context.of_service(self)

    def structured_data(self, request: HttpRequest, context: Any) -> list[dict[str, Any]]:
        city = context["site_settings"].name
        return [structured_data.government_service(request, self, context.get("offices") or [], city)]
