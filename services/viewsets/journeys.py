"""Lists of journeys and decision helpers in the administration."""

from wagtail.admin.ui.tables.pages import ParentPageColumn
from wagtail.admin.viewsets.pages import PageListingViewSet

from services.models import DecisionPage, JourneyPage
from services.viewsets.pages import STATE, TITLE


class JourneyViewSet(PageListingViewSet):
    model = JourneyPage
    name = "schritt-fuer-schritt"
    icon = "list-ol"
    menu_label = "Schritt für Schritt"
    menu_order = 112
    add_to_admin_menu = True
    columns = [*TITLE, ParentPageColumn("parent", label="Lebenslage"), *STATE]


class DecisionViewSet(PageListingViewSet):
    model = DecisionPage
    name = "entscheidungshilfen"
    icon = "help"
    menu_label = "Entscheidungshilfen"
    menu_order = 114
    add_to_admin_menu = True
    columns = [*TITLE, *STATE]
