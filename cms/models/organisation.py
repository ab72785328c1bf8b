from django.db import models

from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from cms.retention import NotPersonal


class Department(models.Model):
    """The office of the administration that answers for pages; what citizens visit is an office page."""

    name = models.CharField("Name", max_length=200, unique=True, help_text="Amtlicher Name, ohne Abkürzung.")
    slug = models.SlugField("Kurzname", unique=True, help_text="Kleinbuchstaben und Bindestriche. Bleibt gleich.")
    email = models.EmailField(
        "E-Mail", blank=True, help_text="Gemeinsames Postfach; dorthin gehen Nachrichten vom Kontaktformular."
    )
    phone = models.CharField("Telefon", max_length=60, blank=True, help_text="Zum Beispiel 0234 910-1950.")
    parent = models.ForeignKey(
        "self",
        verbose_name="gehört zu",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="children",
        help_text="Dezernat oder Amt darüber. Leer: keines.",
    )

    retention = NotPersonal("Anschluss eines Amtes; Mitarbeitende erscheinen nur mit ihrer Aufgabe")

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        MultiFieldPanel([FieldPanel("email"), FieldPanel("phone")], "Kontakt"),
        FieldPanel("parent"),
    ]

    class Meta:
        verbose_name = "Amt oder Referat"
        verbose_name_plural = "Ämter und Referate"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class District(models.Model):
    """One of the six Stadtbezirke (Hauptsatzung § 2) with its statistical districts, one name per line."""

    number = models.CharField("Nummer", max_length=4, unique=True, help_text="Römische Zahl, zum Beispiel IV.")
    name = models.CharField("Name", max_length=60, unique=True, help_text="Ohne „Bochum-“ davor.")
    slug = models.SlugField("Kurzname", unique=True, help_text="Kleinbuchstaben und Bindestriche. Bleibt gleich.")
    statistical_districts = models.TextField("Statistische Bezirke", blank=True, help_text="Ein Name je Zeile.")
    position = models.PositiveSmallIntegerField("Reihenfolge", default=0, help_text="Kleine Zahlen zuerst.")

    panels = [
        FieldPanel("number"),
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("statistical_districts"),
        FieldPanel("position"),
    ]

    class Meta:
        verbose_name = "Stadtbezirk"
        verbose_name_plural = "Stadtbezirke"
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"
