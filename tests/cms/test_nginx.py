"""deploy/nginx.conf says the same as the application. How it behaves: tests/faults."""

import re

from django.conf import settings

from scripts.demo.place import ROOT
from tests.engines.front import DEPLOY, local_files

CONFIG = (ROOT / "deploy" / "nginx.conf").read_text()
# What a person reads there is no configuration.
DIRECTIVES = re.sub(r"^\s*#.*$", "", CONFIG, flags=re.MULTILINE)


def test_the_key_holds_exactly_the_registered_query_names():
    (known,) = re.findall(r"map \$uri \$known_args {(.+?)}", DIRECTIVES, re.DOTALL)
    names = dict(re.findall(r'^\s*"?(\S+?)"? "(.+)";$', known, re.MULTILINE))
    languages = "|".join(code for code, _name in settings.LANGUAGES)
    expected = {"default": settings.PUBLIC_QUERY_NAMES} | {
        f"~^/(?:(?:{languages})/)?{section}/": found for section, found in settings.SECTION_QUERY_NAMES.items()
    }

    assert names == {address: "&".join(f"{name}=$arg_{name}" for name in found) for address, found in expected.items()}
    assert "set $args $known_args;" in DIRECTIVES
    assert re.findall(r'proxy_cache_key "(.+)";', DIRECTIVES) == ["$encoding $args $uri"]


def test_pages_are_validated_never_shown_while_they_are_asked_for():
    assert "proxy_cache_revalidate on;" in DIRECTIVES
    assert "proxy_cache_lock on;" in DIRECTIVES
    assert "background_update" not in DIRECTIVES
    (stale,) = re.findall(r"proxy_cache_use_stale (.+);", DIRECTIVES)
    assert "updating" not in stale
    assert {"error", "timeout", "http_500"} <= set(stale.split())


def test_the_log_knows_no_visitor():
    (line,) = re.findall(r"log_format anonymous '(.+)';", DIRECTIVES)

    assert not {"$remote_addr", "$request_uri", "$args", "$request", "$http_user_agent", "$http_referer"} & set(
        line.split()
    )


def test_every_file_of_ours_that_it_includes_has_a_template():
    included = set(re.findall(r"include (local/\S+);", DIRECTIVES))

    assert included == {f"local/{path.name}" for path in (DEPLOY / "local").glob("*.conf")}


def test_templates_name_only_what_can_be_filled_in():
    names = set(re.findall(r"\$\{(\w+)\}", "".join(path.read_text() for path in (DEPLOY / "local").glob("*.conf"))))
    filled = "".join(local_files(dict.fromkeys(names, "x")).values())

    assert "${" not in filled
