"""What production refuses to start with. Each entry names the variable, never its value."""

from urllib.parse import urlsplit

LOOPBACK = {"127.0.0.1", "localhost", "[::1]"}


def problems(env) -> list[str]:
    """Return one short German sentence per unsafe or missing variable; an empty list means safe."""
    hosts = set(env("ALLOWED_HOSTS"))
    found = []
    if len(env("SECRET_KEY")) < 50:
        found.append("SECRET_KEY fehlt oder hat weniger als 50 Zeichen")
    if not hosts:
        found.append("ALLOWED_HOSTS fehlt")
    if "*" in hosts:
        found.append("ALLOWED_HOSTS darf kein * enthalten")
    if env("PROCESS") not in {"public", "editor", "both"}:
        found.append("PROCESS muss public, editor oder both sein")
    if not env("DATABASE_URL"):
        found.append("DATABASE_URL fehlt")
    if not urlsplit(env("BASE_URL")).scheme:
        found.append("BASE_URL fehlt (vollständige Adresse der Redaktion)")
    return found + _demo_problems(env, hosts)


def _demo_problems(env, hosts: set[str]) -> list[str]:
    """Demo data and demo accounts exist on the loopback interface only; TLS is a must everywhere else."""
    beyond = hosts - LOOPBACK
    if not beyond:
        return []
    found = []
    if env("DEMO"):
        found.append("DEMO ist nur auf diesem Rechner erlaubt, nicht unter " + ", ".join(sorted(beyond)))
    if not env("TLS"):
        found.append("TLS darf nur auf diesem Rechner ausgeschaltet sein")
    return found
