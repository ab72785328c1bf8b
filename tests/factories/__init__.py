"""Factories of the tests: the smallest record that is right, everything else said by the test."""

from tests.factories.directories import DirectoryIndexPageFactory, DirectoryPageFactory, EntryFactory
from tests.factories.pages import (
    ContactPageFactory,
    ContentPageFactory,
    CreditsPageFactory,
    EventIndexPageFactory,
    EventPageFactory,
    HomePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    SectionPageFactory,
)
from tests.factories.records import AlertFactory, DepartmentFactory, DistrictFactory, ImageFactory
from tests.factories.services import (
    DecisionIndexPageFactory,
    DecisionPageFactory,
    JourneyPageFactory,
    OfficeIndexPageFactory,
    OfficePageFactory,
    ServiceIndexPageFactory,
    ServiceListPageFactory,
    ServicePageFactory,
    TopicIndexPageFactory,
    TopicPageFactory,
)

__all__ = [
    "AlertFactory",
    "ContactPageFactory",
    "ContentPageFactory",
    "CreditsPageFactory",
    "DecisionIndexPageFactory",
    "DecisionPageFactory",
    "DepartmentFactory",
    "DirectoryIndexPageFactory",
    "DirectoryPageFactory",
    "DistrictFactory",
    "EntryFactory",
    "EventIndexPageFactory",
    "EventPageFactory",
    "HomePageFactory",
    "ImageFactory",
    "JourneyPageFactory",
    "NewsIndexPageFactory",
    "NewsPageFactory",
    "OfficeIndexPageFactory",
    "OfficePageFactory",
    "SectionPageFactory",
    "ServiceIndexPageFactory",
    "ServiceListPageFactory",
    "ServicePageFactory",
    "TopicIndexPageFactory",
    "TopicPageFactory",
]
