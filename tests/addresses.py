"""One address of the demo for every template: what browser tests, measurements and screenshots walk through."""

SERVICE = "/leistungen/personalausweis-beantragen/"
TOPIC = "/themen/melden-ausweise/"
RESULTS = "/suche/?q=personalausweis"
JOURNEY = "/lebenslagen/umzug/schritt-fuer-schritt/"
DECISION = "/entscheidungshilfe/welcher-ausweis/"
DIRECTORY = "/verzeichnisse/spielplaetze/?art=bolzplatz&nahe=Langendreer"

TEMPLATES = {
    "start": "/",
    "leistungen": "/leistungen/",
    "a-z": "/leistungen/a-z/",
    "leistung": SERVICE,
    "themen": "/themen/",
    "thema": TOPIC,
    "lebenslage": "/lebenslagen/umzug/",
    "schritte": JOURNEY,
    "schritte-erledigt": f"{JOURNEY}erledigt/1-5-6/",
    "entscheidungshilfen": "/entscheidungshilfe/",
    "entscheidungshilfe": DECISION,
    "entscheidungsfrage": f"{DECISION}europa/ab-16/",
    "entscheidungsergebnis": f"{DECISION}europa/ab-16/nein/",
    "zustaendigkeit": "/zustaendigkeit/",
    "zustaendig-wohngeld": "/zustaendigkeit/wohngeld/",
    "zustaendig-antwort": "/zustaendigkeit/wohngeld/nachname/?q=Schulz",
    "dienststellen": "/dienststellen/",
    "dienststelle": "/dienststellen/buergerbuero-mitte/",
    "verzeichnisse": "/verzeichnisse/",
    "verzeichnis": DIRECTORY,
    "verzeichnis-leer": "/verzeichnisse/sportanlagen/?q=xyzzy&bezirk=nord",
    "eintrag": "/verzeichnisse/defibrillatoren/altes-amtsgericht/",
    "suche": "/suche/",
    "treffer": RESULTS,
    "kein-treffer": "/suche/?q=xyzzy",
    "meldungen": "/aktuelles/",
    "meldung": "/aktuelles/personalausweis-neue-gebuehren/",
    "veranstaltungen": "/veranstaltungen/",
    "veranstaltung": "/veranstaltungen/beispiel-digital-sprechstunde/",
    "bereich": "/smart-city/",
    "inhalt": "/smart-city/konzept/",
    "kontakt": "/kontakt/",
    "impressum": "/impressum/",
    "datenschutz": "/datenschutz/",
    "barrierefreiheit": "/barrierefreiheit/",
    "leichte-sprache": "/leichte-sprache/",
    "gebaerdensprache": "/gebaerdensprache/",
    "nicht-gefunden": "/gibt-es-nicht/",
}

# SQL statements of a page with warm memory, at most.
STATEMENTS = {
    SERVICE: 10,
    "/": 15,
    TOPIC: 12,
    "/leistungen/a-z/": 8,
    RESULTS: 12,
    JOURNEY: 10,
    DECISION: 8,
    DIRECTORY: 8,
}
