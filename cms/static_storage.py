"""Static files of production: hashed names, compressed, and one style sheet instead of fifty."""

import posixpath
import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile

from whitenoise.storage import CompressedManifestStaticFilesStorage

JOINED = "css/main.css"
IMPORT = re.compile(
    r"""@import\s+url\(["']?(?P<path>[^"')]+)["']?\)(?:\s+layer\((?P<layer>[\w.-]+)\))?\s*(?P<media>[^;]*);"""
)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INDENT = re.compile(r"\s*\n\s*")
URL = re.compile(r"""url\((?P<quote>["']?)(?P<path>(?!data:|#|/)[^"')]+)(?P=quote)\)""")


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Replaces `css/main.css` by everything it imports, then hashes and compresses as WhiteNoise does."""

    def post_process(self, paths, dry_run=False, **options):
        if JOINED in paths and not dry_run:
            self.delete(JOINED)
            self._save(JOINED, ContentFile(join(JOINED).encode()))
            # Django reads each file where it was found; this one stands in STATIC_ROOT only.
            paths[JOINED] = (self, JOINED)
        yield from super().post_process(paths, dry_run, **options)


def join(name: str) -> str:
    """Return the style sheet `name` with its imports put in their place, cascade layers kept, comments left out."""
    return IMPORT.sub(lambda match: _imported(name, match), _source(name))


def _imported(name: str, match: re.Match) -> str:
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), match["path"]))
    css = URL.sub(lambda found: _moved(path, found), join(path))
    if match["layer"]:
        css = f"@layer {match['layer']} {{\n{css}\n}}"
    return f"@media {match['media']} {{\n{css}\n}}" if match["media"].strip() else css


def _moved(path: str, found: re.Match) -> str:
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), found["path"]))
    return f'url("{posixpath.relpath(target, posixpath.dirname(JOINED))}")'


def _source(name: str) -> str:
    # From the source, not from STATIC_ROOT: what was joined last time must not be joined again.
    path = finders.find(name)
    if path is None:
        raise FileNotFoundError(f"{name} wird eingebunden, aber es gibt die Datei nicht.")
    return INDENT.sub("\n", COMMENT.sub("", Path(path).read_text(encoding="utf-8")))
