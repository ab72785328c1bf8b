from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from directories.importing import mapping, store
from directories.importing.errors import SourceError
from directories.models import DirectoryPage


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(f"„{text}“ ist kein Tag (JJJJ-MM-TT)") from error


class Command(BaseCommand):
    help = "Bringt die Einträge eines Verzeichnisses auf den Stand seiner Quelle; alles oder nichts."

    def add_arguments(self, parser):
        parser.add_argument("slug", nargs="?", help="Kurzname des Verzeichnisses, zum Beispiel spielplaetze")
        parser.add_argument("file", nargs="?", type=Path, help="CSV-Datei; ohne Angabe die mitgelieferte")
        parser.add_argument("--all", action="store_true", help="alle Verzeichnisse aus den mitgelieferten Dateien")
        parser.add_argument("--as-of", type=day, help="Stand der Daten (JJJJ-MM-TT), wenn die Datei ihn nicht nennt")

    def handle(self, *args, **options):
        if bool(options["slug"]) == options["all"]:
            raise CommandError("Nennen Sie ein Verzeichnis, oder sagen Sie --all.")
        slugs = [options["slug"]] if options["slug"] else mapping.slugs()
        try:
            with transaction.atomic():
                outcomes = [_run(slug, options["file"], options["as_of"]) for slug in slugs]
                store.publish(outcomes)
        except SourceError as error:
            raise CommandError(str(error)) from error
        for outcome in outcomes:
            self.stdout.write(_sentence(outcome))


def _run(slug: str, file: Path | None, as_of: date | None) -> store.Outcome:
    found = mapping.load(slug)
    directory = DirectoryPage.objects.filter(slug=slug, alias_of=None).order_by("locale_id").first()
    if directory is None:
        raise SourceError(slug, "dieses Verzeichnis gibt es auf der Website nicht")
    return store.run(directory, found, file or mapping.FOLDER / "sources" / found.file, as_of)


def _sentence(outcome: store.Outcome) -> str:
    parts = {
        "neu": outcome.created,
        "geändert": outcome.updated,
        "unverändert": outcome.unchanged,
        "nicht mehr in der Quelle": outcome.vanished,
        "von der Redaktion gepflegt": outcome.kept,
    }
    return f"{outcome.directory.title}: " + ", ".join(f"{count} {word}" for word, count in parts.items() if count)
