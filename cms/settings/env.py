"""The one typed list of everything the environment may say; `.env.example` explains each line.

Nothing else in the project reads `os.environ`.
"""

import environ

SCHEMA = {
    "ALLOWED_HOSTS": (list, []),
    "BASE_URL": (str, ""),
    "BUILD": (str, ""),
    "CACHE_URL": (str, ""),
    "DATABASE_URL": (str, ""),
    "DEMO": (bool, False),
    "EMAIL_URL": (str, "consolemail://"),
    "MAIL_FROM": (str, "bochum@localhost"),
    "MEDIA_ROOT": (str, ""),
    "PROCESS": (str, "both"),
    "SECRET_KEY": (str, ""),
    "STATIC_ROOT": (str, ""),
    "TLS": (bool, True),
    "TRUSTED_PROXIES": (int, 0),
}

env = environ.Env(**SCHEMA)

__all__ = ["SCHEMA", "env"]
