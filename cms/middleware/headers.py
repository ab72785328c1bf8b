from django.conf import settings
from django.http import HttpRequest, HttpResponse

from cms import loopback
from cms.middleware.audience import is_admin

API_PATH = "/api/"


class HeadersMiddleware:
    """The administration's own content policy, and the headers no library sets."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith(API_PATH):
            # Open data: any website may read them, also an answer that says that nothing has changed.
            response["Access-Control-Allow-Origin"] = "*"
            response["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if is_admin(request):
            response._csp_config = settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"]
            # A preview is rendered by a request of its own and comes with the policy of the public page: no frames.
            del response["Content-Security-Policy"]
            response.setdefault("Cache-Control", "private, no-store")
        if settings.PROCESS == "editor" or (settings.DEMO and not loopback.is_asked_by_name(request)):
            # The same pages as on the public host, or pages nobody should take for the city's: not for search engines.
            response["X-Robots-Tag"] = "noindex"
        return response
