from django.db import models


class FieldKind(models.TextChoices):
    """What a field of a directory holds; directories.values says how each is checked and shown."""

    TEXT = "text", "Text, eine Zeile"
    LONG_TEXT = "long_text", "Text, mehrere Zeilen"
    NUMBER = "number", "Zahl"
    YES_NO = "yes_no", "ja oder nein"
    CHOICE = "choice", "Auswahl"
    LINK = "link", "Internetadresse"
    PHONE = "phone", "Telefon"
    EMAIL = "email", "E-Mail"
    DATE = "date", "Datum"


# Kinds with few different values: only these can filter a list.
FACET_KINDS = {FieldKind.CHOICE, FieldKind.YES_NO}


class PlaceKind(models.TextChoices):
    """What people name to say where they are; in this order where a name means several."""

    DISTRICT = "district", "Stadtbezirk"
    POSTCODE = "postcode", "Postleitzahl"
    STREET = "street", "Straße"
