import pytest

from cms.models import CityRendition
from tests import factories


@pytest.fixture
def image(db):
    """A picture whose file somebody lost."""
    image = factories.ImageFactory(description="Ein Fördergerüst", author="A. Zeichnerin")
    image.file.storage.delete(image.file.name)
    return image


def body(image) -> list[tuple]:
    return [("picture", {"image": image, "alt": "Ein Turm", "decorative": False, "caption": "Der Turm"})]


def test_a_page_whose_picture_file_is_missing_renders(client, city, image):
    factories.ContentPageFactory(parent=city.home, title="Turm", body=body(image), social_image=image)
    response = client.get("/turm/")
    assert response.status_code == 200
    assert "A. Zeichnerin" in response.text


def test_a_page_whose_rendition_files_are_missing_renders(client, city):
    image = factories.ImageFactory()
    factories.ContentPageFactory(parent=city.home, title="Turm", body=body(image))
    assert client.get("/turm/").status_code == 200
    renditions = list(CityRendition.objects.all())
    assert renditions
    for rendition in renditions:
        rendition.file.storage.delete(rendition.file.name)
    image.file.storage.delete(image.file.name)
    assert client.get("/turm/").status_code == 200


def test_lists_and_the_home_page_render_without_the_files_of_teasers(client, city, image):
    factories.NewsPageFactory(parent=city.news, title="Neues", social_image=image)
    section = factories.SectionPageFactory(parent=city.home, title="Bereich", social_image=image, show_in_menus=True)
    factories.ContentPageFactory(parent=section, title="Darunter", social_image=image)
    factories.CreditsPageFactory(parent=city.home)
    for address in ("/", "/aktuelles/", "/aktuelles/neues/", "/bereich/", "/bildnachweise/"):
        assert client.get(address).status_code == 200, address
