"""Loads the whole demo: all or nothing, and nothing twice."""

from collections.abc import Callable

from django.db import transaction

from home.demo import pages, records, services
from home.demo.references import References


def load(say: Callable[[str], None]) -> None:
    """Load what is missing in one transaction. Raises DemoError naming file, row and field; then nothing is loaded."""
    with transaction.atomic():
        rows = pages.rows()
        home_row = next(row for row in rows if row.data.get("path") == "/")
        references = References(pages.create_home(home_row))
        say("Ämter, Stadtbezirke und Bilder")
        records.load_departments()
        records.load_districts()
        records.load_images(references)
        say("Seitenbaum")
        drafts = pages.create_drafts(rows, references)
        say("Themen und Dienststellen")
        topics = services.load_topics(references)
        services.load_offices(references)
        say("Leistungen")
        services.load_services(references, topics)
        say("Seiten")
        for row, page in drafts:
            pages.publish(row, page, references)
        records.load_site(references)
        records.load_alerts(references)
