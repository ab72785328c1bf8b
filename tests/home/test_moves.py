from wagtail.contrib.redirects.models import Redirect

from tests import factories


def test_a_new_slug_leaves_a_redirect(client, city, django_capture_on_commit_callbacks):
    page = factories.ContentPageFactory(parent=city.home, title="Mängelmelder")
    child = factories.ContentPageFactory(parent=page, title="Regeln")
    with django_capture_on_commit_callbacks(execute=True):
        page.slug = "melden"
        page.save_revision().publish()
    response = client.get("/mangelmelder/?utm_source=plakat")
    assert response.status_code == 301
    assert response["Location"] == "/melden/"
    assert client.get("/mangelmelder/regeln/")["Location"] == "/melden/regeln/"
    assert child.slug == "regeln"


def test_a_page_moved_elsewhere_leaves_a_redirect(client, city, django_capture_on_commit_callbacks):
    section = factories.SectionPageFactory(parent=city.home, title="Mitmachen")
    page = factories.ContentPageFactory(parent=city.home, title="Melden")
    with django_capture_on_commit_callbacks(execute=True):
        page.move(section, pos="last-child")
    assert client.get("/melden/")["Location"] == "/mitmachen/melden/"
    assert client.get("/mitmachen/melden/").status_code == 200


def test_a_redirect_is_cached_like_a_page_and_cheap(client, city, django_assert_max_num_queries):
    page = factories.ContentPageFactory(parent=city.home, title="Neu")
    Redirect.objects.create(old_path="/alt", redirect_page=page, site=city.site)
    response = client.get("/alt/")
    assert response["Cache-Control"].startswith("public")
    with django_assert_max_num_queries(6):
        client.get("/alt/")
