"""Tables, with header cells and caption."""

from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock, TypedTableBlockValidationError


class TableBlock(TypedTableBlock):
    """A table nobody can name is no table (WCAG 1.3.1). The first column names the row."""

    text = blocks.CharBlock(label="Text", required=False)
    number = blocks.DecimalBlock(label="Zahl", required=False)
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
