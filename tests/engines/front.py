"""nginx as in production (deploy/nginx.conf) in front of a running site."""

import getpass
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from string import Template

from scripts.demo.place import ROOT
from tests.engines.nginx import WRITABLE, NginxServer, nginx_server
from tests.engines.processes import HOST, free_port

DEPLOY = ROOT / "deploy"
# The editors' host name; it resolves to this machine as well.
EDITOR_NAME = "localhost"


@dataclass(frozen=True)
class Front:
    """`url` is the visitors' address, `editor_url` the editors'; `folder` holds cache and access.log."""

    server: NginxServer
    folder: Path

    @property
    def url(self) -> str:
        return self.server.url

    @property
    def editor_url(self) -> str:
        return f"http://{EDITOR_NAME}:{self.server.port}"


@contextmanager
def front(
    application: str, folder: Path, *, static: Path, media: Path, editors: str = "", port: int = 0, scheme: str = "http"
) -> Iterator[Front]:
    """Run nginx before `application` (host:port), and before `editors` if that is another process.

    With scheme "https" it behaves as if TLS ended before it.
    """
    port = port or free_port()
    folder.mkdir(parents=True, exist_ok=True)
    values = {
        "APPLICATION": application,
        "EDITORS": editors or application,
        "EDITOR_HOST": f"{EDITOR_NAME}:{port}",
        "EDITOR_LISTEN": f"{HOST}:{port}",
        "EDITOR_NAME": EDITOR_NAME,
        "MEDIA_ROOT": str(media),
        "PAGES_ROOT": str(DEPLOY / "pages"),
        "PUBLIC_HOST": f"{HOST}:{port}",
        "PUBLIC_LISTEN": f"{HOST}:{port}",
        "PUBLIC_NAME": HOST,
        "SCHEME": scheme,
        "STATIC_ROOT": str(static),
        "USER": getpass.getuser(),
    }
    with nginx_server(DEPLOY / "nginx.conf", folder, port=port, local=local_files(values)) as server:
        yield Front(server, folder)


def local_files(values: Mapping[str, str]) -> dict[str, str]:
    """Return what deploy/local/*.conf become with `values`; nginx's own variables stay as they are."""
    files = {
        f"local/{path.name}": Template(path.read_text()).safe_substitute(values)
        for path in (DEPLOY / "local").glob("*.conf")
    }
    files["local/http.conf"] += WRITABLE
    return files
