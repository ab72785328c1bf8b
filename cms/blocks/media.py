"""Pictures."""

from typing import Any

from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock

from cms.blocks.links import wrong_field


class PictureValue(blocks.StructValue):
    @property
    def alternative(self) -> str:
        """What is read out instead of the picture; empty for decoration."""
        image = self.get("image")
        if not image or self.get("decorative"):
            return ""
        return self.get("alt") or image.default_alt_text


class PictureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label="Bild", help_text="Urheber und Lizenz stehen von selbst unter dem Bild.")
    alt = blocks.CharBlock(
        label="Alternative",
        required=False,
        max_length=300,
        help_text="Was zeigt das Bild, das nicht im Text steht? Leer: die Beschreibung aus der Bildersammlung.",
    )
    decorative = blocks.BooleanBlock(
        label="nur Schmuck", required=False, help_text="Vorleseprogramme überspringen das Bild."
    )
    caption = blocks.CharBlock(
        label="Bildunterschrift",
        required=False,
        max_length=300,
        help_text="Für alle sichtbar. Wiederholt nicht die Alternative.",
    )

    def clean(self, value: PictureValue) -> PictureValue:
        value = super().clean(value)
        image = value.get("image")
        if value.get("decorative") and value.get("alt"):
            raise _contradiction()
        is_decoration = value.get("decorative") or (image and image.is_decorative)
        if image and not (is_decoration or value.alternative or self.is_deferred_validation):
            raise wrong_field("alt", "Beschreiben Sie das Bild, oder markieren Sie es als „nur Schmuck“.")
        return value

    def get_preview_value(self) -> PictureValue:
        """Show the newest picture of the collection: a preview of nothing would teach nothing."""
        newest = get_image_model().objects.order_by("-pk").first()
        return self.normalize({"image": newest, "alt": "", "decorative": False, "caption": "Bildunterschrift"})

    def get_preview_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        return (parent_context or {}) | {"has_picture": bool(value.get("image"))}

    class Meta:
        icon = "image"
        label = "Bild"
        group = "Medien"
        description = "Ein Bild mit Alternative, Urheber und Lizenz."
        template = "blocks/picture.html"
        preview_template = "blocks/preview/picture.html"
        label_format = "{caption}"
        value_class = PictureValue


def _contradiction() -> StructBlockValidationError:
    return wrong_field("alt", "„Nur Schmuck“ hat keine Alternative: Leeren Sie das Feld, oder lösen Sie den Haken.")
