"""Production refuses to start with unsafe or missing values and says which; a demonstration stays on its machine."""

import os
import subprocess
import sys
from pathlib import Path

from django.conf import settings as django_settings
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

import environ
import pytest

from cms.settings.env import SCHEMA
from cms.settings.safety import refuse_other_hosts, refuse_unsafe

KEY = "4f7Qd0-xnRr1yB8sUoVtZ2cGhJ3kLmN5pWeI6aXz9bYvTqSfMw"
SAFE = {
    "ALLOWED_HOSTS": "www.bochum.de",
    "BASE_URL": "https://redaktion.bochum.de",
    "DATABASE_URL": "postgres://bochum:geheim@db/bochum",
    "EMAIL_URL": "smtp://mail:587",
    "SECRET_KEY": KEY,
    "TRUSTED_PROXIES": "1",
}
HERE = SAFE | {"ALLOWED_HOSTS": "127.0.0.1,localhost", "EMAIL_URL": "consolemail://", "TLS": "false"}
UNSAFE = [
    ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
    ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
    ({"ALLOWED_HOSTS": ".bochum.de"}, "ALLOWED_HOSTS"),
    ({"BASE_URL": ""}, "BASE_URL"),
    ({"BASE_URL": "redaktion.bochum.de"}, "BASE_URL"),
    ({"BASE_URL": "http://redaktion.bochum.de"}, "BASE_URL"),
    ({"CACHE_URL": "memcached://cache"}, "CACHE_URL"),
    ({"DATABASE_URL": ""}, "DATABASE_URL"),
    ({"DATABASE_URL": "mysql://db/bochum"}, "DATABASE_URL"),
    ({"DEMO": "true"}, "DEMO"),
    ({"DEMO": "ja"}, "DEMO"),
    ({"EMAIL_URL": ""}, "EMAIL_URL"),
    ({"EMAIL_URL": "consolemail://"}, "EMAIL_URL"),
    ({"EMAIL_URL": "http://["}, "EMAIL_URL"),
    ({"PROCESS": "alles"}, "PROCESS"),
    ({"SECRET_KEY": ""}, "SECRET_KEY"),
    ({"SECRET_KEY": "kurz"}, "SECRET_KEY"),
    ({"SECRET_KEY": "ab" * 30}, "SECRET_KEY"),
    ({"SECRET_KEY": "nur-fuer-die-entwicklung-" * 3}, "SECRET_KEY"),
    ({"TLS": "false"}, "TLS"),
    ({"TLS": "flase"}, "TLS"),
    ({"TRUSTED_PROXIES": "0"}, "TRUSTED_PROXIES"),
    ({"TRUSTED_PROXIES": "eins"}, "TRUSTED_PROXIES"),
]


@pytest.fixture
def env(monkeypatch):
    """A function that sets exactly these variables and returns what the settings read from."""

    def env(values: dict[str, str]) -> environ.Env:
        for name in SCHEMA:
            monkeypatch.delenv(name, raising=False)
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        return environ.Env(**SCHEMA)

    return env


@pytest.mark.parametrize("values", [SAFE, HERE, HERE | {"DEMO": "true"}], ids=["production", "here", "demo"])
def test_safe_values_pass(env, values):
    refuse_unsafe(env(values))


@pytest.mark.parametrize(("change", "name"), UNSAFE)
def test_an_unsafe_value_is_named_and_not_shown(env, change, name):
    with pytest.raises(ImproperlyConfigured, match=rf"(: |· ){name} ") as caught:
        refuse_unsafe(env(SAFE | change))

    assert KEY not in str(caught.value)
    assert "geheim" not in str(caught.value)


def test_all_complaints_come_at_once(env):
    with pytest.raises(ImproperlyConfigured, match=r"DATABASE_URL.+SECRET_KEY.+ALLOWED_HOSTS"):
        refuse_unsafe(env({}))


def test_development_and_test_settings_answer_here_only(env):
    refuse_other_hosts(env(HERE))
    with pytest.raises(ImproperlyConfigured, match=r"www\.bochum\.de"):
        refuse_other_hosts(env(SAFE))


def start(
    values: dict[str, str], module: str = "cms.settings.production", value: str = "settings.PROCESS"
) -> subprocess.CompletedProcess:
    """Load settings in a process of its own, with no other variable of ours set, and print one value."""
    return run("-c", f"from django.conf import settings; print({value})", values=values, module=module)


def run(
    *arguments: str, values: dict[str, str], module: str = "cms.settings.production"
) -> subprocess.CompletedProcess:
    others = {name: value for name, value in os.environ.items() if name not in SCHEMA}
    return subprocess.run(
        [sys.executable, *arguments],
        env=others | values | {"DJANGO_SETTINGS_MODULE": module},
        cwd=Path(__file__).parent.parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_with_safe_values():
    assert start(SAFE | {"PROCESS": "public"}).stdout == "public\n"


@pytest.mark.parametrize("process", ["public", "editor"])
def test_django_has_nothing_to_say_about_production(process, tmp_path):
    database = {"DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3"}
    checked = run(
        *("manage.py", "check", "--deploy", "--fail-level=WARNING"), values=SAFE | database | {"PROCESS": process}
    )

    assert checked.returncode == 0, checked.stderr


def test_the_public_process_has_no_login_and_no_messages():
    seen = start(SAFE | {"PROCESS": "public"}, value="settings.MIDDLEWARE, settings.TEMPLATES").stdout

    assert "cms.middleware.FreshnessMiddleware" in seen
    assert not [part for part in ("sessions", "auth", "messages", "csrf", "axes") if part in seen]


@pytest.mark.parametrize("name", ["ALLOWED_HOSTS", "BASE_URL", "DATABASE_URL", "SECRET_KEY", "TRUSTED_PROXIES"])
def test_production_does_not_start_without(name):
    started = start({variable: value for variable, value in SAFE.items() if variable != name})

    assert started.returncode != 0
    assert f"{name} " in started.stderr.splitlines()[-1]


def test_development_does_not_start_under_a_public_name():
    started = start({"ALLOWED_HOSTS": "www.bochum.de"} | SAFE, "cms.settings.development")

    assert started.returncode != 0
    assert "nur auf diesem Rechner" in started.stderr


def test_demo_content_needs_the_switch(db, settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="DEMO ist nicht eingeschaltet"):
        call_command("load_demo")


def test_demo_accounts_cannot_log_in_outside_a_demonstration(db, rf, settings):
    User.objects.create_user("redaktion", "redaktion@example.org", "bochum-demo-2026")
    User.objects.create_user("klein", "klein@bochum.de", "bochum-demo-2026")

    def may_log_in(name: str) -> bool:
        return authenticate(rf.post("/admin/login/"), username=name, password="bochum-demo-2026") is not None

    assert may_log_in("redaktion")
    settings.DEMO = False
    assert not may_log_in("redaktion")
    assert may_log_in("klein")


def test_login_goes_through_both_checks():
    assert django_settings.AUTHENTICATION_BACKENDS == [
        "axes.backends.AxesStandaloneBackend",
        "cms.demo_accounts.NoDemoAccountsBackend",
    ]
