"""Tables, with header cells and caption."""

from django import forms

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock, TypedTableBlockValidationError


class NumberBlock(blocks.DecimalBlock):
    """A number typed as people write it, "46,50"; the browser's own number field may read that as 4650."""

    def __init__(self, required: bool = True, help_text: str = "", **kwargs):
        super().__init__(required=required, help_text=help_text, **kwargs)
        widget = forms.TextInput(attrs={"inputmode": "decimal"})
        self.field = forms.DecimalField(required=required, help_text=help_text, localize=True, widget=widget)


class TableBlock(TypedTableBlock):
    """A table nobody can name is no table (WCAG 1.3.1). The first column names the row."""

    text = blocks.CharBlock(label="Text", required=False)
    number = NumberBlock(label="Zahl", required=False)
    rich_text = blocks.RichTextBlock(label="Text mit Link", features=["link", "bold"], required=False)

    def clean(self, value: TypedTable) -> TypedTable:
        value = super().clean(value)
        if not self.is_deferred_validation and (problems := _problems(value)):
            raise TypedTableBlockValidationError(non_block_errors=problems)
        return value

    class Meta:
        icon = "table"
        label = "Tabelle"
        group = "Abschnitte"
        description = "Zahlen und Vergleiche, mit Überschrift und Kopfzellen."
        template = "blocks/table.html"
        help_text = "Die erste Spalte sagt, wovon die Zeile handelt. Nicht für die Anordnung von Texten gedacht."
        preview_value = {
            "caption": "Öffnung der Sporthalle (Beispiel)",
            "columns": [{"type": "text", "heading": "Tag"}, {"type": "text", "heading": "Zeit"}],
            "rows": [{"values": ["Montag", "8 bis 22 Uhr"]}, {"values": ["Sonntag", "10 bis 18 Uhr"]}],
        }


def _problems(table: TypedTable) -> list[str]:
    found = []
    if not (table.columns and table.row_data):
        return ["Eine Tabelle braucht mindestens eine Spalte und eine Zeile."]
    if not (table.caption or "").strip():
        found.append("Geben Sie der Tabelle eine Überschrift, die sagt, was sie zeigt.")
    if not all((column["heading"] or "").strip() for column in table.columns):
        found.append("Jede Spalte braucht eine Kopfzelle.")
    return found
