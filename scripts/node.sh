#!/bin/sh
# Installs the locked node packages of folder $1, but only when its lock has changed since the last time.
set -eu

cd "$1"
if cmp -s package-lock.json node_modules/.lock; then
  exit 0
fi
echo "▸ Node-Pakete aus $1/package-lock.json installieren …"
PUPPETEER_SKIP_DOWNLOAD=1 npm ci --no-progress --loglevel=error
cp package-lock.json node_modules/.lock
