"""What an editor's browser sends: the whole form of a page, changed where the test says so. A pytest plugin."""

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

import pytest

from home.demo import accounts

PASSWORD = "nur-fuer-diesen-test"


@pytest.fixture
def log_in(city) -> Callable[[str], Client]:
    """A function that logs in one of the demo accounts: redaktion, freigabe, admin."""
    accounts.create(PASSWORD)

    def log_in(name: str) -> Client:
        client = Client()
        # The login throttle wants to know the request.
        assert client.login(username=name, password=PASSWORD, request=client.get("/admin/login/").wsgi_request)
        return client

    return log_in


@pytest.fixture
def editor(log_in) -> Client:
    return log_in("redaktion")


def form_data(page: Page, rows: dict[str, list[dict]] | None = None, body: list[tuple] = (), **values: Any) -> dict:
    """Return the fields of the page's form with `values`; `rows` are child rows, `body` blocks as (type, value)."""
    form = page.get_edit_handler().get_form_class()(instance=page)
    data = {name: form[name].value() for name in form.fields if name != "body"} | values
    data |= {name: inline_formset((rows or {}).get(name, [])) for name in form.formsets}
    if "body" in form.fields:
        data["body"] = streamfield(body)
    return nested_form_data({name: value for name, value in data.items() if value not in (None, False)})


def save(client: Client, page: Page, *, publish: bool = True, **form: Any):
    """Send the form as the browser does and return the answer."""
    data = form_data(page, **form) | ({"action-publish": "1"} if publish else {})
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)


def errors(response) -> dict[str, list[str]]:
    """Return what the form complains about: field → messages; rows as "fees.0.amount"."""
    form = response.context["form"]
    found = dict(form.errors)
    for name, formset in form.formsets.items():
        for number, child in enumerate(formset.forms):
            found |= {f"{name}.{number}.{field}": messages for field, messages in child.errors.items()}
        if formset.non_form_errors():
            found[name] = formset.non_form_errors()
    return found
