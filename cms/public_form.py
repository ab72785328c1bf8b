"""Forms that anybody may send: no cookie, no login, no script.

Without a cookie there is no CSRF token. Instead the browser itself says that the request comes from our own pages; a
signed form id says that the form was ours, and when; an invisible field catches programs that fill in everything.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from cms import clock, freshness
from cms.client_address import client_address
from cms.rate_limit import RateLimit

# Nobody reads and fills in a form faster; whoever does may simply send it again.
MIN_AGE = timedelta(seconds=2)
MAX_AGE = timedelta(days=1)
CONTENT_TYPES = {"application/x-www-form-urlencoded", "multipart/form-data"}
# For all forms and per network (/24, /48): an office or a library shares one.
LIMIT = RateLimit(30, timedelta(minutes=10))

REFUSALS = {
    403: _("Das Formular wurde nicht von unserer Website abgeschickt."),
    413: _("Ihre Nachricht ist zu groß. Bitte kürzen Sie den Text, und senden Sie das Formular noch einmal."),
    415: _("Ihr Browser hat das Formular in einer Form geschickt, die wir nicht lesen können."),
    429: _("Aus Ihrem Netz kamen gerade sehr viele Formulare. Bitte versuchen Sie es in einigen Minuten noch einmal."),
}


class SeeOther(HttpResponseRedirect):
    """Sends the browser to another page after a form; reloading that page does not send the form again."""

    status_code = 303


class DecoyInput(forms.TextInput):
    """An input nobody sees, hears or reaches by keyboard. It counts as hidden: form templates need no case for it."""

    is_hidden = True
    markup = (
        '<div hidden><label>{} <input type="text" name="{}" value="" tabindex="-1" autocomplete="off"></label></div>'
    )

    def render(self, name: str, value: Any, attrs: dict | None = None, renderer: Any = None) -> SafeString:
        return format_html(self.markup, _("Dieses Feld bleibt leer"), name)


class PublicForm(forms.Form):
    """Base of all public forms: carries the signed id and the field that stays empty. Both stand in `hidden_fields`."""

    form_id = forms.CharField(widget=forms.HiddenInput, required=False)
    homepage = forms.CharField(widget=DecoyInput, required=False)

    def __init__(self, *args, form_name: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.form_name = form_name
        self.initial["form_id"] = new_id(form_name)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if problem := id_problem(cleaned.pop("form_id", ""), self.form_name):
            self.add_error(None, problem)
        if cleaned.pop("homepage", ""):
            self.add_error(None, _("Bitte senden Sie das Formular noch einmal."))
        return cleaned

    def renew(self) -> None:
        """Prepare what was refused for being sent once more: whoever was taken for a program loses nothing."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["form_id"] = new_id(self.form_name)
        data["homepage"] = ""
        self.data = data


def new_id(form_name: str) -> str:
    return _signer().sign(f"{form_name}:{int(clock.now().timestamp())}")


def id_problem(value: str, form_name: str) -> Any:
    """Return what is wrong with a form id, in the visitor's words; None for a good one."""
    try:
        name, _colon, seconds = _signer().unsign(value).rpartition(":")
    except BadSignature:
        name, seconds = "", "0"
    age = timedelta(seconds=clock.now().timestamp() - int(seconds))
    if name != form_name:
        return _("Das Formular kam unvollständig an. Bitte senden Sie es noch einmal.")
    if age > MAX_AGE:
        return _("Das Formular war länger als einen Tag offen. Bitte senden Sie es noch einmal.")
    if age < MIN_AGE:
        return _("Das ging sehr schnell. Bitte prüfen Sie Ihre Angaben, und senden Sie das Formular noch einmal.")
    return None


def _signer() -> Signer:
    return Signer(salt="cms.public_form")


class PublicFormView(View):
    """Shows a form and takes it: `GET`, `HEAD`, `POST`, nothing else.

    Subclasses name `form_class`, `form_name`, `template_name` and implement `form_valid`, which answers with
    `SeeOther(address)` or with the result. A page type serves one with `MyFormView.as_view(page=self)(request)` and
    has POST in its `allowed_http_methods`. The template gets `form`, `form_action` and `privacy_notice`.
    """

    http_method_names = ["get", "head", "post"]
    # Called with the data, if any, and `form_name`.
    form_class: Callable[..., PublicForm]
    form_name = ""
    template_name = ""
    page: Any = None
    max_bytes = 64 * 1024

    @classmethod
    def as_view(cls, **initkwargs):
        view = csrf_exempt(super().as_view(**initkwargs))
        # Read by PublicMethodsMiddleware.
        view.public_post = True  # type: ignore[attr-defined]
        return view

    def get(self, request: HttpRequest) -> HttpResponse:
        # Pages are kept for days as long as nothing changes; the id in this one must stay good enough to be sent.
        freshness.valid_until(clock.now() + MAX_AGE / 2)
        return self.render(self.form_class(form_name=self.form_name))

    def post(self, request: HttpRequest) -> HttpResponse:
        refused = self.refusal(request)
        if refused:
            return refused
        form = self.form_class(request.POST, form_name=self.form_name)
        if form.is_valid():
            return self.form_valid(form)
        form.renew()
        return self.render(form, status=422)

    def form_valid(self, form: PublicForm) -> HttpResponse:
        raise NotImplementedError

    def privacy_notice(self) -> str:
        """Return what is done with the data, as safe HTML; stands right above the button."""
        return ""

    def get_context(self, form: PublicForm) -> dict[str, Any]:
        return {
            "page": self.page,
            "form": form,
            "form_action": self.request.path,
            "privacy_notice": self.privacy_notice(),
        }

    def render(self, form: PublicForm, status: int = 200) -> HttpResponse:
        return TemplateResponse(self.request, self.template_name, self.get_context(form), status=status)

    def refusal(self, request: HttpRequest) -> HttpResponse | None:
        """Return the answer to a request that is not even read, or None."""
        if int(request.META.get("CONTENT_LENGTH") or 0) > self.max_bytes:
            return self.refuse(413)
        if not is_same_site(request):
            return self.refuse(403)
        if request.content_type not in CONTENT_TYPES:
            return self.refuse(415)
        if wait := LIMIT.wait(self.form_name, client_address(request)):
            return self.refuse(429, {"Retry-After": str(wait)})
        return None

    def refuse(self, status: int, headers: dict[str, str] | None = None) -> HttpResponse:
        context = {"page": self.page, "reason": REFUSALS[status], "form_action": self.request.path}
        return TemplateResponse(self.request, "cms/form_refused.html", context, status=status, headers=headers)


def is_same_site(request: HttpRequest) -> bool:
    """Whether the browser says that the request comes from our own pages (or from nowhere: a bookmark, a reload)."""
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site is not None:
        return fetch_site in {"same-origin", "none"}
    # Browsers before 2023 send no Sec-Fetch-Site, but one of these.
    source = request.headers.get("Origin") or request.headers.get("Referer") or ""
    try:
        parts = urlsplit(source)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and parts.netloc == request.get_host()
