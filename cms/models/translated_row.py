from typing import Any, ClassVar

from wagtail.models import Orderable, TranslatableMixin


class TranslatedRow(TranslatableMixin, Orderable):
    """A row whose texts may be translated and whose values exist once, on the German page (cms.live_facts).

    `translated_fields` are the texts; all other fields always come from the German row with the same translation key.
    """

    translated_fields: ClassVar[tuple[str, ...]] = ()
    # Set where the texts are in another language than the page, for `lang`.
    language = ""
    # The German row where this one is its translation as shown: what rows are compared by.
    source: "TranslatedRow | None" = None

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.locale_id is None:
            self.locale = self.get_default_locale()
        super().save(*args, **kwargs)
