"""The editors' handbook inside the administration: the files of docs/redaktion, shown as they are."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.urls import path, re_path, reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.generic import TemplateView

from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from markdown_it import MarkdownIt
from markdown_it.token import Token

FIRST = "index"
NAME = "[a-z0-9-]+"
CHAPTER = re.compile(rf"({NAME})\.md(#.*)?")
PICTURE = re.compile(rf"bilder/({NAME}\.png)")


@dataclass(frozen=True)
class Chapter:
    title: str
    text: SafeString


def folder() -> Path:
    return Path(settings.BASE_DIR) / "docs" / "redaktion"


@cache
def chapter(path: Path) -> Chapter | None:
    """Return a file of the handbook as HTML, its first heading apart; None if there is no such file."""
    if not path.is_file():
        return None
    # Without HTML: what is no Markdown is shown as text.
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(path.read_text())
    title = tokens[1].content
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_open" and after:
            token.attrSet("id", _anchor(after.content))
        _adapt(token)
    return Chapter(title, mark_safe(markdown.renderer.render(tokens[3:], markdown.options, {})))  # noqa: S308 - ours


def _adapt(token: Token) -> None:
    """Lead links and pictures of the repository to their views, and dress tables as Wagtail does."""
    if token.type == "table_open":
        token.attrSet("class", "listing")
    for name in ("href", "src"):
        if value := token.attrGet(name):
            token.attrSet(name, _address(str(value)))
    for child in token.children or []:
        _adapt(child)


def _anchor(heading: str) -> str:
    """Return the id that links of the repository name: small letters, dashes between words."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _address(target: str) -> str:
    if found := CHAPTER.fullmatch(target):
        return reverse("handbook_chapter", args=[found[1]]) + (found[2] or "")
    if found := PICTURE.fullmatch(target):
        return reverse("handbook_picture", args=[found[1]])
    return target


class HandbookView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "wagtailadmin/handbook.html"
    header_icon = "help"

    def get_context_data(self, name: str = FIRST, **kwargs) -> dict[str, Any]:
        self.chapter = chapter(folder() / f"{name}.md")
        if self.chapter is None:
            raise Http404
        return super().get_context_data(**kwargs) | {"text": self.chapter.text}

    def get_page_title(self) -> str:
        return self.chapter.title if self.chapter else ""

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        first = {"url": reverse("handbook"), "label": "Handbuch"}
        here = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, first, here]


def picture(request: HttpRequest, name: str) -> FileResponse:
    file = folder() / "bilder" / name
    if not file.is_file():
        raise Http404
    return FileResponse(file.open("rb"))


urlpatterns = [
    path("handbuch/", HandbookView.as_view(), name="handbook"),
    re_path(rf"^handbuch/(?P<name>{NAME})/$", HandbookView.as_view(), name="handbook_chapter"),
    re_path(rf"^handbuch/bilder/(?P<name>{NAME}\.png)$", picture, name="handbook_picture"),
]
