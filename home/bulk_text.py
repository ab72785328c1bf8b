"""Text to measure with: real German words, no sentence that says anything."""

import json
import random
import uuid
from datetime import date, timedelta
from typing import Any

NOUNS = (
    "Antrag Auskunft Ausweis Bescheid Beratung Einrichtung Entwurf Ergebnis Fläche Förderung Formular Frist Gebäude "
    "Gebühr Gemeinde Grundlage Hinweis Kreuzung Leistung Maßnahme Meldung Nachweis Öffnung Planung Prüfung Quartier "
    "Rechnung Regelung Sanierung Schule Sitzung Straße Tätigkeit Übersicht Unterlage Verfahren Vertrag Vorhaben Wald "
    "Wasser Weg Zeichnung Zuschuss"
)
WORDS = NOUNS.split()
NEWEST = date(2026, 6, 30)


def title(number: int, random_: random.Random) -> str:
    return f"Messseite {number}: {' und '.join(random_.sample(WORDS, 2))}"


def sentence(random_: random.Random, length: int = 12) -> str:
    return " ".join(random_.choices(WORDS, k=length)) + "."


def body(random_: random.Random) -> str:
    """Return the stored form of a body: three sections of text, a list and a note."""
    blocks: list[tuple[str, Any]] = []
    for _section in range(3):
        blocks.append(("heading", {"text": sentence(random_, 3)[:-1], "level": "h2"}))
        blocks.append(("text", "".join(f"<p>{sentence(random_, 30)}</p>" for _paragraph in range(2))))
    blocks.append(("text", f"<ul>{''.join(f'<li>{sentence(random_, 5)}</li>' for _item in range(4))}</ul>"))
    blocks.append(("note", {"level": "info", "title": "Messdaten", "text": f"<p>{sentence(random_)}</p>"}))
    return json.dumps([{"type": kind, "value": value, "id": str(uuid.uuid4())} for kind, value in blocks])


def day(variant: int) -> date:
    return NEWEST - timedelta(days=17 * variant)
