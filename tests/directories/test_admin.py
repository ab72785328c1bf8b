"""Directories as editors meet them: fields on the page, entries with exactly these fields."""

from wagtail.models import Locale

import pytest
from bs4 import BeautifulSoup

from cms import freshness
from directories.models import DirectoryPage, Entry, EntryFacet
from tests import factories
from tests.editor import errors, save

ADDRESS = "/verzeichnisse/spielplatze/"


def row(**values) -> dict:
    return {"label": "Art", "key": "art", "kind": "choice", "choices": ""} | values


class TestFields:
    @pytest.fixture
    def page(self, index) -> DirectoryPage:
        return factories.DirectoryPageFactory(parent=index, title="Brunnen")

    def test_editors_define_the_fields_of_all_entries(self, page, editor):
        answer = save(
            editor, page, rows={"fields": [row(is_facet="on"), row(label="Höhe", key="hoehe", kind="number")]}
        )
        assert answer.status_code == 302, errors(answer)
        fields = DirectoryPage.objects.get(pk=page.pk).fields.order_by("sort_order")
        assert [(field.key, field.kind, field.is_facet) for field in fields] == [
            ("art", "choice", True),
            ("hoehe", "number", False),
        ]

    @pytest.mark.parametrize(
        ("wrong", "complaint"),
        [
            (
                {"kind": "text", "is_facet": "on"},
                {"fields.0.is_facet": ["Nur „Auswahl“ und „ja oder nein“ filtern die Liste."]},
            ),
            ({"key": "farbe", "is_facet": "on"}, {"fields.0.key"}),
            ({"key": "nicht so"}, {"fields.0.key"}),
        ],
    )
    def test_a_field_that_makes_no_sense_is_refused_at_its_place(self, page, editor, wrong, complaint):
        found = errors(save(editor, page, rows={"fields": [row(**wrong)]}))
        assert found == complaint if isinstance(complaint, dict) else set(found) == complaint

    def test_no_two_fields_have_one_name(self, page, editor):
        assert save(editor, page, rows={"fields": [row(), row(label="Anders")]}).status_code == 200

    def test_a_field_that_becomes_a_filter_filters_at_once(self, page, editor, client):
        save(editor, page, rows={"fields": [row()]})
        page = DirectoryPage.objects.get(pk=page.pk)
        factories.EntryFactory(directory=page, values={"art": ["Quelle"]})
        assert not EntryFacet.objects.exists()
        field = page.fields.get()
        field.is_facet = True
        page.fields.add(field)
        page.save_revision().publish()
        freshness.forget()
        assert "Quelle (1)" in client.get("/verzeichnisse/brunnen/").text


class TestEntries:
    def test_a_new_entry_first_says_where_it_belongs_then_the_form_knows_the_rest(self, playgrounds, editor):
        form = editor.get("/admin/eintraege/new/").context["form"]
        assert "directory" in form.fields
        assert not [name for name in form.fields if name.startswith("angabe_")]
        answer = editor.post("/admin/eintraege/new/", {"directory": playgrounds.pk, "name": "Am See", "city": "Bochum"})
        entry = Entry.objects.get()
        assert answer["Location"] == f"/admin/eintraege/edit/{entry.pk}/"
        assert (entry.slug, entry.live, entry.is_imported) == ("am-see", True, False)
        fields = editor.get(answer["Location"]).context["form"].fields
        assert {"angabe_art", "angabe_merkmal", "angabe_website"} <= set(fields)
        assert "directory" not in fields

    def data(self, entry: Entry, **values) -> dict:
        return {
            "name": entry.name,
            "slug": entry.slug,
            "external_id": entry.external_id,
            "city": entry.city,
            "live": "on",
            "latitude": "",
            "longitude": "",
        } | values

    def test_typed_values_are_checked_kept_and_public(
        self, entries, editor, client, django_capture_on_commit_callbacks
    ):
        entry = entries["ruhr"]
        typed = {
            "angabe_art": "Wasserspielplatz\nBolzplatz",
            "angabe_merkmal": "ja",
            "angabe_website": "ruhr.example",
            "latitude": "51,45",
            "longitude": "7,2",
        }
        with django_capture_on_commit_callbacks(execute=True):
            answer = editor.post(f"/admin/eintraege/edit/{entry.pk}/", self.data(entry, **typed))
        assert answer.status_code == 302, answer.context["form"].errors
        entry.refresh_from_db()
        assert entry.values == {
            "art": ["Wasserspielplatz", "Bolzplatz"],
            "merkmal": True,
            "website": "https://ruhr.example",
        }
        assert (entry.latitude, entry.longitude) == (51.45, 7.2)
        freshness.forget()
        assert "Ruhrufer" in client.get(f"{ADDRESS}?art=wasserspielplatz").text
        assert client.get("/suche/?q=ruhrufer").context["count"] == 1

    def test_an_entry_can_be_saved_after_its_directory_lost_all_fields(self, entries, playgrounds, editor):
        playgrounds.fields.all().delete()
        answer = editor.post(f"/admin/eintraege/edit/{entries['nord'].pk}/", self.data(entries["nord"]))
        assert answer.status_code == 302, answer.context["form"].errors
        assert Entry.objects.get(pk=entries["nord"].pk).values == {}

    def test_a_new_entry_belongs_to_the_german_page(self, playgrounds, editor):
        turkish = playgrounds.copy_for_translation(Locale.objects.create(language_code="tr"), copy_parents=True)
        form = editor.get("/admin/eintraege/new/").context["form"]
        assert [page.pk for page in form.fields["directory"].queryset] == [playgrounds.pk]
        answer = editor.post("/admin/eintraege/new/", {"directory": turkish.pk, "name": "Am See", "city": "Bochum"})
        assert set(answer.context["form"].errors) == {"directory"}
        offered = editor.get("/admin/eintraege/").context["filters"].form.fields["directory"].queryset
        assert [page.pk for page in offered] == [playgrounds.pk]

    def test_what_was_kept_is_shown_for_editing(self, entries, editor):
        form = editor.get(f"/admin/eintraege/edit/{entries['nord'].pk}/").context["form"]
        assert form["angabe_art"].value() == "Spielplatz\nBolzplatz"
        assert form["angabe_merkmal"].value() == "ja"
        assert "51,52" in str(form["latitude"])

    def test_saving_without_a_change_changes_nothing(self, entries, editor):
        for entry in entries.values():
            before = entry.values
            form = editor.get(f"/admin/eintraege/edit/{entry.pk}/").context["form"]
            html = BeautifulSoup("".join(str(form[name]) for name in form.fields), "html.parser")
            data = {
                field["name"]: field.get("value", field.text.strip()) for field in html.find_all(["input", "textarea"])
            }
            data |= {
                field["name"]: chosen["value"]
                for field in html.find_all("select")
                if (chosen := field.find("option", selected=True))
            }
            data.pop("is_kept")
            answer = editor.post(f"/admin/eintraege/edit/{entry.pk}/", data)
            assert answer.status_code == 302, answer.context["form"].errors
            after = Entry.objects.get(pk=entry.pk)
            assert (after.values, after.name, after.latitude) == (before, entry.name, entry.latitude)

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [
            ({"angabe_website": "javascript:alert(1)"}, "angabe_website"),
            ({"latitude": "91", "longitude": "7"}, "latitude"),
            ({"latitude": "51,4"}, "longitude"),
            ({"slug": "nordpark"}, "slug"),
            ({"external_id": "nord"}, "external_id"),
        ],
    )
    def test_what_makes_no_sense_is_refused_at_its_field(self, entries, editor, wrong, field):
        entry = entries["park"]
        answer = editor.post(f"/admin/eintraege/edit/{entry.pk}/", self.data(entry, **wrong))
        assert set(answer.context["form"].errors) == {field}

    def test_entries_are_found_by_name_street_directory_and_state(self, entries, index, editor):
        other = factories.DirectoryPageFactory(parent=index, title="Brunnen")
        factories.EntryFactory(directory=other, name="Nordbrunnen", live=False)

        def listed(query: str) -> set[str]:
            return {entry.name for entry in editor.get(f"/admin/eintraege/?{query}").context["object_list"]}

        assert listed("q=nord") == {"Nordpark", "Nordbrunnen"}
        assert listed("q=Parkstr") == {"Am Park"}
        assert listed(f"directory={other.pk}") == {"Nordbrunnen"}
        assert listed("live=false") == {"Nordbrunnen"}
        assert listed(f"district={entries['nord'].district_id}") == {"Nordpark"}

    def test_the_list_costs_the_same_for_few_and_many(
        self, entries, playgrounds, editor, django_assert_max_num_queries
    ):
        for _number in range(30):
            factories.EntryFactory(directory=playgrounds)
        editor.get("/admin/eintraege/")
        with django_assert_max_num_queries(30):
            editor.get("/admin/eintraege/")

    def test_deleting_is_for_approvers(self, entries, log_in):
        address = f"/admin/eintraege/delete/{entries['park'].pk}/"
        assert log_in("redaktion").post(address).status_code == 302
        assert Entry.objects.filter(slug="am-park").exists()
        log_in("freigabe").post(address)
        assert not Entry.objects.filter(slug="am-park").exists()

    def test_directories_are_listed_with_the_age_of_their_data(self, playgrounds, editor):
        answer = editor.get("/admin/verzeichnisse/")
        assert [page.title for page in answer.context["object_list"]] == ["Spielplätze"]
        assert "Stand der Daten" in answer.text
