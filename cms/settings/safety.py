"""What production refuses to start with. Each complaint names the variable, never its value."""

from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

from cms import loopback

SWITCH = {"", "true", "false", "1", "0", "yes", "no", "on", "off"}
# Keys that stand in the source code begin like this.
KNOWN_KEYS = ("nur-fuer-", "django-insecure-")
SCHEMES = {
    "DATABASE_URL": {"sqlite", "postgres", "postgresql"},
    "CACHE_URL": {"redis", "rediss", "unix"},
    "EMAIL_URL": {"smtp", "smtps", "smtp+tls", "smtp+ssl", "consolemail", "filemail", "memorymail", "dummymail"},
    "BASE_URL": {"http", "https"},
}
MAY_BE_EMPTY = {"CACHE_URL"}


def refuse_unsafe(env) -> None:
    """Raise ImproperlyConfigured with all complaints at once."""
    found = unreadable(env) or problems(env)
    if found:
        raise ImproperlyConfigured("Unsichere oder fehlende Einstellung: " + " · ".join(found))


def refuse_other_hosts(env) -> None:
    """Development and test show error details and have known keys: they answer on this machine only."""
    if beyond := beyond_loopback(env):
        raise ImproperlyConfigured("Diese Einstellungen gelten nur auf diesem Rechner, nicht unter " + beyond)


def beyond_loopback(env) -> str:
    return ", ".join(sorted(set(env("ALLOWED_HOSTS")) - loopback.NAMES))


def unreadable(env) -> list[str]:
    """Return a complaint per value that would be read as something else than it says."""
    found = [
        f"{name} muss true oder false sein"
        for name in ("DEMO", "TLS")
        if env.str(name, default="").strip().lower() not in SWITCH
    ]
    if not env.str("TRUSTED_PROXIES", default="0").isdecimal():
        found.append("TRUSTED_PROXIES muss eine Zahl sein")
    return found


def problems(env) -> list[str]:
    """Return one short German sentence per unsafe or missing variable; an empty list means safe."""
    found = [problem for name in SCHEMES if (problem := _address_problem(env, name))]
    if len(env("SECRET_KEY")) < 50 or len(set(env("SECRET_KEY"))) < 10:
        found.append("SECRET_KEY fehlt oder ist zu einfach (mindestens 50 zufällige Zeichen)")
    if not env("ALLOWED_HOSTS"):
        found.append("ALLOWED_HOSTS fehlt")
    if any("*" in host or host.startswith(".") for host in env("ALLOWED_HOSTS")):
        found.append("ALLOWED_HOSTS muss ganze Namen enthalten, kein * und keinen Punkt am Anfang")
    if env("PROCESS") not in {"public", "editor", "both"}:
        found.append("PROCESS muss public, editor oder both sein")
    return found + (_public_problems(env) if beyond_loopback(env) else [])


def _address_problem(env, name: str) -> str:
    value = env(name)
    if not value:
        return "" if name in MAY_BE_EMPTY else f"{name} fehlt"
    scheme = _split(value).scheme
    return "" if scheme in SCHEMES[name] else f"{name} beginnt mit keinem von: " + ", ".join(sorted(SCHEMES[name]))


def _public_problems(env) -> list[str]:
    """What is allowed on the loopback interface only."""
    rules = {
        "DEMO ist nur auf diesem Rechner erlaubt, nicht unter " + beyond_loopback(env): env("DEMO"),
        "TLS darf nur auf diesem Rechner ausgeschaltet sein": not env("TLS"),
        "TRUSTED_PROXIES fehlt: davor steht ein Proxy, der TLS beendet": env("TRUSTED_PROXIES") < 1,
        "BASE_URL muss mit https:// beginnen": _split(env("BASE_URL")).scheme == "http",
        "SECRET_KEY ist der bekannte Schlüssel der Entwicklung": env("SECRET_KEY").startswith(KNOWN_KEYS),
        "EMAIL_URL schickt keine Mails": not _split(env("EMAIL_URL")).scheme.startswith("smtp"),
    }
    return [complaint for complaint, broken in rules.items() if broken]


def _split(value: str) -> SplitResult:
    try:
        return urlsplit(value)
    except ValueError:
        return SplitResult("", "", "", "", "")
