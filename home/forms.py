"""Forms of page types that know more than their fields say."""

from django.utils import timezone

from cms import clock
from search.forms import FindablePageForm


class NewsForm(FindablePageForm):
    """News are of today until the editor says otherwise."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.date:
            self.initial["date"] = timezone.localdate(clock.now())
