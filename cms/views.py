"""Serves pages."""

from django.http import HttpRequest, HttpResponse

from cms import routing


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page at `path`. Wagtail's view restrictions and serve hooks are off: nothing public is secret."""
    route = routing.find(request, path)
    request.trail = route.trail
    return route.page.check_request_method(request) or route.page.serve(request, *route.args, **route.kwargs)
