from services import models
from tests.factories.pages import HousePageFactory


class ServiceIndexPageFactory(HousePageFactory):
    title = "Leistungen"

    class Meta:
        model = models.ServiceIndexPage


class ServicePageFactory(HousePageFactory):
    verification = "confirmed"

    class Meta:
        model = models.ServicePage


class TopicIndexPageFactory(HousePageFactory):
    title = "Themen"

    class Meta:
        model = models.TopicIndexPage


class TopicPageFactory(HousePageFactory):
    class Meta:
        model = models.TopicPage


class OfficeIndexPageFactory(HousePageFactory):
    title = "Dienststellen"

    class Meta:
        model = models.OfficeIndexPage


class OfficePageFactory(HousePageFactory):
    class Meta:
        model = models.OfficePage


class JourneyPageFactory(HousePageFactory):
    title = "Umzug"

    class Meta:
        model = models.JourneyPage


class DecisionIndexPageFactory(HousePageFactory):
    title = "Entscheidungshilfen"
    slug = "entscheidungshilfe"

    class Meta:
        model = models.DecisionIndexPage


class DecisionPageFactory(HousePageFactory):
    class Meta:
        model = models.DecisionPage


class ServiceListPageFactory(HousePageFactory):
    title = "Wer ist für mich zuständig?"
    slug = "zustaendigkeit"
    kind = "responsibility"

    class Meta:
        model = models.ServiceListPage
