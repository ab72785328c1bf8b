from django.db import models


class SearchDocument(models.Model):
    """What the search knows of one live page; its words are postings."""

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, primary_key=True, related_name="search_document"
    )
    language = models.CharField(max_length=12)
    kind = models.CharField(max_length=20)
    # The folded title: who types a title finds its page first, whatever else the index says.
    key = models.CharField(max_length=255)
    summary = models.TextField(blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        indexes = [models.Index(fields=["language", "key"], name="search_document_key")]

    def __str__(self) -> str:
        return self.key


class SearchWord(models.Model):
    """A folded word of the index.

    `head` and `tail` are its first and last letters: they find compounds by equality, which is the same on every
    database and in every collation; a range of strings is not.
    """

    EDGE = 4

    language = models.CharField(max_length=12)
    word = models.CharField(max_length=40)
    head = models.CharField(max_length=EDGE)
    tail = models.CharField(max_length=EDGE)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "word"], name="unique_search_word")]
        indexes = [
            models.Index(fields=["language", "head"], name="search_word_head"),
            models.Index(fields=["language", "tail"], name="search_word_tail"),
        ]

    def __str__(self) -> str:
        return self.word


class SearchPosting(models.Model):
    """That a word stands in a document, and how much it says about it (see search.weighing)."""

    word = models.ForeignKey(SearchWord, on_delete=models.CASCADE, related_name="postings", db_index=False)
    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE, related_name="postings")
    is_service = models.BooleanField()
    weight = models.PositiveSmallIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        # Holds all the engine reads, the weightiest first: a word of 100,000 pages is read in part.
        indexes = [models.Index(fields=["word", "is_service", "-weight", "document"], name="search_posting")]

    def __str__(self) -> str:
        return f"{self.word_id} in {self.document_id}: {self.weight}"
