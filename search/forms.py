from django import forms

from wagtail.admin.forms import WagtailAdminPageForm

from search.models.words import CitizenWord
from search.words import store_words, words_of


class FindablePageForm(WagtailAdminPageForm):
    """Adds the citizens' words to the page form, one per line. They are rows of their own and live at once."""

    citizen_words = forms.CharField(
        label="So sagen Bürgerinnen und Bürger dazu",
        help_text="Ein Wort oder eine Wendung je Zeile, zum Beispiel „Perso“. Wirkt sofort, auch ohne Veröffentlichen.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["citizen_words"] = "\n".join(words_of(self.instance))

    def clean_citizen_words(self) -> list[str]:
        phrases = [" ".join(line.split()) for line in self.cleaned_data["citizen_words"].splitlines()]
        if too_long := next((phrase for phrase in phrases if len(phrase) > CitizenWord.MAX_PHRASE), None):
            raise forms.ValidationError(f"„{too_long[:40]} …“ ist länger als {CitizenWord.MAX_PHRASE} Zeichen.")
        return sorted({phrase for phrase in phrases if phrase})

    def save(self, commit=True):
        page = super().save(commit)
        # Without the field (an editor who may not see it) the words stay as they are.
        phrases = self.cleaned_data.get("citizen_words")
        if phrases is not None:
            # Stored when the page is: a preview runs this, too, and saves nothing.
            page.unsaved_citizen_words = tuple(phrases)
            if commit:
                store_words(page)
        return page
