"""Synthetic XZuFi deliveries to measure with: the same ones every time, as long as those of a state's editors.

Written without the code that is measured. Nothing in them is true.
"""

import random
from collections.abc import Iterator
from pathlib import Path

NAMESPACE = "http://xoev.de/schemata/xzufi/2_2_0"
OFFICES = 60
TEXT = (
    "Antrag Ausweis Bescheid Frist Genehmigung Meldung Nachweis Unterlage Verfahren Wohnung Gebühr Anschrift Person "
    "Behörde Termin Formular Prüfung Auskunft Register Urkunde Vollmacht Einreichung Stelle Angabe Voraussetzung"
)
WORDS = TEXT.split()
UNITS = ("TAG", "WOCHE", "MONAT", "JAHR")


def write(path: Path, services: int, *, changed: int = 0, seed: int = 1) -> None:
    """Write a delivery of so many services; the first `changed` ones have another fee than without."""
    rng = random.Random(seed)  # noqa: S311 - nothing secret
    with path.open("w", encoding="utf-8") as file:
        file.write(
            f'<?xml version="1.0" encoding="UTF-8"?>\n<x:transfer xmlns:x="{NAMESPACE}" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xzufiVersion="2.2.0">\n'
        )
        for number in range(OFFICES):
            file.write(_object(_office(rng, number)))
        for number in range(services):
            file.write(_object(_service(rng, number, extra=1 if number < changed else 0)))
            for part in _connections(rng, number):
                file.write(_object(part))
        file.write("</x:transfer>\n")


def _object(content: str) -> str:
    return f"<x:schreibe>{content}</x:schreibe>\n"


def _id(name: str, scheme: str, number: int) -> str:
    return f'<x:{name} schemeAgencyID="L100042" schemeID="{scheme}">{number}</x:{name}>'


def _text(name: str, text: str, language: str = "de") -> str:
    return f'<x:{name} languageCode="{language}">{text}</x:{name}>'


def _sentence(rng: random.Random, length: int = 14) -> str:
    return f"{' '.join(rng.choices(WORDS, k=length))}."


def _list(rng: random.Random, entries: int) -> str:
    items = "".join(f"<li>{_sentence(rng)}</li>" for _entry in range(entries))
    return f"<ul>{items}</ul>".replace("<", "&lt;")


def _module(code: str, text: str) -> str:
    content = f"<x:leikaTextmodul><code>{code}</code></x:leikaTextmodul>{_text('inhalt', text)}"
    return f"<x:modulText>{content}</x:modulText>"


def _service(rng: random.Random, number: int, *, extra: int) -> str:
    paragraphs = "".join(f"<p>{_sentence(rng, 60)}</p>" for _paragraph in range(6)).replace("<", "&lt;")
    parts = [
        _id("id", "LB", number),
        f"<x:referenzLeiKa><code>99{number:012}</code></x:referenzLeiKa>",
        _module("02", f"Amtliche Messleistung {number}"),
        _module("03", f"Messleistung {number} {rng.choice(WORDS)}"),
        _module("05", _sentence(rng)),
        _module("06", paragraphs),
        *(_module(code, _list(rng, 3)) for code in ("07", "08", "09", "11", "16")),
        f"<x:modulFrist>{''.join(_deadline(rng, 'frist') for _row in range(2))}</x:modulFrist>",
        f"<x:modulKosten>{''.join(_fee(rng, extra) for _row in range(3))}</x:modulKosten>",
        f"<x:modulBearbeitungsdauer>{_deadline(rng, 'bearbeitungsdauer')}</x:modulBearbeitungsdauer>",
        *(
            f"<x:modulBegriffImKontext>{_text('begriff', rng.choice(WORDS))}</x:modulBegriffImKontext>"
            for _ in range(3)
        ),
        "<x:typisierung><code>2</code></x:typisierung><x:leistungsadressat><code>001</code></x:leistungsadressat>",
    ]
    return f"<x:leistung>{''.join(parts)}</x:leistung>"


def _word(rng: random.Random) -> str:
    return f"<x:modulBegriffImKontext>{_text('begriff', rng.choice(WORDS))}</x:modulBegriffImKontext>"


def _deadline(rng: random.Random, name: str) -> str:
    length = f"<x:dauer>{rng.randint(1, 20)}</x:dauer><x:einheit>{rng.choice(UNITS)}</x:einheit>"
    return f"<x:{name}><x:fristDauer>{length}</x:fristDauer>{_text('beschreibung', _sentence(rng, 6))}</x:{name}>"


def _fee(rng: random.Random, extra: int) -> str:
    amount = f'<x:betrag currencyCode="EUR">{rng.randint(5, 300) + extra}.00</x:betrag>'
    return f"<x:kosten><x:kostenFix>{amount}</x:kostenFix>{_text('beschreibung', _sentence(rng, 5))}</x:kosten>"


def _office(rng: random.Random, number: int) -> str:
    address = (
        f"<x:strasse>Messweg</x:strasse><x:hausnummer>{number}</x:hausnummer><x:plz>44777</x:plz><x:ort>Bochum</x:ort>"
    )
    name = f"<x:name>{_text('name', f'Messstelle {number}')}</x:name>"
    return (
        f"<x:organisationseinheit>{_id('id', 'OE', number)}{name}<x:anschrift>{address}</x:anschrift>"
        f"{_text('beschreibung', _sentence(rng))}</x:organisationseinheit>"
    )


def _connections(rng: random.Random, number: int) -> Iterator[str]:
    yield (
        f"<x:onlinedienst>{_id('id', 'OD', number)}{_text('bezeichnung', f'Messdienst {number}')}"
        "<x:link><x:link>https://example.org/</x:link></x:link></x:onlinedienst>"
    )
    yield _responsibility("Onlinedienst", _id("uebergeordnetesObjektID", "OD", number), number)
    office = _id("uebergeordnetesObjektID", "OE", rng.randrange(OFFICES))
    yield _responsibility("Organisationseinheit", office, number)


def _responsibility(kind: str, above: str, number: int) -> str:
    content = f'{above}<x:zustaendigkeit xsi:type="x:Zustaendigkeit{kind}">{_id("leistungID", "LB", number)}'
    return f"<x:zustaendigkeitTransferObjekt>{content}</x:zustaendigkeit></x:zustaendigkeitTransferObjekt>"
