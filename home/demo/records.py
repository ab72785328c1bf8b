"""Departments, districts, pictures, site settings and alerts of the demo. What exists already stays as it is."""

from typing import Any

from django.core.files.images import ImageFile

from wagtail.models import Collection

from cms.models import Alert, CityImage, Department, District, SiteSettings
from home.demo.references import References
from home.demo.source import FIXTURES, Row, check, fill, read


def load_departments() -> None:
    for row in read("pages/departments.yaml"):
        department = Department.objects.filter(slug=row.need("slug")).first() or Department(slug=row.need("slug"))
        fill(department, row, name="name", email="email", phone="phone")
        parent = row.take("parent")
        if parent:
            department.parent = Department.objects.filter(slug=parent).first()
            if department.parent is None:
                raise row.error("parent", f"„{parent}“ gibt es nicht")
        _save_new(department, row)


def load_districts() -> None:
    for position, row in enumerate(read("pages/districts.yaml"), start=1):
        district = District.objects.filter(slug=row.need("slug")).first() or District(
            slug=row.need("slug"), position=position
        )
        fill(district, row, number="number", name="name")
        district.statistical_districts = "\n".join(row.take("statistical_districts", []))
        _save_new(district, row)


def load_images(references: References) -> None:
    """Add the drawings; a missing file is named, not skipped."""
    collection = Collection.get_first_root_node()
    for row in read("media/images.yaml"):
        key, title = row.need("key"), row.need("title")
        image = CityImage.objects.filter(title=title).first() or CityImage(title=title, collection=collection)
        fill(
            image,
            row,
            description="description",
            is_decorative="is_decorative",
            author="author",
            licence="licence",
            licence_url="licence_url",
        )
        file = FIXTURES / "media" / row.need("file")
        row.finish()
        if not file.is_file():
            raise row.error("file", f"„{file.name}“ gibt es nicht")
        if image.pk is None:
            with file.open("rb") as handle:
                image.file = ImageFile(handle, name=file.name)
                check(image, row, exclude=("file_hash",))
                image.save()
        references.images[key] = image


def load_site(references: References) -> None:
    (row,) = read("pages/site.yaml")
    site = SiteSettings.objects.first()
    if site is not None:
        return
    site = SiteSettings()
    fill(
        site,
        row,
        name="name",
        claim="claim",
        phone="phone",
        phone_hours="phone_hours",
        email="email",
        address="address",
    )
    site.header_links = [("link", _link(link, references)) for link in row.children("header_links")]
    site.footer_columns = [
        (
            "column",
            {"title": column.need("title"), "links": [_link(link, references) for link in column.children("links")]},
        )
        for column in row.children("footer_columns")
    ]
    row.finish()
    check(site, row, exclude=("header_links", "footer_columns"))
    site.save()


def _link(row: Row, references: References) -> dict[str, Any]:
    path = row.take("page")
    page = references.page(path) if path else None
    # A routable part such as /leistungen/a-z/ is an address, not a page.
    link = {"label": row.need("label"), "page": page, "url": row.take("url") or ("" if page else path)}
    row.finish()
    if not (link["page"] or link["url"]):
        raise row.error("page", "Seite oder Adresse fehlt")
    return link


def load_alerts(references: References) -> None:
    for row in read("pages/alerts.yaml"):
        alert = Alert(title=row.need("title"))
        fill(alert, row, level="level", text="text", start="start", end="end")
        path = row.take("page")
        alert.page = references.need_page(row, "page", path) if path else None
        if not Alert.objects.filter(title=alert.title).exists():
            _save_new(alert, row)


def _save_new(record: Any, row: Row) -> None:
    row.finish()
    if record.pk is None:
        check(record, row)
        record.save()
