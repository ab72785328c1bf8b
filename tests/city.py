"""The smallest whole city: home page, indexes, site. A pytest plugin (see conftest.py)."""

from types import SimpleNamespace

from wagtail.models import Page, Site

import pytest

from cms import freshness
from tests import factories


@pytest.fixture
def city(db):
    """Return the tree as a namespace: home, services, topics, life_situations, offices, news, events."""
    freshness.forget()
    root = Page.get_first_root_node()
    home = factories.HomePageFactory(parent=root)
    Site.objects.all().delete()
    site = Site.objects.create(hostname="localhost", port=80, root_page=home, is_default_site=True, site_name="Bochum")
    yield SimpleNamespace(
        site=site,
        home=home,
        services=factories.ServiceIndexPageFactory(parent=home),
        topics=factories.TopicIndexPageFactory(parent=home),
        life_situations=factories.TopicIndexPageFactory(parent=home, title="Lebenslagen"),
        offices=factories.OfficeIndexPageFactory(parent=home),
        news=factories.NewsIndexPageFactory(parent=home),
        events=factories.EventIndexPageFactory(parent=home),
    )
    freshness.forget()
