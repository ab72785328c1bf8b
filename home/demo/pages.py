"""Builds the tree from `fixtures/pages/`: first every page as a draft, then texts and links, then live."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.utils import timezone

from wagtail.models import Page, Site

from cms.models import District
from home.demo import body
from home.demo.references import References
from home.demo.source import DemoError, Row, check, fill, read_folder
from home.models import ContactPage, ContactTopic, EventDate, EventPage, FrequentService, HomePage, NewsPage
from services.models import ServiceListPage

NOT_PAGES = {"departments.yaml", "districts.yaml", "site.yaml", "alerts.yaml"}
COMMON = ("summary", "reviewed_on", "show_in_menus")
# Field of the model → key of the YAML.
OWN_FIELDS: dict[type[Page], dict[str, str]] = {
    HomePage: {"question": "question", "intro": "intro"},
    NewsPage: {"date": "date", "kind": "kind"},
    ServiceListPage: {"kind": "kind"},
    EventPage: {"location": "location", "organiser": "organiser", "is_free": "free", "is_cancelled": "cancelled"},
}


def rows() -> list[Row]:
    return list(read_folder("pages", NOT_PAGES))


def create_home(found: list[Row]) -> HomePage:
    """Return the home page; the first one replaces Wagtail's welcome page."""
    home = HomePage.objects.first()
    if home:
        return home
    row = next((row for row in found if row.data.get("path") == "/"), None)
    if row is None:
        raise DemoError("pages: die Startseite fehlt (path: /)")
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title=row.need("title"), slug="bochum", live=False))
    site = Site.objects.get(is_default_site=True)
    site.root_page, site.site_name = home, home.title
    site.save()
    Page.objects.child_of(root).exclude(pk=home.pk).delete()
    return home


def create_drafts(found: list[Row], references: References) -> list[tuple[Row, Page]]:
    """Add what is missing below the home page and return (row, draft) of everything new, in order."""
    new: list[tuple[Row, Page]] = []
    for row in found:
        path = row.need("path")
        page = references.page(path) or _add_draft(row, path, references)
        if not page.first_published_at:
            new.append((row, page.specific))
    return new


def _add_draft(row: Row, path: str, references: References) -> Page:
    above, _slash, slug = path.rstrip("/").rpartition("/")
    parent = references.need_page(row, "path", f"{above}/")
    page = _model(row)(title=row.need("title"), slug=slug, live=False)
    if isinstance(page, NewsPage):
        # The column takes no draft without a day.
        page.date = timezone.localdate()
    return parent.add_child(instance=page)


def _model(row: Row) -> type[Page]:
    try:
        return apps.get_model(row.need("type"))
    except (LookupError, ValueError) as error:
        raise row.error("type", "diese Seitenart gibt es nicht") from error


def publish(row: Row, page: Any, references: References) -> None:
    """Fill a draft from its row, check it as the editor would, and publish it."""
    row.taken |= {"path", "type", "title"}
    # Its children were added after the draft was read; publishing writes the count of children, too.
    page.refresh_from_db(fields=["numchild"])
    fill(page, row, *COMMON, **OWN_FIELDS.get(type(page), {}))
    if image := row.take("social_image"):
        page.social_image = references.need_image(row, "social_image", image)
    if slug := row.take("department"):
        page.department = references.need_department(row, "department", slug)
    if hasattr(page, "body"):
        page.body = body.build(row, references)
    ROWS.get(type(page), _no_rows)(page, row, references)
    row.finish()
    check(page, row)
    page.save_revision().publish()


def _no_rows(page: Page, row: Row, references: References) -> None:
    """Most types of pages have no rows."""


def _home_rows(page: HomePage, row: Row, references: References) -> None:
    for child in row.children("frequent"):
        service = references.need_service(child, "service_nr", child.need("service_nr"))
        child.finish()
        page.frequent_services.add(FrequentService(service=service))


def _contact_rows(page: ContactPage, row: Row, references: References) -> None:
    for child in row.children("contact_topics"):
        department = references.need_department(child, "department", child.need("department"))
        topic = ContactTopic(label=child.need("label"), department=department)
        child.finish()
        page.contact_topics.add(topic)


def _event_rows(page: EventPage, row: Row, references: References) -> None:
    if number := row.take("district"):
        page.district = District.objects.filter(position=number).first()
        if page.district is None:
            raise row.error("district", f"den Stadtbezirk „{number}“ gibt es nicht")
    for child in row.children("dates"):
        date = EventDate()
        fill(date, child, "start", "end")
        child.finish()
        check(date, child, exclude=("page",))
        page.dates.add(date)


ROWS: dict[type[Page], Callable[[Any, Row, References], None]] = {
    HomePage: _home_rows,
    ContactPage: _contact_rows,
    EventPage: _event_rows,
}
