from services.models.building import Building, BuildingHours
from services.models.closure import ClosedOffice, Closure, EmergencyService
from services.models.contact import Contact
from services.models.decision import DecisionAnswer, DecisionIndexPage, DecisionNode, DecisionPage
from services.models.disruption import Disruption, DisruptionTarget
from services.models.fees import Fee
from services.models.indexes import OfficeIndexPage, ServiceIndexPage, TopicIndexPage
from services.models.journey import JourneyPage, JourneyStep, StepLink
from services.models.links import (
    RelatedService,
    Responsibility,
    ServiceContact,
    ServiceHours,
    ServiceOffice,
    ServiceTopic,
)
from services.models.lists import ServiceListPage
from services.models.office import OfficePage
from services.models.office_rows import OfficeException, OfficeHours, OfficePhone
from services.models.online import Account, OnlineService, TrustLevel
from services.models.online_progress import OnlineProgress
from services.models.records import DocumentRecord, Law
from services.models.rows import Deadline, Hint, LegalBasis, RequiredDocument, ServiceForm, ServiceKey, Step
from services.models.service import ServicePage
from services.models.topic import TopicPage

__all__ = [
    "Account",
    "Building",
    "BuildingHours",
    "ClosedOffice",
    "Closure",
    "Contact",
    "Deadline",
    "DecisionAnswer",
    "DecisionIndexPage",
    "DecisionNode",
    "DecisionPage",
    "Disruption",
    "DisruptionTarget",
    "DocumentRecord",
    "EmergencyService",
    "Fee",
    "Hint",
    "JourneyPage",
    "JourneyStep",
    "Law",
    "LegalBasis",
    "OfficeException",
    "OfficeHours",
    "OfficeIndexPage",
    "OfficePage",
    "OfficePhone",
    "OnlineProgress",
    "OnlineService",
    "RelatedService",
    "RequiredDocument",
    "Responsibility",
    "ServiceContact",
    "ServiceForm",
    "ServiceHours",
    "ServiceIndexPage",
    "ServiceKey",
    "ServiceListPage",
    "ServiceOffice",
    "ServicePage",
    "ServiceTopic",
    "Step",
    "StepLink",
    "TopicIndexPage",
    "TopicPage",
    "TrustLevel",
]
