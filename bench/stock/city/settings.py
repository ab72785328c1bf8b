"""What `wagtail start` writes, plus this app, the house's templates and the same database settings."""

import os
from pathlib import Path

from stock.settings.base import *  # noqa: F403
from stock.settings.base import INSTALLED_APPS, TEMPLATES

from cms.settings.databases import database

# Where the house's templates and icons are.
BASE_DIR = Path(os.environ["SITE_ROOT"])
INSTALLED_APPS = ["city", "wagtail.contrib.settings", "wagtail.contrib.typed_table_block", *INSTALLED_APPS]
TEMPLATES[0]["DIRS"] = [BASE_DIR / "templates"]
TEMPLATES[0]["OPTIONS"]["context_processors"].append("city.context_processors.city")
TEMPLATES[0]["OPTIONS"]["builtins"] = ["cms.templatetags.design"]

DEBUG = False
ALLOWED_HOSTS = os.environ["ALLOWED_HOSTS"].split(",")
SECRET_KEY = os.environ["SECRET_KEY"]
DATABASES = {"default": database(os.environ["DATABASE_URL"], BASE_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
LANGUAGE_CODE = "de"
TIME_ZONE = "Europe/Berlin"
