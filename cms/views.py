"""Serves pages."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from cms import routing


@csrf_exempt
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page at `path`. Wagtail's view restrictions and serve hooks are off: nothing public is secret.

    POST goes on to page types that allow it: they serve a `PublicFormView`, which needs no token (cms.public_form).
    """
    route = routing.find(request, path)
    request.trail = route.trail
    request.is_part = route.is_part
    return route.page.check_request_method(request) or route.page.serve(request, *route.args, **route.kwargs)


# Read by PublicMethodsMiddleware.
serve.public_post = True
