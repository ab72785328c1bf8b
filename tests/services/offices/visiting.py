"""What the tests of offices look at, and when."""

from datetime import datetime, time

from django.test import Client

from bs4 import BeautifulSoup

from services.enums import HoursKind
from services.models import OfficePage
from tests import factories
from tests.services.opening_hours_reference import BERLIN

ADDRESS = "/dienststellen/standesamt/"
MORNING = datetime(2026, 12, 14, 9, tzinfo=BERLIN)


def open_office(city, title: str, opens: int = 8, closes: int = 12, **values) -> OfficePage:
    office = factories.OfficePageFactory(parent=city.offices, title=title, **values)
    for weekday in range(5):
        office.opening_hours.create(kind=HoursKind.VISIT, weekday=weekday, opens=time(opens), closes=time(closes))
    office.save()
    return office


def main(address: str = ADDRESS):
    return BeautifulSoup(Client().get(address).content, "html.parser").main


def words(address: str = ADDRESS) -> str:
    return " ".join(main(address).text.split())
