"""Which alerts stand on a page now; the set is read once per generation, the clock decides while rendering."""

from collections import defaultdict

from wagtail.models import Page

from cms import clock, freshness
from cms.models import Alert

# At most three at once: more than that nobody reads.
MAX_ALERTS = 3
EVERYWHERE = [""]


def active_alerts(tree_path: str) -> list[Alert]:
    """Return the alerts of the page with this treebeard path, most urgent first, and set the page's `valid_until`."""
    now = clock.now()
    # A tuple is asked for all its branches at once.
    here = [alert for alert, branches in freshness.remember("alerts", _all) if tree_path.startswith(branches)]
    for alert in here:
        freshness.valid_until(alert.next_change(now))
    return sorted((alert for alert in here if alert.is_active(now)), key=Alert.sort_key)[:MAX_ALERTS]


def _all() -> list[tuple[Alert, tuple[str, ...]]]:
    """Return each alert with the tree paths it stands below: its page and that page's translations. Two statements."""
    alerts = list(Alert.objects.select_related("page"))
    keys = [alert.page.translation_key for alert in alerts if alert.page]
    branches = defaultdict(list)
    if keys:
        for key, path in Page.objects.filter(translation_key__in=keys).values_list("translation_key", "path"):
            branches[key].append(path)
    return [(alert, tuple(branches[alert.page.translation_key] if alert.page else EVERYWHERE)) for alert in alerts]
