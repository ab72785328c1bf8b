"""What belongs to exactly one service. Public text only."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from cms.models import TranslatedRow
from services import durations
from services.enums import DeadlineKind, DocumentForm, DurationUnit, HintKind
from services.leika import validate_key


class RequiredDocument(TranslatedRow):
    """What to bring: a record that many services share, or a text of its own, or both (the text then says more)."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="documents")
    record = models.ForeignKey(
        "services.DocumentRecord",
        verbose_name="aus der Liste der Unterlagen",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Name, Erklärung und „Wo bekomme ich das?“ kommen dann von dort.",
    )
    text = models.CharField(
        "Unterlage",
        max_length=300,
        blank=True,
        help_text="Zum Beispiel „Personalausweis oder Reisepass“. Leer: der Name aus der Liste.",
    )
    form = models.CharField(
        "Original oder Kopie",
        max_length=10,
        choices=DocumentForm.choices,
        blank=True,
        help_text="Leer, wenn es gleich ist.",
    )
    condition = models.CharField(
        "nur wenn", max_length=200, blank=True, help_text="Zum Beispiel „bei Kindern unter 16 Jahren“. Leer: immer."
    )

    translated_fields: ClassVar[tuple[str, ...]] = ("text", "condition")

    panels = [FieldPanel("record"), FieldPanel("text"), FieldRowPanel([FieldPanel("form"), FieldPanel("condition")])]

    class Meta(TranslatedRow.Meta):
        pass

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.text or (self.record.name if self.record else "")

    def clean(self):
        super().clean()
        if not self.text and not self.record_id:
            raise ValidationError({"text": "Wählen Sie eine Unterlage aus der Liste, oder beschreiben Sie sie hier."})


class Deadline(TranslatedRow):
    """A deadline, a day it is due, how long it is valid, or how long it takes: a duration, a text, or both."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="deadlines")
    kind = models.CharField(
        "Art",
        max_length=12,
        choices=DeadlineKind.choices,
        default=DeadlineKind.DEADLINE,
        help_text="„Dauer“ steht auch oben bei „Auf einen Blick“.",
    )
    duration = models.PositiveSmallIntegerField("Dauer", null=True, blank=True, help_text="Zahl, zum Beispiel 4.")
    duration_to = models.PositiveSmallIntegerField(
        "bis Dauer", null=True, blank=True, help_text="Zum Beispiel 6 für „4 bis 6 Wochen“. Leer: keine Spanne."
    )
    unit = models.CharField(
        "Einheit", max_length=10, choices=DurationUnit.choices, blank=True, help_text="Gehört zur Zahl davor."
    )
    # Not named `text`: that is what is shown.
    words = models.CharField(
        "Angabe in Worten",
        max_length=300,
        blank=True,
        help_text="Zum Beispiel „nach dem Einzug“. Steht hinter der Dauer, oder allein.",
    )

    translated_fields: ClassVar[tuple[str, ...]] = ("words",)

    panels = [
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("duration"), FieldPanel("duration_to"), FieldPanel("unit")]),
        FieldPanel("words"),
    ]

    class Meta(TranslatedRow.Meta):
        pass

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """Duration and words as one phrase: "2 Wochen nach dem Einzug"."""
        length = durations.text(self.duration, self.duration_to, self.unit)
        return " ".join(part for part in (length, self.words) if part)

    def clean(self):
        super().clean()
        if self.duration is None and not self.words:
            raise ValidationError({"words": "Geben Sie eine Dauer oder eine Angabe in Worten an."})
        if (self.duration is None) != (not self.unit):
            raise ValidationError({"unit": "Zahl und Einheit gehören zusammen."})
        if self.duration_to is not None and self.duration_to <= (self.duration or 0):
            raise ValidationError({"duration_to": "Die zweite Zahl muss größer sein als die erste."})


class Step(TranslatedRow):
    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="steps")
    title = models.CharField("Schritt", max_length=200, help_text="Eine Handlung, zum Beispiel „Termin buchen“.")
    text = models.TextField("Erklärung", blank=True, help_text="Nur, wenn der Schritt nicht für sich spricht.")

    translated_fields: ClassVar[tuple[str, ...]] = ("title", "text")

    panels = [FieldPanel("title"), FieldPanel("text")]

    class Meta(TranslatedRow.Meta):
        pass

    def __str__(self) -> str:
        return self.title


class LegalBasis(TranslatedRow):
    """A rule: the paragraph as text, its law from the list or written out."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="legal_bases")
    law = models.ForeignKey(
        "services.Law",
        verbose_name="Gesetz oder Satzung",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Aus der Liste. Name und Internetadresse kommen dann von dort.",
    )
    label = models.CharField(
        "Vorschrift",
        max_length=300,
        blank=True,
        help_text="Zum Beispiel „§ 17“, ohne Eintrag aus der Liste „§ 17 BMG“.",
    )
    own_url = models.URLField("Internetadresse", blank=True, help_text="Nur, wenn sie von der Liste abweicht.")

    translated_fields: ClassVar[tuple[str, ...]] = ("label",)

    panels = [FieldPanel("law"), FieldPanel("label"), FieldPanel("own_url")]

    class Meta(TranslatedRow.Meta):
        pass

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """Paragraph and law: "§ 17 Bundesmeldegesetz (BMG)"."""
        return " ".join(part for part in (self.label, str(self.law) if self.law else "") if part)

    @property
    def url(self) -> str:
        return self.own_url or (self.law.url if self.law else "")

    def clean(self):
        super().clean()
        if not self.label and not self.law_id:
            raise ValidationError({"label": "Nennen Sie die Vorschrift, oder wählen Sie ein Gesetz aus der Liste."})


class Hint(TranslatedRow):
    """A sentence people should know, sorted by what it is about."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="hints")
    kind = models.CharField(
        "Worum geht es?",
        max_length=16,
        choices=HintKind.choices,
        default=HintKind.GENERAL,
        help_text="Entscheidet, in welchem Abschnitt der Satz steht.",
    )
    text = models.CharField("Hinweis", max_length=400, help_text="Ein Satz, in einfachem Deutsch.")

    translated_fields: ClassVar[tuple[str, ...]] = ("text",)

    panels = [FieldRowPanel([FieldPanel("kind"), FieldPanel("text")])]

    class Meta(TranslatedRow.Meta):
        pass

    def __str__(self) -> str:
        return self.text


class ServiceForm(TranslatedRow):
    """A form to fill in, named with its number as people have it in their hands."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="forms")
    title = models.CharField("Name", max_length=200, help_text="Zum Beispiel „Wohnungsgeberbestätigung“.")
    number = models.CharField("Nummer", max_length=40, blank=True, help_text="Wie sie auf dem Formular steht.")
    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name="Datei",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Leer, wenn das Formular woanders liegt.",
    )
    url = models.URLField("Internetadresse", blank=True, help_text="Wo das Formular liegt, wenn es keine Datei ist.")
    is_accessible = models.BooleanField(
        "barrierefrei geprüft", default=False, help_text="Jemand hat geprüft, dass alle es ausfüllen können."
    )
    note = models.CharField(
        "Hinweis", max_length=300, blank=True, help_text="Zum Beispiel „von beiden unterschreiben“."
    )

    translated_fields: ClassVar[tuple[str, ...]] = ("title", "note")

    panels = [
        FieldRowPanel([FieldPanel("title"), FieldPanel("number")]),
        FieldPanel("document"),
        FieldPanel("url"),
        FieldPanel("is_accessible"),
        FieldPanel("note"),
    ]

    class Meta(TranslatedRow.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.title} ({self.number})" if self.number else self.title


class ServiceKey(Orderable):
    """A key of the state service catalogue (LeiKa); a service may have several."""

    page = ParentalKey("services.ServicePage", on_delete=models.CASCADE, related_name="service_keys")
    key = models.CharField(
        "LeiKa-Schlüssel", max_length=14, validators=[validate_key], help_text="14 Ziffern, beginnt mit 99."
    )

    panels = [FieldPanel("key")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "key"], name="unique_service_key")]

    def __str__(self) -> str:
        return self.key
