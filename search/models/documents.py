from django.db import models


class SearchDocument(models.Model):
    """What the search knows of one live page: folded words of title, citizens' words and text."""

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="search_document")
    language = models.CharField(max_length=12)
    kind = models.CharField(max_length=20)
    title = models.TextField()
    words = models.TextField()
    text = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["language", "kind"], name="search_language_kind")]

    def __str__(self) -> str:
        return self.title
