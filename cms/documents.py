"""Uploaded documents are judged by what is in them, not by what they are called."""

import zipfile
from collections.abc import Callable
from typing import IO, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest

from wagtail.documents.forms import BaseDocumentForm

# Enough to recognise a format; nothing is unpacked.
HEAD = 4096
# No plain text begins like this, but web pages, drawings with scripts and scripts do. Programs contain NUL bytes.
NOT_TEXT = (b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script", b"<?php", b"%pdf", b"#!")
OPEN_DOCUMENT = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
}
OFFICE_FOLDER = {"docx": "word/", "xlsx": "xl/"}


class DocumentForm(BaseDocumentForm):
    """Wagtail's form; its model already refuses endings that are not in WAGTAILDOCS_EXTENSIONS."""

    def add_error(self, field: str | None, error: Any) -> None:
        # The model judges what is left of a refused file, and would say that "" is no ending.
        is_repeated = field is None and "file" in getattr(error, "error_dict", {}) and "file" in self.errors
        if not is_repeated:
            super().add_error(field, error)

    def clean_file(self):
        file = self.cleaned_data["file"]
        is_new = file and "file" in self.changed_data
        if is_new and _ending(file.name) in CHECKS and not is_what_it_says(file, file.name):
            raise ValidationError("Der Inhalt der Datei passt nicht zu ihrer Endung, oder sie enthält Makros.")
        return file


def is_what_it_says(file: IO[bytes], name: str) -> bool:
    """Whether the content of an upload is of the kind its ending names."""
    ending = _ending(name)
    check = CHECKS.get(ending)
    file.seek(0)
    try:
        return check is not None and check(file, ending)
    finally:
        file.seek(0)


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _is_pdf(file: IO[bytes], _ending: str) -> bool:
    return file.read(HEAD).startswith(b"%PDF-")


def _is_text(file: IO[bytes], _ending: str) -> bool:
    content = file.read()
    if b"\0" in content or content.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(NOT_TEXT):
        return False
    # Windows programs still write cp1252; its few unused bytes are enough to tell other files apart.
    return any(_decodes(content, encoding) for encoding in ("utf-8", "cp1252"))


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_office(file: IO[bytes], ending: str) -> bool:
    names = _zip_names(file)
    has_macros = any(name.rpartition("/")[2].lower() == "vbaproject.bin" for name in names)
    has_content = any(name.startswith(OFFICE_FOLDER[ending]) for name in names)
    return "[Content_Types].xml" in names and has_content and not has_macros


def _is_open_document(file: IO[bytes], ending: str) -> bool:
    # OpenDocument 1.3, part 2, 3.3: `mimetype` is the first file and stored uncompressed.
    head = file.read(HEAD)
    names = _zip_names(file)
    is_declared = head[30:].startswith(b"mimetype" + OPEN_DOCUMENT[ending])
    has_macros = any(name.startswith(("Basic/", "Scripts/")) for name in names)
    return is_declared and "content.xml" in names and not has_macros


def _zip_names(file: IO[bytes]) -> set[str]:
    try:
        with zipfile.ZipFile(file) as archive:
            return set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return set()


CHECKS: dict[str, Callable[[IO[bytes], str], bool]] = {
    "csv": _is_text,
    "docx": _is_office,
    "ods": _is_open_document,
    "odt": _is_open_document,
    "pdf": _is_pdf,
    "txt": _is_text,
    "xlsx": _is_office,
}


def hide_restricted_documents(document, request: HttpRequest) -> None:
    """Answer 404 in the public process, which knows nobody: Wagtail would ask for a login there."""
    if settings.PROCESS == "public" and document.collection.get_view_restrictions().exists():
        raise Http404
