from datetime import datetime

from django.db import models

from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel

from cms.models.window import Window


class Alert(Window):
    """A notice above the page: everywhere, or on one page and everything below it, while its window is open."""

    class Level(models.TextChoices):
        EMERGENCY = "emergency", "Notfall"
        WARNING = "warning", "Warnung"
        INFO = "info", "Hinweis"

    ORDER = {Level.EMERGENCY: 0, Level.WARNING: 1, Level.INFO: 2}

    level = models.CharField("Stufe", max_length=10, choices=Level.choices, default=Level.INFO)
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
    ]

    class Meta:
        verbose_name = "Hinweis oder Warnung"
        verbose_name_plural = "Hinweise und Warnungen"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_emergency(self) -> bool:
        return self.level == self.Level.EMERGENCY

    def covers(self, tree_path: str) -> bool:
        """Whether the alert belongs on the page with this treebeard path."""
        return self.page is None or tree_path.startswith(self.page.path)

    def sort_key(self, _at: datetime | None = None) -> tuple[int, int]:
        return self.ORDER[self.Level(self.level)], -self.pk
