"""The form of the contact page: a message, the department it is for, an address for the answer if one is wanted."""

import logging
from typing import Any

from django import forms
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from wagtail.models import Page

from cms import clock, navigation, outbox, routing
from cms.contents import Heading
from cms.models import OutgoingMail
from cms.public_form import PublicForm, PublicFormView, SeeOther
from home.models.messages import ContactMessage

logger = logging.getLogger(__name__)

THANKS = "danke"


class ContactForm(PublicForm):
    """Asks for nothing that is not needed: no name, no phone.

    `about`: the address of the page that somebody writes about, if they came from its end.
    """

    about = forms.CharField(widget=forms.HiddenInput, required=False)
    topic = forms.ChoiceField(label=_("Thema"), error_messages={"required": _("Wählen Sie ein Thema.")})
    text = forms.CharField(
        label=_("Ihre Nachricht"),
        help_text=_("Bitte nennen Sie keine Namen anderer Menschen und nichts über Ihre Gesundheit."),
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={
            "required": _("Schreiben Sie, worum es geht."),
            "max_length": _("Ihre Nachricht ist zu lang: höchstens 5.000 Zeichen."),
        },
    )
    reply_email = forms.EmailField(
        label=_("E-Mail für die Antwort"),
        help_text=_("Nur wenn Sie eine Antwort möchten, zum Beispiel name@beispiel.de"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Diese Adresse ist nicht vollständig. Richtig ist zum Beispiel name@beispiel.de")},
    )

    def __init__(self, *args, topics: list[Any], about: Page | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["about"] = about.get_url() if about else ""
        field = self.fields["topic"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Bitte wählen")), *((str(topic.pk), topic.label) for topic in topics)]


class ContactFormView(PublicFormView):
    form_name = "contact"
    template_name = "home/contact_page.html"

    def form_class(self, *args, **kwargs) -> ContactForm:
        return ContactForm(*args, topics=list(self.page.contact_topics.all()), about=self.about, **kwargs)

    @cached_property
    def about(self) -> Page | None:
        """The live page of ours that the address or the form names; anything else somebody put there is not heard."""
        named = self.request.POST.get("about") or self.request.GET.get("zu")
        return routing.live_page(self.request, named) if named else None

    def privacy_notice(self) -> str:
        context = {"rule": ContactMessage.retention, "url": navigation.places()["privacy"]}
        return render_to_string("home/partials/contact_privacy.html", context)

    def get_context(self, form: PublicForm) -> dict[str, Any]:
        context = super().get_context(form) | {"about": self.about}
        if not self.page.contact_topics.all():
            # A page without topics, for example in another language, has no form.
            context["form"] = None
        page_context = self.page.get_context(self.request)
        if context["form"]:
            page_context["contents"].append(Heading(str(_("Schreiben Sie uns")), "schreiben"))
        return page_context | context

    def form_valid(self, form: PublicForm) -> HttpResponse:
        with transaction.atomic():
            message = self._message(form.cleaned_data)
            forward(message)
            message.save()
        return SeeOther(f"{self.page.get_url(self.request)}{THANKS}/")

    def _message(self, data: dict[str, Any]) -> ContactMessage:
        topic = next(topic for topic in self.page.contact_topics.all() if str(topic.pk) == data["topic"])
        about = f"\n\nZur Seite: {self.about.title} ({self.about.get_url()})" if self.about else ""
        return ContactMessage(
            created=clock.now(),
            topic=topic.label,
            department_id=topic.department_id,
            text=data["text"] + about,
            reply_email=data["reply_email"],
        )


def forward(message: ContactMessage) -> None:
    """Put a message into the outbox for its department; a demonstration keeps it in the administration only."""
    if settings.DEMO:
        return
    department = message.department
    address = (department.email if department else "") or navigation.site_settings().email
    if not address:
        logger.error("Weder das Amt noch die Website hat eine E-Mail-Adresse: Die Nachricht steht in der Verwaltung.")
        message.state = ContactMessage.State.FAILED
        return
    message.mail = outbox.queue(
        to=address,
        reply_to=message.reply_email,
        subject=f"Kontaktformular: {message.topic}",
        body=render_to_string("home/mail/contact_message.txt", {"message": message}),
    )
    message.state = ContactMessage.State.WAITING


def on_mail_sent(mail: OutgoingMail, **signal) -> None:
    ContactMessage.objects.filter(mail=mail).update(state=ContactMessage.State.SENT)


def on_mail_given_up(mail: OutgoingMail, **signal) -> None:
    ContactMessage.objects.filter(mail=mail).update(state=ContactMessage.State.FAILED)
