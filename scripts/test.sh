#!/bin/bash
# Everything but the browser tests on SQLite, the browser tests, then all that uses the database on PostgreSQL.
# Coverage counts all runs. The last lines repeat the summaries.
set -uo pipefail

python=.venv/bin/python
logs=var/test
mkdir -p "$logs"
status=0
options=(-q -n "${WORKERS:-2}" --dist loadfile --cov --cov-report= --cov-fail-under=0 --durations=10 --durations-min=5)

# Runs of their own: a started browser changes what Django's connections are bound to in its process.
echo "▸ Tests auf SQLite …"
DATABASE_URL=sqlite:///var/db.sqlite3 $python -m pytest "${options[@]}" -m "not e2e" 2>&1 |
  tee "$logs/sqlite.log" || status=1

echo "▸ Tests im Browser …"
DATABASE_URL=sqlite:///var/db.sqlite3 $python -m pytest "${options[@]}" --cov-append -m e2e 2>&1 |
  tee "$logs/browser.log" || status=1

echo "▸ Tests auf PostgreSQL …"
$python -m tests.engines.postgres $python -m pytest "${options[@]}" --cov-append -m "not e2e and not once" 2>&1 |
  tee "$logs/postgresql.log" || status=1

echo "▸ Abdeckung …"
$python -m coverage report || status=1

echo "SQLite:     $(tail -n 1 "$logs/sqlite.log")"
echo "Browser:    $(tail -n 1 "$logs/browser.log")"
echo "PostgreSQL: $(tail -n 1 "$logs/postgresql.log")"
exit $status
