from django.db import models

from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, PageChooserPanel

from cms import clock
from cms.models.window import Window


class Alert(Window):
    """A notice above the page: everywhere, or on one page and everything below it, while its window is open."""

    class Level(models.TextChoices):
        EMERGENCY = "emergency", "Notfall"
        WARNING = "warning", "Warnung"
        INFO = "info", "Hinweis"

    class State(models.TextChoices):
        RUNNING = "running", "wird gezeigt"
        PLANNED = "planned", "geplant"
        ENDED = "ended", "beendet"

    ORDER = {Level.EMERGENCY: 0, Level.WARNING: 1, Level.INFO: 2}

    level = models.CharField(
        "Stufe",
        max_length=10,
        choices=Level.choices,
        default=Level.INFO,
        help_text="Ein Notfall steht in voller Länge ganz oben. Warnungen und Hinweise sind eine Zeile zum Aufklappen.",
    )
    title = models.CharField("Überschrift", max_length=120, help_text="Das Wichtigste in einem Satz, ohne Fachwort.")
    text = models.TextField(
        "Text", max_length=600, blank=True, help_text="Was ist passiert? Was ist zu tun? Wen kann man fragen?"
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="nur auf dieser Seite und darunter",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Leer: überall.",
    )

    panels = [
        FieldPanel("level"),
        FieldPanel("title"),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("start"), FieldPanel("end")], "Zeitraum"),
        PageChooserPanel("page"),
        HelpPanel("<p>Auf jeder Seite stehen höchstens drei Hinweise zugleich, die dringendsten zuerst.</p>"),
    ]

    class Meta:
        verbose_name = "Hinweis oder Warnung"
        verbose_name_plural = "Hinweise und Warnungen"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def state(self) -> str:
        """Whether the window is open now, in words for the list of the editors."""
        now = clock.now()
        if self.is_active(now):
            return self.State.RUNNING.label
        return self.State.PLANNED.label if self.start and now < self.start else self.State.ENDED.label

    @property
    def place(self) -> str:
        return f"{self.page.title} und darunter" if self.page else "überall"

    def sort_key(self) -> tuple[int, int]:
        return self.ORDER[self.Level(self.level)], -self.pk
