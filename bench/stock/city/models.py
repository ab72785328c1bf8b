from django.db import models
from django.utils.text import slugify

from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.models import Page, Site

from .blocks import ColumnBlock, ContentBlock, LinkBlock


class Department(models.Model):
    name = models.CharField(max_length=200)
    objects = models.Manager()

    def __str__(self) -> str:
        return self.name


class ContentPage(Page):
    summary = models.TextField(blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    department = models.ForeignKey(Department, null=True, blank=True, on_delete=models.SET_NULL)
    body = StreamField(ContentBlock(required=False), blank=True)

    template = "home/content_page.html"
    open_graph_type = "website"

    @property
    def description(self) -> str:
        return self.search_description or self.summary

    def get_context(self, request, *args, **kwargs):
        headings = [
            {"text": block.value["text"], "anchor": slugify(block.value["text"])}
            for block in self.body
            if block.block_type == "heading" and block.value["level"] == "h2"
        ]
        root = Site.find_for_request(request).root_page
        above = self.get_ancestors().descendant_of(root, inclusive=True)
        breadcrumb = [{"title": page.title, "url": page.get_url(request)} for page in above]
        return super().get_context(request, *args, **kwargs) | {"contents": headings, "breadcrumb": breadcrumb}


@register_setting
class SiteSettings(BaseSiteSetting):
    name = models.CharField(max_length=60)
    phone = models.CharField(max_length=60, blank=True)
    phone_hours = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    address = models.TextField(blank=True)
    header_links = StreamField([("link", LinkBlock())], blank=True)
    footer_columns = StreamField([("column", ColumnBlock())], blank=True)
