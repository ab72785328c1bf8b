"""Pictures."""

from django.core.exceptions import ValidationError

from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock


class PictureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label="Bild")
    alt = blocks.CharBlock(
        label="Alternative",
        required=False,
        max_length=300,
        help_text="Was zeigt das Bild, das nicht im Text steht? Leer: die Beschreibung des Bildes.",
    )
    decorative = blocks.BooleanBlock(label="nur Schmuck", required=False)
    caption = blocks.CharBlock(label="Bildunterschrift", required=False, max_length=300)

    def clean(self, value):
        value = super().clean(value)
        image = value.get("image")
        described = value.get("alt") or (image and image.default_alt_text)
        if image and not value.get("decorative") and not described:
            error = ValidationError("Beschreiben Sie das Bild, oder markieren Sie es als „nur Schmuck“.")
            raise StructBlockValidationError(block_errors={"alt": error})
        return value

    class Meta:
        icon = "image"
        label = "Bild"
        group = "Medien"
        description = "Ein Bild mit Alternative, Urheber und Lizenz."
        template = "blocks/picture.html"
        preview_template = "blocks/preview/picture.html"
