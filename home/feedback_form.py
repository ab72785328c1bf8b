"""What people think of one page: useful or not, points, a sentence, an address if they want to hear what came of it."""

from typing import Any

from django import forms
from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from wagtail.models import Page

from cms import navigation, outbox, routing
from cms.models import OutgoingMail
from cms.public_form import PublicForm, PublicFormView, SeeOther
from home.feedback_department import department_of
from home.models.feedback import Feedback

YES, NO = "ja", "nein"
# The five steps of the Commission's user feedback: Regulation (EU) 2020/1121, Article 9.
RATINGS = [
    ("", _("keine Angabe")),
    ("5", _("5 – sehr gut")),
    ("4", _("4 – gut")),
    ("3", _("3 – mittel")),
    ("2", _("2 – schlecht")),
    ("1", _("1 – sehr schlecht")),
]


class FeedbackForm(PublicForm):
    """Every answer is optional, but an empty form is no feedback."""

    is_useful = forms.TypedChoiceField(
        label=_("War diese Seite hilfreich?"),
        choices=[(YES, _("Ja")), (NO, _("Nein"))],
        coerce=lambda value: value == YES,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    rating = forms.TypedChoiceField(
        label=_("Wie viele Punkte geben Sie der Seite? 1 (sehr schlecht) bis 5 (sehr gut)"),
        choices=RATINGS,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("Was fehlt, was stimmt nicht, was war gut?"),
        help_text=_("Bitte nennen Sie keine Namen anderer Menschen und nichts über Ihre Gesundheit."),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": _("Ihre Rückmeldung ist zu lang: höchstens 2.000 Zeichen.")},
    )
    email = forms.EmailField(
        label=_("E-Mail für die Antwort"),
        help_text=_("Nur wenn Sie hören möchten, was wir geändert haben, zum Beispiel name@beispiel.de"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Diese Adresse ist nicht vollständig. Richtig ist zum Beispiel name@beispiel.de")},
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        answers = [cleaned.get(name) for name in ("is_useful", "rating", "text")]
        if not self.errors and all(answer in (None, "") for answer in answers):
            self.add_error(None, _("Beantworten Sie mindestens eine Frage."))
        return cleaned


class FeedbackView(PublicFormView):
    """`/rueckmeldung/ja/?zu=/themen/`: the form about the page in `zu`; opening it stores nothing yet."""

    form_class = FeedbackForm
    form_name = "feedback"
    template_name = "home/feedback_page.html"
    # The one chosen on the page, filled in.
    answer = ""

    def dispatch(self, request: HttpRequest, *args, **kwargs):
        if self.about is None:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def about(self) -> Page | None:
        return page_named(self.request)

    def get_context(self, form: PublicForm) -> dict[str, Any]:
        form.initial["is_useful"] = self.answer
        address = f"{self.request.path}?{urlencode({'zu': self.address})}"
        return super().get_context(form) | {"about": self.about, "form_action": address}

    @property
    def address(self) -> str:
        """The page's own address, however somebody wrote it."""
        assert self.about is not None
        return self.about.get_url(self.request) or ""

    def privacy_notice(self) -> str:
        (address,) = Feedback.clearings
        context = {"rule": Feedback.retention, "address": address, "url": navigation.places()["privacy"]}
        return render_to_string("home/partials/feedback_privacy.html", context)

    def form_valid(self, form: PublicForm) -> HttpResponse:
        data = form.cleaned_data
        feedback = Feedback(
            page_id=self.about.pk if self.about else None,
            path=self.address[:400],
            department=department_of(self.about) if self.about else None,
            **{name: data[name] for name in ("is_useful", "rating", "text", "email")},
        )
        with transaction.atomic():
            feedback.save()
            feedback.mail = notify(feedback, self.about)
            feedback.save(update_fields=["mail"])
        return SeeOther(f"{reverse('feedback_thanks')}?{urlencode({'zu': self.address})}")


def thanks(request: HttpRequest) -> HttpResponse:
    """Answer with a word of thanks and the way back."""
    about = page_named(request)
    if about is None:
        raise Http404
    return TemplateResponse(request, "home/feedback_thanks.html", {"about": about})


def page_named(request: HttpRequest) -> Page | None:
    """Return the live page of ours that the address names in `zu`; None for anything else."""
    return routing.live_page(request, request.GET.get("zu", ""))


def notify(feedback: Feedback, page: Page | None) -> OutgoingMail | None:
    """Tell the department that somebody wrote something; a mere click waits in the administration (None)."""
    department = feedback.department
    address = (department.email if department else "") or navigation.site_settings().email
    if not (feedback.text and address):
        return None
    return outbox.queue(
        to=address,
        subject=f"Rückmeldung zur Seite: {page}",
        body=render_to_string(
            "home/mail/feedback_arrived.txt",
            {"feedback": feedback, "page": page, "desk": f"{settings.WAGTAILADMIN_BASE_URL}/admin/rueckmeldungen/"},
        ),
    )
