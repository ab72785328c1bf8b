from django.db import models
from django.utils.timezone import localtime

from cms import clock
from cms.retention import Retention


class OutgoingMail(models.Model):
    """A mail that waits to be sent, or was: a mail server that is down delays a message and loses none."""

    class State(models.TextChoices):
        WAITING = "waiting", "wartet"
        SENT = "sent", "gesendet"
        FAILED = "failed", "gescheitert"
        KEPT = "kept", "nicht gesendet (Demonstration)"

    to = models.EmailField("an")
    reply_to = models.EmailField("Antwort an", blank=True)
    subject = models.CharField("Betreff", max_length=200)
    body = models.TextField("Text")
    created_at = models.DateTimeField("geschrieben", default=clock.now)
    # Empty: nobody tries any more.
    next_try_at = models.DateTimeField("nächster Versuch", null=True, default=clock.now, db_index=True)
    sent_at = models.DateTimeField("gesendet", null=True, blank=True)
    attempts = models.PositiveSmallIntegerField("Versuche", default=0)
    error = models.CharField("letzter Fehler", max_length=300, blank=True)
    # It is settled how the mail ended, but whoever wants to know has not been told yet.
    is_untold = models.BooleanField(default=False, editable=False)

    # Nobody tries any more, and all have been told.
    settled = models.Q(next_try_at=None, is_untold=False)
    retention = Retention("Post zustellen und bei Störungen noch einmal senden", since="created_at", days=30)

    class Meta:
        verbose_name = "ausgehende Mail"
        verbose_name_plural = "Postausgang"
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.subject} ({localtime(self.created_at):%d.%m.%Y})"

    @property
    def state(self) -> str:
        """How it stands with this mail, in words."""
        if self.sent_at:
            return str(self.State.SENT.label)
        if self.next_try_at:
            return str(self.State.WAITING.label)
        return str(self.State.FAILED.label if self.attempts else self.State.KEPT.label)
