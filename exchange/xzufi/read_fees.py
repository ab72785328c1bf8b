"""What a service costs: fixed, free, a range, a surcharge; or words where it is none of these."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from cms import clock
from exchange.xzufi import codes
from exchange.xzufi.codes import LANGUAGES, MAIN_LANGUAGE
from exchange.xzufi.parsing import Node
from exchange.xzufi.read_modules import links
from exchange.xzufi.reading import Reading, Texts, by_place, day, instant
from services import money
from services.enums import FeeKind

LABEL, UNIT = 200, 60
MAX_AMOUNT = Decimal("9999999.99")


def read_fees(reading: Reading, modules: list[Node]) -> Iterator[dict]:
    unfit = []
    for module in modules:
        if not reading.is_valid(module):
            module.take()
            continue
        for cost in by_place(module.all("kosten")):
            cost.value("typ")
            fee = _fee(reading, cost)
            if isinstance(fee, dict):
                yield fee
            elif fee:
                unfit.append(fee)
        reading.add_section("costs", reading.sources(module.all("beschreibung")))
        links(reading, module)
    reading.add_lines("costs", list(dict.fromkeys(unfit)))


def _fee(reading: Reading, cost: Node) -> dict | str:
    """Return the fee as a row; in words where it is none; empty where it holds no longer."""
    begin, end = next(((p.value("beginn"), p.value("ende")) for p in cost.all("gueltigkeit")), ("", ""))
    if end and not _is_ahead(end):
        reading.say("eine Gebühr gilt nicht mehr und fehlt deshalb")
        cost.take()
        return ""
    if end:
        reading.say(f"eine Gebühr gilt nur bis {end}: bitte vormerken")
    choice = cost.first("kostenauswahl") or cost
    label = reading.lines(cost.all("beschreibung"))
    fee = _fixed(choice, label) or _free(reading, choice, label) or _variable(reading, choice, label)
    if not isinstance(fee, dict):
        return fee or label.get(MAIN_LANGUAGE, "")
    if any(len(text) > LABEL for text in fee["label"].values()):
        amount = money.fee_text(fee["kind"], _decimal(fee["amount"]), _decimal(fee["amount_to"]))
        return f"{fee['label'].get(MAIN_LANGUAGE, '')}: {amount}"
    start = day(begin)
    return fee | {"valid_from": start.isoformat() if start else None}


def _is_ahead(end: str) -> bool:
    last = instant(end, is_end=True)
    return last is None or last > clock.now()


def _decimal(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None


def _amount(node: Node | None) -> str | None:
    """Return an amount in euro with two places; None where there is none or it is in another currency."""
    if node is None or node.attributes.get("currencyCode", "EUR") != "EUR":
        return None
    try:
        amount = Decimal(node.text.replace(",", ".")).quantize(Decimal("0.01"))
        return str(amount) if 0 <= amount <= MAX_AMOUNT else None
    except InvalidOperation:
        return None


def _row(kind: str, label: Texts, amount: str | None = None, amount_to: str | None = None, unit: Texts | None = None):
    return {"kind": str(kind), "label": label, "amount": amount, "amount_to": amount_to, "unit": unit or {}}


def _fixed(choice: Node, label: Texts) -> dict | None:
    fixed = choice.first("kostenFix")
    amount = _amount(fixed.first("betrag")) if fixed else None
    return _priced(label, amount) if amount else None


def _priced(label: Texts, amount: str, unit: Texts | None = None) -> dict:
    """A fixed amount; one whose description begins with the word for it is a surcharge."""
    words = codes.SURCHARGE
    if not label.get(MAIN_LANGUAGE, "").startswith(words[MAIN_LANGUAGE] + ":"):
        return _row(FeeKind.FIXED, label, amount, unit=unit)
    cut = {language: text.removeprefix(words[language] + ":").strip() for language, text in label.items()}
    return _row(FeeKind.SURCHARGE, {key: text for key, text in cut.items() if text}, amount, unit=unit)


def _free(reading: Reading, choice: Node, label: Texts) -> dict | None:
    free = choice.first("kostenFrei")
    if free is None:
        return None
    why = reading.lines(free.all("beschreibungKostenfreiheit"))
    return _row(FeeKind.FREE, why | label)


def _variable(reading: Reading, choice: Node, label: Texts) -> dict | str:
    variable = choice.first("kostenVariabel")
    if variable is None:
        return ""
    low, high = _amount(variable.first("betragUntergrenze")), _amount(variable.first("betragObergrenze"))
    unit = reading.lines(variable.all("beschreibungVariabilitaet"))
    if any(len(text) > UNIT for text in unit.values()):
        both = {key: " – ".join(part for part in (label.get(key), unit.get(key)) if part) for key in LANGUAGES}
        label, unit = {key: text for key, text in both.items() if text}, {}
    if low and low == high:
        return _priced(label, low, unit)
    if low and high and Decimal(low) < Decimal(high):
        return _row(FeeKind.RANGE, label, low, high, unit)
    bound = f"ab {money.euro(Decimal(low))}" if low else f"bis {money.euro(Decimal(high))}" if high else ""
    name = label.get(MAIN_LANGUAGE, "")
    return f"{name}: {bound}" if name and bound else name or bound
