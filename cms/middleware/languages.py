from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation

from wagtail.models import Site

from cms import routing


class LiveLanguagesMiddleware:
    """A language without a live home page has no addresses: German words under `/ar/` would say they were Arabic.

    Stands behind Django's LocaleMiddleware (WCAG 3.1.1).
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = translation.get_language()
        if language == settings.LANGUAGE_CODE or self._is_live(request, language):
            return self.get_response(request)
        translation.activate(settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = settings.LANGUAGE_CODE
        raise Http404

    def _is_live(self, request: HttpRequest, language: str | None) -> bool:
        return language in routing.home_paths(Site.find_for_request(request))
