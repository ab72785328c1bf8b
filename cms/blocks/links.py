"""Blocks that lead somewhere: to a page of ours or to another address, never to both."""

from django.core.exceptions import ValidationError

from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class LinkValue(blocks.StructValue):
    @property
    def href(self) -> str:
        """The address: that of our page in the reader's language, else the other one; empty without a live target."""
        page = self.get("page")
        if page:
            target = page.localized
            return target.get_url() or "" if target.live else ""
        return self.get("url") or ""

    @property
    def is_external(self) -> bool:
        return not self.get("page") and bool(self.get("url"))


class LinkBlock(blocks.StructBlock):
    label = blocks.CharBlock(
        label="Linktext", max_length=120, help_text="Sagt, wohin der Link führt. Nicht „hier“ oder „mehr“."
    )
    page = blocks.PageChooserBlock(label="Seite", required=False)
    url = blocks.URLBlock(label="oder andere Adresse", required=False)
    note = blocks.CharBlock(label="Zusatz", required=False, max_length=200)

    def clean(self, value):
        value = super().clean(value)
        if bool(value.get("page")) == bool(value.get("url")):
            error = ValidationError("Wählen Sie eine Seite oder geben Sie eine Adresse an, nicht beides.")
            raise StructBlockValidationError(block_errors={"page": error})
        return value

    class Meta:
        icon = "link"
        label = "Link"
        label_format = "{label}"
        value_class = LinkValue


class CallToActionBlock(LinkBlock):
    class Meta:
        icon = "success"
        label = "Hauptaufgabe"
        group = "Wege"
        description = "Eine große Schaltfläche für das, was die meisten hier tun wollen. Höchstens eine je Seite."
        template = "blocks/call_to_action.html"
        preview_value = {
            "label": "Termin im Bürgerbüro buchen",
            "url": "https://example.org/",
            "note": "Dauert etwa zwei Minuten.",
        }


class LinkListBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Überschrift", required=False, max_length=120)
    links = blocks.ListBlock(LinkBlock(), label="Links", min_num=1)

    class Meta:
        icon = "list-ul"
        label = "Linkliste"
        group = "Wege"
        description = "Mehrere Ziele, die zusammengehören."
        template = "blocks/link_list.html"
        label_format = "{title}"
        preview_value = {
            "title": "Passende Leistungen",
            "links": [{"label": "Wohnsitz ummelden", "url": "https://example.org/"}],
        }


class ContactCardBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Wofür oder wer", max_length=120)
    text = blocks.TextBlock(label="Text", required=False, max_length=400)
    phone = blocks.CharBlock(label="Telefon", required=False, max_length=60)
    email = blocks.EmailBlock(label="E-Mail", required=False)
    address = blocks.TextBlock(label="Anschrift", required=False, max_length=200)
    page = blocks.PageChooserBlock(label="Seite der Stelle", required=False)

    class Meta:
        icon = "user"
        label = "Kontakt"
        group = "Wege"
        description = "Wen man wie erreicht. Keine Namen ohne Einverständnis."
        template = "blocks/contact_card.html"
        label_format = "{title}"
        preview_value = {"title": "Servicecenter", "text": "Für alle Fragen an die Stadt", "phone": "115"}


class OpeningHoursBlock(blocks.StructBlock):
    """Shows the hours kept at an office; the page type is named, not imported: it lives above."""

    office = blocks.PageChooserBlock(label="Dienststelle", page_type="services.OfficePage")

    class Meta:
        icon = "time"
        label = "Öffnungszeiten"
        group = "Wege"
        description = "Die Zeiten einer Dienststelle. Gepflegt werden sie dort."
        template = "blocks/opening_hours.html"
        preview_template = "blocks/preview/opening_hours.html"
