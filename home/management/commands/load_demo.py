from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from home.demo import accounts
from home.demo.load import load
from home.demo.source import DemoError


class Command(BaseCommand):
    help = "Lädt die Inhalte der Demonstration; was schon da ist, bleibt, wie es ist."

    def add_arguments(self, parser):
        parser.add_argument("--password", help="Passwort der Demo-Konten; ohne Angabe werden keine Konten angelegt.")

    def handle(self, *args, **options):
        if not settings.DEMO:
            raise CommandError("DEMO ist nicht eingeschaltet: Demo-Inhalte gehören nicht in den Betrieb.")
        try:
            load(lambda step: self.stdout.write(f"  {step} …"))
        except DemoError as error:
            raise CommandError(str(error)) from error
        if options["password"]:
            names = accounts.create(options["password"])
            self.stdout.write("  Konten: " + ", ".join(names))
