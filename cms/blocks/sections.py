"""Blocks that order what belongs together."""

from django.core.exceptions import ValidationError

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

from cms.blocks.text import SHORT_FEATURES


class PartBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Überschrift", max_length=160)
    text = blocks.RichTextBlock(label="Text", features=SHORT_FEATURES, required=False)

    class Meta:
        label = "Abschnitt"
        label_format = "{title}"


class AccordionBlock(blocks.StructBlock):
    items = blocks.ListBlock(PartBlock(), label="Abschnitte", min_num=1)

    class Meta:
        icon = "list-ul"
        label = "Aufklappbare Abschnitte"
        group = "Abschnitte"
        description = "Für Fragen und Antworten. Wichtiges gehört nicht hinein."
        template = "blocks/accordion.html"
        preview_value = {"items": [{"title": "Muss ich selbst kommen?", "text": "<p>Ja, für den Ausweis.</p>"}]}


class StepsBlock(blocks.StructBlock):
    items = blocks.ListBlock(PartBlock(), label="Schritte", min_num=2)

    class Meta:
        icon = "list-ol"
        label = "Schritte"
        group = "Abschnitte"
        description = "Nummerierte Schritte in fester Reihenfolge."
        template = "blocks/steps.html"
        preview_value = {"items": [{"title": "Termin buchen", "text": ""}, {"title": "Ausweis mitbringen", "text": ""}]}


class TableBlock(TypedTableBlock):
    """A table with header cells and caption; a table nobody can name is no table (WCAG 1.3.1)."""

    def __init__(self, **kwargs):
        super().__init__(
            [
                ("text", blocks.CharBlock(label="Text", required=False)),
                ("number", blocks.DecimalBlock(label="Zahl", required=False)),
                ("rich_text", blocks.RichTextBlock(label="Text mit Link", features=["link", "bold"], required=False)),
            ],
            **kwargs,
        )

    def clean(self, value):
        value = super().clean(value)
        if value and not (value.caption or "").strip():
            raise ValidationError("Geben Sie der Tabelle eine Überschrift, die sagt, was sie zeigt.")
        if value and not all((column["heading"] or "").strip() for column in value.columns):
            raise ValidationError("Jede Spalte braucht eine Kopfzelle.")
        return value

    class Meta:
        icon = "table"
        label = "Tabelle"
        group = "Abschnitte"
        description = "Zahlen und Vergleiche, mit Überschrift und Kopfzellen."
        template = "blocks/table.html"
        preview_template = "blocks/preview/table.html"
