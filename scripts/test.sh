#!/bin/bash
# The whole suite on SQLite, browser tests included, then everything but the browser tests on PostgreSQL.
# Coverage counts both runs. The last lines repeat the two summaries.
set -uo pipefail

python=.venv/bin/python
logs=var/test
mkdir -p "$logs"
status=0
options=(-q -n "${WORKERS:-2}" --dist loadfile --cov --cov-report= --cov-fail-under=0 --durations=10 --durations-min=5)

echo "▸ Tests auf SQLite, mit Browser …"
DATABASE_URL=sqlite:///var/db.sqlite3 $python -m pytest "${options[@]}" 2>&1 | tee "$logs/sqlite.log" || status=1

echo "▸ Tests auf PostgreSQL …"
$python -m tests.engines.postgres $python -m pytest "${options[@]}" --cov-append -m "not e2e" 2>&1 |
  tee "$logs/postgresql.log" || status=1

echo "▸ Abdeckung …"
$python -m coverage report || status=1

echo "SQLite:     $(tail -n 1 "$logs/sqlite.log")"
echo "PostgreSQL: $(tail -n 1 "$logs/postgresql.log")"
exit $status
