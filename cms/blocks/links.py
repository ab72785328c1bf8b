"""Blocks that lead somewhere: to a page of ours or to another address, never to both."""

from django.core.exceptions import ValidationError

from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import Page

from cms import targets


def wrong_field(field: str, message: str) -> StructBlockValidationError:
    """Return a complaint that stands at one field of a block."""
    return StructBlockValidationError(block_errors={field: ValidationError(message)})


class LinkValue(blocks.StructValue):
    @property
    def target(self) -> Page | None:
        """The live page the link leads to, in the reader's language."""
        return targets.live_target(self.get("page"))

    @property
    def href(self) -> str:
        """The address: that of our page, else the other one; empty without a live target."""
        return targets.href(self["page"]) if self.get("page") else self.get("url") or ""

    @property
    def is_external(self) -> bool:
        return not self.get("page") and bool(self.get("url"))


class AddressBlock(blocks.RegexBlock):
    """An address outside, or a part of ours that is no page (`/leistungen/a-z/`)."""

    def __init__(self, **kwargs):
        messages = {"invalid": "Eine Adresse beginnt mit https:// oder, auf dieser Website, mit einem /."}
        super().__init__(r"^(https?://[^\s/]\S*|/(?!/)\S*)$", error_messages=messages, max_length=500, **kwargs)


class LinkBlock(blocks.StructBlock):
    label = blocks.CharBlock(
        label="Linktext", max_length=120, help_text="Sagt, wohin der Link führt. Nicht „hier“ oder „mehr“."
    )
    page = blocks.PageChooserBlock(
        label="Seite", required=False, help_text="Eine Seite dieser Website. Der Link zieht mit um, wenn sie umzieht."
    )
    url = AddressBlock(
        label="oder andere Adresse", required=False, help_text="Nur, wenn das Ziel keine Seite dieser Website ist."
    )

    def clean(self, value: LinkValue) -> LinkValue:
        value = super().clean(value)
        if value.get("page") and value.get("url"):
            raise wrong_field("url", "Wählen Sie entweder eine Seite oder eine andere Adresse, nicht beides.")
        # A draft may still lack its target.
        if not (value.get("page") or value.get("url") or self.is_deferred_validation):
            raise wrong_field("page", "Wählen Sie eine Seite, oder geben Sie eine andere Adresse an.")
        return value

    class Meta:
        icon = "link"
        label = "Link"
        label_format = "{label}"
        value_class = LinkValue


class ExplainedLinkBlock(LinkBlock):
    note = blocks.CharBlock(
        label="Zusatz", required=False, max_length=200, help_text="Ein Satz, der bei der Auswahl hilft."
    )


class CallToActionBlock(ExplainedLinkBlock):
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
    title = blocks.CharBlock(
        label="Überschrift", required=False, max_length=120, help_text="Was die Ziele verbindet. Darf leer bleiben."
    )
    links = blocks.ListBlock(ExplainedLinkBlock(), label="Links", min_num=1)

    class Meta:
        icon = "list-ul"
        label = "Linkliste"
        group = "Wege"
        description = "Mehrere Ziele, die zusammengehören."
        template = "blocks/link_list.html"
        label_format = "{title}"
        preview_value = {
            "title": "Passende Leistungen",
            "links": [
                {"label": "Wohnsitz ummelden", "url": "https://example.org/", "note": "Nach einem Umzug."},
                {"label": "Personalausweis beantragen", "url": "https://example.org/"},
            ],
        }
