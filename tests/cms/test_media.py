"""Pictures: described or decorative, with author and licence, in modern formats, and no broken ones."""

import re
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.template import Context, Template
from django.urls import reverse

from wagtail.models import Collection, UploadedFile

import pytest
from bs4 import BeautifulSoup
from PIL import Image as PillowImage

from cms import renditions
from cms.models import CityImage
from tests.factories import ContentPageFactory, ImageFactory

SPECS = "format-{avif,webp,jpeg} width-{480,900,1400}"
TAG = '{% load pictures %}{% responsive_picture image specs alt=alt sizes="50vw" as found %}{{ found|default:"" }}'


def upload(width: int = 1600, height: int = 900) -> SimpleUploadedFile:
    file = BytesIO()
    PillowImage.new("RGB", (width, height), "teal").save(file, "PNG")
    return SimpleUploadedFile("turm.png", file.getvalue(), "image/png")


def data(**values) -> dict:
    collection = Collection.get_first_root_node().pk
    fields = {"title": "Turm", "description": "Ein Turm", "author": "Ada", "licence": "CC0 1.0", "people": "none"}
    return fields | {"collection": collection} | values


def complaints(**values) -> dict[str, list[str]]:
    image = ImageFactory.build(collection=None, **values)
    with pytest.raises(ValidationError) as caught:
        image.full_clean(exclude=["collection", "file"])
    return caught.value.message_dict


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["author", "licence"])
def test_a_picture_without_author_or_licence_is_not_saved(field):
    assert complaints(**{field: ""}) == {field: ["Dieses Feld darf nicht leer sein."]}
    with pytest.raises(IntegrityError), transaction.atomic():
        ImageFactory(**{field: ""})
    assert not CityImage.objects.exists()


@pytest.mark.django_db
def test_a_picture_is_described_or_decorative():
    message = "Beschreiben Sie das Bild, oder markieren Sie es als „nur Schmuck“."
    assert complaints(description=" ") == {"description": [message]}
    ImageFactory.build(collection=None, description="", is_decorative=True).full_clean(exclude=["collection", "file"])


class TestUpload:
    def test_editors_upload_a_picture_with_its_credit(self, editor):
        editor.post(reverse("wagtailimages:add"), data(file=upload()))
        image = CityImage.objects.get()
        assert (image.author, image.licence, image.default_alt_text) == ("Ada", "CC0 1.0", "Ein Turm")

    @pytest.mark.parametrize("field", ["author", "licence", "description", "people"])
    def test_the_form_complains_at_the_field_that_is_missing(self, editor, field):
        answer = editor.post(reverse("wagtailimages:add"), data(file=upload(), **{field: ""}))
        assert list(answer.context["form"].errors) == [field]
        assert not CityImage.objects.exists()

    def test_many_pictures_at_once_wait_for_their_credit(self, editor):
        answer = editor.post(
            reverse("wagtailimages:add_multiple"),
            {"title": "Turm", "files[]": upload(), "collection": Collection.get_first_root_node().pk},
            headers={"x-requested-with": "XMLHttpRequest"},
        )
        assert answer.json()["success"]
        assert not CityImage.objects.exists()
        waiting = UploadedFile.objects.get()
        prefix = f"uploaded-image-{waiting.pk}-"
        editor.post(
            reverse("wagtailimages:create_multiple_from_uploaded_image", args=[waiting.pk]),
            {prefix + name: value for name, value in data().items()},
            headers={"x-requested-with": "XMLHttpRequest"},
        )
        assert CityImage.objects.get().author == "Ada"

    def test_the_focal_point_is_kept_and_used(self, editor):
        editor.post(reverse("wagtailimages:add"), data(file=upload()))
        image = CityImage.objects.get()
        point = {"focal_point_x": 1500, "focal_point_y": 100, "focal_point_width": 20, "focal_point_height": 20}
        editor.post(reverse("wagtailimages:edit", args=[image.pk]), data(**point))
        image.refresh_from_db()
        assert image.get_focal_point().x == 1500
        assert image.get_rendition("fill-200x200-c100").focal_point_key


@pytest.fixture
def image(db):
    return ImageFactory(file=upload())


def html(image, alt: str = "Ein Turm") -> BeautifulSoup:
    return BeautifulSoup(Template(TAG).render(Context({"image": image, "alt": alt, "specs": SPECS})), "html.parser")


def test_a_picture_comes_in_modern_formats_and_three_widths(image):
    picture = html(image).picture
    assert [source["type"] for source in picture.find_all("source")] == ["image/avif", "image/webp"]
    for element in (*picture.find_all("source"), picture.img):
        assert [part.split()[-1] for part in element["srcset"].split(", ")] == ["480w", "900w", "1400w"]
        assert element.get("sizes") == "50vw"
    assert picture.img["src"].endswith(".jpg")
    assert (picture.img["width"], picture.img["height"]) == ("480", "270")
    assert picture.img["loading"] == "lazy"
    assert picture.img["alt"] == "Ein Turm"


def test_a_small_picture_is_not_enlarged(db):
    small = ImageFactory(file=upload(300, 200))
    assert html(small).img["width"] == "300"


def test_a_decorative_picture_has_an_empty_alternative(image):
    assert html(image, alt="").img["alt"] == ""


def test_a_picture_whose_file_is_gone_is_no_picture(image):
    image.file.storage.delete(image.file.name)
    assert str(html(image)) == ""


def test_a_picture_whose_file_is_broken_is_no_picture(image):
    with image.file.storage.open(image.file.name, "wb") as file:
        file.write(b"kein Bild")
    assert str(html(image)) == ""


def test_a_page_says_in_words_what_a_lost_picture_showed(city, client, image):
    image.file.storage.delete(image.file.name)
    block = ("picture", {"image": image, "alt": "Ein Turm im Regen", "decorative": False, "caption": ""})
    ContentPageFactory(parent=city.home, title="Turm", body=[block])
    main = BeautifulSoup(client.get("/turm/").content, "html.parser").main
    assert "Ein Turm im Regen" in main.text
    assert not main.find("img")
    assert "not-found" not in str(main)


def test_a_picture_seen_before_costs_no_statement(image, django_assert_num_queries):
    html(image)
    image = CityImage.objects.get()
    with django_assert_num_queries(0):
        html(image)


def test_every_size_a_template_asks_for_is_made_when_the_picture_is_saved():
    folder = Path(settings.BASE_DIR) / "templates"
    asked = {
        found["specs"]
        for template in folder.rglob("*.html")
        for found in re.finditer(r'{% responsive_picture \S+ "(?P<specs>[^"]+)"', template.read_text())
    }
    assert asked == set(renditions.TEMPLATE_SPECS)
    assert not [
        str(path) for path in folder.rglob("*.html") if re.search("{% (image|picture|srcset_image) ", path.read_text())
    ]


def test_a_saved_picture_has_all_its_renditions(image, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    assert set(image.renditions.values_list("filter_spec", flat=True)) == set(renditions.FILTERS)


def test_no_picture_is_no_picture():
    assert str(html(None)) == ""
