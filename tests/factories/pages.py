from datetime import date

from django.utils.text import slugify

from wagtail_factories import PageFactory

import factory

from home import models


class HousePageFactory(PageFactory):
    """A live page with a slug from its title; publish through a revision where signals matter."""

    title = factory.Sequence(lambda number: f"Seite {number}")
    slug = factory.LazyAttribute(lambda page: slugify(page.title))

    class Meta:
        abstract = True


class HomePageFactory(HousePageFactory):
    title = "Bochum"
    slug = "bochum"

    class Meta:
        model = models.HomePage


class SectionPageFactory(HousePageFactory):
    class Meta:
        model = models.SectionPage


class ContentPageFactory(HousePageFactory):
    class Meta:
        model = models.ContentPage


class NewsIndexPageFactory(HousePageFactory):
    title = "Aktuelles"

    class Meta:
        model = models.NewsIndexPage


class NewsPageFactory(HousePageFactory):
    date = date(2026, 11, 2)

    class Meta:
        model = models.NewsPage


class EventIndexPageFactory(HousePageFactory):
    title = "Veranstaltungen"

    class Meta:
        model = models.EventIndexPage


class EventPageFactory(HousePageFactory):
    class Meta:
        model = models.EventPage


class CreditsPageFactory(HousePageFactory):
    title = "Bildnachweise"

    class Meta:
        model = models.CreditsPage


class ContactPageFactory(HousePageFactory):
    title = "Kontakt"

    class Meta:
        model = models.ContactPage
