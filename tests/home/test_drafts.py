"""A draft may be empty: every page type previews and renders without its required fields, new or saved."""

from wagtail.models import get_page_models

import pytest

from cms.models import BasePage
from services.models import ServiceOffice
from tests import factories

PAGE_TYPES = [model for model in get_page_models() if issubclass(model, BasePage)]


def new_page(city, model, title: str = ""):
    """Return a page as the editor has it before the first save: with a place in the tree, without a row."""
    page = model(title=title, slug="entwurf", live=False, locale=city.home.locale)
    page.path, page.depth = f"{city.home.path}ZZZZ", city.home.depth + 1
    page.set_url_path(city.home)
    return page


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_a_new_empty_page_previews(city, model, rf):
    page = new_page(city, model)
    for mode, _name in page.preview_modes:
        response = page.make_preview_request(rf.get("/admin/"), mode)
        assert response.status_code == 200
        assert "<main" in response.render().text if hasattr(response, "render") else response.text


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_a_saved_empty_draft_previews(city, model, rf):
    page = new_page(city, model, "Entwurf")
    page.path = None
    page.depth = None
    if "date" in {field.name for field in model._meta.local_fields}:
        # A row needs a date; the draft of the revision has none.
        page.date = factories.NewsPageFactory.date
    city.home.add_child(instance=page)
    page.title = ""
    if hasattr(page, "date"):
        page.date = None
    draft = page.save_revision(clean=False).as_object()
    assert draft.make_preview_request(rf.get("/admin/")).status_code == 200


def test_the_preview_of_a_service_shows_the_office_just_chosen(city, rf):
    office = factories.OfficePageFactory(parent=city.offices, title="Standesamt")
    service = factories.ServicePageFactory(parent=city.services)
    service.service_offices.add(ServiceOffice(office=office))
    draft = service.save_revision().as_object()
    assert "Standesamt" in draft.make_preview_request(rf.get("/admin/")).render().text
