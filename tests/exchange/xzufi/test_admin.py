"""Deviations and runs in the administration."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import pytest
from bs4 import BeautifulSoup

from exchange.models import ConflictState, ImportConflict, ImportRun
from services.models import ServicePage
from tests.exchange.xzufi import deliveries as give
from tests.exchange.xzufi.test_import import deliver as deliver


@pytest.fixture
def conflict(deliver) -> ImportConflict:
    deliver(give.write(give.service("1", "Alt", give.fee("10.00", "Karte"))))
    page = ServicePage.objects.get()
    page.title = "Von uns"
    page.save_revision().publish()
    deliver(give.write(give.service("1", "Neu geliefert", give.fee("10.00", "Karte"))))
    return ImportConflict.objects.get()


def shown(client, conflict: ImportConflict) -> str:
    """Return the digest in the form, as a browser would send it back."""
    html = BeautifulSoup(client.get(reverse("abweichungen:inspect", args=[conflict.pk])).text, "html.parser")
    field = html.find("input", attrs={"name": "shown"})
    return field["value"] if field else ""


def decide(client, conflict: ImportConflict, decision: str, seen: str | None = None):
    data = {"decision": decision, "shown": shown(client, conflict) if seen is None else seen}
    return client.post(reverse("abweichungen:inspect", args=[conflict.pk]), data)


def test_list_and_decision_show_all_three_texts(editor, conflict: ImportConflict):
    assert "Von uns" in editor.get(reverse("abweichungen:index")).content.decode()
    html = editor.get(reverse("abweichungen:inspect", args=[conflict.pk])).content.decode()
    for text in ("Alt", "Von uns", "Neu geliefert", "Eigenen Text behalten", "Lieferung übernehmen"):
        assert text in html


def test_taking_the_delivery_publishes_it_as_the_editor(editor, conflict: ImportConflict):
    assert decide(editor, conflict, "take").status_code == 302
    page = ServicePage.objects.get()
    conflict.refresh_from_db()
    assert (page.title, page.live, page.has_unpublished_changes) == ("Neu geliefert", True, False)
    assert page.latest_revision.user.username == "redaktion"
    assert conflict.state == ConflictState.TAKEN


def test_keeping_ours_asks_again_only_about_a_new_text(editor, conflict: ImportConflict, deliver):
    decide(editor, conflict, "keep")
    deliver(give.write(give.service("1", "Neu geliefert", give.fee("12.00", "Karte"))))
    conflict.refresh_from_db()
    assert conflict.state == ConflictState.KEPT
    assert ServicePage.objects.get().title == "Von uns"
    deliver(give.write(give.service("1", "Noch neuer", give.fee("12.00", "Karte"))))
    conflict.refresh_from_db()
    assert (conflict.state, conflict.base, conflict.theirs) == (ConflictState.OPEN, "Neu geliefert", "Noch neuer")


@pytest.mark.parametrize(("first", "second"), [("keep", "take"), ("take", "keep"), ("take", "take")])
def test_a_conflict_is_decided_once(editor, conflict: ImportConflict, first, second):
    decide(editor, conflict, first)
    decided = ImportConflict.objects.get(pk=conflict.pk)
    page = conflict.reference.page
    revisions = page.revisions.count()
    answer = editor.get(decide(editor, conflict, second).url)
    assert "bereits entschieden" in answer.text
    assert ImportConflict.objects.get(pk=conflict.pk).state == decided.state != ConflictState.OPEN
    assert page.revisions.count() == revisions


@pytest.mark.parametrize("decision", ["keep", "take"])
def test_what_was_delivered_after_looking_is_not_decided_unseen(editor, conflict: ImportConflict, deliver, decision):
    seen = shown(editor, conflict)
    deliver(give.write(give.service("1", "Noch neuer", give.fee("10.00", "Karte"))))
    answer = decide(editor, conflict, decision, seen)
    assert "inzwischen geändert" in editor.get(answer.url).text
    conflict.refresh_from_db()
    assert (conflict.state, ServicePage.objects.get().title) == (ConflictState.OPEN, "Von uns")
    assert decide(editor, conflict, "take").status_code == 302
    assert ServicePage.objects.get().title == "Noch neuer"


def test_what_an_editor_wrote_after_looking_is_not_written_over(editor, conflict: ImportConflict):
    seen = shown(editor, conflict)
    page = ServicePage.objects.get()
    page.title = "Besser von uns"
    page.save_revision().publish()
    answer = decide(editor, conflict, "take", seen)
    text = editor.get(answer.url).text
    assert "inzwischen geändert" in text
    assert "Besser von uns" in text
    assert ServicePage.objects.get().title == "Besser von uns"


@pytest.mark.parametrize("decision", ["keep", "take"])
def test_a_decided_one_shows_what_was_decided_about(editor, conflict: ImportConflict, decision):
    page = ServicePage.objects.get()
    page.title = "Besser von uns"
    page.save_revision().publish()
    decide(editor, conflict, decision)
    later = ServicePage.objects.get()
    later.title = "Ganz anders"
    later.save_revision().publish()
    html = editor.get(reverse("abweichungen:inspect", args=[conflict.pk])).text
    compared = BeautifulSoup(html, "html.parser").main.text
    assert "Besser von uns" in compared
    assert "Von uns" not in compared


def test_a_decision_locks_as_an_import_does_the_page_before_the_deviation(editor, conflict: ImportConflict):
    seen = shown(editor, conflict)
    with CaptureQueriesContext(connection) as statements:
        decide(editor, conflict, "keep", seen)
    locked = [s["sql"] for s in statements if "FOR UPDATE" in s["sql"]]
    if connection.features.has_select_for_update:
        tables = [sql.split("FROM")[1].split()[0].strip('"') for sql in locked]
        assert tables == ["wagtailcore_page", "exchange_importconflict"]


def test_a_decision_without_the_texts_is_none(editor, conflict: ImportConflict):
    decide(editor, conflict, "take", "")
    conflict.refresh_from_db()
    assert conflict.state == ConflictState.OPEN


def test_conflict_closes_when_both_say_the_same(conflict: ImportConflict, deliver):
    deliver(give.write(give.service("1", "Von uns")))
    conflict.refresh_from_db()
    assert conflict.state == ConflictState.TAKEN


def test_who_may_not_publish_the_page_decides_nothing(client, django_user_model, conflict: ImportConflict, log_in):
    other = log_in("redaktion")
    django_user_model.objects.get(username="redaktion").groups.get().page_permissions.filter(
        permission__codename="publish_page"
    ).delete()
    html = other.get(reverse("abweichungen:inspect", args=[conflict.pk])).content.decode()
    assert "Lieferung übernehmen</button>" not in html
    decide(other, conflict, "take")
    assert ServicePage.objects.get().title == "Von uns"
    assert client.get(reverse("abweichungen:index")).status_code == 302


def test_locked_page_is_not_changed_by_a_decision(editor, conflict: ImportConflict):
    ServicePage.objects.update(locked=True)
    decide(editor, conflict, "take")
    conflict.refresh_from_db()
    assert ServicePage.objects.get().title == "Von uns"
    assert conflict.state == ConflictState.OPEN


def test_runs_are_listed_with_their_report(editor, conflict: ImportConflict):
    html = editor.get(reverse("importe:index")).content.decode()
    assert "lieferung.xml" in html
    first = ImportRun.objects.order_by("started_at")[0]
    assert "1 neu" in editor.get(reverse("importe:inspect", args=[first.pk])).content.decode()
