"""Kinds of rows that do not simply follow the names of their fields."""

from typing import Any

from exchange.xzufi.bodies import file_address
from exchange.xzufi.codes import MAIN_LANGUAGE
from exchange.xzufi.rows import Item, Records, Rows, in_main_language, plain
from services.enums import FeeKind, OnlineState


class FeeRows(Rows):
    def carries(self, row: Any) -> bool:
        return row.amount is not None or row.kind == FeeKind.FREE

    def read(self, row: Any) -> Item:
        item = super().read(row)
        # What the page does not show either.
        if row.kind == FeeKind.FREE:
            item |= {"amount": None, "unit": {}}
        return item | {"amount_to": plain(row.amount_to) if row.kind == FeeKind.RANGE else None}


class DocumentRows(Rows):
    """`name` is the text of the row or the name of its record."""

    columns = {"name": "text"}

    def read(self, row: Any) -> Item:
        return {"name": in_main_language(row.name), "condition": in_main_language(row.condition)}

    def read_text(self, row: Any, original: Any, name: str) -> str:
        return row.text if name == "name" else row.condition

    def write(self, row: Any, item: Item, records: Records) -> None:
        name = item["name"].get(MAIN_LANGUAGE, "")
        if row.name != name:
            row.record = records.documents.get(name)
            row.text = "" if row.record else name
        row.condition = item["condition"].get(MAIN_LANGUAGE, "")

    def write_texts(self, row: Any, original: Any, item: Item, language: str) -> None:
        row.text, row.condition = item["name"].get(language, ""), item["condition"].get(language, "")


class LawRows(Rows):
    """`text` names paragraph and law; the law becomes a record where we have it under this very name."""

    columns = {"text": "label"}

    def read(self, row: Any) -> Item:
        return {"text": in_main_language(row.text), "url": row.url}

    def read_text(self, row: Any, original: Any, name: str) -> str:
        # The page shows it with the law of the German row.
        return f"{row.label} {original.law}" if row.label and original.law else row.label

    def write(self, row: Any, item: Item, records: Records) -> None:
        text, url = item["text"].get(MAIN_LANGUAGE, ""), item["url"]
        if row.text != text:
            # Without address the delivery says something else than a record that has one.
            laws = [
                law for name, law in records.laws.items() if f" {text}".endswith(f" {name}") and (url or not law.url)
            ]
            row.law = max(laws, key=lambda law: len(str(law)), default=None)
            row.label = text.removesuffix(str(row.law)).strip() if row.law else text
        row.own_url = "" if row.law and row.law.url == url else url

    def write_texts(self, row: Any, original: Any, item: Item, language: str) -> None:
        text = item["text"].get(language, "")
        row.label = text.removesuffix(str(original.law)).strip() if original.law else text


class FormRows(Rows):
    """A form that is a file of ours is known by the address of the file."""

    def read(self, row: Any) -> Item:
        return super().read(row) | {"url": file_address(row.document) if row.document else row.url}

    def write(self, row: Any, item: Item, records: Records) -> None:
        if row.document and file_address(row.document) == item["url"]:
            item = item | {"url": row.url}
        elif row.document:
            row.document = None
        super().write(row, item, records)


class OnlineRows(Rows):
    """Only what is in operation goes out; what is planned or off stays with us."""

    def carries(self, row: Any) -> bool:
        return row.state == OnlineState.ONLINE

    def read(self, row: Any) -> Item:
        return super().read(row) | {"trust_level": row.trust_level.code if row.trust_level else ""}

    def write(self, row: Any, item: Item, records: Records) -> None:
        row.url = item["url"]
        row.trust_level = records.trust_levels.get(item["trust_level"])
        self.write_texts(row, row, item, MAIN_LANGUAGE)


class LinkRows(Rows):
    """A row that is mainly a link to a page, known by the number of the German page."""

    def __init__(self, label: str, target: str) -> None:
        super().__init__(label, (target,))
        self.target = target

    def read(self, row: Any) -> Item:
        return {self.target: getattr(row, f"{self.target}_id")}

    def write(self, row: Any, item: Item, records: Records) -> None:
        setattr(row, f"{self.target}_id", item[self.target])
