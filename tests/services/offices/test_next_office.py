"""Where to go while an office is closed, and what one takes along: the next office and the card."""

from datetime import datetime

import pytest

from services.models import ServiceOffice
from tests import factories
from tests.services.offices.visiting import ADDRESS, open_office, words
from tests.services.opening_hours_reference import BERLIN


class TestNextOffice:
    @pytest.fixture
    def bureaus(self, city):
        above = factories.OfficePageFactory(parent=city.offices, title="Bürgerbüro")
        service = factories.ServicePageFactory(parent=city.services, title="Perso")
        ServiceOffice.objects.create(service=service, office=above)
        open_office(city, "Mitte", 8, 10, parent_office=above)
        open_office(city, "Gerthe", 14, 16, parent_office=above)
        open_office(city, "Weitmar", 11, 12, parent_office=above)

    def test_while_this_one_is_closed_the_next_one_to_open_is_named(self, bureaus, monday_morning):
        assert "Dasselbe erledigt auch" not in words("/dienststellen/mitte/")
        monday_morning.move_to(datetime(2026, 12, 14, 10, 30, tzinfo=BERLIN))
        assert "Dasselbe erledigt auch: Weitmar Heute, Montag, ab 11 Uhr." in words("/dienststellen/mitte/")
        monday_morning.move_to(datetime(2026, 12, 14, 13, tzinfo=BERLIN))
        assert "Dasselbe erledigt auch: Gerthe Heute, Montag, ab 14 Uhr." in words("/dienststellen/mitte/")

    def test_none_is_named_that_opens_later(self, bureaus, monday_morning):
        monday_morning.move_to(datetime(2026, 12, 14, 20, tzinfo=BERLIN))
        assert "Dasselbe erledigt auch" not in words("/dienststellen/mitte/")

    def test_the_page_is_rendered_anew_when_the_other_one_closes(self, bureaus, client, monday_morning):
        monday_morning.move_to(datetime(2026, 12, 14, 11, 30, tzinfo=BERLIN))
        tag = client.get("/dienststellen/mitte/")["ETag"]
        monday_morning.move_to(datetime(2026, 12, 14, 12, tzinfo=BERLIN))
        assert client.get("/dienststellen/mitte/", headers={"If-None-Match": tag}).status_code == 200

    def test_an_office_with_services_of_its_own_is_replaced_only_by_one_that_offers_them_all(
        self, city, monday_morning
    ):
        services = [factories.ServicePageFactory(parent=city.services, title=title) for title in ("Ehe", "Geburt")]
        registry = open_office(city, "Standesamt", 8, 9)
        half = open_office(city, "Nebenstelle", 8, 18)
        whole = open_office(city, "Außenstelle", 10, 12)
        for office, number in ((registry, 2), (half, 1), (whole, 2)):
            for service in services[:number]:
                ServiceOffice.objects.create(service=service, office=office)
        assert "Dasselbe erledigt auch: Außenstelle Heute, Montag, ab 10 Uhr." in words(registry.url)


class TestCard:
    def test_an_office_fits_into_every_address_book(self, office, client):
        office.phones.create(number="0234 910-1950", label="Termine")
        office.email = "standesamt@example.org"
        office.save()
        answer = client.get(f"{ADDRESS}visitenkarte/")
        assert answer["Content-Type"] == "text/vcard; charset=utf-8"
        assert answer["Content-Disposition"] == 'attachment; filename="standesamt.vcf"'
        lines = answer.text.replace("\r\n ", "").split("\r\n")
        assert lines[:3] == ["BEGIN:VCARD", "VERSION:3.0", "FN:Standesamt"]
        assert lines[-2:] == ["END:VCARD", ""]
        assert "ADR;TYPE=WORK:;2. Etage;Willy-Brandt-Platz 2–6;Bochum;;44787;Deutschland" in lines
        assert "GEO:51.481900;7.216200" in lines
        assert "TEL;TYPE=WORK,VOICE:0234 910-1950" in lines
        assert "EMAIL;TYPE=INTERNET,WORK:standesamt@example.org" in lines
        assert [line for line in lines if line.startswith("NOTE:Montag: 8–12 Uhr\\nDienstag: 8–12 Uhr")]

    def test_its_lines_are_short_enough_and_nothing_breaks_out_of_them(self, city, client):
        evil = 'Amt; für, "Ränke"\\ und Schmiede ' + "ä" * 60
        office = factories.OfficePageFactory(parent=city.offices, title=evil, hours_note="eins\r\nEND:VCARD")
        body = client.get(f"{office.url}visitenkarte/").content
        assert all(len(line) <= 75 for line in body.split(b"\r\n"))
        text = body.decode().replace("\r\n ", "")
        assert "FN:" + evil.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") in text
        assert text.count("\r\nEND:VCARD") == 1
