"""Departments, districts, pictures, site settings and alerts of the demo. What exists already stays as it is."""

from typing import Any

from django.core.files.images import ImageFile
from django.db.models import Model

from wagtail.models import Collection

from cms.models import Alert, CityImage, Department, District, SiteSettings
from home.demo.references import References
from home.demo.source import Row, check, file_of, fill, read


def load_departments(references: References) -> None:
    for row in read("pages/departments.yaml"):
        department = Department(slug=row.need("slug"))
        fill(department, row, "name", "email", "phone")
        if parent := row.take("parent"):
            department.parent = references.need_department(row, "parent", parent)
        _save_new(department, row, slug=department.slug)


def load_districts() -> None:
    for position, row in enumerate(read("pages/districts.yaml"), start=1):
        district = District(slug=row.need("slug"), position=position)
        fill(district, row, "number", "name")
        district.statistical_districts = "\n".join(row.items("statistical_districts"))
        _save_new(district, row, slug=district.slug)


def load_images(references: References, new: list[CityImage]) -> None:
    """Add the drawings, also to `new`; a missing file is named, not skipped."""
    for row in read("media/images.yaml"):
        key, title = row.need("key"), row.need("title")
        image = CityImage(title=title, collection=Collection.get_first_root_node())
        fill(image, row, "description", "is_decorative", "author", "licence", "licence_url", "people")
        file = file_of(row, "file", "media")
        references.images[key] = CityImage.objects.filter(title=title).first() or image
        with file.open("rb") as handle:
            image.file = ImageFile(handle, name=file.name)
            if _save_new(image, row, title=title):
                new.append(image)


def load_site(references: References) -> None:
    for row in read("pages/site.yaml"):
        site = SiteSettings()
        fill(site, row, "name", "claim", "phone", "phone_hours", "email", "address")
        site.header_links = [("link", _link(link, references)) for link in row.children("header_links")]
        site.footer_columns = [("column", _column(column, references)) for column in row.children("footer_columns")]
        _save_new(site, row, exclude=("header_links", "footer_columns"))


def _column(row: Row, references: References) -> dict[str, Any]:
    column = {"title": row.need("title"), "links": [_link(link, references) for link in row.children("links")]}
    row.finish()
    return column


def _link(row: Row, references: References) -> dict[str, Any]:
    label, path, url = row.need("label"), row.take("page"), row.take("url", "")
    page = references.need_target(row, "page", path) if path else None
    row.finish()
    if not (path or url):
        raise row.error("page", "Seite oder Adresse fehlt")
    return {"label": label, "page": page, "url": url or ("" if page else path)}


def load_alerts(references: References) -> None:
    for row in read("pages/alerts.yaml"):
        alert = Alert(title=row.need("title"))
        fill(alert, row, "level", "text", "start", "end")
        path = row.take("page")
        alert.page = references.need_page(row, "page", path) if path else None
        _save_new(alert, row, title=alert.title)


def _save_new(record: Model, row: Row, exclude: tuple[str, ...] = (), **key: str) -> bool:
    """Check and save the record unless there is one with this key; says whether it was saved."""
    row.finish()
    if type(record)._default_manager.filter(**key).exists():
        return False
    check(record, row, exclude)
    record.save()
    return True
