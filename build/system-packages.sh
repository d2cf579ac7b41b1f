#!/usr/bin/env bash
# Installs packages of the system that are missing, where that is possible (as root, with apt-get): build/system-packages.sh clang zlib1g-dev postgresql
set -euo pipefail

missing=()
for package in "$@"; do
  dpkg -s "$package" 2>/dev/null | grep -q "^Status: install ok installed" || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

[ "$(id -u)" = 0 ] && command -v apt-get > /dev/null || { echo "missing packages of the system: ${missing[*]}" >&2; exit 1; }

# One at a time: the next finds installed what the first has installed.
exec 9> /tmp/relations-system-packages.lock
flock 9

# No cluster of the system's own: only PostgreSQL's programs are wanted.
mkdir -p /etc/postgresql-common
[ -e /etc/postgresql-common/createcluster.conf ] || echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf
timeout 120 apt-get update
# In this runlevel, no service is started.
RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive timeout 300 apt-get install -y "${missing[@]}"
