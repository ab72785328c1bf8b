"""The Nu HTML checker, once over all files of a folder: starting Java costs more than reading."""

import json
import subprocess
from pathlib import Path

from tests.engines.required import missing, program

JAR = Path(__file__).resolve().parents[3] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def markup(files: list[Path]) -> tuple[list[str], list[str]]:
    """Return errors and warnings, one line each."""
    if not JAR.exists():
        missing("Der Nu-HTML-Prüfer fehlt: scripts/node.sh .")
    command = [program("java", "default-jre-headless"), "-jar", str(JAR), "--format", "json", "--stdout"]
    answer = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, timeout=120)
    messages = json.loads(answer.stdout)["messages"]
    errors = [line(message) for message in messages if message["type"] != "info"]
    return errors, [line(message) for message in messages if message["type"] == "info"]


def line(message: dict) -> str:
    name = Path(message.get("url", "")).name
    return f"{name}:{message.get('lastLine', '?')} {message['message']} {message.get('extract', '').strip()}"
