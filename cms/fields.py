"""Field types of the house."""

from wagtail.fields import StreamField as WagtailStreamField


class StreamField(WagtailStreamField):
    """StreamField whose block definitions stay out of migrations.

    The migration sees a plain JSONField: a changed block needs no migration, and a data migration that
    saves a page keeps its body (with Wagtail's own field an emptied block list writes `[]`).
    """

    def __init__(self, block_types=(), **kwargs):
        # Without blocks when Django clones the field for a migration's state.
        super().__init__(block_types, **kwargs)

    def deconstruct(self):
        name, _path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_types", None)
        kwargs.pop("block_lookup", None)
        return name, "django.db.models.JSONField", [], kwargs
