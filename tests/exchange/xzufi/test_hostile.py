"""Files that want to do harm, and files that are broken: one line that names the problem, and nothing has changed."""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from django.core.management import CommandError, call_command

import pytest

from exchange.models import ExternalReference, ImportRun
from exchange.xzufi import markup
from exchange.xzufi.parsing import XzufiError, objects
from services.models import ServicePage
from tests.exchange.xzufi import deliveries as give

GOOD = give.write(give.service())
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
LINK = '<a href="https://example.org/?a=1&amp;b=%22">a</a>'
HOSTILE = {
    "entity": (f'<!DOCTYPE a [<!ENTITY e "x">]><a>{GOOD}&e;</a>', "Entitäten"),
    "billion laughs": (f'<!DOCTYPE a [<!ENTITY l0 "lol">{LAUGHS}]><a>{GOOD}&l11;</a>', "Entitäten"),
    "file entity": ('<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', "Entitäten"),
    "external type": (f'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd"><a>{GOOD}</a>', "Entitäten"),
    "parameter entity": ('<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p">%p;]><a/>', "Entitäten"),
    "undefined entity": ("<a>&nichts;</a>", "Entitäten"),
    "deep nesting": ("<a>" * 200_000, "Ebenen"),
    "deep nesting in an object": ("<a><schreibe>" + "<b>" * 100_000, "Ebenen"),
    "endless attribute": ('<a><schreibe k="' + "x" * 20_000_000, "ohne Ende"),
    "endless comment": ("<a><!--" + "x" * 20_000_000, "ohne Ende"),
    "many attributes": (f"<a {' '.join(f'k{n}=x' for n in range(500_000))}/>", "kein gültiges XML"),
    "endless object": ("<a><schreibe>" + "text " * 4_000_000, "größer als 4 MB"),
    "other encoding": ('<?xml version="1.0" encoding="UTF-8"?><a>ä</a>'.encode("latin-1"), "Zeichenkodierung"),
    "unknown encoding": (b'<?xml version="1.0" encoding="klingon"?><a/>', "Zeichenkodierung"),
    "encoding of many bytes": (b'<?xml version="1.0" encoding="utf-7"?><a/>', "Zeichenkodierung"),
    "encoding that is not there": ('<?xml version="1.0" encoding="UTF-8"?><a/>'.encode("utf-16"), "Zeichenkodierung"),
    "cut off": (give.message(GOOD)[:-40], "abgeschnitten"),
    "cut off in a tag": (give.message(GOOD)[:300], "abgeschnitten"),
    "empty": ("", "leer"),
    "no XML": ("Sehr geehrte Damen und Herren", "kein gültiges XML"),
    "wrong nesting": ("<a><b></a></b>", "kein gültiges XML"),
    "something else": ("<html><body>Wartung</body></html>", "keine XZuFi-Einträge"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_refused_with_one_line_and_nothing_changed(name: str, city, tmp_path: Path):
    content, problem = HOSTILE[name]
    path = give.save(tmp_path, content)
    started = time.process_time()
    with pytest.raises(CommandError) as refused:
        call_command("import_xzufi", str(path))
    assert time.process_time() - started < 10
    message = str(refused.value)
    assert "\n" not in message
    assert message.startswith("Nichts geändert: lieferung.xml: ")
    assert problem in message
    assert not any(model.objects.exists() for model in (ServicePage, ExternalReference, ImportRun))


def test_good_objects_before_the_broken_one_are_not_written(city, tmp_path: Path):
    give.save(tmp_path, give.message(GOOD), "1.xml")
    give.save(tmp_path, give.message(GOOD)[:-30], "2.xml")
    with pytest.raises(CommandError, match=r"2\.xml"):
        call_command("import_xzufi", str(tmp_path))
    assert not ServicePage.objects.exists()


def test_command_ends_with_an_error_code(tmp_path: Path):
    path = give.save(tmp_path, HOSTILE["billion laughs"][0])
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "cms.settings.test"}
    command = [sys.executable, "manage.py", "import_xzufi", str(path)]
    result = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert result.returncode == 1
    assert result.stderr.strip().splitlines()[-1].endswith("Dokumenttyp und Entitäten sind nicht erlaubt")
    assert "Traceback" not in result.stderr


def test_two_hundred_megabytes_are_refused_unread(tmp_path: Path):
    path = tmp_path / "gross.xml"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    started = time.process_time()
    with pytest.raises(XzufiError, match="200 MB"):
        list(objects(path))
    assert time.process_time() - started < 1


def test_a_large_file_is_read_in_little_memory(tmp_path: Path):
    path = tmp_path / "viele.xml"
    part = give.write(give.service("1", "Titel", give.module("06", "<p>Text</p>" * 2_000))).replace("x:", "")
    with path.open("w") as file:
        file.write("<a>")
        for _object in range(2_000):
            file.write(part)
        file.write("</a>")
    assert path.stat().st_size > 40_000_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert sum(1 for _node in objects(path)) == 2_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


@pytest.mark.parametrize("name", ["fehlt.xml", "ordner"])
def test_what_is_not_there_is_named(name: str, city, tmp_path: Path):
    (tmp_path / "ordner").mkdir()
    with pytest.raises(CommandError, match=r"nicht lesbar|keine XML-Dateien"):
        call_command("import_xzufi", str(tmp_path / name))


def test_index_does_not_lead_out_of_its_folder(city, tmp_path: Path):
    inner = tmp_path / "innen"
    inner.mkdir()
    give.save(tmp_path, give.message(GOOD), "aussen.xml")
    (inner / "index.txt").write_text("../aussen.xml\n")
    with pytest.raises(CommandError, match="nicht lesbar"):
        call_command("import_xzufi", str(inner))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<script>alert(1)</script></p>", "<p>a</p>"),
        ("<p onclick='x()'>a</p><style>p{}</style>", "<p>a</p>"),
        ('<a href="javascript:alert(1)">a</a>', "<p>a</p>"),
        ('<a href="data:text/html,x">a</a>', "<p>a</p>"),
        ('<a href="/admin/">a</a>', "<p>a</p>"),
        ('<a href="//example.org">a</a>', "<p>a</p>"),
        ('<a href="https://example.org/?a=1&amp;b=%22" target=_blank>a</a>', "<p>" + LINK + "</p>"),
        ("<img src=x onerror=alert(1)>a", "<p>a</p>"),
        ("<iframe src='https://example.org'></iframe>a", "<p>a</p>"),
        ("<h1>A</h1><table><tr><td>b</td><td>c</td></tr></table>", "<h2>A</h2><p>b c</p>"),
        ("<svg><a xlink:href='javascript:x'>a</a></svg>", ""),
        ("&lt;script&gt;", "<p>&lt;script&gt;</p>"),
    ],
)
def test_only_the_small_list_of_markup_is_left(html: str, expected: str):
    assert markup.canonical(html) == expected


@pytest.mark.parametrize("html", ["<b>" * 30_000, "<ul><li>" * 12_000, "<p><a href='x'>" * 8_000, "x" * 5_000_000])
def test_markup_that_costs_much_is_cut_short(html: str):
    started = time.process_time()
    markup.canonical(html)
    assert time.process_time() - started < 2
