"""A page never says it is in a language it is not in."""

from wagtail.models import Locale

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/ar/suche/", "/en/gibt-es-nicht/", "/tr/"])
def test_a_language_without_home_page_is_a_german_404(client, city, path):
    response = client.get(path)
    assert response.status_code == 404
    assert '<html lang="de" dir="ltr">' in response.content.decode()


def test_a_language_with_home_page_has_its_search(client, city):
    locale, _created = Locale.objects.get_or_create(language_code="ar")
    city.home.copy_for_translation(locale).save_revision().publish()
    assert '<html lang="ar" dir="rtl">' in client.get("/ar/suche/").content.decode()
