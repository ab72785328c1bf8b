import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cms import clock
from home import feedback_export


class Command(BaseCommand):
    help = "Schreibt die Bewertungen eines Monats je Adresse als CSV, ohne Texte und E-Mail-Adressen."

    def add_arguments(self, parser):
        parser.add_argument("--month", help="Zum Beispiel 2026-10. Sonst: der letzte ganze Monat.")
        parser.add_argument("--csv", type=Path, metavar="DATEI", help="Sonst: auf die Standardausgabe.")

    def handle(self, *args, **options):
        month = options["month"] or feedback_export.month_before(clock.now().date())
        try:
            rows = feedback_export.rows(month)
        except ValueError as error:
            raise CommandError(f"„{month}“ ist kein Monat. Richtig ist zum Beispiel 2026-10.") from error
        if options["csv"] is None:
            feedback_export.write(rows, sys.stdout)
            return
        with options["csv"].open("w", encoding="utf-8", newline="") as file:
            feedback_export.write(rows, file)
        self.stdout.write(f"{len(rows)} Adressen, {month}: {options['csv']}")
