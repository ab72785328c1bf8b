from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable

from cms import clock
from cms.models import Record, Window
from services import periods
from services.record_forms import DisruptionForm


class Disruption(Record, Window, ClusterableModel):
    """Something does not work for a while; it shows wherever it matters, and ends itself.

    A planned one is announced from midnight of the day before (as GOV.UK's downtimes are).
    """

    ANNOUNCED = timedelta(days=1)

    title = models.CharField("Was ist gestört?", max_length=120, help_text="Zum Beispiel „Online-Ausweis gestört“.")
    message = models.TextField("Was heißt das?", max_length=400, blank=True, help_text="Was geht nicht, und bis wann?")
    alternative = models.TextField(
        "Was kann man stattdessen tun?", max_length=400, blank=True, help_text="Der andere Weg, zum Beispiel die 115."
    )
    is_major = models.BooleanField(
        "auch auf der Startseite", default=False, help_text="Nur, wenn es viele Menschen betrifft."
    )

    row_relations = ("targets",)
    base_form_class = DisruptionForm

    panels = [
        FieldPanel("title"),
        FieldPanel("message"),
        FieldPanel("alternative"),
        FieldRowPanel([FieldPanel("start"), FieldPanel("end")], "Zeitraum"),
        InlinePanel("targets", heading="Das ist betroffen", label="Betroffen", min_num=1),
        FieldPanel("is_major"),
    ]

    class Meta:
        verbose_name = "Störung"
        verbose_name_plural = "Störungen"
        ordering = ["-start", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_running(self) -> bool:
        return self.is_active(clock.now())

    @property
    def period(self) -> str:
        """The window in words: "Freitag, 27. November, 18 Uhr bis 22 Uhr"; empty while it runs without an end."""
        return periods.text(self.start, self.end, clock.now())

    @property
    def public_targets_text(self) -> str:
        """What is touched, without the names of pages that are not live."""
        pages = ("service", "office")
        return ", ".join(
            str(target)
            for target in self.targets.all()
            if all(page.live for page in (getattr(target, name) for name in pages) if page)
        )

    @property
    def targets_text(self) -> str:
        """What is touched, in words for the list of the editors."""
        return ", ".join(str(target) for target in self.targets.all())

    def announced_from(self) -> datetime | None:
        """Return midnight of the day before it starts, None if it has no start."""
        if self.start is None:
            return None
        local = timezone.localtime(self.start)
        return datetime.combine(local.date() - self.ANNOUNCED, time(), local.tzinfo)


class DisruptionTarget(Orderable):
    """One thing a disruption touches: a service, an office, a building, or an account of online services."""

    KINDS = ("service", "office", "building", "account")

    disruption = ParentalKey(Disruption, on_delete=models.CASCADE, related_name="targets")
    service = models.ForeignKey(
        "services.ServicePage",
        verbose_name="Leistung",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="disruption_targets",
        help_text="Genau eines von diesen vieren wählen.",
    )
    office = models.ForeignKey(
        "services.OfficePage",
        verbose_name="Dienststelle",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="disruption_targets",
        help_text="Betrifft auch ihre Leistungen.",
    )
    building = models.ForeignKey(
        "services.Building",
        verbose_name="Gebäude",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Betrifft alle Stellen im Haus.",
    )
    account = models.ForeignKey(
        "services.Account",
        verbose_name="Nutzerkonto",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Betrifft alle Onlinedienste mit diesem Konto.",
    )

    panels = [
        PageChooserPanel("service"),
        PageChooserPanel("office"),
        FieldRowPanel([FieldPanel("building"), FieldPanel("account")]),
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=(
                    models.Q(service__isnull=False, office=None, building=None, account=None)
                    | models.Q(service=None, office__isnull=False, building=None, account=None)
                    | models.Q(service=None, office=None, building__isnull=False, account=None)
                    | models.Q(service=None, office=None, building=None, account__isnull=False)
                ),
                name="disruption_touches_one_thing",
                violation_error_message="Wählen Sie genau eines: Leistung, Dienststelle, Gebäude oder Nutzerkonto.",
            )
        ]

    def __str__(self) -> str:
        return str(self.service or self.office or self.building or self.account)

    def clean(self):
        super().clean()
        if sum(getattr(self, f"{kind}_id") is not None for kind in self.KINDS) != 1:
            raise ValidationError("Wählen Sie genau eines: Leistung, Dienststelle, Gebäude oder Nutzerkonto.")
