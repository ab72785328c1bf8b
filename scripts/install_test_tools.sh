#!/bin/bash
# Makes sure that the engines of the tests (given `bench`, also of the measurements) are on this Debian 12 machine:
# installs what is missing as root, otherwise names the one command that does. No service has to run: the tests start
# what they need themselves (tests/engines).
set -euo pipefail

missing=()

need() { # need PACKAGE FILE-PATTERN…: the package is there when one of the files is
  local package=$1 pattern
  shift
  for pattern in "$@"; do
    if compgen -G "$pattern" >/dev/null; then
      return
    fi
  done
  missing+=("$package")
}

need_module() { # need_module PACKAGE PYTHON-CODE
  "${PYTHON:-python3.11}" -c "$2" 2>/dev/null || missing+=("$1")
}

need_program() { # need_program PACKAGE PROGRAM
  command -v "$2" >/dev/null || missing+=("$1")
}

need_module python3.11-venv "import ensurepip, venv"
need chromium /usr/bin/chromium
need nginx-light /usr/sbin/nginx
need libnginx-mod-http-brotli-static /usr/lib/nginx/modules/ngx_http_brotli_static_module.so
need redis-server /usr/bin/redis-server
need postgresql '/usr/lib/postgresql/*/bin/initdb'
need fonts-dejavu-core /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf
need_program default-jre-headless java
need_program gettext msgfmt
need_program nodejs node
need_program npm npm
if [ "${1:-}" = bench ]; then
  need_program wrk wrk
fi

if [ ${#missing[@]} -eq 0 ]; then
  exit 0
fi

install="apt-get install -y --no-install-recommends ${missing[*]}"
if [ "$(id -u)" -ne 0 ]; then
  echo "Für die Tests fehlen Debian-Pakete. Bitte als root ausführen: $install" >&2
  exit 1
fi
echo "▸ Debian-Pakete für die Tests installieren: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
$install -qq >/dev/null
