"""Entries in the sitemap: live ones, once, in a fixed number of statements."""

import xml.etree.ElementTree as ET

from wagtail.models import Locale

from cms import sitemap
from directories.models import Entry

HOST = "http://testserver"


def addresses(client, page) -> list[str]:
    tree = ET.fromstring(client.get(f"/sitemap-{page.pk // sitemap.PART}.xml").content)
    found = tree.findall("s:url/s:loc", {"s": sitemap.NAMESPACE})
    return [address.text.removeprefix(HOST) for address in found if "/spielplatze/" in address.text]


def test_live_entries_stand_below_their_directory(client, entries, playgrounds):
    Entry.objects.filter(pk=entries["oel"].pk).update(live=False)
    base = "/verzeichnisse/spielplatze/"
    assert addresses(client, playgrounds) == [base, f"{base}nordpark/", f"{base}am-park/", f"{base}ruhrufer/"]
    assert client.get(f"{base}am-park/").status_code == 200


def test_translations_and_drafts_add_none(client, entries, playgrounds):
    turkish = playgrounds.copy_for_translation(Locale.objects.create(language_code="tr"), copy_parents=True)
    turkish.get_ancestors(inclusive=True).filter(depth__gt=1).update(live=True)
    found = [address for address in addresses(client, turkish) if address.startswith("/tr/")]
    assert found == ["/tr/verzeichnisse/spielplatze/"]
    playgrounds.unpublish()
    assert not any(address.startswith("/verzeichnisse/spielplatze/") for address in addresses(client, playgrounds))


def test_a_thousand_entries_cost_no_statement_more(client, playgrounds, django_assert_max_num_queries):
    fields = list(playgrounds.fields.all())
    new = [Entry(directory=playgrounds, external_id=f"n{number}", name=f"Ort {number}") for number in range(1000)]
    taken: set[str] = set()
    for entry in new:
        entry.prepare(fields, taken)
    Entry.objects.bulk_create(new)
    addresses(client, playgrounds)
    with django_assert_max_num_queries(3):
        assert len(addresses(client, playgrounds)) == 1001
