from django.conf import settings
from django.http import HttpRequest, HttpResponse

from cms.middleware.audience import is_admin


class HeadersMiddleware:
    """The administration's own content policy, and the headers no library sets."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if is_admin(request):
            response._csp_config = settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"]
        if settings.PROCESS == "editor":
            # The same pages as on the public host: they belong into search engines once.
            response["X-Robots-Tag"] = "noindex"
        return response
