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
