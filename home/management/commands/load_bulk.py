from time import monotonic

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from wagtail.models import Page

from home import bulk
from home.models import HomePage


class Command(BaseCommand):
    help = "Legt sehr viele Seiten ohne Sinn an, um Geschwindigkeit zu messen. Nur für eine Demonstration."

    def add_arguments(self, parser):
        parser.add_argument("--pages", type=int, required=True, help="Wie viele Seiten, zum Beispiel 100000.")

    def handle(self, *args, **options):
        if not settings.DEMO:
            raise CommandError("DEMO ist nicht eingeschaltet: Messdaten gehören nicht in den Betrieb.")
        if options["pages"] < 10:
            raise CommandError("Mindestens 10 Seiten.")
        if not HomePage.objects.exists():
            raise CommandError("Laden Sie zuerst die Demonstration: manage.py load_demo")
        if Page.objects.filter(slug=bulk.SLUG).exists():
            raise CommandError("Die Messdaten sind schon da.")
        started = monotonic()
        bulk.load(options["pages"], lambda step: self.stdout.write(f"  {step} …"))
        with connection.cursor() as cursor:
            # Without fresh statistics a database plans for the handful of pages it had before.
            cursor.execute("ANALYZE")
        self.stdout.write(f"{options['pages']} Seiten in {monotonic() - started:.1f} s")
