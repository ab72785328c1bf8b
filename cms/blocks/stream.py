from wagtail import blocks

from cms.blocks.links import CallToActionBlock, ContactCardBlock, LinkListBlock, OpeningHoursBlock
from cms.blocks.media import PictureBlock
from cms.blocks.sections import AccordionBlock, StepsBlock, TableBlock
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
