"""Where a link to a page of ours leads: to its version in the reader's language, and nowhere while it is not live."""

from django.utils.translation import get_language

from wagtail.models import Locale, Page

from cms import freshness


def live_target(page: Page | None) -> Page | None:
    """Return the live page to show: the translation into the active language, else the page itself, else nothing.

    Says the same as Wagtail's `.localized`, which asks the database for the language once per link.
    """
    if page is None:
        return None
    locale = freshness.remember("locale-ids", _locale_ids).get(get_language() or "", page.locale_id)
    translated = page if page.locale_id == locale else page.get_translation_or_none(locale)
    return next((target for target in (translated, page) if target and target.live), None)


def href(page: Page | None) -> str:
    """Return the address of the live page to show, "" without one."""
    target = live_target(page)
    return (target.get_url() or "") if target else ""


def _locale_ids() -> dict[str, int]:
    return dict(Locale.objects.values_list("language_code", "pk"))
