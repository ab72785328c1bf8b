"""Development: readable errors, separate style sheets, no TLS."""

import os

os.environ.setdefault("TLS", "false")
os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,localhost")
os.environ.setdefault("DATABASE_URL", "sqlite:///var/db.sqlite3")
os.environ.setdefault("SECRET_KEY", "nur-fuer-die-entwicklung-" * 3)
os.environ.setdefault("BASE_URL", "http://127.0.0.1:8000")

from cms.settings.production import *  # noqa: F403
from cms.settings.production import DATABASES, STORAGES, TEMPLATES, env
from cms.settings.safety import refuse_other_hosts

refuse_other_hosts(env)

DEBUG = True
DEMO = True
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# The development server starts a thread for every request; none would ever use its connection again.
DATABASES["default"]["CONN_MAX_AGE"] = 0
INTERNAL_IPS = ["127.0.0.1"]
TEMPLATES[0]["OPTIONS"]["debug"] = True
