"""The first page of the administration leads to what most people come for."""

from django.contrib.auth import get_user_model

import pytest
from bs4 import BeautifulSoup

from home.models import Feedback
from home.task_panel import TaskPanel


def links(client) -> dict[str, str]:
    panel = BeautifulSoup(client.get("/admin/").content, "html.parser").find(id="aufgaben-section")
    return {link.text: link["href"] for link in panel.select("li a")}


@pytest.mark.parametrize("account", ["redaktion", "freigabe", "admin"])
def test_every_task_opens_for_who_sees_it(log_in, account):
    client = log_in(account)
    found = links(client)
    assert {"Störung melden", "Schließung eintragen", "Zeiten einer Dienststelle ändern"} <= set(found)
    assert {client.get(address).status_code for address in found.values()} == {200}


def test_new_feedback_is_counted_for_who_may_read_it(log_in, db):
    Feedback.objects.create(path="/", is_useful=False)
    Feedback.objects.create(path="/", is_useful=True, state=Feedback.State.IN_WORK)
    approver = log_in("freigabe")
    address = links(approver)["Neue Rückmeldungen (1)"]
    assert "state=new" in address
    assert not [label for label in links(log_in("redaktion")) if "Rückmeldungen" in label]


@pytest.mark.parametrize(("account", "statements"), [("freigabe", 1), ("redaktion", 0)])
def test_it_costs_one_statement_however_much_waits(log_in, rf, django_assert_num_queries, account, statements):
    log_in(account)
    Feedback.objects.bulk_create(Feedback(path="/") for _number in range(20))
    request = rf.get("/admin/")
    request.user = get_user_model().objects.get(username=account)
    # Rights are read once for the whole request, whoever asks first.
    request.user.get_all_permissions()
    with django_assert_num_queries(statements):
        context = TaskPanel().get_context_data({"request": request})
    assert context["new_feedback"] == (20 if statements else None)
