"""One fact changed in one place: how long until page, office, results, interface, export and five languages say so."""

import io
import os
import time
from collections.abc import Callable, Iterator
from datetime import time as time_of_day
from decimal import Decimal
from pathlib import Path
from urllib.parse import quote

import django
from django.apps import apps
from django.core.management import call_command

from bench.city import City, cities
from bench.figures import Figure, number
from bench.visible import LIMIT, PATIENCE, Look, watched
from tests.addresses import RESULTS, SERVICE

ASKED = "Gebühr, Öffnungszeit, Störung geändert → überall und in fünf Sprachen sichtbar ≤ 2 s"
MINUTES = 4
TRIES = 5


def measure() -> Iterator[Figure]:
    with cities("facts") as (city,), city.app(workers=2, TRUSTED_PROXIES="1") as app, city.front(app) as proxy:
        os.environ.update(city.environment | {"PROCESS": "editor"})
        django.setup()
        trial = Trial(city, proxy.server.port)
        for what, change in {
            "Gebühr": trial.fee,
            "Öffnungszeit": trial.hours,
            "Störung": trial.disruption,
            "Störung beendet": trial.end,
        }.items():
            slowest: dict[str, float] = {}
            for attempt in range(TRIES):
                for place, seconds in change(attempt).items():
                    slowest[place] = max(seconds, slowest.get(place, 0.0))
            place = max(slowest, key=slowest.__getitem__)
            measured = f"{number(slowest[place], 1)} s ({place}; {len(slowest)} Orte)"
            yield Figure(f"{what}: überall, {TRIES} Versuche", "≤ 2 s", measured, slowest[place] <= LIMIT)


class Trial:
    """A service with an office and translations of the demo; each change says where it must be seen."""

    def __init__(self, city: City, port: int):
        self.target = Path(city.folder / "catalogue.xml")
        self.port = port
        self.service_model = apps.get_model("services.ServicePage")
        self.disruption_model = apps.get_model("services.Disruption")
        self.service_id = self.service_model.objects.get(slug=SERVICE.strip("/").rpartition("/")[2]).pk
        self.office_id = self.service.service_offices.first().office_id
        self.running: list = []
        self.pages = {
            page.locale.language_code: page.get_url() for page in self.service.get_translations(inclusive=True)
        }
        if len(self.pages) < 5:
            raise RuntimeError(f"translations of the demo: {sorted(self.pages)}")

    @property
    def service(self):
        return self.service_model.objects.get(pk=self.service_id)

    @property
    def office(self):
        return apps.get_model("services.OfficePage").objects.get(pk=self.office_id)

    def fee(self, attempt: int) -> dict[str, float]:
        def change(cents: int) -> Callable[[], None]:
            service = self.service
            rows = list(service.fees.all())
            rows[0].amount = Decimal(9300 + cents) / 100
            service.fees = rows
            return service.save_revision().publish

        looks = self.surfaces(f"93,{attempt + 11}") | {
            "API": Look(f"/api/v1/services/{self.service.translation_key}", f"93.{attempt + 11}")
        }
        seconds = self.seen(looks, change(attempt + 11), attempt)
        return seconds | {"Export": self.exported(change(attempt + 51), f"93.{attempt + 51}")}

    def hours(self, attempt: int) -> dict[str, float]:
        """Open all day but for its last minutes: the sentence for now names the end until ten minutes to midnight."""

        def change(minute: int) -> Callable[[], None]:
            office = self.office
            row = apps.get_model("services.OfficeHours")
            closes = time_of_day(23, minute)
            office.opening_hours = [row(weekday=day, opens=time_of_day(0), closes=closes) for day in range(7)]
            return office.save_revision().publish

        word = f"23:{59 - attempt}"
        looks = self.surfaces(word) | {
            "Dienststelle": Look(self.office.get_url(), word),
            "Treffer": Look(f"/suche/?q={quote(self.office.title)}", word),
            "API": Look(f"/api/v1/offices/{self.office.translation_key}", word),
        }
        seconds = self.seen(looks, change(59 - attempt), attempt)
        return seconds | {"Export": self.exported(change(54 - attempt), f"23:{54 - attempt}")}

    def disruption(self, attempt: int) -> dict[str, float]:
        disruption = self.disruption_model(title=f"Messung{attempt}qx", message="Eine Messung.", live=False)
        disruption.targets = [apps.get_model("services.DisruptionTarget")(service_id=self.service_id)]
        disruption.save()
        self.running.append(disruption)
        return self.seen(self.announced(disruption.title), disruption.save_revision().publish, attempt)

    def end(self, attempt: int) -> dict[str, float]:
        disruption = self.running[attempt]
        looks = {
            place: Look(look.path, look.word, gone=True) for place, look in self.announced(disruption.title).items()
        }
        disruption.refresh_from_db()
        return self.seen(looks, disruption.unpublish, attempt)

    def announced(self, title: str) -> dict[str, Look]:
        lists = {"Liste": "/stoerungen/", "Feed": "/stoerungen/feed/", "API": "/api/v1/disruptions"}
        return self.surfaces(title) | {place: Look(path, title) for place, path in lists.items()}

    def surfaces(self, word: str) -> dict[str, Look]:
        return {language: Look(path, word) for language, path in self.pages.items()} | {"Treffer": Look(RESULTS, word)}

    def seen(self, looks: dict[str, Look], publish: Callable[[], None], attempt: int) -> dict[str, float]:
        return watched(self.port, looks, publish, attempt / TRIES)

    def exported(self, publish: Callable[[], None], word: str) -> float:
        """Return the seconds from the push of the button to a complete export, in a process that runs already."""
        pushed = time.monotonic()
        publish()
        call_command("export_xzufi", str(self.target), stdout=io.StringIO())
        return time.monotonic() - pushed if word in self.target.read_text() else PATIENCE
