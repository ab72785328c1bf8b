#!/bin/sh
# Makes .venv and installs requirements/$1.txt into it, but only when that lock has changed since the last time.
set -eu

# Databases, uploads and everything else that is written.
mkdir -p var

lock="requirements/$1.txt"
stamp=".venv/$1.lock"
python="${PYTHON:-python3.11}"

if [ -x .venv/bin/python ] && cmp -s "$lock" "$stamp"; then
  exit 0
fi

if [ ! -x .venv/bin/python ]; then
  if ! command -v "$python" >/dev/null; then
    echo "Es fehlt $python. Debian 12: apt-get install python3.11 python3.11-venv (als root)" >&2
    exit 1
  fi
  # Debian splits these two modules off; without them `python -m venv` would leave half an environment behind.
  if ! "$python" -c "import ensurepip, venv" 2>/dev/null; then
    echo "Es fehlt das Debian-Paket python3.11-venv: apt-get install python3.11-venv (als root)" >&2
    exit 1
  fi
  echo "▸ Python-Umgebung .venv anlegen …"
  "$python" -m venv .venv
fi

echo "▸ Python-Pakete aus $lock installieren (nur wenn sich die Liste geändert hat) …"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
cp "$lock" "$stamp"
# The developers' lock contains the site's lock.
if [ "$1" = dev ]; then
  cp requirements/base.txt .venv/base.lock
fi
