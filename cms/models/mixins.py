"""The pieces a page is made of; each owns its fields and its panels."""

from django.db import models

from wagtail.admin.panels import FieldPanel, MultiFieldPanel


class SummaryMixin(models.Model):
    """One or two sentences that say what the page is for: lead, search result, teaser and social networks."""

    summary = models.TextField(
        "Kurztext",
        max_length=300,
        blank=True,
        help_text="Ein bis zwei Sätze: Was kann man hier erledigen? Steht über dem Text und in Trefferlisten.",
    )
    social_image = models.ForeignKey(
        "cms.CityImage",
        verbose_name="Bild für Teaser und soziale Netze",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Erscheint, wenn jemand die Seite teilt. Leer: das Bild aus den Angaben zur Website.",
    )

    social_panels = [FieldPanel("social_image")]

    class Meta:
        abstract = True


class OwnershipMixin(models.Model):
    """Who answers for the page and when somebody last looked at it."""

    department = models.ForeignKey(
        "cms.Department",
        verbose_name="verantwortlich",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Amt oder Referat, das Fragen zum Inhalt beantwortet.",
    )
    reviewed_on = models.DateField(
        "zuletzt geprüft am",
        null=True,
        blank=True,
        help_text="Tag, an dem jemand den ganzen Inhalt geprüft hat. Steht auf der Seite.",
    )

    ownership_panels = [MultiFieldPanel([FieldPanel("department"), FieldPanel("reviewed_on")], "Verantwortung")]

    class Meta:
        abstract = True
