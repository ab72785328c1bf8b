from django.db import models


class CitizenWord(models.Model):
    """A word or phrase people use for a page: "perso" for "Personalausweis beantragen".

    Live at once, not part of a draft.
    """

    MAX_PHRASE = 80

    class Source(models.TextChoices):
        EDITOR = "editor", "Redaktion"
        IMPORT = "import", "Import"

    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name="Seite", on_delete=models.CASCADE, related_name="citizen_words"
    )
    language = models.CharField("Sprache", max_length=12, default="de")
    phrase = models.CharField("Wort oder Wendung", max_length=MAX_PHRASE)
    source = models.CharField("Herkunft", max_length=10, choices=Source.choices, default=Source.EDITOR)

    # Words belong to their page: no "used here" that would warn before it is deleted.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "So sagen Bürgerinnen und Bürger dazu"
        verbose_name_plural = "So sagen Bürgerinnen und Bürger dazu"
        ordering = ["phrase"]
        constraints = [models.UniqueConstraint(fields=["page", "language", "phrase"], name="unique_citizen_word")]

    def __str__(self) -> str:
        return self.phrase
