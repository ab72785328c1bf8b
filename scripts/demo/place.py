"""Where a demo keeps its things, and the environment its processes run in."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HOST = "127.0.0.1"
# No letters or digits that are mistaken for each other.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True)
class Place:
    """One folder with a database, uploads and static files, served on one port."""

    folder: Path
    port: int = 8000

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def database(self) -> Path:
        return self.folder / "db.sqlite3"

    @property
    def media(self) -> Path:
        return self.folder / "media"

    @property
    def static(self) -> Path:
        return self.folder / "static"

    def environment(self) -> dict[str, str]:
        """Return the environment of production, relaxed only for the loopback interface.

        Every variable of the site is set: nothing that happens to be exported reaches another database or server.
        """
        return os.environ | {
            "ALLOWED_HOSTS": f"{HOST},localhost",
            "BASE_URL": self.address,
            "BUILD": "",
            "CACHE_URL": "",
            "DATABASE_URL": f"sqlite:///{self.database}",
            "DEMO": "true",
            "DJANGO_SETTINGS_MODULE": "cms.settings.production",
            "EMAIL_URL": "consolemail://",
            "MAIL_FROM": "bochum@localhost",
            "MEDIA_ROOT": str(self.media),
            "PROCESS": "both",
            "SECRET_KEY": self.secret_key(),
            "STATIC_ROOT": str(self.static),
            "TLS": "false",
            "TRUSTED_PROXIES": "0",
        }

    def secret_key(self) -> str:
        """Return the key of this demo, made the first time: a login survives a restart."""
        if not self.kept_text("secret_key"):
            write_private(self.folder / "secret_key", secrets.token_urlsafe(50))
        return self.kept_text("secret_key")

    def kept_text(self, name: str) -> str:
        path = self.folder / name
        return path.read_text() if path.exists() else ""


def new_password() -> str:
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(4))


def write_private(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
