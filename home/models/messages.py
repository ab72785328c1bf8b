from django.db import models

from cms.retention import Retention


class ContactMessage(models.Model):
    """What somebody wrote on the contact page. Kept for a while, never for good."""

    class State(models.TextChoices):
        KEPT = "kept", "nur hier gespeichert"
        WAITING = "waiting", "Mail wartet"
        SENT = "sent", "an das Amt gemailt"
        FAILED = "failed", "Mail gescheitert"

    created = models.DateTimeField("eingegangen", db_index=True)
    # The words of the topic at that time: topics are rows of a page and may change.
    topic = models.CharField("Thema", max_length=120)
    department = models.ForeignKey(
        "cms.Department", verbose_name="geht an", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField("Nachricht")
    reply_email = models.EmailField("E-Mail für die Antwort", blank=True)
    state = models.CharField("Stand", max_length=10, choices=State.choices, default=State.KEPT)
    # Goes before the message does (its own rule); the state stays.
    mail = models.OneToOneField(
        "cms.OutgoingMail", null=True, editable=False, on_delete=models.SET_NULL, related_name="contact_message"
    )

    retention = Retention("Ihre Nachricht beantworten", since="created", days=90)

    class Meta:
        verbose_name = "Nachricht"
        verbose_name_plural = "Nachrichten"
        ordering = ["-created", "-pk"]
        default_permissions = ["view"]

    def __str__(self) -> str:
        return f"{self.topic} ({self.created:%d.%m.%Y})"
