"""Loads the whole demo: all or nothing, and nothing twice."""

from collections.abc import Callable

from django.db import transaction

from cms.models import CityImage
from home.demo import (
    buildings,
    directories,
    journeys,
    pages,
    records,
    reference_index,
    service_examples,
    service_records,
    services,
    translations,
)
from home.demo.references import References
from services import ozg_progress


def load(say: Callable[[str], None]) -> None:
    """Load what is missing in one transaction. Raises DemoError naming file, row and field; then nothing is loaded."""
    new_images: list[CityImage] = []
    try:
        with transaction.atomic(), reference_index.updated_once():
            _load(say, new_images)
    except BaseException:
        # A transaction brings back rows, not files.
        for image in new_images:
            image.file.storage.delete(image.file.name)
        raise


def _load(say: Callable[[str], None], new_images: list[CityImage]) -> None:
    rows = pages.rows()
    references = References(pages.create_home(rows))
    say("Ämter, Stadtbezirke und Bilder")
    records.load_departments(references)
    records.load_districts()
    records.load_images(references, new_images)
    say("Seitenbaum")
    drafts = pages.create_drafts(rows, references)
    say("Themen und Dienststellen")
    topics = services.load_topics(references)
    services.load_offices(references)
    buildings.load(references)
    say("Gemeinsame Angaben")
    documents = service_records.load_records()
    say("Leistungen")
    new = services.load_services(references, topics)
    service_records.connect_documents(documents)
    service_records.load_disruptions()
    say("Schritt für Schritt, Entscheidungshilfen und Zuständigkeiten")
    journeys.load_journeys(references)
    journeys.load_decisions(references)
    journeys.load_responsibilities(references)
    service_examples.load_examples(new)
    say("Verzeichnisse")
    directories.load_directories(references)
    say("Seiten")
    for row, page in drafts:
        pages.publish(row, page, references)
    say("Übersetzungen")
    translations.load_translations(references)
    records.load_site(references)
    records.load_alerts(references)
    # So that the report has its first day at once; the next ones are noted at night.
    ozg_progress.record_progress()
