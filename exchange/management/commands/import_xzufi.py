from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms.jobs import BusyError, LostError
from exchange.xzufi import importing
from exchange.xzufi.parsing import XzufiError


class Command(BaseCommand):
    help = "Liest eine XZuFi-Lieferung (2.1 bis 2.3) und bringt Leistungen und Dienststellen auf ihren Stand."

    def add_arguments(self, parser):
        parser.add_argument("source", type=Path, metavar="DATEI|ORDNER", help="XML-Datei oder Ordner mit XML-Dateien")
        parser.add_argument("--dry-run", action="store_true", help="nur sagen, was geschähe; nichts ändern")

    def handle(self, *args, **options):
        try:
            report = importing.run(options["source"], dry_run=options["dry_run"])
        except XzufiError as error:
            raise CommandError(f"Nichts geändert: {error}") from error
        except LostError as error:
            raise CommandError(
                "Abgebrochen: Ein anderer Import hat übernommen. Was schon geschrieben ist, bleibt."
            ) from error
        except BusyError as error:
            raise CommandError(f"Nichts geändert: ein anderer Import läuft{_until(error)}") from error
        for line in report.lines():
            self.stdout.write(line)
        if options["dry_run"]:
            self.stdout.write("Probelauf: Es wurde nichts geändert.")


def _until(error: BusyError) -> str:
    if error.until is None:
        return ""
    return f"; ist er abgebrochen, geht es nach {timezone.localtime(error.until):%H:%M} Uhr weiter"
