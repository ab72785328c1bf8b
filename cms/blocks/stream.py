from django.core.exceptions import ValidationError

from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError

from cms.blocks.contact import ContactCardBlock, OpeningHoursBlock
from cms.blocks.links import CallToActionBlock, LinkListBlock, wrong_field
from cms.blocks.media import PictureBlock
from cms.blocks.sections import AccordionBlock, StepsBlock
from cms.blocks.tables import TableBlock
from cms.blocks.text import HeadingBlock, NoteBlock, QuotationBlock, TextBlock


class ContentStreamBlock(blocks.StreamBlock):
    """The blocks of all pages. A new block must be worth a line in every editor's menu."""

    text = TextBlock()
    heading = HeadingBlock()
    note = NoteBlock()
    quotation = QuotationBlock()
    accordion = AccordionBlock()
    steps = StepsBlock()
    table = TableBlock()
    call_to_action = CallToActionBlock()
    link_list = LinkListBlock()
    contact_card = ContactCardBlock()
    opening_hours = OpeningHoursBlock()
    picture = PictureBlock()

    def clean(self, value: blocks.StreamValue) -> blocks.StreamValue:
        value = super().clean(value)
        if not self.is_deferred_validation and (errors := _skipped_levels(value)):
            raise StreamBlockValidationError(block_errors=errors)
        return value

    class Meta:
        # Two things in large print are two things in small print.
        block_counts = {"call_to_action": {"max_num": 1}, "note": {"max_num": 2}}


def _skipped_levels(value: blocks.StreamValue) -> dict[int, ValidationError]:
    """Complain about a heading of level 3 before the first one of level 2 (WCAG 1.3.1)."""
    for number, block in enumerate(value):
        if block.block_type == "heading":
            if block.value["level"] == "h2":
                break
            return {number: wrong_field("level", "Die erste Überschrift der Seite hat Ebene 2.")}
    return {}
