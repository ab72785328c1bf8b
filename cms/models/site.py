from django.db import models

from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.blocks import CharBlock, ListBlock, StructBlock
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from cms.blocks.links import LinkBlock
from cms.fields import StreamField
from cms.retention import NotPersonal


class LinkColumnBlock(StructBlock):
    title = CharBlock(label="Überschrift", help_text="Steht über den Links der Spalte.")
    links = ListBlock(LinkBlock(), label="Links")

    class Meta:
        label = "Spalte"


# BGG NRW § 8 (1), § 9 (3): interpreters and readable notices are free of charge for those who need them.
ASSISTANCE = (
    "Sie brauchen Gebärdensprach- oder Schriftdolmetschung, Leichte Sprache, Großdruck oder Braille? "
    "Das ist für Sie kostenlos. Sagen Sie es uns vor dem Termin."
)


@register_setting(icon="site", order=100)
class SiteSettings(BaseGenericSetting):
    """What the whole site says about the city: name, ways to reach it, header tasks and footer columns."""

    name = models.CharField(
        "Name der Stadt", max_length=60, default="Bochum", help_text="Steht im Kopf der Seite und in Suchmaschinen."
    )
    claim = models.CharField("Zusatz", max_length=120, blank=True, help_text="Ein kurzer Satz neben dem Namen.")
    phone = models.CharField("Telefon", max_length=60, blank=True, help_text="Zum Beispiel „115 oder 0234 910-0“.")
    phone_hours = models.CharField(
        "Zeiten am Telefon", max_length=120, blank=True, help_text="Zum Beispiel „Montag bis Freitag, 8 bis 18 Uhr“."
    )
    email = models.EmailField("E-Mail", blank=True, help_text="Postfach für alle Anliegen.")
    address = models.TextField("Anschrift", blank=True, help_text="Eine Zeile je Angabe. Steht im Fuß jeder Seite.")
    assistance = models.TextField(
        "Dolmetschen und lesbare Bescheide",
        max_length=600,
        blank=True,
        default=ASSISTANCE,
        help_text="Steht bei jeder Dienststelle und jeder Leistung mit Termin, mit E-Mail und Telefon von oben.",
    )
    header_links = StreamField(
        [("link", LinkBlock())],
        verbose_name="Aufgaben im Kopf der Seite",
        blank=True,
        help_text="Stehen auf jeder Seite in dieser Reihenfolge. Neues hat hier fast nie Platz.",
    )
    footer_columns = StreamField(
        [("column", LinkColumnBlock())],
        verbose_name="Spalten im Fuß der Seite",
        blank=True,
        help_text="Stehen auf jeder Seite ganz unten.",
    )
    social_image = models.ForeignKey(
        "cms.CityImage",
        verbose_name="Bild für soziale Netze",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Erscheint beim Teilen von Seiten, die kein eigenes Bild haben.",
    )

    retention = NotPersonal("Anschluss der Stadt")
    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("claim")], "Stadt"),
        MultiFieldPanel(
            [FieldPanel("phone"), FieldPanel("phone_hours"), FieldPanel("email"), FieldPanel("address")], "Kontakt"
        ),
        FieldPanel("assistance"),
        FieldPanel("header_links"),
        FieldPanel("footer_columns"),
        FieldPanel("social_image"),
    ]

    class Meta:
        verbose_name = "Angaben zur Website"
        verbose_name_plural = "Angaben zur Website"
