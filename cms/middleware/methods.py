from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from cms.middleware.audience import is_admin

READING = {"GET", "HEAD"}


class PublicMethodsMiddleware:
    """Public addresses answer GET and HEAD; POST reaches only views that declare `public_post` (cms.public_form)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in READING | {"POST"} or is_admin(request):
            return self.get_response(request)
        return self._refused()

    def process_view(self, request: HttpRequest, view: Callable, *_arguments) -> HttpResponse | None:
        if request.method in READING or is_admin(request) or getattr(view, "public_post", False):
            return None
        return self._refused()

    def _refused(self) -> HttpResponse:
        return HttpResponseNotAllowed(sorted(READING))
