import json

from django.core.management.base import BaseCommand

from cms import charts
from services import ozg


class Command(BaseCommand):
    help = "Schreibt den OZG-Bericht auf die Standardausgabe: Schlüssel, Onlinestand, Lücken im Portalverbund der EU."

    def add_arguments(self, parser):
        parser.add_argument("--format", choices=["csv", "json"], default="csv")

    def handle(self, *args, **options):
        found = ozg.lines()
        if options["format"] == "json":
            self.stdout.write(json.dumps(ozg.as_data(found), ensure_ascii=False, indent=2))
        else:
            self.stdout.write(charts.as_csv(ozg.HEADER, [line.cells() for line in found]), ending="")
