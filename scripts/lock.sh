#!/bin/sh
# Writes requirements/{base,dev}.txt anew from the .in files; PACKAGES="name name" moves only these.
set -eu

python="${PYTHON:-python3.11}"
# Debian 12 brings Python 3.11.2. A lock made with a newer one may hold releases that do not install there.
case "$("$python" -V)" in
  "Python 3.11.2") ;;
  *) echo "Die Listen müssen mit Python 3.11.2 (Debian 12) entstehen: make lock PYTHON=/usr/bin/python3.11" >&2; exit 1 ;;
esac

tools=var/lock-tools
if [ ! -x "$tools/bin/pip-compile" ]; then
  "$python" -m venv "$tools"
  "$tools/bin/pip" install --quiet pip-tools==7.6.2
fi

upgrade=""
for package in ${PACKAGES:-}; do
  upgrade="$upgrade --upgrade-package=$package"
done
for name in base dev; do
  lock="requirements/$name.txt"
  # shellcheck disable=SC2086
  "$tools/bin/pip-compile" --quiet --generate-hashes --allow-unsafe --strip-extras --no-header \
    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host $upgrade \
    --output-file "$lock" "requirements/$name.in"
  header="# Made by \`make lock\` from $name.in, with the hashes of the files for every platform. Not edited by hand."
  { echo "$header"; grep -v '^# Made by' "$lock"; } >"$lock.new"
  mv "$lock.new" "$lock"
done
