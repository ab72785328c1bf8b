import signal
import threading

from django.core.management.base import BaseCommand

from cms import jobs


class Command(BaseCommand):
    help = "Führt regelmäßige Aufträge aus, bis der Prozess beendet wird (SIGTERM oder Strg+C)."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Nur ausführen, was jetzt fällig ist.")

    def handle(self, *args, **options):
        found = jobs.registered()
        if options["once"]:
            self.stdout.write("Ausgeführt: " + (", ".join(jobs.run_due(found)) or "nichts fällig"))
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        self.stdout.write("Aufträge: " + ", ".join(job.name for job in found))
        self.stdout.flush()
        jobs.run_until(stop, found)
