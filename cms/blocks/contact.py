"""Blocks that say whom to ask, and when."""

from typing import Any

from wagtail import blocks

from cms import targets
from cms.blocks.links import LinkValue, wrong_field
from cms.rows import fetch_rows


class ContactCardBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Wofür oder wer", max_length=120, help_text="Zum Beispiel „Fragen zum Wohngeld“.")
    text = blocks.TextBlock(
        label="Text", required=False, max_length=400, help_text="Ein Satz dazu, wobei dieser Kontakt hilft."
    )
    phone = blocks.CharBlock(
        label="Telefon", required=False, max_length=60, help_text="Wie man sie wählt, zum Beispiel 0234 910-0."
    )
    email = blocks.EmailBlock(label="E-Mail", required=False, help_text="Am besten ein gemeinsames Postfach.")
    address = blocks.TextBlock(label="Anschrift", required=False, max_length=200, help_text="Eine Zeile je Angabe.")
    page = blocks.PageChooserBlock(
        label="Seite der Stelle", required=False, help_text="Dort stehen Öffnungszeiten und Anfahrt."
    )

    def clean(self, value: LinkValue) -> LinkValue:
        value = super().clean(value)
        ways = ("phone", "email", "address", "page")
        if not (any(value.get(way) for way in ways) or self.is_deferred_validation):
            raise wrong_field("phone", "Nennen Sie mindestens einen Weg: Telefon, E-Mail, Anschrift oder Seite.")
        return value

    class Meta:
        icon = "user"
        label = "Kontakt"
        group = "Wege"
        description = "Wen man wie erreicht. Keine Namen ohne Einverständnis."
        template = "blocks/contact_card.html"
        label_format = "{title}"
        value_class = LinkValue
        preview_value = {
            "title": "Telefonzentrale (Beispiel)",
            "text": "Für alle Fragen an die Stadt",
            "phone": "115",
            "email": "info@example.org",
        }


class OfficeChooserBlock(blocks.PageChooserBlock):
    """Offices with their hours, fetched once for all blocks. Their page type lives above: named, not imported."""

    def __init__(self, **kwargs):
        super().__init__(page_type="services.OfficePage", **kwargs)

    def bulk_to_python(self, values: list[int | None]) -> list[Any]:
        offices = super().bulk_to_python(values)
        found = [office for office in offices if office is not None]
        fetch_rows(found, self.model_class.row_relations)
        return offices


class OpeningHoursValue(blocks.StructValue):
    @property
    def shown(self) -> Any:
        """The office whose hours are shown; nothing while it is not live."""
        return targets.live_target(self.get("office"))


class OpeningHoursBlock(blocks.StructBlock):
    office = OfficeChooserBlock(label="Dienststelle", help_text="Ihre Zeiten und der Satz über heute stehen dann hier.")

    def get_preview_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        example = [{"day": "Montag", "text": "8–16 Uhr (nur mit Termin)"}, {"day": "Donnerstag", "text": "8–18 Uhr"}]
        return (parent_context or {}) | {"example": example}

    class Meta:
        icon = "time"
        label = "Öffnungszeiten"
        group = "Wege"
        description = "Die Zeiten einer Dienststelle. Gepflegt werden sie dort."
        template = "blocks/opening_hours.html"
        value_class = OpeningHoursValue
        preview_template = "blocks/preview/opening_hours.html"
