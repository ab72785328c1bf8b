"""Which pages show a record: asked of the rows themselves, so that a draft of this minute counts, too."""

from collections.abc import Iterator
from typing import Any

from django.db import models

from modelcluster.fields import ParentalKey
from wagtail.models import Page

from cms import live_facts
from services.models import (
    Building,
    Closure,
    Contact,
    Disruption,
    EmergencyService,
    OfficePage,
    OnlineService,
    ServiceOffice,
)


def pages_using(record: models.Model) -> models.QuerySet[Page]:
    """Return the pages of all languages that show the record, by title. Two statements per kind of row."""
    used = Page.objects.filter(pk__in=_page_ids(record)).values_list("translation_key", flat=True)
    return Page.objects.filter(translation_key__in=list(used)).order_by("title", "pk")


def offices_with_hours_of(record: models.Model) -> list[OfficePage] | None:
    """Return the German offices that take their hours from this building; None for what has no hours to give."""
    if not isinstance(record, Building):
        return None
    offices = OfficePage.objects.filter(building=record, uses_building_hours=True)
    return list(offices.filter(locale_id=live_facts.source_locale_id()).order_by("title"))


def _page_ids(record: models.Model) -> set[int]:
    found = {page for relation in _relations(record) for page in _owners(record, relation)}
    return found | set(FURTHER.get(type(record), _none)(record, found))


def _relations(record: models.Model) -> Iterator[models.ForeignKey]:
    """Yield the foreign keys of all models that lead to this one, those without a way back included."""
    for field in record._meta.get_fields(include_hidden=True):
        key = getattr(field, "field", None)
        if field.auto_created and not field.concrete and isinstance(key, models.ForeignKey):
            yield key


def _owners(record: models.Model, key: models.ForeignKey) -> list[int]:
    """Return the ids of pages with this key, or with rows that have it; none for rows of anything else."""
    if issubclass(key.model, Page):
        owner = "pk"
    else:
        parents = [field for field in key.model._meta.fields if isinstance(field, ParentalKey)]
        owner = next((field.attname for field in parents if issubclass(field.related_model, Page)), "")
    return list(key.model._default_manager.filter(**{key.name: record}).values_list(owner, flat=True)) if owner else []


def _none(record: Any, found: set[int]) -> set[int]:
    return set()


def _services_at(record: Building, offices: set[int]) -> models.QuerySet:
    """The address of a building stands on the services of its offices."""
    return ServiceOffice.objects.filter(office__in=offices).values_list("service_id", flat=True)


def _office_of(record: Contact, found: set[int]) -> set[int]:
    return {record.office_id}


def _closed_by(record: Closure, found: set[int]) -> models.QuerySet:
    """A closure stands on offices it closes, on those of its buildings, and on those with an emergency service."""
    staffed = EmergencyService.objects.filter(closure=record).values("office")
    chosen = models.Q(closures__closure=record) | models.Q(building__closures__closure=record)
    chosen |= models.Q(pk__in=staffed)
    if record.all_offices:
        chosen |= models.Q(is_external=False)
    return OfficePage.objects.filter(chosen).values_list("pk", flat=True)


def _touched_by(record: Disruption, found: set[int]) -> set[int]:
    """A disruption stands on what it names, on the offices of its buildings, and on the services of all these."""
    targets = list(record.targets.all())
    buildings = [target.building_id for target in targets if target.building_id]
    offices = {target.office_id for target in targets if target.office_id}
    offices |= set(OfficePage.objects.filter(building__in=buildings).values_list("pk", flat=True))
    accounts = [target.account_id for target in targets if target.account_id]
    services = {target.service_id for target in targets if target.service_id}
    services |= set(ServiceOffice.objects.filter(office__in=offices).values_list("service_id", flat=True))
    services |= set(OnlineService.objects.filter(account__in=accounts).values_list("page_id", flat=True))
    return offices | services


# Pages that show a record without a key that leads to it.
FURTHER: dict[type[Any], Any] = {
    Building: _services_at,
    Contact: _office_of,
    Closure: _closed_by,
    Disruption: _touched_by,
}
