from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden

from cms import loopback


class LoopbackDemoMiddleware:
    """Keeps a demonstration on its machine, even when somebody binds it to every interface: its passwords are known."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.DEMO and not loopback.is_address(request.META.get("REMOTE_ADDR", "")):
            text = "Die Demonstration antwortet nur auf dem Rechner, auf dem sie läuft."
            return HttpResponseForbidden(text, content_type="text/plain; charset=utf-8")
        return self.get_response(request)
