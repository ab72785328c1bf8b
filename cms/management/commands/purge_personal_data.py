from django.core.management.base import BaseCommand

from cms.retention import purge


class Command(BaseCommand):
    help = "Löscht personenbezogene Daten, deren Frist abgelaufen ist (einmal am Tag aufrufen)."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Nur zählen, nichts löschen.")

    def handle(self, *args, **options):
        verb = "zu löschen" if options["dry_run"] else "gelöscht"
        for what, count in purge(dry_run=options["dry_run"]):
            self.stdout.write(f"{what}: {count} {verb}")
