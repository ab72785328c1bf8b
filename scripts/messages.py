"""python -m scripts.messages: compiles the translations that have changed; in Python, as the demo needs no gettext.

With --extract it first adds what templates and code say and a catalogue lacks, untranslated, and tells how much.
"""

import sys
from pathlib import Path

import polib

from scripts.public_messages import add_missing

LOCALE = Path(__file__).resolve().parent.parent / "locale"
# Complete for the public interface; German is the msgid, Leichte Sprache overrides a listed set.
COMPLETE = ("en", "tr", "ar", "uk")


def compile_changed() -> None:
    for source in LOCALE.glob("*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))


def extract() -> None:
    for code in COMPLETE:
        path = LOCALE / code / "LC_MESSAGES" / "django.po"
        catalogue = polib.pofile(str(path), wrapwidth=118)
        if added := add_missing(catalogue):
            catalogue.save(str(path))
        print(f"{code}: {len(added)} neu, zu übersetzen: {len(catalogue.untranslated_entries())}")


if __name__ == "__main__":
    if "--extract" in sys.argv:
        extract()
    compile_changed()
