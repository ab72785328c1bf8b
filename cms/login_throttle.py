"""Counts wrong passwords: few per account and address, more per address alone (OWASP ASVS 5.0.0, 6.3.1)."""

from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt


class LoginThrottle(AxesDatabaseHandler):
    """Axes knows one limit for everything it counts; whoever is above the limit of the address is above that one."""

    def get_failures(self, request: HttpRequest, credentials: dict | None = None) -> int:
        failures = super().get_failures(request, credentials)
        return max(failures, settings.AXES_FAILURE_LIMIT) if _is_address_locked(request) else failures


def _is_address_locked(request) -> bool:
    recent = AccessAttempt.objects.filter(
        ip_address=request.axes_ip_address, attempt_time__gte=get_cool_off_threshold(request)
    )
    return (recent.aggregate(sum=Sum("failures_since_start"))["sum"] or 0) >= settings.LOGIN_FAILURES_PER_ADDRESS
