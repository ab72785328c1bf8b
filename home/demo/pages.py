"""Builds the tree from `fixtures/pages/`: first every page as a draft, then texts and links, then live."""

from pathlib import PurePosixPath
from typing import Any

from django.apps import apps
from django.utils import timezone

from wagtail.models import Page, Site

from cms.models import Department, District
from home.demo import body
from home.demo.references import References
from home.demo.source import FIXTURES, Row, check, fill, read
from home.models import ContactPage, ContactTopic, EventDate, EventPage, FrequentService, HomePage, NewsPage

NOT_PAGES = {"departments.yaml", "districts.yaml", "site.yaml", "alerts.yaml"}
COMMON = {"summary": "summary", "reviewed_on": "reviewed_on", "show_in_menus": "show_in_menus"}
OWN_FIELDS: dict[type[Page], dict[str, str]] = {
    HomePage: {"question": "question", "intro": "intro"},
    NewsPage: {"date": "date", "kind": "kind"},
    EventPage: {"location": "location", "organiser": "organiser", "is_free": "free", "is_cancelled": "cancelled"},
}


def rows() -> list[Row]:
    names = sorted(path.name for path in (FIXTURES / "pages").glob("*.yaml") if path.name not in NOT_PAGES)
    return [row for name in names for row in read(f"pages/{name}")]


def create_home(row: Row) -> HomePage:
    """Return the home page; the first one replaces Wagtail's welcome page."""
    home = HomePage.objects.first()
    if home:
        return home
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title=row.need("title"), slug="bochum", live=False))
    site = Site.objects.get(is_default_site=True)
    site.root_page, site.site_name = home, row.need("title")
    site.save()
    Page.objects.child_of(root).exclude(pk=home.pk).delete()
    return home


def create_drafts(found: list[Row], references: References) -> list[tuple[Row, Page]]:
    """Add what is missing below the home page and return (row, draft) of everything new, in order."""
    new: list[tuple[Row, Page]] = []
    for row in found:
        path = PurePosixPath(row.need("path"))
        page = references.home.specific if str(path) == "/" else _draft(row, path, references)
        if page and not page.first_published_at:
            new.append((row, page))
    return new


def _draft(row: Row, path: PurePosixPath, references: References) -> Page | None:
    if references.page(f"{path}/"):
        return references.page(f"{path}/").specific
    parent = references.page("" if str(path.parent) == "/" else f"{path.parent}/")
    if parent is None:
        raise row.error("path", f"die Seite „{path.parent}/“ darüber gibt es nicht")
    model = _model(row)
    page = model(title=row.need("title"), slug=path.name, live=False)
    if model is NewsPage:
        page.date = timezone.localdate()
    return parent.add_child(instance=page)


def _model(row: Row) -> type[Page]:
    try:
        return apps.get_model(row.need("type"))
    except (LookupError, ValueError) as error:
        raise row.error("type", "diese Seitenart gibt es nicht") from error


def publish(row: Row, page: Any, references: References) -> None:
    """Fill a draft from its row, check it as the editor would, and publish it."""
    row.take("type"), row.take("title"), row.take("path")
    # Its children were added after the draft was read; publishing writes the count of children, too.
    page.refresh_from_db(fields=["numchild"])
    fill(page, row, **COMMON, **OWN_FIELDS.get(type(page), {}))
    if image := row.take("social_image"):
        page.social_image = references.need_image(row, "social_image", image)
    if slug := row.take("department"):
        page.department = _department(row, slug)
    if hasattr(page, "body"):
        page.body = body.build(row, references)
    _add_rows(page, row, references)
    row.finish()
    check(page, row)
    page.save_revision().publish()


def _department(row: Row, slug: str) -> Department:
    department = Department.objects.filter(slug=slug).first()
    if department is None:
        raise row.error("department", f"„{slug}“ gibt es nicht")
    return department


def _add_rows(page: Any, row: Row, references: References) -> None:
    if isinstance(page, HomePage):
        for child in row.children("frequent"):
            service = references.need_service(child, "service_nr", child.need("service_nr"))
            page.frequent_services.add(FrequentService(service=service))
    elif isinstance(page, EventPage):
        _event_rows(page, row)
    elif isinstance(page, ContactPage):
        for child in row.children("contact_topics"):
            page.contact_topics.add(
                ContactTopic(label=child.need("label"), department=_department(child, child.need("department")))
            )


def _event_rows(page: EventPage, row: Row) -> None:
    if number := row.take("district"):
        page.district = District.objects.filter(position=number).first()
    for child in row.children("dates"):
        date = EventDate()
        fill(date, child, start="start", end="end")
        child.finish()
        check(date, child, exclude=("page",))
        page.dates.add(date)
