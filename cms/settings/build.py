"""The name of what is running: part of every ETag, so that a new release is never answered with an old page."""

import hashlib
from pathlib import Path

SOURCES = ("cms", "home", "services", "search", "templates", "static", "locale", "requirements")


def fingerprint(base: Path) -> str:
    """Return 12 hex digits over path, size and time of all sources; several machines set BUILD instead."""
    digest = hashlib.sha256()
    for folder in SOURCES:
        for path in sorted((base / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                stat = path.stat()
                digest.update(f"{path.relative_to(base)}:{stat.st_size}:{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:12]
