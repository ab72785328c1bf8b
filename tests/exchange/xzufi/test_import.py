from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from exchange.models import ExternalReference, ImportConflict, ImportRun
from exchange.xzufi import importing
from exchange.xzufi.report import Report
from services.models import OfficePage, ServicePage
from tests import factories
from tests.exchange.xzufi import deliveries as give

Import = Callable[..., Report]


@pytest.fixture
def deliver(city, tmp_path: Path) -> Import:
    """A function that imports a message with these objects."""

    def deliver(*objects: str, dry_run: bool = False) -> Report:
        return importing.run(give.save(tmp_path, give.message(*objects)), dry_run=dry_run)

    return deliver


def only_service() -> ServicePage:
    return ServicePage.objects.get()


def test_new_service_is_live_below_the_index(deliver: Import, city):
    report = deliver(give.write(give.service("4711", "Personalausweis beantragen", give.fee("46.00", "ab 24 Jahren"))))
    page = only_service()
    assert report.counts["neu"] == 1
    assert page.live
    assert page.get_parent().pk == city.services.pk
    assert page.slug == "personalausweis-beantragen"
    assert [(fee.amount, fee.label) for fee in page.fees.all()] == [(Decimal("46.00"), "ab 24 Jahren")]


def test_second_import_changes_nothing(deliver: Import):
    message = give.write(give.service())
    deliver(message)
    before = only_service().latest_revision_id
    report = deliver(message)
    assert report.counts == {"unverändert": 1}
    assert only_service().latest_revision_id == before


def test_changed_text_is_taken(deliver: Import):
    deliver(give.write(give.service("1", "Alt")))
    report = deliver(give.write(give.service("1", "Neu")))
    assert report.counts["geändert"] == 1
    assert only_service().title == "Neu"


def test_office_and_online_service_are_connected(deliver: Import):
    deliver(
        give.write(
            give.service(),
            give.office("7", "Bürgerbüro Mitte"),
            give.online("9"),
            give.responsible("7", "4711"),
            give.responsible("9", "4711", "Onlinedienst"),
        )
    )
    page = only_service()
    assert [row.office for row in page.service_offices.all()] == [OfficePage.objects.get()]
    assert [(row.label, row.url) for row in page.online_services.all()] == [
        ("Online beantragen", "https://example.org/antrag")
    ]


def test_dry_run_writes_nothing(deliver: Import):
    report = deliver(give.write(give.service()), dry_run=True)
    assert report.counts["neu"] == 1
    assert not ServicePage.objects.exists()
    assert not ImportRun.objects.exists()
    assert not ExternalReference.objects.exists()


def test_editors_change_is_kept_and_told_when_the_source_changes_too(deliver: Import):
    deliver(give.write(give.service("1", "Alt")))
    page = only_service()
    page.title = "Von uns"
    page.save_revision().publish()
    deliver(give.write(give.service("1", "Von der Quelle")))
    conflict = ImportConflict.objects.get()
    assert only_service().title == "Von uns"
    assert (conflict.field, conflict.base, conflict.ours, conflict.theirs) == (
        "title",
        "Alt",
        "Von uns",
        "Von der Quelle",
    )


def test_deleted_at_the_source_is_unpublished_and_comes_back(deliver: Import):
    message = give.write(give.service())
    deliver(message)
    report = deliver(give.gone("4711"))
    assert report.counts == {"zurückgezogen": 1}, report.lines()
    assert not only_service().live
    deliver(message)
    assert only_service().live


def test_draft_of_an_editor_stays_a_draft(deliver: Import):
    deliver(give.write(give.service("1", "Titel", give.module("05", "Alt"))))
    page = only_service()
    page.remedy = "Entwurf"
    page.save_revision()
    deliver(give.write(give.service("1", "Titel", give.module("05", "Neu"))))
    page = only_service()
    draft = page.get_latest_revision_as_object()
    assert (page.summary, page.remedy) == ("Neu", "")
    assert (draft.summary, draft.remedy) == ("Neu", "Entwurf")
    assert page.has_unpublished_changes


def test_service_with_a_known_key_becomes_a_draft(deliver: Import, city):
    own = factories.ServicePageFactory(parent=city.services, title="Unser Ausweis")
    own.service_keys.create(key="99008001012000")
    own.save()
    deliver(
        give.write(
            give.service("1", "Personalausweis", "<x:referenzLeiKa><code>99008001012000</code></x:referenzLeiKa>")
        )
    )
    assert not ServicePage.objects.get(title="Personalausweis").live
