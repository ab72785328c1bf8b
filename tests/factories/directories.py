import factory

from directories import models
from tests.factories.pages import HousePageFactory


class DirectoryIndexPageFactory(HousePageFactory):
    title = "Verzeichnisse"

    class Meta:
        model = models.DirectoryIndexPage


class DirectoryPageFactory(HousePageFactory):
    class Meta:
        model = models.DirectoryPage


class EntryFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Ort {number}")
    city = "Bochum"

    class Meta:
        model = models.Entry
