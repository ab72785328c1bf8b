from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

TEXT = ("text/", "application/json", "application/ld+json", "application/xml", "application/atom+xml", "image/svg+xml")


class CompressionMiddleware(GZipMiddleware):
    """Compresses text. Files (PDF, pictures) are compressed already and keep their length and ranges."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.streaming or not response.get("Content-Type", "").startswith(TEXT):
            return response
        return super().process_response(request, response)
