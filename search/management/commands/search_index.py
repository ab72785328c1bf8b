from django.core.management.base import BaseCommand, CommandError

from cms.generation import raise_generation
from search import index


class Command(BaseCommand):
    help = "Baut den Suchindex aus den veröffentlichten Seiten neu auf; gesucht werden kann währenddessen."

    def add_arguments(self, parser):
        parser.add_argument("--rebuild", action="store_true", help="alle Seiten neu aufnehmen")

    def handle(self, *args, **options):
        if not options["rebuild"]:
            raise CommandError("Sagen Sie, was geschehen soll: --rebuild")
        count = index.rebuild()
        raise_generation()
        self.stdout.write(f"{count} Seiten im Suchindex.")
