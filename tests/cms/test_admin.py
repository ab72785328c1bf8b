"""The administration as editors meet it: a short menu, German lists, an emergency in one form."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from wagtail.admin.menu import admin_menu
from wagtail.models import Collection

from bs4 import BeautifulSoup

from cms import clock
from cms.models import Alert
from tests.factories import (
    AlertFactory,
    ContentPageFactory,
    DepartmentFactory,
    DistrictFactory,
    ImageFactory,
    OfficePageFactory,
    SectionPageFactory,
)


def menu(client: Client) -> list[str]:
    request = client.get("/admin/").context["request"]
    return [item.label for item in sorted(admin_menu.menu_items_for_request(request), key=lambda item: item.order)]


def test_editors_see_only_what_they_work_with(editor):
    assert menu(editor) == [
        "Seiten",
        "Leistungen",
        "Schritt für Schritt",
        "Entscheidungshilfen",
        "Dienststellen",
        "Gemeinsame Angaben",
        "Schließungen",
        "Störungen",
        "Verzeichnisse",
        "Notfall melden",
        "Hinweise",
        "Bilder",
        "Dokumente",
        "Austausch (XZuFi)",
        "Hilfe",
    ]


def test_approvers_also_maintain_the_town_hall(log_in):
    assert {"Kontaktpost", "Stadtverwaltung", "Einstellungen"} <= set(menu(log_in("freigabe")))


def test_administrators_see_everything(log_in):
    assert {"Berichte", "Stadtverwaltung", "Einstellungen"} <= set(menu(log_in("admin")))


def test_nothing_in_the_administration_leads_to_another_site(editor):
    page = BeautifulSoup(editor.get("/admin/").content, "html.parser")
    outside = {link["href"] for link in page.find_all("a", href=True) if link["href"].startswith("http")}
    # Shown only to a browser without JavaScript.
    assert outside <= {"https://www.enable-javascript.com/"}


def test_lists_say_yes_in_german_and_nothing_else(editor, city):
    OfficePageFactory(parent=city.offices, title="Bürgerbüro", by_appointment_only=True)
    page = BeautifulSoup(editor.get("/admin/dienststellen/").content, "html.parser")
    cells = {cell.text.strip() for cell in page.select("tbody td")}
    assert {"ja", "nein"} <= cells
    assert not {"True", "False"} & set(page.select_one("tbody").text.split())


def test_the_search_of_all_pages_counts_pages(editor, city):
    ContentPageFactory(parent=city.home, title="Rathaus")
    SectionPageFactory(parent=city.home, title="Rathaus und Politik")
    page = BeautifulSoup(editor.get("/admin/pages/search/?q=Rathaus").content, "html.parser")
    assert "1-2 von 2 Seiten" in " ".join(page.main.text.split())


def test_the_explorer_begins_at_the_home_page(editor, city):
    answer = editor.get("/admin/pages/", follow=True)
    assert answer.context["parent_page"].pk == city.home.pk


def test_the_explorer_says_when_a_page_was_checked(editor, city):
    ContentPageFactory(parent=city.home, title="Geprüfte Seite", reviewed_on="2026-11-02")
    assert "02.11.2026" in editor.get(f"/admin/pages/{city.home.pk}/").content.decode()


class TestEmergency:
    def test_the_form_asks_for_title_text_and_end_only(self, editor):
        fields = editor.get(reverse("hinweise:emergency")).context["form"].fields
        assert list(fields) == ["title", "text", "end"]

    def test_the_form_names_itself_once(self, editor):
        page = BeautifulSoup(editor.get(reverse("hinweise:emergency")).content, "html.parser")
        assert page.title.text.split(" - ")[0].strip() == "Notfall melden"
        assert " ".join(page.h1.text.split()) == "Notfall melden"

    def test_the_first_page_leads_to_the_form(self, editor):
        assert reverse("hinweise:emergency") in editor.get("/admin/").content.decode()

    def test_a_reported_emergency_stands_on_every_page(self, editor, city, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            answer = editor.post(
                reverse("hinweise:emergency"),
                {"title": "Bombenfund in Weitmar", "text": "Verlassen Sie den Bereich. Fragen: 115."},
                follow=True,
            )
        assert "Der Notfall steht jetzt auf allen Seiten" in answer.content.decode()
        alert = Alert.objects.get()
        assert (alert.level, alert.page, alert.start, alert.end) == (Alert.Level.EMERGENCY, None, None, None)
        for address in ("/", "/leistungen/", "/gibt-es-nicht/"):
            assert "Bombenfund in Weitmar" in Client().get(address).content.decode()

    def test_it_needs_a_text_that_says_what_to_do(self, editor):
        answer = editor.post(reverse("hinweise:emergency"), {"title": "Bombenfund", "text": ""})
        assert answer.context["form"].errors == {"text": ["Dieses Feld muss ausgefüllt werden."]}
        assert not Alert.objects.exists()

    def test_it_cannot_end_before_it_begins(self, editor):
        over = (clock.now() - timedelta(hours=1)).strftime("%Y-%m-%d %H:%M")
        answer = editor.post(reverse("hinweise:emergency"), {"title": "Bombenfund", "text": "Weg.", "end": over})
        assert answer.context["form"].errors == {"end": ["Dieser Zeitpunkt ist schon vorbei."]}

    def test_the_first_page_shows_a_running_one(self, editor):
        AlertFactory(level="emergency", title="Stromausfall in Langendreer")
        AlertFactory(level="emergency", title="Längst vorbei", end=clock.now() - timedelta(days=1))
        page = editor.get("/admin/").content.decode()
        assert "Stromausfall in Langendreer" in page
        assert "Längst vorbei" not in page

    def test_it_is_ended_with_one_button(self, editor, city, django_capture_on_commit_callbacks):
        alert = AlertFactory(level="emergency", title="Stromausfall")
        page = BeautifulSoup(editor.get("/admin/").content, "html.parser")
        form = page.find("form", action=f"/admin/hinweise/{alert.pk}/beenden/")
        assert "Jetzt beenden: Stromausfall" in form.text
        with django_capture_on_commit_callbacks(execute=True):
            answer = editor.post(form["action"], follow=True)
        assert "steht auf keiner Seite mehr" in answer.text
        assert "Stromausfall" not in Client().get("/").text
        assert editor.get(form["action"]).status_code == 405

    def test_who_may_not_change_alerts_ends_none(self, editor, django_user_model):
        alert = AlertFactory(level="emergency")
        group = django_user_model.objects.get(username="redaktion").groups.get()
        group.permissions.remove(*group.permissions.filter(codename="change_alert"))
        editor.post(f"/admin/hinweise/{alert.pk}/beenden/")
        alert.refresh_from_db()
        assert alert.end is None

    def test_who_may_not_report_one_sees_no_form(self, log_in, django_user_model):
        client = log_in("redaktion")
        group = django_user_model.objects.get(username="redaktion").groups.get()
        group.permissions.remove(*group.permissions.filter(codename="add_alert"))
        assert "Notfall melden" not in menu(client)
        assert client.get(reverse("hinweise:emergency")).status_code == 302


def test_the_list_of_alerts_says_what_is_shown_where(editor, city):
    AlertFactory(title="Läuft", page=city.services)
    AlertFactory(title="Kommt", start=clock.now() + timedelta(days=1))
    AlertFactory(title="War", end=clock.now() - timedelta(days=1))
    page = " ".join(BeautifulSoup(editor.get("/admin/hinweise/").content, "html.parser").text.split())
    assert "wird gezeigt" in page
    assert "geplant" in page
    assert "beendet" in page
    assert "Leistungen und darunter" in page
    assert "überall" in page


def test_the_list_of_alerts_costs_the_same_for_one_and_for_ten(editor, city, django_assert_max_num_queries):
    for number in range(10):
        AlertFactory(title=f"Hinweis {number}", page=city.services)
    editor.get("/admin/hinweise/")
    with django_assert_max_num_queries(15):
        editor.get("/admin/hinweise/")


def test_records_of_the_town_hall_have_german_lists(log_in):
    DepartmentFactory(name="Amt für Bürgerservice")
    DistrictFactory()
    client = log_in("admin")
    assert "Amt für Bürgerservice" in client.get("/admin/aemter/").content.decode()
    assert "Mitte" in client.get("/admin/stadtbezirke/").content.decode()
    assert client.get("/admin/aemter/new/").status_code == 200


def test_editors_do_not_change_departments(editor):
    assert editor.get("/admin/aemter/new/").status_code == 302


def test_the_login_says_in_german_what_for(client, db):
    page = client.get("/admin/login/").text
    assert "Anmelden bei der Redaktion" in page
    assert "Wagtail" not in BeautifulSoup(page, "html.parser").main.text


def test_the_mark_of_the_house_stands_above_the_menu(editor):
    page = editor.get("/admin/").text
    assert "icons/favicon.svg" in page
    assert "Redaktion Bochum" in BeautifulSoup(page, "html.parser").title.text


class TestPicture:
    """An upload without author or licence is kept aside until somebody names them."""

    def test_the_form_asks_for_author_and_licence(self, editor):
        fields = editor.get("/admin/images/add/").context["form"].fields
        wanted = ["title", "file", "description", "is_decorative", "author", "licence", "licence_url"]
        assert list(fields)[: len(wanted)] == wanted
        assert all(fields[name].help_text for name in wanted[1:])

    def test_editors_may_choose_and_change_pictures_of_others(self, editor):
        image = ImageFactory(collection=Collection.get_first_root_node())
        assert editor.get(f"/admin/images/{image.pk}/").status_code == 200
        assert editor.get("/admin/images/chooser/").status_code == 200


class TestEditorBar:
    def test_a_visitor_gets_none_and_the_page_stays_the_same_for_everybody(self, city):
        answer = Client().get("/")
        assert "userbar" not in answer.content.decode()
        assert "Cookie" not in answer.get("Vary", "")
        assert not answer.cookies

    def test_an_editor_gets_one(self, editor, city):
        assert "wagtail-userbar" in editor.get("/").content.decode()
