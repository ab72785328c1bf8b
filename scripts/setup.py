"""python -m scripts.setup: the database of the development server; like the demo's rebuilt when it no longer fits."""

import os
import sys

from scripts.demo.content import StepError, ensure_content, ensure_password, say
from scripts.demo.place import ROOT, Place

# cms.settings.development reads db.sqlite3 and media from here.
PLACE = Place(ROOT / "var")


def main() -> int:
    password = os.environ.get("DEMO_PASSWORD") or PLACE.kept_text("password") or "entwicklung"
    try:
        ensure_content(PLACE, password)
        ensure_password(PLACE, password)
    except StepError as error:
        print(f"Abgebrochen bei: {error}", file=sys.stderr)
        return 1
    say(f"Bereit: make serve. Konten redaktion, freigabe, admin; Passwort {password}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
