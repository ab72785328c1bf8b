"""python -m scripts.demo: build what is missing, serve it, name addresses and accounts."""

import fcntl
import os
import sys

from scripts.demo.content import StepError, ensure_content, ensure_password, ensure_static, say
from scripts.demo.place import ROOT, Place, new_password
from scripts.demo.server import is_taken, serve

ACCOUNTS = {"redaktion": "schreibt Seiten", "freigabe": "gibt frei", "admin": "darf alles"}


def main() -> int:
    place = Place(ROOT / "var" / "demo", int(os.environ.get("PORT") or 8000))
    place.folder.mkdir(parents=True, exist_ok=True)
    if is_taken(place.port):
        print(f"Der Anschluss {place.port} ist belegt. Ein anderer: make demo PORT=8001", file=sys.stderr)
        return 1
    with (place.folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            print("Die Demo läuft schon in einem anderen Fenster.", file=sys.stderr)
            return 1
        return run(place)


def run(place: Place) -> int:
    password = os.environ.get("DEMO_PASSWORD") or place.kept_text("password") or new_password()
    try:
        ensure_content(place, password)
        ensure_password(place, password)
        ensure_static(place)
    except StepError as error:
        print(f"Abgebrochen bei: {error}", file=sys.stderr)
        return 1
    say("Server starten …")
    return serve(place, lambda: announce(place, password))


def announce(place: Place, password: str) -> None:
    print(
        "",
        "Die Demo läuft. Beenden: Strg+C",
        f"  Stadt:     {place.address}/",
        f"  Redaktion: {place.address}/admin/",
        *(f"  Zugang:    {name:<9}  Passwort {password}   ({task})" for name, task in ACCOUNTS.items()),
        sep="\n",
        flush=True,
    )


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("\nAbgebrochen.")
