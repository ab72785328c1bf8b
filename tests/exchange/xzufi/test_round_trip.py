"""What goes out comes back: for random records in XML alone, and through the database."""

from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command

from wagtail.models import Locale

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from exchange.xzufi import exporting, importing, saving
from exchange.xzufi.bodies import Addresses
from exchange.xzufi.catalogue import Catalogue
from exchange.xzufi.checking import check
from exchange.xzufi.fields import NOT_CARRIED, ROWS, TEXTS, VALUES
from exchange.xzufi.identity import Identity
from exchange.xzufi.parsing import objects
from exchange.xzufi.read_office import read_office
from exchange.xzufi.read_service import read_service
from exchange.xzufi.reading import Reading
from exchange.xzufi.report import Report
from exchange.xzufi.saving import Record
from exchange.xzufi.write_office import write_office
from exchange.xzufi.write_service import write_service
from exchange.xzufi.writing import XmlWriter
from services.models import OfficePage, ServicePage, TopicPage
from tests import factories
from tests.exchange.xzufi import records

WHO = Identity("L1", "LB", "1")


def read_back(path: Path, text: StringIO, model: type, reader: Any) -> tuple[dict[str, Any], Report]:
    path.write_text(text.getvalue())
    [written] = objects(path)
    reading = Reading(Report())
    values = reader(reading, written.children[0])
    check(reading, model)
    return values, reading.report


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(values=records.services(topics=["Ausweise", "Umzug & Wohnen"]))
def test_every_field_of_a_service_survives_the_xml(values: dict[str, Any], tmp_path: Path):
    text = StringIO()
    out = XmlWriter(text)
    with out.message():
        write_service(out, WHO, values, [], [item["topic"] for item in values["service_topics"]])
    found, report = read_back(tmp_path / "x.xml", text, ServicePage, read_service)
    assert found == values
    assert not report.messages


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(values=records.offices())
def test_every_field_of_an_office_survives_the_xml(values: dict[str, Any], tmp_path: Path):
    text = StringIO()
    out = XmlWriter(text)
    with out.message():
        write_office(out, WHO, values, None)
    found, report = read_back(tmp_path / "x.xml", text, OfficePage, read_office)
    assert found == values
    assert not report.messages


@pytest.fixture
def english(city) -> Locale:
    """The tree in English down to the indexes."""
    locale = Locale.objects.create(language_code="en")
    for page in (city.home, city.services, city.offices):
        page.copy_for_translation(locale).save_revision().publish()
    return locale


def record_of(page: Any, english: Locale) -> dict[str, Any]:
    return Record.load(type(page), page.pk, {"en": english.pk}, Addresses()).values


def create(model: type, values: dict[str, Any]) -> Any:
    catalogue = Catalogue.load()
    page = saving.new_page(model, values, catalogue.new_slug(model, values["title"]))
    page = saving.create(page, catalogue.indexes[model], values, catalogue.records, publish=True)
    saving.create_translation(page, Locale.objects.get(language_code="en"), values, "en")
    return page


def empty() -> None:
    for model in (ServicePage, OfficePage):
        for page in model.objects.all():
            page.delete()


# Without looking for a smaller example: each one loads a catalogue.
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(data=st.data())
def test_a_catalogue_comes_back_into_an_empty_site(data: st.DataObject, city, english: Locale, tmp_path: Path):
    empty()
    topic = TopicPage.objects.first() or factories.TopicPageFactory(parent=city.topics, title="Ausweise & Pässe")
    office = create(OfficePage, data.draw(records.offices()))
    service = create(ServicePage, data.draw(records.services(topics=[topic.pk])))
    other = create(ServicePage, {"title": "Andere"})
    service.related_services.create(related=other)
    service.service_offices.create(office=office)
    service.online_services.create(label="Antrag", url="https://example.org/", locale_id=service.locale_id)
    service.save_revision().publish()
    before = [record_of(page, english) for page in (office, service)]
    exporting.export(tmp_path / "katalog.xml", with_unverified=True)
    empty()
    report = importing.run(tmp_path / "katalog.xml")
    assert not report.messages, report.lines()
    found = [model.objects.filter(locale=service.locale_id) for model in (OfficePage, ServicePage)]
    after = [record_of(found[0].get(), english), record_of(found[1].exclude(title="Andere").get(), english)]
    for values in (*before, *after):
        # Pages have new numbers.
        related = [item["related"] for item in values.pop("related_services", ())]
        values["related"] = len(related)
        values["service_offices"] = len(values.get("service_offices", ()))
    assert after == before
    again = importing.run(tmp_path / "katalog.xml")
    assert again.counts["unverändert"] == 3
    assert set(again.counts) == {"unverändert"}


def test_command_names_what_stays_behind(city, tmp_path: Path):
    text = StringIO()
    call_command("export_xzufi", str(tmp_path / "katalog.xml"), stdout=text)
    assert "Leistung: interne Notiz" in text.getvalue()
    assert "Leistung: Wer ist für wen zuständig?" in text.getvalue()


def test_unverified_services_stay_here_unless_asked_for(city, tmp_path: Path):
    confirmed = factories.ServicePageFactory(parent=city.services, title="Geprüft")
    unverified = factories.ServicePageFactory(parent=city.services, title="Ungeprüft", verification="unverified")
    confirmed.related_services.create(related=unverified)
    text = StringIO()
    call_command("export_xzufi", str(tmp_path / "wenige.xml"), stdout=text)
    assert "1 nicht geprüfte Leistungen weggelassen" in text.getvalue()
    assert "Mit ihnen: --with-unverified" in text.getvalue()
    few = (tmp_path / "wenige.xml").read_text()
    assert "Geprüft" in few
    assert "Ungeprüft" not in few
    # Nothing points to what is not in the file.
    assert str(unverified.translation_key) not in few
    call_command("export_xzufi", str(tmp_path / "alle.xml"), "--with-unverified", stdout=text)
    assert "Nicht geprüfte Angaben gehen mit hinaus" in text.getvalue()
    assert "Ungeprüft" in (tmp_path / "alle.xml").read_text()


def test_every_field_is_carried_or_named():
    """A new field of a service or office must say which."""
    for model in (ServicePage, OfficePage):
        known = {*TEXTS[model], *VALUES[model], *ROWS[model], *NOT_CARRIED[model], "body", "citizen_words"}
        own = {field.name for field in model._meta.local_fields}
        assert {*own, *model.row_relations} - known <= {"page_ptr", "source_number"}
