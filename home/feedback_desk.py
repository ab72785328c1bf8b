"""Feedback in the administration: who deals with it, what was changed, and the answer that goes out once."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_path, gettext, override

from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Site

from cms import clock, navigation, outbox
from cms.models import OutgoingMail
from cms.moments import moment
from home.models import Feedback

# None: not answered.
USEFUL = {True: "ja", False: "nein", None: "keine Angabe"}
DONE = (Feedback.State.CHANGED, Feedback.State.DECLINED)
TOO_LATE = (
    "Jemand hat inzwischen geantwortet. Von Ihnen ist nichts gespeichert. "
    "Öffnen Sie die Rückmeldung neu, dann sehen Sie die Antwort."
)
GONE = "Diese Rückmeldung ist inzwischen gelöscht. Von Ihnen ist nichts gespeichert."


class FeedbackEditForm(WagtailAdminModelForm):
    """Whoever left an address hears what came of it: once, when the state says that somebody has decided."""

    # As it was when the form was opened: whoever has not seen the answer writes nothing over it.
    was_answered = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["was_answered"] = self.instance.answered_at is not None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instance.answered_at and not cleaned.get("was_answered"):
            raise ValidationError(TOO_LATE)
        if cleaned.get("state") in DONE and self.instance.email and not cleaned.get("answer"):
            self.add_error("answer", ValidationError("Die Person möchte eine Antwort. Was schreiben Sie ihr?"))
        return cleaned

    def save(self, commit: bool = True) -> Feedback:
        feedback = super().save(commit=False)
        if not commit:
            return feedback
        with transaction.atomic():
            # Only what the form shows.
            feedback.save(update_fields=list(self._meta.fields))
            if feedback.state in DONE:
                finish(feedback)
        return feedback


def finish(feedback: Feedback) -> None:
    """Close the feedback and answer it, if nobody has: of two who save at once, one finds the row already closed."""
    now = clock.now()
    if Feedback.objects.filter(pk=feedback.pk, answered_at=None).update(answered_at=now) == 0:
        return
    feedback.answered_at = now
    if feedback.email:
        feedback.answer_mail = answer(feedback)
        feedback.save(update_fields=["answer_mail"])


def answer(feedback: Feedback) -> OutgoingMail:
    """Put the answer into the outbox, in the language of the page it is about."""
    site = Site.objects.filter(is_default_site=True).first()
    context = {
        "feedback": feedback,
        "title": feedback.page.title if feedback.page else feedback.path,
        "url": f"{site.root_url if site else ''}{feedback.path}",
        "sender": f"Stadt {navigation.site_settings().name}",
    }
    with override(get_language_from_path(feedback.path) or settings.LANGUAGE_CODE):
        return outbox.queue(
            to=feedback.email,
            subject=gettext("Ihre Rückmeldung zu unserer Website"),
            body=render_to_string("home/mail/feedback_answer.txt", context),
        )


PANELS = [
    # Not as fields: they would look as if somebody could change what was written.
    HelpPanel(template="home/admin/feedback.html", heading="Das wurde geschrieben"),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("department"), FieldPanel("state")]), FieldPanel("answer")], "Das haben Sie getan"
    ),
]


class FeedbackIndexView(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[Feedback]:
        return super().get_base_queryset().select_related("department")


class FeedbackEditView(generic.EditView):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # The row is held from the look at it until it is saved: of two who answer at once, the second is told.
        with transaction.atomic():
            self.object = Feedback.objects.select_for_update().filter(pk=self.object_pk).first()
            if self.object:
                return super().post(request, *args, **kwargs)
        messages.error(request, GONE)
        return redirect(self.index_url_name)


class FeedbackDeleteView(generic.DeleteView):
    page_title = "Rückmeldung löschen"
    success_message = "Die Rückmeldung „%(object)s“ ist gelöscht."
    confirmation_message = (
        "Die Rückmeldung verschwindet für immer, auch aus dem Postausgang, samt der Antwort. Löschen Sie, wenn die "
        "Person es verlangt, die sie geschrieben hat. Was schon gemailt ist, muss das Amt selbst löschen."
    )

    def delete_action(self) -> None:
        mails = [self.object.mail_id, self.object.answer_mail_id]
        with transaction.atomic():
            super().delete_action()
            OutgoingMail.objects.filter(pk__in=filter(None, mails)).delete()


class FeedbackViewSet(ModelViewSet):
    model = Feedback
    name = "rueckmeldungen"
    icon = "comment"
    menu_label = "Rückmeldungen"
    menu_order = 455
    add_to_admin_menu = True
    index_view_class = FeedbackIndexView
    edit_view_class = FeedbackEditView
    delete_view_class = FeedbackDeleteView
    copy_view_enabled = False
    search_fields: ClassVar[list[str]] = ["path", "text"]
    list_filter: ClassVar[list[str]] = ["state", "department", "is_useful", "rating"]
    list_export: ClassVar[list[str]] = []
    list_display: ClassVar[list] = [
        "path",
        Column("department", label="geht an", accessor=lambda feedback: feedback.department or "zentrale Stelle"),
        Column("is_useful", label="hilfreich", accessor=lambda feedback: USEFUL[feedback.is_useful]),
        Column("rating", label="Punkte", sort_key="rating"),
        BooleanColumn("text", label="mit Text", accessor=lambda feedback: bool(feedback.text)),
        StatusTagColumn(
            "state",
            label="Stand",
            accessor="get_state_display",
            primary=lambda feedback: feedback.state not in DONE,
            sort_key="state",
        ),
        Column(
            "created_at",
            label="eingegangen",
            accessor=lambda feedback: moment(feedback.created_at),
            sort_key="created_at",
        ),
    ]
    edit_handler = ObjectList(PANELS, base_form_class=FeedbackEditForm)
