"""nginx in front of the application, with the configuration of production.

The configuration is copied unchanged into a folder of its own; what differs from machine to machine (addresses,
ports, paths) are the files it includes from there, given as `local`.
"""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.engines.processes import HOST, accepts, running
from tests.engines.required import program

# For the http section: everything nginx writes stays in its folder, also for accounts that may not write to /var.
WRITABLE = "".join(
    f"{kind}_temp_path temporary/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
)


@dataclass(frozen=True)
class NginxServer:
    port: int
    process: subprocess.Popen

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"


@contextmanager
def nginx_server(config: Path, folder: Path, *, port: int, local: Mapping[str, str]) -> Iterator[NginxServer]:
    """Run nginx in `folder` while the block runs; `local` maps file names to what nginx includes from there."""
    executable = program("nginx", "nginx-light", "/usr/sbin/nginx")
    shutil.copy(config, folder / "nginx.conf")
    for name, text in local.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (folder / "temporary").mkdir(exist_ok=True)
    command = [executable, "-p", f"{folder}/", "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    # In the foreground, so that stopping the process group stops exactly this nginx.
    with running(
        [*command, "-g", "daemon off;"], log=folder / "nginx.log", ready=lambda: accepts(port), cwd=folder
    ) as process:
        yield NginxServer(port, process)
