from django.db import models


class JobRun(models.Model):
    """When a job ran last and is due next; its row is the lock that keeps two processes apart."""

    name = models.CharField("Auftrag", max_length=60, unique=True)
    # Empty for work that somebody starts by hand.
    next_at = models.DateTimeField("nächster Lauf", null=True, blank=True)
    # Set while it runs. A process that dies leaves it behind: from then on the job is free again.
    running_until = models.DateTimeField("läuft, höchstens bis", null=True, blank=True)
    started_at = models.DateTimeField("zuletzt begonnen", null=True, blank=True)
    finished_at = models.DateTimeField("zuletzt beendet", null=True, blank=True)
    error = models.CharField("letzter Fehler", max_length=300, blank=True)

    class Meta:
        verbose_name = "regelmäßiger Auftrag"
        verbose_name_plural = "Regelmäßige Aufträge"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
