"""The name of what is running: part of every ETag, so that a new release is never answered with an old page."""

import hashlib
from pathlib import Path

# Besides every app of ours.
FOLDERS = ("templates", "static", "locale", "requirements")


def fingerprint(base: Path) -> str:
    """Return 12 hex digits over path, size and time of all sources; several machines set BUILD instead."""
    digest = hashlib.sha256()
    for folder in (*sorted(app.parent for app in base.glob("*/apps.py")), *(base / name for name in FOLDERS)):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                stat = path.stat()
                digest.update(f"{path.relative_to(base)}:{stat.st_size}:{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:12]
