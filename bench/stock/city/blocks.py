"""The same blocks as a Wagtail project writes them."""

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.images.blocks import ImageChooserBlock


class LinkValue(blocks.StructValue):
    @property
    def target(self):
        page = self.get("page")
        return page if page and page.live else None

    @property
    def href(self):
        if self.get("page"):
            return self.target.url if self.target else ""
        return self.get("url") or ""

    @property
    def is_external(self):
        return not self.get("page") and bool(self.get("url"))


class LinkBlock(blocks.StructBlock):
    label = blocks.CharBlock()
    page = blocks.PageChooserBlock(required=False)
    url = blocks.CharBlock(required=False)
    note = blocks.CharBlock(required=False)

    class Meta:
        value_class = LinkValue


class ColumnBlock(blocks.StructBlock):
    title = blocks.CharBlock()
    links = blocks.ListBlock(LinkBlock())


class PartBlock(blocks.StructBlock):
    title = blocks.CharBlock()
    text = blocks.RichTextBlock(required=False)


def struct(template: str, *, value_class: type = blocks.StructValue, **children: blocks.Block) -> blocks.StructBlock:
    return blocks.StructBlock(list(children.items()), template=f"blocks/{template}.html", value_class=value_class)


class ContentBlock(blocks.StreamBlock):
    text = blocks.RichTextBlock(template="blocks/text.html")
    heading = struct("heading", text=blocks.CharBlock(), level=blocks.CharBlock())
    note = struct("note", level=blocks.CharBlock(), title=blocks.CharBlock(), text=blocks.RichTextBlock())
    quotation = struct("quotation", text=blocks.TextBlock(), author=blocks.CharBlock())
    accordion = struct("accordion", items=blocks.ListBlock(PartBlock()))
    steps = struct("steps", items=blocks.ListBlock(PartBlock()))
    table = TypedTableBlock([("text", blocks.CharBlock())], template="blocks/table.html")
    call_to_action = struct(
        "call_to_action",
        value_class=LinkValue,
        label=blocks.CharBlock(),
        page=blocks.PageChooserBlock(),
        url=blocks.CharBlock(),
        note=blocks.CharBlock(),
    )
    link_list = struct("link_list", title=blocks.CharBlock(), links=blocks.ListBlock(LinkBlock()))
    contact_card = struct(
        "contact_card",
        value_class=LinkValue,
        title=blocks.CharBlock(),
        text=blocks.TextBlock(),
        phone=blocks.CharBlock(),
        email=blocks.CharBlock(),
        address=blocks.TextBlock(),
        page=blocks.PageChooserBlock(),
    )
    picture = struct("picture", image=ImageChooserBlock(), alt=blocks.CharBlock(), caption=blocks.CharBlock())
