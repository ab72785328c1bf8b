"""Which words the public interface and its mails say: every msgid in the templates and the Python code.

The administration is German and uses no gettext; its templates are the listed folders. Needs xgettext (GNU gettext),
as scripts/install_test_tools.sh installs it.
"""

import subprocess
from pathlib import Path

from django.utils.translation.template import templatize

import polib

ROOT = Path(__file__).resolve().parent.parent
APPS = ("cms", "directories", "home", "search", "services")
# Only editors and developers see these.
ADMIN = ("wagtailadmin", "admin", "styleguide")
KEYWORDS = ("_", "gettext_lazy", "gettext_noop", "ngettext_lazy:1,2", "pgettext:1c,2", "pgettext_lazy:1c,2")


def found() -> dict[tuple[str | None, str], polib.POEntry]:
    """Return the entries of all public words by (context, msgid), without translations."""
    entries: dict[tuple[str | None, str], polib.POEntry] = {}
    for source in _sources():
        for entry in _extracted(source):
            entries.setdefault((entry.msgctxt, entry.msgid), entry)
    return entries


def add_missing(catalogue: polib.POFile) -> list[str]:
    """Add what the catalogue lacks, untranslated; return these msgids."""
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue}
    added = []
    for key, entry in found().items():
        if key not in known:
            forms = dict.fromkeys(range(_number_of_forms(catalogue)), "") if entry.msgid_plural else {}
            texts = {"msgctxt": entry.msgctxt, "msgid": entry.msgid, "msgid_plural": entry.msgid_plural}
            catalogue.append(polib.POEntry(**texts, msgstr_plural=forms, flags=entry.flags))
            added.append(entry.msgid)
    return added


def _sources() -> list[str]:
    """Return the Python code, and the templates turned into code, of every file that translates."""
    folder = ROOT / "templates"
    files = [path for ending in ("html", "txt") for path in sorted(folder.rglob(f"*.{ending}"))]
    public = [path for path in files if not set(path.relative_to(folder).parts) & set(ADMIN)]
    templates = [templatize(path.read_text(encoding="utf-8")) for path in public]
    modules = [path.read_text(encoding="utf-8") for app in APPS for path in sorted((ROOT / app).rglob("*.py"))]
    return [*templates, *(module for module in modules if "gettext" in module)]


def _extracted(source: str) -> list[polib.POEntry]:
    command = ["xgettext", "--language=Python", "--from-code=UTF-8", "--output=-", "-"]
    command += [f"--keyword={keyword}" for keyword in KEYWORDS]
    text = subprocess.run(command, input=source.encode(), capture_output=True, check=True).stdout.decode()
    return list(polib.pofile(text)) if text else []


def _number_of_forms(catalogue: polib.POFile) -> int:
    return int(catalogue.metadata["Plural-Forms"].split(";")[0].split("=")[1])
