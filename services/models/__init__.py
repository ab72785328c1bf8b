from services.models.indexes import OfficeIndexPage, ServiceIndexPage, TopicIndexPage
from services.models.office import OfficeHours, OfficePage, OfficePhone
from services.models.rows import (
    Deadline,
    Fee,
    Hint,
    LegalBasis,
    OnlineService,
    RequiredDocument,
    ServiceOffice,
    ServiceTopic,
    Step,
)
from services.models.service import ServicePage
from services.models.topic import TopicPage

__all__ = [
    "Deadline",
    "Fee",
    "Hint",
    "LegalBasis",
    "OfficeHours",
    "OfficeIndexPage",
    "OfficePage",
    "OfficePhone",
    "OnlineService",
    "RequiredDocument",
    "ServiceIndexPage",
    "ServiceOffice",
    "ServicePage",
    "ServiceTopic",
    "Step",
    "TopicIndexPage",
    "TopicPage",
]
