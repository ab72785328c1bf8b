from services.viewsets.closures import ClosureViewSet
from services.viewsets.disruptions import DisruptionViewSet
from services.viewsets.journeys import DecisionViewSet, JourneyViewSet
from services.viewsets.pages import OfficeViewSet, ServiceViewSet
from services.viewsets.records import RecordViewSetGroup

__all__ = [
    "ClosureViewSet",
    "DecisionViewSet",
    "DisruptionViewSet",
    "JourneyViewSet",
    "OfficeViewSet",
    "RecordViewSetGroup",
    "ServiceViewSet",
]
