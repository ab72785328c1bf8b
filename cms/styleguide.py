"""The living style guide at /stilbuch/: every component in all its states. Not in production."""

import datetime
from types import SimpleNamespace
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

TOKENS = ("paper", "mist", "deep", "ink", "muted", "blue", "gold", "copper", "green", "red", "amber", "line")
ICONS = (
    "search",
    "menu",
    "phone",
    "mail",
    "map-pin",
    "info",
    "triangle-alert",
    "siren",
    "calendar",
    "id-card",
    "car",
    "users",
)


class SampleForm(forms.Form):
    """A form with a wrong and an optional field."""

    message = forms.CharField(
        label="Ihre Frage", widget=forms.Textarea(attrs={"rows": 4}), help_text="Bitte keine Namen anderer Menschen."
    )
    email = forms.EmailField(label="E-Mail für die Antwort", required=False)


def style_guide(request: HttpRequest) -> HttpResponse:
    return render(request, "styleguide/index.html", samples())


def samples() -> dict[str, Any]:
    """Return what the components show: real words, no invented facts."""
    day = datetime.date(2026, 2, 7)
    start = datetime.datetime(2026, 11, 26, 18, 0, tzinfo=datetime.UTC)
    links = [
        {"label": "Wohnsitz ummelden", "href": "#", "note": "Innerhalb von zwei Wochen nach dem Umzug."},
        {"label": "Reisepass beantragen", "href": "#"},
        {"label": "Führungszeugnis beantragen", "href": "#"},
    ]
    topics = [
        {
            "title": "Melden und Ausweise",
            "url": "#",
            "icon": "id-card",
            "summary": "Wohnsitz, Personalausweis, Reisepass, Fundsachen.",
        },
        {
            "title": "Fahrzeug und Verkehr",
            "url": "#",
            "icon": "car-front",
            "summary": "Zulassung, Führerschein, Parken.",
        },
        {"title": "Familie und Standesamt", "url": "#", "icon": "users", "summary": "Geburt, Heirat, Urkunden, Kita."},
    ]
    return {
        "tokens": TOKENS,
        "icons": ICONS,
        "day": day,
        "start": start,
        "end": start + datetime.timedelta(hours=2),
        "links": links,
        "topics": topics,
        "facts": [
            SimpleNamespace(label="Kosten", value="27,60 bis 46\u00a0€", alive=False),
            SimpleNamespace(label="Dauer", value="4 bis 6 Wochen", alive=False),
            SimpleNamespace(label="Online", value="teilweise online", alive=True),
            SimpleNamespace(label="Termin", value="nur mit Termin", alive=False),
        ],
        "fees": [
            {"fee": {"label": "ab 24 Jahren (10 Jahre gültig)", "text": "46\u00a0€", "valid_from": day}},
            {"fee": {"label": "unter 24 Jahren (6 Jahre gültig)", "text": "27,60\u00a0€", "valid_from": day}},
        ],
        "documents": [
            {"text": "alter Ausweis"},
            {
                "text": "Zustimmung aller Sorgeberechtigten",
                "condition": "nur für Kinder und Jugendliche unter 16 Jahren",
            },
        ],
        "parts": [
            {"title": "Termin buchen", "text": mark_safe("<p>Online oder am Telefon.</p>")},
            {"title": "Hingehen", "text": mark_safe("<p>Mit altem Ausweis und digitalem Lichtbild.</p>")},
            {"title": "Abholen", "text": ""},
        ],
        "deadlines": [
            {"get_kind_display": "Dauer", "text": "4 bis 6 Wochen"},
            {"get_kind_display": "Frist", "text": "Verlust unverzüglich melden, Online-Ausweis sperren unter 116 116"},
        ],
        "phones": [{"number": "0234 910-1950", "label": "Termine"}, {"number": "115", "label": ""}],
        "hours": [{"day": "Montag", "text": "8–13 Uhr"}, {"day": "Donnerstag", "text": "13–18 Uhr (nur mit Termin)"}],
        "letters": [(letter, letter not in "CIJQXY") for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
        "headings": [
            {"anchor": "kosten", "text": "Kosten"},
            {"anchor": "unterlagen", "text": "Das bringen Sie mit"},
            {"anchor": "stelle", "text": "Zuständige Stelle"},
        ],
        "page_obj": Paginator(range(90), 20).page(2),
        "table": {
            "columns": [{"heading": "Stadtbezirk"}, {"heading": "Statistische Bezirke"}],
            "rows": [["Mitte", "9"], ["Wattenscheid", "6"], ["Nord", "4"]],
        },
        "html": mark_safe(
            "<p>Lassen Sie ein <strong>digitales Lichtbild</strong> machen. Papierfotos gelten nicht mehr.</p>"
        ),
        "result_facts": ["27,60 bis 46\u00a0€", "4 bis 6 Wochen", "nur mit Termin"],
        "marked": mark_safe("<mark>Personalausweis</mark> beantragen"),
        "translations": [
            {"lang": "de-simple", "name": "Leichte Sprache", "url": "#", "dir": "ltr"},
            {"lang": "tr", "name": "Türkçe", "url": "#", "dir": "ltr"},
            {"lang": "ar", "name": "العربية", "url": "#", "dir": "rtl"},
        ],
        "form": SampleForm({"message": "", "email": "name@beispiel"}),
        **guidance(),
        "directory": directory(day),
    }


def guidance() -> dict[str, Any]:
    """Return what leads people who do not know yet which service they want."""

    def step(number: int, title: str, logic: str = "number", **state: bool) -> dict[str, Any]:
        row = {"title": title, "text": "", "logic": logic, "is_optional": state.pop("is_optional", False)}
        links = [{"title": "Wohnsitz anmelden", "url": "#", "facts": ["kostenfrei", "nur mit Termin"]}]
        return {"key": number, "row": row, "links": links if number == 2 else [], "url": "/stilbuch/", **state}

    return {
        "journey": [
            {"number": 1, "steps": [step(1, "Alte Wohnung kündigen")]},
            {
                "number": 2,
                "steps": [
                    step(2, "Hauptwohnung anmelden", is_done=True),
                    step(3, "Nebenwohnung anmelden", "or", is_spared=True),
                    step(4, "Bewohnerparkausweis beantragen", "and", is_optional=True),
                ],
            },
        ],
        "journeys": [{"title": "Umzug Schritt für Schritt", "url": "#"}],
        "choices": [{"label": "Ja, sofort", "url": "#"}, {"label": "Nein, ich kann warten", "url": "#"}],
        "given": [{"question": "Für wen ist der Ausweis?", "answer": "Für ein Kind", "change_url": "#"}],
        "service": {"title": "Personalausweis beantragen", "url": "#"},
        "rules": [
            {"kind": "letter", "value": "A bis K", "office": {"title": "Beispielamt", "url": "#"}, "note": "Zimmer 1"},
            {"kind": "letter", "value": "L bis Z", "office": None, "note": ""},
        ],
    }


def directory(day: datetime.date) -> dict[str, Any]:
    """Return a list of places: one that says much, one that says little."""
    labels = [{"name": "Nord", "x": 300, "y": 60}, {"name": "Süd", "x": 200, "y": 190}]
    ground = "M30 120L160 30L420 40L450 150L260 230L90 220z"
    options = [{"slug": "rasenplatz", "label": "Rasenplatz", "count": 31}]
    return {
        "before": "Notfall: 112 anrufen\nDann erst das Gerät holen lassen.",
        "selection": {
            "text": "Platz",
            "query": "q=Platz",
            "filters": [{"name": "art", "label": "Belag", "options": options, "chosen": "rasenplatz"}],
        },
        "entry": {
            "name": "Beispielplatz",
            "street": "Beispielstr. 1",
            "postcode": "44787",
            "city": "Bochum",
            "district": "I Mitte",
            "position": (51.4825, 7.2152),
            "latitude": 51.4825,
            "longitude": 7.2152,
        },
        "bare": {"name": "Beispielhalle"},
        "facts": [
            {"label": "Belag", "kind": "choice", "text": "Rasenplatz"},
            {"label": "Anlagen", "kind": "long_text", "text": "Großspielfeld\nKleinspielfeld"},
            {"label": "Website", "kind": "link", "text": "beispiel.example", "href": "#verzeichnisse"},
        ],
        "active": [{"label": "„Platz“", "without": "#verzeichnisse"}],
        "map": {
            "frame": {"height": 260, "ground": ground, "labels": labels, "bar": 54},
            "points": "M120 100h0M220 80h0M330 120h0M200 180h0",
            "here": "M260 130h0",
            "count": 4,
        },
        "page": {"data_as_of": day, "is_outdated": True, "source_name": "Open Data", "licence": "CC0 1.0"},
    }
