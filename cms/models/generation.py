from django.db import models


class Generation(models.Model):
    """The one row that says how new the public site is (design: validate, never purge).

    `number` is milliseconds since 1970 at the last public change, or one more than before where two changes
    fall into the same millisecond: it never repeats, not even after a restore of an older database.
    """

    ROW = 1
    number = models.PositiveBigIntegerField()

    class Meta:
        verbose_name = "Generation"
        verbose_name_plural = "Generation"

    def __str__(self) -> str:
        return str(self.number)
