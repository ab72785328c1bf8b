"""Small deliveries to import, written as the sources write them."""

from pathlib import Path

NAMESPACE = "http://xoev.de/schemata/xzufi/2_2_0"


def message(*objects: str, namespace: str = NAMESPACE, root: str = "transfer") -> str:
    """Return a whole message with these objects in it."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><x:{root} xmlns:x="{namespace}" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xzufiVersion="2.2.0">'
        "<x:nachrichtenkopf><x:nachrichtUUID>1</x:nachrichtUUID></x:nachrichtenkopf>"
        f"{''.join(objects)}</x:{root}>"
    )


def write(*objects: str) -> str:
    return "".join(f"<x:schreibe>{each}</x:schreibe>" for each in objects)


def gone(number: str, kind: str = "Leistung", scheme: str = "LB") -> str:
    return f'<x:loesche klasse="{kind}">{identity(number, scheme=scheme)}</x:loesche>'


def identity(number: str, name: str = "id", scheme: str = "LB") -> str:
    return f'<x:{name} schemeAgencyID="L100042" schemeID="{scheme}">{number}</x:{name}>'


def module(code: str, german: str, english: str = "") -> str:
    texts = f'<x:inhalt languageCode="de"><![CDATA[{german}]]></x:inhalt>'
    texts += f'<x:inhalt languageCode="en"><![CDATA[{english}]]></x:inhalt>' if english else ""
    return f"<x:modulText><x:leikaTextmodul><code>{code}</code></x:leikaTextmodul>{texts}</x:modulText>"


def service(number: str = "4711", title: str = "Personalausweis beantragen", *more: str, english: str = "") -> str:
    return f"<x:leistung>{identity(number)}{module('03', title, english)}{''.join(more)}</x:leistung>"


def fee(amount: str, label: str = "", english: str = "") -> str:
    words = f'<x:beschreibung languageCode="de">{label}</x:beschreibung>' if label else ""
    words += f'<x:beschreibung languageCode="en">{english}</x:beschreibung>' if english else ""
    return (
        "<x:modulKosten><x:kosten><x:typ><code>001</code></x:typ><x:kostenFix>"
        f'<x:betrag currencyCode="EUR">{amount}</x:betrag></x:kostenFix>{words}</x:kosten></x:modulKosten>'
    )


def office(number: str = "1", name: str = "Bürgerbüro", *more: str) -> str:
    names = f'<x:name><x:name languageCode="de">{name}</x:name></x:name>'
    return f"<x:organisationseinheit>{identity(number, scheme='OE')}{names}{''.join(more)}</x:organisationseinheit>"


def online(number: str = "1", name: str = "Online beantragen", address: str = "https://example.org/antrag") -> str:
    return (
        f"<x:onlinedienst>{identity(number, scheme='OD')}<x:bezeichnung languageCode='de'>{name}</x:bezeichnung>"
        f"<x:link languageCode='de'><x:typ><code>01</code></x:typ><x:link>{address}</x:link></x:link>"
        "<x:vertrauensniveau><code>30</code></x:vertrauensniveau></x:onlinedienst>"
    )


def responsible(above: str, number: str, kind: str = "Organisationseinheit") -> str:
    scheme = "OE" if kind == "Organisationseinheit" else "OD"
    return (
        f"<x:zustaendigkeitTransferObjekt>{identity(above, 'uebergeordnetesObjektID', scheme)}"
        f'<x:zustaendigkeit xsi:type="x:Zustaendigkeit{kind}">{identity(number, "leistungID")}'
        "<x:gebietID>059110000000</x:gebietID></x:zustaendigkeit></x:zustaendigkeitTransferObjekt>"
    )


def save(folder: Path, text: str | bytes, name: str = "lieferung.xml") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
