#!/bin/bash
# Every check that needs no test run; all of them run, the first failure does not hide the next.
set -uo pipefail

export DJANGO_SETTINGS_MODULE=cms.settings.test
bin=.venv/bin
failed=()

check() { # check TITLE COMMAND…
  local title=$1 output
  shift
  if output=$("$@" 2>&1); then
    echo "  in Ordnung: $title"
  else
    printf '%s\n  FEHLER: %s (%s)\n' "$output" "$title" "$*"
    failed+=("$title")
  fi
}

echo "▸ Code prüfen …"
check "Python-Regeln" $bin/ruff check .
check "Python-Form" $bin/ruff format --check .
check "Vorlagen" $bin/djlint templates --lint --quiet
check "Schichten der Apps" $bin/lint-imports
check "Typen" $bin/mypy
check "Migrationen vollständig" $bin/python manage.py makemigrations --check --dry-run
check "Systemprüfungen" $bin/python manage.py check --fail-level WARNING

if [ ${#failed[@]} -gt 0 ]; then
  echo "Nicht in Ordnung: ${failed[*]}"
  exit 1
fi
