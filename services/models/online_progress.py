"""The progress of the services towards being done online, day by day."""

from django.db import models


class OnlineProgress(models.Model):
    """How many services could be done online on a day: the OZG report over time. Counts of live services."""

    day = models.DateField("Tag", unique=True)
    services = models.PositiveIntegerField("Leistungen")
    fully_online = models.PositiveIntegerField("vollständig online")
    partly_online = models.PositiveIntegerField("teilweise online")
    offline = models.PositiveIntegerField("nicht online")

    class Meta:
        verbose_name = "Stand der Digitalisierung"
        verbose_name_plural = "Stand der Digitalisierung"
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day:%d.%m.%Y}"
