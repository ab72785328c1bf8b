from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.timezone import localtime

from cms import clock
from cms.retention import Clearing, Retention


class Feedback(models.Model):
    """What somebody thinks of one page; lands at the department that answers for it.

    The rating from 1 to 5 is that of the Single Digital Gateway: Regulation (EU) 2018/1724, Article 25.
    """

    class State(models.TextChoices):
        NEW = "new", "neu"
        IN_WORK = "in_work", "in Arbeit"
        CHANGED = "changed", "geändert"
        DECLINED = "declined", "nicht geändert"

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name="Seite", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # The address at that time: a page may move or go.
    path = models.CharField("Adresse der Seite", max_length=400)
    department = models.ForeignKey(
        "cms.Department", verbose_name="geht an", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    is_useful = models.BooleanField("hilfreich", null=True)
    rating = models.PositiveSmallIntegerField(
        "Punkte", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    text = models.TextField("Rückmeldung", max_length=2_000, blank=True)
    email = models.EmailField("E-Mail für die Antwort", blank=True)
    state = models.CharField("Stand", max_length=10, choices=State.choices, default=State.NEW)
    answer = models.TextField(
        "Antwort", max_length=2_000, blank=True, help_text="Was wurde geändert, oder warum nicht? Geht an die Person."
    )
    created_at = models.DateTimeField("eingegangen", default=clock.now, db_index=True)
    answered_at = models.DateTimeField("beantwortet", null=True, blank=True)

    # What told the department, and what told the person. Both go by their own rule, at the latest with the feedback.
    mail = models.OneToOneField(
        "cms.OutgoingMail", null=True, editable=False, on_delete=models.SET_NULL, related_name="feedback"
    )
    answer_mail = models.OneToOneField(
        "cms.OutgoingMail", null=True, editable=False, on_delete=models.SET_NULL, related_name="answered_feedback"
    )

    retention = Retention("Seiten verbessern und Rückmeldungen beantworten", since="created_at", days=365)
    # A week is enough to look into what did not arrive; then the address stands in no table, not even in the outbox.
    clearings = (Clearing(since="answered_at", days=7, fields=("email",), rows=("answer_mail",)),)

    class Meta:
        verbose_name = "Rückmeldung"
        verbose_name_plural = "Rückmeldungen"
        ordering = ["-created_at", "-pk"]
        default_permissions = ["view", "change"]

    def __str__(self) -> str:
        return f"{self.path} ({localtime(self.created_at):%d.%m.%Y})"
