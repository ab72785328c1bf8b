"""Runs: killed in the middle, repeated, and what they raise and index."""

from pathlib import Path

from wagtail.models import Locale, Page, PageLogEntry

import pytest

from cms import generation
from exchange.models import ExternalReference, ImportRun
from exchange.xzufi import importing, objects
from search.models import SearchDocument
from services.models import ServicePage
from tests.exchange.xzufi import deliveries as give
from tests.exchange.xzufi.test_import import deliver as deliver

MANY = [give.service(str(number), f"Leistung {number}") for number in range(5)]


class KilledError(BaseException):
    """As the system ends a process: nothing catches it."""


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_killed_in_the_middle_and_repeated(city, tmp_path: Path, monkeypatch):
    path = give.save(tmp_path, give.message(give.write(*MANY)))
    keep, written = objects.Writer._keep, []

    def killed_at_the_third(self, *arguments):
        if len(written) == 2:
            raise KilledError
        written.append(keep(self, *arguments))
        return written[-1]

    monkeypatch.setattr(objects.Writer, "_keep", killed_at_the_third)
    # Nothing is indexed or raised any more by a process that is gone.
    monkeypatch.setattr("search.signal_handlers._flush_now", lambda: None)
    with pytest.raises(KilledError):
        importing.run(path)
    monkeypatch.undo()
    assert ServicePage.objects.count() == 2
    assert ExternalReference.objects.count() == 2
    before = generation.current()
    report = importing.run(path)
    assert (report.counts["neu"], report.counts["unverändert"]) == (3, 2)
    assert ServicePage.objects.live().count() == 5
    assert SearchDocument.objects.filter(page__in=ServicePage.objects.all()).count() == 5
    assert generation.current() > before
    assert not ImportRun.objects.filter(finished_at=None).exists()
    assert {problem for problems in Page.find_problems() for problem in problems} == set()


def test_a_locked_page_that_is_gone_at_the_source_stays(deliver):
    deliver(give.write(give.service("4711", "Ausweis")))
    ServicePage.objects.update(locked=True)
    report = deliver(give.gone("4711"))
    assert dict(report.counts) == {"gesperrt": 1}
    assert "„Ausweis“ ist an der Quelle gelöscht, aber gesperrt" in report.lines()[-1]
    assert ServicePage.objects.get().live
    ServicePage.objects.update(locked=False)
    assert deliver(give.gone("4711")).counts["zurückgezogen"] == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_generation_is_raised_once(city, tmp_path: Path, monkeypatch):
    raised = []
    monkeypatch.setattr(generation, "raise_now", lambda: raised.append(1))
    importing.run(give.save(tmp_path, give.message(give.write(*MANY))))
    assert raised == [1]


def test_unchanged_objects_cost_no_statement_each(deliver, city, tmp_path: Path, django_assert_max_num_queries):
    deliver(give.write(*MANY))
    with django_assert_max_num_queries(45):
        deliver(give.write(*MANY))


def test_run_is_kept_with_its_numbers(deliver):
    deliver(give.write(*MANY))
    run = ImportRun.objects.get()
    assert run.counts["neu"] == 5
    assert run.source == "lieferung.xml"
    assert run.finished_at > run.started_at


def test_deletion_leaves_a_note_in_the_history(deliver):
    deliver(give.write(give.service()))
    deliver(give.gone("4711"))
    assert PageLogEntry.objects.filter(action="exchange.xzufi_gone").count() == 1


def test_service_that_is_over_is_not_shown(deliver):
    over = "<x:gueltigkeit><x:beginn>2001-01-01</x:beginn><x:ende>2002-01-01</x:ende></x:gueltigkeit>"
    deliver(give.write(give.service("1", "Vorbei", over)))
    assert not ServicePage.objects.get().live


def test_service_that_begins_later_waits(deliver):
    later = "<x:gueltigkeit><x:beginn>2090-01-01</x:beginn></x:gueltigkeit>"
    deliver(give.write(give.service("1", "Später", later)))
    page = ServicePage.objects.get()
    assert not page.live
    assert page.approved_schedule


def test_without_english_tree_the_translation_is_only_counted(deliver):
    report = deliver(give.write(give.service("1", "Ausweis", english="Identity card")))
    assert ServicePage.objects.count() == 1
    assert report.languages == {"en: kein Seitenbaum": 1}


def test_english_page_shows_english_texts_and_matched_rows(deliver, city):
    english = Locale.objects.create(language_code="en")
    for page in (city.home, city.services, city.offices):
        page.copy_for_translation(english).save_revision().publish()
    fee = give.fee("46.00", "ab 24 Jahren", "from 24 years")
    report = deliver(give.write(give.service("1", "Ausweis", fee, english="Identity card")))
    assert report.counts == {"neu": 1}, report.lines()
    german, translated = ServicePage.objects.get(locale__language_code="de"), ServicePage.objects.get(locale=english)
    assert (translated.title, translated.live) == ("Identity card", True)
    [own], [other] = german.fees.all(), translated.fees.all()
    assert (other.label, other.translation_key) == ("from 24 years", own.translation_key)
    # A new amount touches no translation.
    revision = translated.latest_revision_id
    deliver(give.write(give.service("1", "Ausweis", fee.replace("46.00", "50.00"), english="Identity card")))
    assert [str(row.amount) for row in german.fees.all()] == ["50.00"]
    assert ServicePage.objects.get(pk=translated.pk).latest_revision_id >= revision


def test_locked_page_stays_as_it_is(deliver):
    deliver(give.write(give.service("1", "Alt")))
    ServicePage.objects.update(locked=True)
    report = deliver(give.write(give.service("1", "Neu")))
    assert report.counts["gesperrt"] == 1
    assert ServicePage.objects.get().title == "Alt"


def test_row_keeps_what_the_delivery_does_not_know(deliver):
    deliver(give.write(give.service("1", "Titel", give.module("08", "<ul><li>Ausweis</li></ul>"))))
    page = ServicePage.objects.get()
    [row] = page.documents.all()
    row.form = "original"
    page.documents.set([row])
    page.save_revision().publish()
    deliver(give.write(give.service("1", "Titel", give.module("08", "<ul><li>Foto</li><li>Ausweis</li></ul>"))))
    assert [(row.text, row.form) for row in ServicePage.objects.get().documents.all()] == [
        ("Foto", ""),
        ("Ausweis", "original"),
    ]
