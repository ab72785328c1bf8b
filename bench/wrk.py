"""wrk: as many requests as a server answers."""

import re
import subprocess

from tests.engines.required import program

RATE = re.compile(r"Requests/sec:\s+([\d.]+)")
ERRORS = re.compile(r"Socket errors:.*|Non-2xx or 3xx responses:.*")


def rate(url: str, *, connections: int, seconds: int, headers: tuple[str, ...] = ()) -> float:
    """Return the requests per second; an answer that is none is an error, not speed."""
    command = [program("wrk", "wrk"), "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout=20s"]
    for header in headers:
        command += ["-H", header]
    output = subprocess.check_output([*command, url], text=True, timeout=seconds + 60)
    if errors := ERRORS.findall(output):
        raise RuntimeError(f"{url}: {'; '.join(errors)}")
    found = RATE.search(output)
    assert found, output
    return float(found[1])
