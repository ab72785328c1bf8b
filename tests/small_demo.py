"""A demo of one row of everything, as it is written in the YAML. A pytest plugin."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command

import pytest
import yaml
from PIL import Image as PillowImage

from home.demo import source

Files = dict[str, Any]


def small_demo() -> Files:
    """Return one row of everything, as it is written in the YAML."""
    indexes = {
        "/leistungen/": "services.ServiceIndexPage",
        "/themen/": "services.TopicIndexPage",
        "/lebenslagen/": "services.TopicIndexPage",
        "/dienststellen/": "services.OfficeIndexPage",
        "/veranstaltungen/": "home.EventIndexPage",
    }
    return {
        "media/images.yaml": [
            {
                "key": "turm",
                "file": "turm.png",
                "title": "Turm",
                "description": "Ein Turm",
                "author": "Ada",
                "licence": "CC0",
                "people": "none",
            }
        ],
        "pages/departments.yaml": [{"slug": "amt", "name": "Amt", "email": "amt@example.org"}],
        "pages/districts.yaml": [
            {"slug": "mitte", "number": "I", "name": "Mitte", "statistical_districts": ["Grumme"]}
        ],
        "pages/site.yaml": {
            "name": "Bochum",
            "header_links": [{"label": "A bis Z", "page": "/leistungen/a-z/"}],
            "footer_columns": [{"title": "Mehr", "links": [{"label": "Themen", "page": "/themen/"}]}],
        },
        "pages/alerts.yaml": [{"title": "Übung", "level": "info", "start": "2026-11-14T12:00", "page": "/themen/"}],
        "pages/00_home.yaml": [
            {"path": "/", "type": "home.HomePage", "title": "Bochum", "frequent": [{"service_nr": 1}]},
            *({"path": path, "type": kind, "title": path.strip("/").title()} for path, kind in indexes.items()),
        ],
        "pages/10_pages.yaml": [
            {
                "path": "/veranstaltungen/fest/",
                "type": "home.EventPage",
                "title": "Fest",
                "district": 1,
                "dates": [{"start": "2026-12-01T18:00", "end": "2026-12-01T20:00"}],
            },
            {
                "path": "/hilfe/",
                "type": "home.ContentPage",
                "title": "Hilfe",
                "department": "amt",
                "social_image": "turm",
                "body": [
                    {"type": "heading", "value": {"text": "Oben", "level": "h2"}},
                    {
                        "type": "text",
                        "value": '<p><a href="/themen/">Themen</a> <a href="/leistungen/a-z/">A bis Z</a></p>',
                    },
                    {"type": "picture", "value": {"image": "turm", "alt": "", "decorative": False}},
                    {"type": "link_list", "value": {"links": [{"label": "Perso", "page": "/leistungen/perso/"}]}},
                    {
                        "type": "table",
                        "value": {"caption": "Preise", "columns": ["Wer", "Euro"], "rows": [["Kind", 2]]},
                    },
                    {"type": "opening_hours", "value": {"office": "/dienststellen/buero/"}},
                ],
            },
        ],
        "records/buildings.yaml": [{"name": "Haus", "street": "Platz 1", "city": "Bochum", "offices": ["Stadt"]}],
        "records/closures.yaml": [
            {
                "title": "Übung",
                "first_day": "2026-12-24",
                "last_day": "2027-01-01",
                "all_offices": True,
                "emergency_services": [
                    {"office": "Büro", "day": "2026-12-30", "opens": "10:00", "closes": "12:00", "note": "Beispiel"}
                ],
            }
        ],
        "records/laws.yaml": [
            {"name": "Ausweisgesetz", "abbreviation": "AusG", "url": "https://www.example.org/ausg/"},
        ],
        "records/documents.yaml": [{"name": "Foto", "where_to_get": "beim Fotografen", "service": "perso"}],
        "records/accounts.yaml": [{"name": "BundID"}],
        "records/trust_levels.yaml": [{"code": "40", "name": "hoch", "explanation": "Online-Ausweis"}],
        "records/contacts.yaml": [{"function": "Ausweise", "office": "Büro", "phone": "115"}],
        "records/disruptions.yaml": [
            {"title": "Übung", "start": "2026-11-14T12:00", "targets": [{"service": "perso"}, {"account": "BundID"}]},
        ],
        "services/topics.yaml": [
            {"slug": "ausweise", "title": "Ausweise", "order": 1, "top": ["perso"]},
            {"slug": "umzug", "title": "Umzug", "kind": "life_situation", "order": 2},
        ],
        "services/offices.yaml": [
            {"slug": "stadt", "title": "Stadt", "street": "Platz 1", "city": "Bochum", "note": "Haus"},
            {
                "slug": "buero",
                "title": "Büro",
                "parent": "Stadt",
                "phones": [{"number": "115"}],
                "opening_hours": [{"kind": "visit", "weekday": 0, "opens": "08:00", "closes": "16:00"}],
            },
        ],
        "services/ausweise.yaml": [
            {
                "nr": 1,
                "slug": "perso",
                "title": "Perso",
                "topic": "ausweise",
                "life_situations": ["umzug"],
                "offices": ["Büro"],
                "verification": "confirmed",
                "fees": [{"label": "ab 24", "kind": "fixed", "amount": "46.00", "valid_from": "2026-02-07"}],
                "deadlines": [{"kind": "processing", "duration": 4, "unit": "week"}],
                "documents": [{"record": "Foto"}, {"text": "Alter Perso"}],
                "legal_bases": [{"law": "AusG", "label": "§ 1"}],
                "online_services": [{"label": "Online", "account": "BundID", "trust_level": "40"}],
                "service_contacts": ["Ausweise"],
            }
        ],
        "translations/en.yaml": [
            {"path": "/", "title": "Bochum", "question": "What?", "frequent": ["/leistungen/perso/"]},
            {"path": "/leistungen/", "title": "Services", "slug": "services"},
            {
                "path": "/leistungen/perso/",
                "title": "Identity card",
                "slug": "identity-card",
                "fees": [{"of": "ab 24", "label": "over 24"}],
                "body": [{"type": "text", "value": '<p><a href="/leistungen/perso/">Perso</a></p>'}],
            },
        ],
        "services/examples.yaml": [
            {
                "slug": "perso",
                "first_step": "Termin buchen (Beispiel)",
                "payment_means": ["cash"],
                "hints": [{"kind": "general", "text": "gut zu wissen (Beispiel)"}],
                "service_offices": [{"office": "Büro", "have_ready": "den alten Perso (Beispiel)"}],
            },
        ],
    }


@pytest.fixture
def write_demo(tmp_path: Path, monkeypatch) -> Callable[[Files], None]:
    """A function that makes these files the demo."""
    monkeypatch.setattr(source, "FIXTURES", tmp_path / "fixtures")

    def write(files: Files) -> None:
        for name, content in files.items():
            path = tmp_path / "fixtures" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True))
        PillowImage.new("RGB", (40, 30), "teal").save(tmp_path / "fixtures" / "media" / "turm.png")

    return write


def load() -> None:
    call_command("load_demo", stdout=StringIO())
