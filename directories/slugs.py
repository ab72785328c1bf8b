"""Addresses people can type and read out, from names of any length."""

from django.utils.text import slugify

MAX_SLUG = 80
LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"})


def slug(text: str, otherwise: str = "eintrag") -> str:
    """Return "willy-brandt-platz" for "Willy-Brandt-Platz"; `otherwise` where no letter or digit is left."""
    return slugify(text.translate(LETTERS))[:MAX_SLUG].strip("-_") or otherwise


def free_slug(name: str, external_id: str, taken: set[str]) -> str:
    """Return an address that nobody has, and add it to `taken`: by name, else by name and id at the source."""
    base = slug(name)
    # A cut may end in a hyphen: no address has two in a row.
    suffix = slug(external_id, "x")[-40:].strip("-_")
    candidates = [base, f"{base[: MAX_SLUG - len(suffix) - 1].rstrip('-_')}-{suffix}"]
    candidates += [f"{base[: MAX_SLUG - 8].rstrip('-_')}-{number}" for number in range(2, len(taken) + 4)]
    found = next(candidate for candidate in candidates if candidate not in taken)
    taken.add(found)
    return found
