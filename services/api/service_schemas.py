"""A service as other programs get it. Codes instead of words where there is a fixed list (services.enums)."""

from datetime import date, datetime
from decimal import Decimal

from ninja import Schema
from pydantic import Field

from cms.api import ListReply
from cms.api_pages import PageLink
from services.api.spans import HoursOut

LANGUAGE = Field(description="Sprache der Texte dieser Zeile; Deutsch, wo die Übersetzung fehlt.")


class Row(Schema):
    language: str = LANGUAGE


class FeeOut(Row):
    label: str
    kind: str = Field(description="fixed, range, surcharge oder free.")
    amount: Decimal | None = Field(description="Euro.")
    amount_to: Decimal | None = Field(description="Euro, nur bei range.")
    unit: str
    valid_from: date | None
    in_force: bool = Field(description="Gilt heute; sonst angekündigt oder abgelöst.")


class DocumentOut(Row):
    name: str
    form: str = Field(description="original, copy, certified oder leer.")
    condition: str
    explanation: str
    where_to_get: str


class DeadlineOut(Row):
    kind: str = Field(description="deadline, due, validity oder processing.")
    duration: int | None
    duration_to: int | None
    unit: str = Field(description="minute, hour, day, workday, week, month, year oder leer.")
    words: str


class StepOut(Row):
    title: str
    text: str


class AccountOut(Schema):
    name: str
    explanation: str
    url: str


class TrustLevelOut(Schema):
    code: str = Field(description="urn:xoev-de:fim:codeliste:vertrauensniveau")
    name: str
    explanation: str


class OnlineServiceOut(Row):
    label: str
    url: str
    state: str = Field(description="online, planned oder off.")
    provider: str
    account: AccountOut | None
    trust_level: TrustLevelOut | None
    note: str


class FormOut(Row):
    title: str
    number: str
    url: str
    is_accessible: bool
    note: str


class LegalBasisOut(Row):
    text: str
    url: str


class HintOut(Row):
    kind: str
    text: str


class ServiceOfficeOut(PageLink):
    is_external: bool
    appointment: str = Field(description="required, possible, none oder leer: wie bei der Leistung.")
    booking_url: str
    booking_phone: str
    have_ready: str
    how_to_cancel: str
    hours: list[HoursOut] = Field(description="Eigene Zeiten der Leistung an dieser Stelle; leer: die der Stelle.")


class ResponsibilityOut(Row):
    kind: str = Field(description="letter, district, street oder case.")
    value: str
    office_id: str
    note: str


class ContactOut(Schema):
    function: str
    phone: str
    email: str
    room: str
    hours: str
    languages: str
    has_sign_language: bool


class TopicOut(PageLink):
    kind: str = Field(description="topic oder life_situation.")


class ServiceOut(PageLink):
    """Unverified services carry nothing but name, address and state of verification."""

    slug: str
    updated_at: datetime | None
    verification: str = Field(description="confirmed, law oder unverified. Bei unverified fehlen alle Angaben.")
    official_name: str = ""
    summary: str = ""
    leika_keys: list[str] = []
    ozg_id: str = ""
    ozg_service: str = ""
    service_type: str = ""
    sdg_area: str = ""
    target_group: str = Field("", description="person, company, both oder leer.")
    online_availability: str = Field("", description="yes, partly, no oder leer.")
    appointment: str = Field("", description="required, possible, none oder leer.")
    payment_means: list[str] = []
    area: str = ""
    first_step: str = ""
    remedy: str = ""
    identification: str = ""
    evidence: str = ""
    tacit_approval: str = ""
    procedure_languages: str = ""
    fees: list[FeeOut] = []
    documents: list[DocumentOut] = []
    deadlines: list[DeadlineOut] = []
    steps: list[StepOut] = []
    online_services: list[OnlineServiceOut] = []
    forms: list[FormOut] = []
    legal_bases: list[LegalBasisOut] = []
    hints: list[HintOut] = []
    offices: list[ServiceOfficeOut] = []
    responsibilities: list[ResponsibilityOut] = []
    contacts: list[ContactOut] = []
    topics: list[TopicOut] = []
    related_services: list[PageLink] = []
    disruptions: list[str] = Field([], description="Kennungen der Störungen, die jetzt oder morgen gelten.")


class ServiceList(ListReply):
    items: list[ServiceOut]
