#!/usr/bin/env bash
# A private PostgreSQL server for the tests: `start` installs it where that is possible and prints its connection string; `stop` ends it and removes its data.
# Its data are in a folder of their own, $RELATIONS_POSTGRESQL_FOLDER or /tmp/relations-postgresql.
set -euo pipefail

folder=${RELATIONS_POSTGRESQL_FOLDER:-/tmp/relations-postgresql}
port_file=$folder/port

fail() { echo "postgres.sh: $1" >&2; exit 1; }
programs() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

# The server refuses to run as root.
as_server() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

free_port() {
  local port
  for port in $(shuf -i 20000-32000 -n 20); do
    (exec 3<> "/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
  fail "no free port"
}

start() {
  if [ -z "$(programs)" ]; then
    "$(dirname "$0")/system-packages.sh" postgresql > /tmp/relations-postgresql-install.log 2>&1 \
      || fail "PostgreSQL cannot be installed: $(tail -n 1 /tmp/relations-postgresql-install.log)"
  fi

  [ ! -e "$folder" ] || fail "$folder exists; stop the server there first"
  local bin port
  bin=$(programs)
  mkdir -p "$folder"
  if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
  chmod 700 "$folder"
  as_server "$bin/initdb" -D "$folder/data" -U relations --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync > "$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; fail "initdb failed"; }
  port=$(free_port)
  # Tests need no data that outlive a crash. Many empty databases are made, each in a moment.
  as_server "$bin/postgres" -D "$folder/data" -c listen_addresses=127.0.0.1 -c port="$port" -c unix_socket_directories= \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB > "$folder/server.log" 2>&1 < /dev/null &
  echo "$port" > "$port_file"
  for _ in $(seq 100); do
    if "$bin/pg_isready" -q -h 127.0.0.1 -p "$port"; then
      echo "Host=127.0.0.1;Port=$port;Username=relations;Database=postgres"
      return
    fi
    sleep 0.1
  done
  cat "$folder/server.log" >&2
  fail "the server does not answer"
}

stop() {
  if [ -f "$folder/data/postmaster.pid" ]; then
    local server
    server=$(head -n 1 "$folder/data/postmaster.pid")
    kill -INT "$server" 2>/dev/null || true # disconnects its clients
    for _ in $(seq 100); do kill -0 "$server" 2>/dev/null || break; sleep 0.1; done
  fi
  rm -rf "$folder"
}

case "${1:-}" in
  start) start ;;
  stop) stop ;;
  *) fail "start or stop" ;;
esac
