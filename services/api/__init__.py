"""Services, offices and disruptions for other programs: `/api/v1/`."""

from ninja import Router

from services.api import disruptions, offices, services

router = Router()
router.add_router("", services.router)
router.add_router("", offices.router)
router.add_router("", disruptions.router)

__all__ = ["router"]
