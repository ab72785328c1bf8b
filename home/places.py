"""The pages that every template may lead to: found by what they are, not by an address somebody typed."""

from django.conf import settings

from wagtail.models import Page

from cms import targets
from home.models import ContactPage, ContentPage, EventIndexPage, NewsIndexPage
from services.enums import ListKind
from services.models import DecisionIndexPage, ServiceIndexPage, ServiceListPage

# The law asks for this page, no type says which one it is.
PRIVACY = "datenschutz"


def addresses() -> dict[str, str]:
    """Return addresses in the reader's language by name, "" where there is no such page.

    A page that is not translated is linked in German; two statements per page.
    """
    services = targets.live_target(_first(ServiceIndexPage.objects.all()))
    return {
        "a_to_z": f"{services.get_url()}a-z/" if services else "",
        "contact": targets.href(_first(ContactPage.objects.all())),
        "decisions": targets.href(_first(DecisionIndexPage.objects.all())),
        "events": targets.href(_first(EventIndexPage.objects.all())),
        "news": targets.href(_first(NewsIndexPage.objects.all())),
        "responsibility": targets.href(_first(ServiceListPage.objects.filter(kind=ListKind.RESPONSIBILITY))),
        "privacy": targets.href(_first(ContentPage.objects.filter(slug=PRIVACY))),
    }


def _first(pages) -> Page | None:
    return pages.live().filter(locale__language_code=settings.LANGUAGE_CODE).order_by("path").first()
