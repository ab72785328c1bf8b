"""Random records of a service and of an office, in the form in which an exchange compares them."""

from collections.abc import Sequence
from datetime import datetime
from html import escape
from typing import Any

from hypothesis import strategies as st

from exchange.xzufi import markup
from exchange.xzufi.rows import different
from exchange.xzufi.values import HINT_ORDER
from services.enums import DeadlineKind, DurationUnit, FeeKind, HintKind, TargetGroup

LETTERS = "abcdefghijklmnopqrstuvwxyzäöüßABCXYZ0123456789<>&\"'§–„“.,;()/%€éşЖ🙂"
WORD = st.text(LETTERS, min_size=1, max_size=12)
# A text of one line; signs that stand for something in our own wording are left to examples.
LINE = st.lists(WORD, min_size=1, max_size=8).map(" ".join).filter(lambda text: text[-1] not in ":)" and text[0] != ":")
NAME = LINE.map(lambda text: text[:60].strip())
LINES = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
MAYBE = st.just("") | LINE
ADDRESS = st.sampled_from(["https://example.org/a?b=1&c=2", "https://example.org/ä", "http://example.org/"])
AMOUNT = st.decimals(0, 9_999_999, places=2).map(lambda amount: f"{amount:.2f}")
DAY = st.dates(datetime(2000, 1, 1).date(), datetime(2090, 1, 1).date()).map(str)


@st.composite
def texts(draw, text: Any = LINE, *, required: bool = True) -> dict[str, str]:
    """A text in German, and perhaps in English."""
    found = {"de": draw(text)} if required or draw(st.booleans()) else {}
    if draw(st.booleans()):
        found["en"] = draw(text)
    return different(found)


@st.composite
def fees(draw) -> dict[str, Any]:
    kind = draw(st.sampled_from(list(FeeKind)))
    row = {"kind": str(kind), "amount": None, "amount_to": None, "unit": {}, "valid_from": draw(st.none() | DAY)}
    row["label"] = draw(texts(NAME, required=kind != FeeKind.FREE))
    if kind != FeeKind.FREE:
        row |= {"amount": draw(AMOUNT), "unit": draw(texts(WORD, required=False))}
    if kind == FeeKind.RANGE:
        row["amount_to"] = f"{float(row['amount']) + 0.5:.2f}"
    return row


@st.composite
def deadlines(draw, kinds: list[DeadlineKind]) -> dict[str, Any]:
    row = {"kind": str(draw(st.sampled_from(kinds))), "duration": None, "duration_to": None, "unit": ""}
    if draw(st.booleans()):
        row |= {"duration": draw(st.integers(0, 900)), "unit": str(draw(st.sampled_from(list(DurationUnit))))}
        row["duration_to"] = draw(st.none() | st.integers(row["duration"] + 1, 1_000))
    return row | {"words": draw(texts(required=row["duration"] is None))}


def rows(row: Any, most: int = 4) -> Any:
    return st.lists(row, max_size=most, unique_by=str)


def row(**parts: Any) -> Any:
    return st.fixed_dictionaries(parts)


@st.composite
def bodies(draw) -> str:
    markups = ["<h2>{}</h2>", "<h3>{}</h3>", "<p>{}</p>", "<ul><li>{}</li><li>x</li></ul>", "<p><b>{}</b> y</p>"]
    found = draw(st.lists(st.tuples(st.sampled_from(markups), LINE), max_size=4))
    return markup.canonical("".join(part.format(escape(text, quote=False)) for part, text in found))


MAIN = [DeadlineKind.DEADLINE, DeadlineKind.DUE, DeadlineKind.VALIDITY]
KEYS = ["99008001012000", "99115005104000"]
SHORT_TEXTS = (
    *("official_name", "summary", "area", "first_step", "identification", "evidence"),
    *("tacit_approval", "procedure_languages"),
)
SERVICE_ROWS = {
    "fees": rows(fees()),
    "documents": rows(row(name=texts(), condition=texts(NAME, required=False))),
    "steps": rows(row(title=texts(), text=texts(LINES, required=False))),
    "hints": rows(row(kind=st.sampled_from(list(map(str, HintKind))), text=texts()), 8),
    "legal_bases": rows(row(text=texts(), url=st.just("") | ADDRESS)),
    "forms": rows(
        row(
            title=texts(NAME),
            number=st.sampled_from(["", "F 12", "M-3"]),
            note=texts(required=False),
            url=st.just("") | ADDRESS,
        )
    ),
    "service_keys": rows(row(key=st.sampled_from(KEYS))),
}


@st.composite
def services(draw, topics: Sequence[Any]) -> dict[str, Any]:
    """All fields of a service that an exchange carries, with an English translation; no related ones."""
    found = {name: draw(strategy) for name, strategy in SERVICE_ROWS.items()} | {
        "title": draw(NAME),
        "title@en": draw(NAME),
        "target_group": draw(st.sampled_from(["", *map(str, TargetGroup)])),
        "service_type": draw(st.sampled_from(["", "5", "2/3", "4b"])),
        "sdg_area": draw(st.sampled_from(["", "1010100"])),
        "reviewed_on": draw(st.none() | DAY),
        "go_live_at": None,
        "expire_at": draw(st.none() | st.just("2095-01-01T00:00:00+00:00")),
        "deadlines": [*draw(rows(deadlines(MAIN))), *draw(rows(deadlines([DeadlineKind.PROCESSING]), 2))],
        "service_topics": [{"topic": topic} for topic in draw(st.lists(st.sampled_from(topics), unique=True))],
        "related_services": [],
    }
    found["hints"].sort(key=lambda hint: HINT_ORDER.index(hint["kind"]))
    for suffix in ("", "@en"):
        found |= {f"{name}{suffix}": draw(st.just("") | NAME) for name in SHORT_TEXTS}
        found |= {f"remedy{suffix}": draw(st.just("") | LINES), f"body{suffix}": draw(bodies())}
        found[f"citizen_words{suffix}"] = [{"phrase": word} for word in sorted(draw(st.sets(NAME, max_size=3)))]
    return found


@st.composite
def spans(draw) -> dict[str, Any]:
    start, length = draw(st.integers(0, 1_300)), draw(st.integers(1, 130))
    opens, closes = (f"{minute // 60:02}:{minute % 60:02}" for minute in (start, start + length))
    found = {"opens": opens, "closes": closes, "kind": draw(st.sampled_from(["visit", "phone"]))}
    found |= {"weekday": draw(st.integers(0, 6)), "by_appointment": draw(st.booleans())}
    return found | {"note": draw(st.just("") | NAME)}


@st.composite
def offices(draw) -> dict[str, Any]:
    """All fields of an office that an exchange carries, with an English translation; none above it."""
    street = draw(st.sampled_from(["", "Willy-Brandt-Platz 2-6", "Am Ring"]))
    found = {
        "title": draw(NAME),
        "title@en": draw(NAME),
        "street": street,
        "postcode": draw(st.sampled_from(["", "44777"])),
        "city": draw(st.sampled_from(["", "Bochum"])),
        "email": draw(st.sampled_from(["", "amt@example.org"])),
        "website": draw(st.sampled_from(["", "https://example.org/"])),
        "phones": draw(rows(row(number=st.sampled_from(["0234 910-0", "115"]), label=MAYBE))),
        "opening_hours": draw(rows(spans())),
        **dict.fromkeys(("parent_office", "go_live_at", "expire_at")),
    }
    for suffix in ("", "@en"):
        found |= {f"summary{suffix}": draw(MAYBE), f"hours_note{suffix}": draw(MAYBE)}
        found |= {f"note{suffix}": draw(st.just("") | LINES), f"accessibility{suffix}": draw(st.just("") | LINES)}
    return found
