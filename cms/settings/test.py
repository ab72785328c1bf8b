"""Tests: production in everything but speed of passwords, hashed file names and TLS."""

import os

os.environ.setdefault("TLS", "false")
os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,localhost")
os.environ.setdefault("DATABASE_URL", "sqlite:///var/db.sqlite3")
os.environ.setdefault("SECRET_KEY", "nur-fuer-die-tests-" * 4)
os.environ.setdefault("BASE_URL", "http://localhost")
os.environ.setdefault("BUILD", "test")

from cms.settings.production import *  # noqa: F403
from cms.settings.production import BASE_DIR, STORAGES, env
from cms.settings.safety import refuse_other_hosts

refuse_other_hosts(env)

DEMO = True
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = BASE_DIR / "var" / "test-media"
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
