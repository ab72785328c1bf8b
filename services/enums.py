"""The fixed vocabularies of a service."""

from django.db import models


class Availability(models.TextChoices):
    """Whether the service can be done online; empty = not known."""

    YES = "yes", "vollständig online"
    PARTLY = "partly", "teilweise online"
    NO = "no", "nicht online"


class AppointmentNeed(models.TextChoices):
    """Whether a visit needs an appointment; empty = not known."""

    REQUIRED = "required", "nur mit Termin"
    POSSIBLE = "possible", "mit und ohne Termin"
    NONE = "none", "ohne Termin"


class Verification(models.TextChoices):
    """How well the facts of the record are founded."""

    CONFIRMED = "confirmed", "belegt"
    LAW = "law", "aus Bundes- oder Landesrecht"
    UNVERIFIED = "unverified", "noch nicht geprüft"


class TargetGroup(models.TextChoices):
    PERSON = "person", "Privatpersonen"
    COMPANY = "company", "Unternehmen"
    BOTH = "both", "Privatpersonen und Unternehmen"


class FeeKind(models.TextChoices):
    FIXED = "fixed", "fester Betrag"
    RANGE = "range", "von – bis"
    SURCHARGE = "surcharge", "Zuschlag"
    FREE = "free", "kostenfrei"


class DeadlineKind(models.TextChoices):
    DEADLINE = "deadline", "Frist"
    DUE = "due", "Fällig"
    VALIDITY = "validity", "Gültigkeit"
    PROCESSING = "processing", "Dauer"


class HintKind(models.TextChoices):
    PREREQUISITE = "prerequisite", "Voraussetzung"
    AUDIENCE = "audience", "Für wen"
    CONTACT = "contact", "Kontakt"
    PLACE = "place", "Ort"
    TIMES = "times", "Zeiten"
    RESPONSIBILITY = "responsibility", "Zuständig"
    APPOINTMENT = "appointment", "Termin"
    GENERAL = "general", "Gut zu wissen"


class TopicKind(models.TextChoices):
    TOPIC = "topic", "Thema"
    LIFE_SITUATION = "life_situation", "Lebenslage"


class HoursKind(models.TextChoices):
    VISIT = "visit", "Besuch"
    PHONE = "phone", "Telefon"


class Weekday(models.IntegerChoices):
    MONDAY = 0, "Montag"
    TUESDAY = 1, "Dienstag"
    WEDNESDAY = 2, "Mittwoch"
    THURSDAY = 3, "Donnerstag"
    FRIDAY = 4, "Freitag"
    SATURDAY = 5, "Samstag"
    SUNDAY = 6, "Sonntag"


class DocumentForm(models.TextChoices):
    ORIGINAL = "original", "Original"
    COPY = "copy", "Kopie"
    CERTIFIED = "certified", "beglaubigte Kopie"


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
    CASH = "cash", "bar"
    DEBIT_CARD = "debit_card", "Girocard"
    CREDIT_CARD = "credit_card", "Kreditkarte"
    ONLINE = "online", "online"
    INVOICE = "invoice", "Rechnung"
    TRANSFER = "transfer", "Überweisung"


class Known(models.TextChoices):
    """What somebody has looked at on site; empty = nobody has."""

    YES = "yes", "ja"
    PARTLY = "partly", "teilweise"
    NO = "no", "nein"


class ResponsibilityKind(models.TextChoices):
    LETTER = "letter", "Anfangsbuchstabe des Nachnamens"
    DISTRICT = "district", "Stadtbezirk"
    STREET = "street", "Straße"
    CASE = "case", "Fall"


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


class ConflictState(models.TextChoices):
    OPEN = "open", "offen"
    KEPT = "kept", "eigener Text bleibt"
    TAKEN = "taken", "Text der Lieferung übernommen"
