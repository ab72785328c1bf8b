from django.core.management.base import BaseCommand

from cms import outbox


class Command(BaseCommand):
    help = "Sendet Mails, die fällig sind (sonst tut das run_jobs)."

    def add_arguments(self, parser):
        parser.add_argument("--again", action="store_true", help="Auch, was nach vielen Versuchen aufgegeben war.")

    def handle(self, *args, **options):
        if options["again"]:
            self.stdout.write(f"{outbox.try_again()} noch einmal")
        self.stdout.write(f"{outbox.deliver()} gesendet")
