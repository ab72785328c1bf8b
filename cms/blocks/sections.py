"""Blocks that order what belongs together."""

from wagtail import blocks

from cms.blocks.text import SHORT_FEATURES


class PartBlock(blocks.StructBlock):
    title = blocks.CharBlock(label="Überschrift", max_length=160, help_text="Sagt allein, worum es geht.")
    text = blocks.RichTextBlock(label="Text", features=SHORT_FEATURES, required=False, help_text="Kurze Sätze.")

    class Meta:
        icon = "title"
        label = "Abschnitt"
        label_format = "{title}"


class AccordionBlock(blocks.StructBlock):
    items = blocks.ListBlock(PartBlock(), label="Abschnitte", min_num=1)

    class Meta:
        icon = "collapse-down"
        label = "Aufklappbare Abschnitte"
        group = "Abschnitte"
        description = "Für Fragen und Antworten. Wichtiges gehört nicht hinein."
        template = "blocks/accordion.html"
        preview_value = {
            "items": [
                {"title": "Muss ich selbst kommen?", "text": "<p>Ja, für den Ausweis.</p>"},
                {"title": "Darf ich jemanden mitbringen?", "text": "<p>Ja, gern.</p>"},
            ]
        }


class StepsBlock(blocks.StructBlock):
    items = blocks.ListBlock(PartBlock(label="Schritt"), label="Schritte", min_num=2)

    class Meta:
        icon = "list-ol"
        label = "Schritte"
        group = "Abschnitte"
        description = "Nummerierte Schritte in fester Reihenfolge."
        template = "blocks/steps.html"
        preview_value = {
            "items": [
                {"title": "Termin buchen", "text": "<p>Online oder am Telefon.</p>"},
                {"title": "Unterlagen mitbringen", "text": ""},
            ]
        }
