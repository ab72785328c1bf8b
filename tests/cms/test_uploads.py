"""Uploads are judged by what is in them; what is refused leaves neither a record nor a file."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction

import pytest
from PIL import Image as Picture

from cms.documents import is_what_it_says

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
EXE = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff"
HTML = b"<!DOCTYPE html><script>alert(1)</script>"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"


def archive(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, content in files.items():
            file.writestr(name, content)
    return buffer.getvalue()


DOCX = archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
XLSX = archive({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w/>"})
MACROS = archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>", "word/vbaProject.bin": b"x"})
ODT = archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<o/>"})
ODS = archive({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<o/>"})
ODT_MACROS = archive(
    {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<o/>", "Basic/script-lc.xml": b"<x/>"}
)
ODT_LATE = archive({"content.xml": b"<o/>", "mimetype": b"application/vnd.oasis.opendocument.text"})

GOOD = [
    ("satzung.pdf", PDF),
    ("Satzung.PDF", PDF),
    ("antrag.docx", DOCX),
    ("haushalt.xlsx", XLSX),
    ("antrag.odt", ODT),
    ("haushalt.ods", ODS),
    ("liste.csv", "Straße;Zahl\nAlleestraße;1\n".encode()),
    ("liste.csv", "\ufeffStraße;Zahl\n".encode()),
    ("alt.txt", "Straße".encode("cp1252")),
    ("mz.txt", b"Mz: Mehrzahl"),
]
BAD = [
    ("programm.pdf", EXE),
    ("seite.pdf", HTML),
    ("bild.pdf", SVG),
    ("leer.pdf", b"\n%PDF-1.7"),
    ("programm.txt", EXE),
    ("seite.txt", HTML),
    ("seite.txt", b"\xef\xbb\xbf \n<HTML>"),
    ("bild.csv", SVG),
    ("bild.txt", b"<?xml version='1.0'?><svg/>"),
    ("skript.txt", b"#!/bin/sh\nrm"),
    ("antrag.txt", DOCX),
    ("satzung.txt", PDF),
    ("antrag.docx", PDF),
    ("antrag.docx", XLSX),
    ("haushalt.xlsx", DOCX),
    ("antrag.docx", MACROS),
    ("archiv.docx", archive({"a.txt": b"a"})),
    ("kaputt.docx", DOCX[:60]),
    ("antrag.odt", ODS),
    ("antrag.odt", ODT_MACROS),
    ("antrag.odt", ODT_LATE),
    ("antrag.odt", DOCX),
    ("seite.html", HTML),
    ("bild.svg", SVG),
    ("programm.exe", EXE),
    ("ohne", PDF),
]


def names(files: list[tuple[str, bytes]]) -> list[str]:
    # Not the bytes: an archive holds the time it was made, and two processes must collect the same tests.
    return [f"{number}-{name}" for number, (name, _content) in enumerate(files)]


@pytest.mark.parametrize(("name", "content"), GOOD, ids=names(GOOD))
def test_what_is_what_it_says(name, content):
    file = io.BytesIO(content)

    assert is_what_it_says(file, name)
    assert file.tell() == 0


@pytest.mark.parametrize(("name", "content"), BAD, ids=names(BAD))
def test_what_is_not_what_it_says(name, content):
    assert not is_what_it_says(io.BytesIO(content), name)


def upload_document(client: Client, name: str, content: bytes):
    data = {"title": "Datei", "file": SimpleUploadedFile(name, content)}
    return client.post("/admin/documents/multiple/add/", {"title": "Datei", "files[]": data["file"]})


@pytest.mark.parametrize(("name", "content"), [GOOD[0], GOOD[2], GOOD[6]])
def test_good_documents_are_taken(city, admin_client: Client, name, content):
    assert upload_document(admin_client, name, content).json()["success"] is True
    assert get_document_model().objects.count() == 1


@pytest.mark.parametrize(("name", "content"), [BAD[0], BAD[5], BAD[15], ("bild.svg", SVG), ("seite.html", HTML)])
def test_bad_documents_leave_nothing(city, admin_client: Client, settings, name, content):
    answer = upload_document(admin_client, name, content).json()

    assert answer["success"] is False
    assert answer["error_message"]
    assert not get_document_model().objects.exists()
    assert not list((settings.MEDIA_ROOT / "documents").glob("*"))


def test_the_form_for_one_document_looks_inside_too(city, admin_client: Client):
    response = admin_client.post(
        "/admin/documents/add/", {"title": "Datei", "file": SimpleUploadedFile("a.pdf", HTML), "tags": ""}
    )

    assert "passt nicht zu ihrer Endung" in response.text
    assert not get_document_model().objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.pdf", HTML, "Der Inhalt der Datei passt nicht zu ihrer Endung, oder sie enthält Makros."),
        ("antrag.docx", MACROS, "Der Inhalt der Datei passt nicht zu ihrer Endung, oder sie enthält Makros."),
        ("programm.exe", EXE, "Dateiendung „exe“ ist nicht erlaubt."),
        ("ohne", PDF, "Dateiendung „“ ist nicht erlaubt."),
    ],
)
def test_a_refused_document_gets_one_reason(city, admin_client: Client, name, content, complaint):
    file = SimpleUploadedFile(name, content)
    form = admin_client.post("/admin/documents/add/", {"title": "Datei", "file": file, "tags": ""}).context["form"]
    (message,) = [message for messages in form.errors.values() for message in messages]

    assert message.startswith(complaint)
    assert upload_document(admin_client, name, content).json()["error_message"].count(complaint[:12]) == 1


def test_documents_are_served_as_files(city, admin_client: Client, client: Client):
    upload_document(admin_client, "liste.csv", "Straße;1\n".encode())
    response = client.get(get_document_model().objects.get().url)

    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Content-Security-Policy"] == "default-src 'none'"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"].startswith("public")


def test_restricted_documents_do_not_exist_in_the_public_process(city, admin_client: Client, client: Client, settings):
    upload_document(admin_client, "intern.pdf", PDF)
    document = get_document_model().objects.get()
    CollectionViewRestriction.objects.create(collection=Collection.get_first_root_node(), restriction_type="login")
    settings.PROCESS = "public"

    assert client.get(document.url).status_code == 404


def png(width: int, height: int) -> bytes:
    buffer = io.BytesIO()
    Picture.new("1", (width, height)).save(buffer, "PNG")
    return buffer.getvalue()


def upload_picture(client: Client, name: str, content: bytes):
    return client.post("/admin/images/multiple/add/", {"title": "Bild", "files[]": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bild.svg", SVG),
        ("bild.png", SVG),
        ("bild.png", HTML),
        ("bild.jpg", b"GIF89a/*<script>*/"),
        ("bild.gif", png(8, 8)),
        ("bombe.png", png(12_000, 12_000)),
        ("bild.pdf", PDF),
    ],
    ids=["svg", "svg as png", "html as png", "polyglot", "png as gif", "pixel bomb", "pdf"],
)
def test_bad_pictures_leave_nothing(city, admin_client: Client, settings, name, content):
    answer = upload_picture(admin_client, name, content).json()

    assert answer["success"] is False
    assert not get_image_model().objects.exists()
    assert not list((settings.MEDIA_ROOT / "original_images").glob("*"))


def test_a_good_picture_is_taken(city, admin_client: Client):
    assert upload_picture(admin_client, "bild.png", png(800, 600)).json()["success"] is True
