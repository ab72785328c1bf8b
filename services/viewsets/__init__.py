from services.viewsets.pages import OfficeViewSet, ServiceViewSet

__all__ = ["OfficeViewSet", "ServiceViewSet"]
