from cms.models.alerts import Alert
from cms.models.base import BasePage
from cms.models.generation import Generation
from cms.models.jobs import JobRun
from cms.models.media import CityImage, CityRendition
from cms.models.organisation import Department, District
from cms.models.outbox import OutgoingMail
from cms.models.records import Record
from cms.models.site import SiteSettings
from cms.models.translated_row import TranslatedRow
from cms.models.window import Window

__all__ = [
    "Alert",
    "BasePage",
    "CityImage",
    "CityRendition",
    "Department",
    "District",
    "Generation",
    "JobRun",
    "OutgoingMail",
    "Record",
    "SiteSettings",
    "TranslatedRow",
    "Window",
]
