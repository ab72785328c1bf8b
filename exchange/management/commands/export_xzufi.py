from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from exchange.xzufi import exporting
from exchange.xzufi.codes import AGENCY
from exchange.xzufi.fields import PARTLY_CARRIED, not_carried


class Command(BaseCommand):
    help = "Schreibt alle veröffentlichten Leistungen und Dienststellen als XZuFi 2.2 in eine Datei."

    def add_arguments(self, parser):
        parser.add_argument("target", type=Path, metavar="DATEI", help="wohin; eine vorhandene Datei wird ersetzt")
        parser.add_argument("--agency", default=AGENCY, help="Kennung unserer Redaktion, zum Beispiel L100042")
        parser.add_argument(
            "--with-unverified", action="store_true", help="auch Leistungen, deren Angaben noch niemand geprüft hat"
        )

    def handle(self, *args, **options):
        try:
            counts = exporting.export(options["target"], options["agency"], with_unverified=options["with_unverified"])
        except OSError as error:
            raise CommandError(f"Nicht geschrieben: {error}") from error
        self.stdout.write(", ".join(f"{number} {word}" for word, number in counts.items()))
        if counts[exporting.UNVERIFIED]:
            self.stdout.write("Nicht geprüfte Angaben gehen mit hinaus.")
        if counts[exporting.LEFT_OUT]:
            self.stdout.write("Nicht geprüfte Leistungen fehlen. Mit ihnen: --with-unverified")
        self.stdout.write("XZuFi hat keinen Platz für:")
        for line in (*not_carried(), *PARTLY_CARRIED):
            self.stdout.write(f"  {line}")
