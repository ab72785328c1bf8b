"""The fixed vocabularies of a service. What only the administration shows stays German."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Availability(models.TextChoices):
    """Whether the service can be done online; empty = not known."""

    YES = "yes", _("vollständig online")
    PARTLY = "partly", _("teilweise online")
    NO = "no", _("nicht online")


class AppointmentNeed(models.TextChoices):
    """Whether a visit needs an appointment; empty = not known."""

    REQUIRED = "required", _("nur mit Termin")
    POSSIBLE = "possible", _("mit und ohne Termin")
    NONE = "none", _("ohne Termin")


class Verification(models.TextChoices):
    """How well the facts of the record are founded."""

    CONFIRMED = "confirmed", "belegt"
    LAW = "law", "aus Bundes- oder Landesrecht"
    UNVERIFIED = "unverified", "noch nicht geprüft"


class TargetGroup(models.TextChoices):
    PERSON = "person", _("Privatpersonen")
    COMPANY = "company", _("Unternehmen")
    BOTH = "both", _("Privatpersonen und Unternehmen")


class FeeKind(models.TextChoices):
    FIXED = "fixed", "fester Betrag"
    RANGE = "range", "von – bis"
    SURCHARGE = "surcharge", "Zuschlag"
    FREE = "free", "kostenfrei"


class DeadlineKind(models.TextChoices):
    DEADLINE = "deadline", _("Frist")
    DUE = "due", _("Fällig")
    VALIDITY = "validity", _("Gültigkeit")
    PROCESSING = "processing", _("Dauer")


class HintKind(models.TextChoices):
    PREREQUISITE = "prerequisite", _("Voraussetzung")
    AUDIENCE = "audience", _("Für wen")
    CONTACT = "contact", _("Kontakt")
    PLACE = "place", _("Ort")
    TIMES = "times", _("Zeiten")
    RESPONSIBILITY = "responsibility", _("Zuständig")
    APPOINTMENT = "appointment", _("Termin")
    GENERAL = "general", _("Gut zu wissen")


class TopicKind(models.TextChoices):
    TOPIC = "topic", _("Thema")
    LIFE_SITUATION = "life_situation", _("Lebenslage")


class HoursKind(models.TextChoices):
    VISIT = "visit", _("Besuch")
    PHONE = "phone", _("Telefon")


class Weekday(models.IntegerChoices):
    MONDAY = 0, _("Montag")
    TUESDAY = 1, _("Dienstag")
    WEDNESDAY = 2, _("Mittwoch")
    THURSDAY = 3, _("Donnerstag")
    FRIDAY = 4, _("Freitag")
    SATURDAY = 5, _("Samstag")
    SUNDAY = 6, _("Sonntag")


class DocumentForm(models.TextChoices):
    ORIGINAL = "original", _("Original")
    COPY = "copy", _("Kopie")
    CERTIFIED = "certified", _("beglaubigte Kopie")


class DurationUnit(models.TextChoices):
    MINUTE = "minute", "Minuten"
    HOUR = "hour", "Stunden"
    DAY = "day", "Tage"
    WORKDAY = "workday", "Arbeitstage"
    WEEK = "week", "Wochen"
    MONTH = "month", "Monate"
    YEAR = "year", "Jahre"


class OnlineState(models.TextChoices):
    """Whether an online service can be used; a disruption of hours or days is a record of its own."""

    ONLINE = "online", "in Betrieb"
    PLANNED = "planned", "geplant"
    OFF = "off", "abgeschaltet"


class PaymentMeans(models.TextChoices):
    CASH = "cash", _("bar")
    DEBIT_CARD = "debit_card", _("Girocard")
    CREDIT_CARD = "credit_card", _("Kreditkarte")
    ONLINE = "online", _("online")
    INVOICE = "invoice", _("Rechnung")
    TRANSFER = "transfer", _("Überweisung")


class Known(models.TextChoices):
    """What somebody has looked at on site; empty = nobody has."""

    YES = "yes", "ja"
    PARTLY = "partly", "teilweise"
    NO = "no", "nein"


class ResponsibilityKind(models.TextChoices):
    LETTER = "letter", _("Anfangsbuchstabe des Nachnamens")
    DISTRICT = "district", _("Stadtbezirk")
    STREET = "street", _("Straße")
    CASE = "case", _("Fall")


class StepLogic(models.TextChoices):
    """How a step of a journey follows the one before."""

    NUMBER = "number", "nächster Schritt"
    AND = "and", "und"
    OR = "or", "oder"


class NodeKind(models.TextChoices):
    QUESTION = "question", "Frage"
    OUTCOME = "outcome", "Ergebnis"


class ListKind(models.TextChoices):
    """What a list over all services shows."""

    APPOINTMENTS = "appointments", "Termine"
    ONLINE = "online", "Onlinedienste"
    FORMS = "forms", "Formulare"
    DISRUPTIONS = "disruptions", "Störungen"
    RESPONSIBILITY = "responsibility", "Zuständigkeit"
