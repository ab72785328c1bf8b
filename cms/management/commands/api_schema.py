import json
from importlib import import_module

from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = (
        "Schreibt die Beschreibung der Schnittstelle /api/v1/ (OpenAPI): manage.py api_schema > docs/api/openapi.json"
    )

    def handle(self, *args, **options):
        schema = import_module(settings.ROOT_URLCONF).api.get_openapi_schema()
        self.stdout.write(json.dumps(schema, ensure_ascii=False, indent=2))
