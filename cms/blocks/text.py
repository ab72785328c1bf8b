"""Blocks of words."""

from wagtail import blocks

TEXT_FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]
SHORT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class TextBlock(blocks.RichTextBlock):
    def __init__(self, **kwargs):
        super().__init__(features=TEXT_FEATURES, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = "Text"
        group = "Text"
        description = "Absätze, Listen und Links. Eine Aussage je Satz."
        template = "blocks/text.html"
        preview_value = "<p>Für den Umzug brauchen Sie einen Termin. Bringen Sie Ihren Ausweis mit.</p>"


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label="Überschrift", max_length=120, help_text="Sagt, was darunter steht.")
    level = blocks.ChoiceBlock(
        label="Ebene", choices=[("h2", "Überschrift (Ebene 2)"), ("h3", "Zwischenüberschrift (Ebene 3)")], default="h2"
    )

    class Meta:
        icon = "title"
        label = "Überschrift"
        group = "Text"
        description = "Gliedert die Seite. Erst Ebene 2, darunter Ebene 3."
        template = "blocks/heading.html"
        label_format = "{text}"
        preview_value = {"text": "Das bringen Sie mit", "level": "h2"}


class QuotationBlock(blocks.StructBlock):
    text = blocks.TextBlock(label="Zitat", max_length=600, help_text="Wörtlich, ohne Anführungszeichen.")
    author = blocks.CharBlock(
        label="Wer sagt das?", required=False, max_length=120, help_text="Person in ihrer Aufgabe, oder die Quelle."
    )

    class Meta:
        icon = "openquote"
        label = "Zitat"
        group = "Text"
        description = "Wörtliche Rede mit Quelle."
        template = "blocks/quotation.html"
        label_format = "{author}"
        preview_value = {"text": "Bochum.de müsse noch übersichtlicher werden.", "author": "Bürgerkonferenz 2021"}


class NoteBlock(blocks.StructBlock):
    level = blocks.ChoiceBlock(label="Art", choices=[("info", "Gut zu wissen"), ("warning", "Achtung")], default="info")
    title = blocks.CharBlock(label="Überschrift", required=False, max_length=120, help_text="Darf leer bleiben.")
    text = blocks.RichTextBlock(label="Text", features=SHORT_FEATURES, help_text="Höchstens drei Sätze.")

    class Meta:
        icon = "info-circle"
        label = "Hinweis"
        group = "Text"
        description = "Hebt eine einzelne wichtige Sache hervor. Höchstens zwei je Seite."
        template = "blocks/note.html"
        label_format = "{title}"
        preview_value = {
            "level": "info",
            "title": "Der Ausweis ist abgelaufen?",
            "text": "<p>Dann kommen Sie bald: Ohne gültigen Ausweis können Sie nicht reisen.</p>",
        }
