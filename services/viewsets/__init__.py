from services.viewsets.disruptions import DisruptionViewSet
from services.viewsets.exchange import ExchangeViewSetGroup
from services.viewsets.journeys import DecisionViewSet, JourneyViewSet
from services.viewsets.pages import OfficeViewSet, ServiceViewSet

__all__ = [
    "DecisionViewSet",
    "DisruptionViewSet",
    "ExchangeViewSetGroup",
    "JourneyViewSet",
    "OfficeViewSet",
    "ServiceViewSet",
]
