"""What the list from A to Z can be narrowed to; each has an address of its own, so that it can be kept and shared."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from services.enums import AppointmentNeed, Availability, FeeKind, TargetGroup, Verification


@dataclass(frozen=True)
class Filter:
    """`slug` stands in the address; a service must fulfil `condition` and not `unless`."""

    slug: str
    label: str | Promise
    condition: Q
    unless: Q | None = None


PRICED = [kind for kind in FeeKind if kind != FeeKind.FREE]

FILTERS = (
    Filter("online", _("online"), Q(online_availability__in=[Availability.YES, Availability.PARTLY])),
    Filter("ohne-termin", _("ohne Termin"), Q(appointment__in=[AppointmentNeed.NONE, AppointmentNeed.POSSIBLE])),
    Filter("kostenlos", _("kostenlos"), Q(fees__kind=FeeKind.FREE), Q(fees__kind__in=PRICED)),
    Filter("personen", _("für Privatpersonen"), Q(target_group__in=[TargetGroup.PERSON, TargetGroup.BOTH])),
    Filter("unternehmen", _("für Unternehmen"), Q(target_group__in=[TargetGroup.COMPANY, TargetGroup.BOTH])),
)


def find(slug: str) -> Filter | None:
    return next((found for found in FILTERS if found.slug == slug), None)


def narrowed(services: QuerySet, chosen: Filter) -> QuerySet:
    """Return the services to which the filter applies. What nobody has checked is no fact to filter by."""
    found = services.filter(chosen.condition).exclude(verification=Verification.UNVERIFIED).distinct()
    return found.exclude(chosen.unless) if chosen.unless else found
