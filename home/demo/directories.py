"""Directories of the demo: a page from the readable part of `fixtures/directories/`, entries from the city's files."""

from pathlib import Path

from directories.importing import mapping, store
from directories.importing.errors import SourceError
from directories.models import DirectoryPage
from home.demo import body, source
from home.demo.references import References
from home.demo.rows import add_rows
from home.demo.services import add_page, add_words
from home.demo.source import Row, fill, read_folder

FIELDS = (
    *("summary", "note_before", "source_name", "source_url", "licence", "licence_url"),
    *("data_as_of", "reviewed_on"),
)


def load_directories(references: References) -> None:
    """Add missing directories with their entries; one that exists stays as the editors left it."""
    outcomes = [outcome for row in read_folder("directories", set()) if (outcome := _load(references, row))]
    store.publish(outcomes)


def _load(references: References, row: Row) -> store.Outcome | None:
    page = DirectoryPage(title=row.need("title"), slug=row.need("slug"))
    fill(page, row, *FIELDS)
    if slug := row.take("department"):
        page.department = references.need_department(row, "department", slug)
    page.body = body.build(row, references)
    add_rows(page, row, ("fields",))
    words, columns = row.items("citizen_words"), row.need("import")
    if not add_page(references.need_page(row, "slug", "/verzeichnisse/"), page, row):
        return None
    add_words(page, words, row)
    try:
        found = mapping.parse(columns, Path(row.file).name)
        return store.run(page, found, source.FIXTURES / "directories" / "sources" / found.file)
    except SourceError as error:
        raise row.error("import", error) from error
