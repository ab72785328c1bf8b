"""The site for gunicorn, noting every page it really renders: address and ETag, one line each, to RENDER_LOG.

The access log alone would not do: an answer may be another request's render, shared (cms.burst).
"""

import os
import threading
from collections.abc import Callable, Iterable
from typing import Any

from django.template.response import SimpleTemplateResponse, TemplateResponse

from cms.wsgi import application as site

_rendered = threading.local()
_render = TemplateResponse.render
# Lines this short are appended whole, also by several processes.
_log = open(os.environ["RENDER_LOG"], "a", buffering=1)  # noqa: SIM115 - open as long as the process


def noting(self: TemplateResponse) -> SimpleTemplateResponse:
    _rendered.any = True
    return _render(self)


TemplateResponse.render = noting  # type: ignore[method-assign,assignment]


def application(environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
    _rendered.any = False

    def started(status: str, headers: list[tuple[str, str]], *more: Any) -> Callable:
        if _rendered.any:
            _log.write(f"{environ['PATH_INFO']} {dict(headers).get('ETag', status)}\n")
        return start_response(status, headers, *more)

    return site(environ, started)
