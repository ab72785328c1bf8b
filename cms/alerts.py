"""Which alerts stand on a page now; the set is read once per generation, the clock decides while rendering."""

from cms import clock, freshness
from cms.models import Alert

# At most three at once: more than that nobody reads.
MAX_ALERTS = 3


def active_alerts(tree_path: str) -> list[Alert]:
    """Return the alerts of the page with this treebeard path, most urgent first, and set the page's `valid_until`."""
    now = clock.now()
    here = [alert for alert in freshness.remember("alerts", _all) if alert.covers(tree_path)]
    for alert in here:
        freshness.valid_until(alert.next_change(now))
    return sorted((alert for alert in here if alert.is_active(now)), key=Alert.sort_key)[:MAX_ALERTS]


def _all() -> list[Alert]:
    return list(Alert.objects.select_related("page"))
