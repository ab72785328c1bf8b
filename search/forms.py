from wagtail.admin.forms import WagtailAdminPageForm

from django import forms

from search.models.words import CitizenWord

MAX_LENGTH = CitizenWord._meta.get_field("phrase").max_length


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
            words = CitizenWord.objects.filter(page_id=self.instance.pk).values_list("phrase", flat=True)
            self.initial["citizen_words"] = "\n".join(words)

    def clean_citizen_words(self) -> list[str]:
        phrases = [" ".join(line.split()) for line in self.cleaned_data["citizen_words"].splitlines()]
        if too_long := next((phrase for phrase in phrases if len(phrase) > MAX_LENGTH), None):
            raise forms.ValidationError(f"„{too_long[:40]} …“ ist länger als {MAX_LENGTH} Zeichen.")
        return sorted({phrase for phrase in phrases if phrase})

    def save(self, commit=True):
        page = super().save(commit)
        if page.pk:
            self._save_words(page)
        else:
            # A new page has no row yet: the words follow it as soon as it has one.
            page._citizen_words = self.cleaned_data.get("citizen_words", [])
        return page

    def _save_words(self, page) -> None:
        phrases = set(self.cleaned_data.get("citizen_words", []))
        rows = CitizenWord.objects.filter(page_id=page.pk)
        known = set(rows.values_list("phrase", flat=True))
        rows.filter(phrase__in=known - phrases).delete()
        language = page.locale.language_code
        CitizenWord.objects.bulk_create(
            [CitizenWord(page_id=page.pk, language=language, phrase=phrase) for phrase in sorted(phrases - known)]
        )
