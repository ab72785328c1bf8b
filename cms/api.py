"""The public interface `/api/v1/`: what all its parts share. To read only, for everybody, from any website.

Each app has a router of its own (`<app>.api`); cms.urls joins them. Answers are as fresh as pages and are validated
like pages (cms.middleware.freshness).
"""

from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Annotated, Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, re_path

from ninja import NinjaAPI, Router, Schema
from ninja.errors import ValidationError
from pydantic import Field

from cms import freshness
from cms.demonstration import DEMO_SENTENCE

LANGUAGES = [code for code, _name in settings.LANGUAGES]
# Further pages do not exist; a larger number would not fit into a statement.
MAX_PAGE = 10_000
METHODS = ("GET", "HEAD")

Language = Annotated[
    str,
    Field(
        settings.LANGUAGE_CODE,
        pattern=f"^({'|'.join(LANGUAGES)})$",
        description="Sprache der Texte. Zahlen, Tage und Adressen sind in allen Sprachen dieselben.",
    ),
]
PageNumber = Annotated[int, Field(1, ge=1, le=MAX_PAGE, description="Seite der Liste, ab 1.")]


class DetailQuery(Schema):
    lang: Language


class ListQuery(DetailQuery):
    page: PageNumber
    per_page: int = Field(100, ge=1, le=100, description="Einträge je Seite.")


class ListReply(Schema):
    """One page of a list; subclasses add `items`."""

    total: int = Field(description="Einträge auf allen Seiten.")
    page: int
    per_page: int
    pages: int = Field(description="Anzahl der Seiten.")
    notice: str = Field("", description="Leer, außer in einer Demonstration.")


class Complaint(Schema):
    name: str
    message: str


class ErrorReply(Schema):
    """Every answer that is no success."""

    status: int
    message: str
    fields: list[Complaint] = []


ERRORS = {404: ErrorReply, 422: ErrorReply}


def new_api(routers: Sequence[Router]) -> NinjaAPI:
    """Return the interface with these routers; made once, when addresses are loaded."""
    api = NinjaAPI(
        title="Stadt Bochum: Daten der Website",
        version="1",
        description="Leistungen, Dienststellen, Störungen und Verzeichnisse zum Weiterverwenden. Nur lesend.",
        docs_url=None,
        openapi_url="/openapi.json",
        urls_namespace="api",
    )
    for router in routers:
        api.add_router("", router)
    api.exception_handler(ValidationError)(_wrong_query)
    api.exception_handler(Http404)(_not_found)
    return api


def urls(api: NinjaAPI) -> tuple[list[URLPattern], str, str]:
    """Return the addresses of the interface, for `path("api/v1/", …)`."""
    found, app_name, namespace = api.urls
    patterns = [pattern for pattern in found if isinstance(pattern, URLPattern)]
    for pattern in patterns:
        pattern.callback = _to_read(pattern.callback)
    return [*patterns, re_path(r"", _to_read(_nothing))], app_name, namespace


def paged(items: list[Any], total: int, query: ListQuery) -> dict[str, Any]:
    """Return a `ListReply` with the items of the page that was asked for."""
    return {
        "items": items,
        "total": total,
        "page": query.page,
        "per_page": query.per_page,
        "pages": -(-total // query.per_page),
        "notice": DEMO_SENTENCE if settings.DEMO else "",
    }


def bounds(query: ListQuery) -> slice:
    """Return which rows of the whole list are on this page."""
    return slice((query.page - 1) * query.per_page, query.page * query.per_page)


def count(name: str, items: Any) -> int:
    """Return the length of a list that changes by publishing only, counted once per generation."""
    return freshness.remember(f"api-length:{name}", items.count)


def error(status: int, message: str, fields: Sequence[dict[str, str]] = ()) -> HttpResponse:
    """Return an `ErrorReply`."""
    body = ErrorReply(status=status, message=message, fields=[Complaint(**field) for field in fields])
    return HttpResponse(body.model_dump_json(), status=status, content_type="application/json; charset=utf-8")


def _to_read(view: Any) -> Callable[..., HttpResponse]:
    def answer(request: HttpRequest, **names: Any) -> HttpResponse:
        if request.method not in METHODS:
            return error(HTTPStatus.METHOD_NOT_ALLOWED, "Diese Schnittstelle lässt sich nur lesen.")
        method = request.method
        # The library knows no HEAD. Django leaves out the body, as long as it can tell.
        request.method = "GET"
        try:
            response: HttpResponse = view(request, **names)
        except Http404 as exception:
            return _not_found(request, exception)
        finally:
            request.method = method
        return response

    return answer


def _nothing(request: HttpRequest) -> HttpResponse:
    raise Http404


def _not_found(request: HttpRequest, exception: Http404) -> HttpResponse:
    return error(HTTPStatus.NOT_FOUND, "Das gibt es hier nicht.")


def _wrong_query(request: HttpRequest, exception: ValidationError) -> HttpResponse:
    fields = [{"name": str(found["loc"][-1]), "message": _in_german(found)} for found in exception.errors]
    return error(HTTPStatus.UNPROCESSABLE_ENTITY, "Die Anfrage enthält einen Wert, der hier nicht möglich ist.", fields)


def _in_german(found: dict[str, Any]) -> str:
    limits = found.get("ctx", {})
    match found["type"]:
        case "greater_than_equal":
            return f"Mindestens {limits['ge']}."
        case "less_than_equal":
            return f"Höchstens {limits['le']}."
        case "string_pattern_mismatch":
            return f"Möglich sind: {', '.join(LANGUAGES)}."
        case _:
            return "Erwartet wird eine ganze Zahl."
