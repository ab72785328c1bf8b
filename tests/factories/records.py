from wagtail_factories import ImageFactory as WagtailImageFactory

import factory

from cms import models


class DepartmentFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Amt {number}")
    slug = factory.Sequence(lambda number: f"amt-{number}")

    class Meta:
        model = models.Department


class DistrictFactory(factory.django.DjangoModelFactory):
    number = "I"
    name = "Mitte"
    slug = "mitte"

    class Meta:
        model = models.District


class AlertFactory(factory.django.DjangoModelFactory):
    title = "Trinkwasser abkochen"

    class Meta:
        model = models.Alert


class ImageFactory(WagtailImageFactory):
    description = "Ein Fördergerüst"
    author = "Testredaktion"
    licence = "CC0 1.0"
    people = "none"

    class Meta:
        model = models.CityImage
