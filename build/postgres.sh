#!/usr/bin/env bash
# Private PostgreSQL servers for the tests, on 127.0.0.1 and free ports, installed where that is possible.
#   start [one]        one server, which keeps nothing over a crash; prints its connection string
#   start bouncer      pgbouncer in transaction mode before that one; prints its connection string
#   start replicated   a primary, which keeps what it has acknowledged, and a streaming replica; prints both connection strings
#   start sharded      three servers for tables in parts; prints their connection strings
#   run NAME, halt NAME, crash NAME   start again, stop, or SIGKILL one of: one, primary, replica, shard1, shard2, shard3
#   stop               ends all of them and removes their data
# Their data are in a folder of their own, $RELATIONS_POSTGRESQL_FOLDER or /tmp/relations-postgresql.
set -euo pipefail

folder=${RELATIONS_POSTGRESQL_FOLDER:-/tmp/relations-postgresql}
forgetful="-c fsync=off -c synchronous_commit=off -c full_page_writes=off"

fail() { echo "postgres.sh: $1" >&2; exit 1; }
programs() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

# The servers refuse to run as root.
as_server() { if [ "$(id -u)" = 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

install() {
  "$(dirname "$0")/system-packages.sh" "$1" > /tmp/relations-postgresql-install.log 2>&1 || fail "$1 cannot be installed: $(tail -n 1 /tmp/relations-postgresql-install.log)"
}

free_port() {
  local port
  for port in $(shuf -i 20000-32000 -n 20); do
    (exec 3<> "/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
  fail "no free port"
}

connection() { echo "Host=127.0.0.1;Port=$(cat "$folder/$1/port");Username=relations;Database=postgres"; }

# A folder of the server's own, with its port and its settings.
prepare() {
  local name=$1
  [ ! -e "$folder/$name" ] || fail "$folder/$name exists; stop the servers there first"
  mkdir -p "$folder/$name"
  free_port > "$folder/$name/port"
  echo "${2:-}" > "$folder/$name/settings"
  chmod 711 "$folder"
  if [ "$(id -u)" = 0 ]; then chown -R postgres "$folder/$name"; fi
  chmod 700 "$folder/$name"
}

create() {
  if [ -z "$(programs)" ]; then install postgresql; fi
  prepare "$@"
  as_server "$(programs)/initdb" -D "$folder/$1/data" -U relations --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync > "$folder/$1/initdb.log" 2>&1 || { cat "$folder/$1/initdb.log" >&2; fail "initdb failed"; }
}

run() {
  local name=$1 port
  port=$(cat "$folder/$name/port")
  # shellcheck disable=SC2046 # the settings are words
  as_server "$(programs)/postgres" -D "$folder/$name/data" -c listen_addresses=127.0.0.1 -c port="$port" -c unix_socket_directories= \
    -c max_connections=300 -c shared_buffers=64MB $(cat "$folder/$name/settings") >> "$folder/$name/server.log" 2>&1 < /dev/null &
  for _ in $(seq 300); do
    if "$(programs)/pg_isready" -q -h 127.0.0.1 -p "$port"; then return; fi
    sleep 0.1
  done
  cat "$folder/$name/server.log" >&2
  fail "the server '$name' does not answer"
}

# The process of a server that runs, or nothing.
process() {
  local file=$folder/$1/data/postmaster.pid
  [ ! -f "$folder/$1/pgbouncer.pid" ] || file=$folder/$1/pgbouncer.pid
  if [ -f "$file" ]; then head -n 1 "$file"; fi
}

await_end() { for _ in $(seq 100); do kill -0 "$1" 2>/dev/null || return 0; sleep 0.1; done; }

halt() {
  local server
  server=$(process "$1")
  [ -n "$server" ] || return 0
  kill -INT "$server" 2>/dev/null || true # disconnects its clients
  await_end "$server"
}

crash() {
  local server each
  server=$(process "$1")
  [ -n "$server" ] || fail "the server '$1' does not run"
  local all="$server $(ps -o pid= --ppid "$server" | tr '\n' ' ')"
  # shellcheck disable=SC2086 # several processes
  kill -KILL $all 2>/dev/null || true
  for each in $all; do await_end "$each"; done
}

start_one() {
  # Tests need no data that outlive a crash. Many empty databases are made, each in a moment.
  create one "$forgetful"
  run one
  connection one
}

start_bouncer() {
  local bouncer=/usr/sbin/pgbouncer
  [ -x "$bouncer" ] || install pgbouncer
  prepare bouncer
  cat > "$folder/bouncer/pgbouncer.ini" <<INI
[databases]
* = host=127.0.0.1 port=$(cat "$folder/one/port")
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $(cat "$folder/bouncer/port")
unix_socket_dir =
auth_type = trust
auth_file = $folder/bouncer/users
pool_mode = transaction
max_client_conn = 1000
default_pool_size = 20
server_idle_timeout = 5
pidfile = $folder/bouncer/pgbouncer.pid
INI
  echo '"relations" ""' > "$folder/bouncer/users"
  chmod -R a+rX "$folder/bouncer"
  as_server "$bouncer" "$folder/bouncer/pgbouncer.ini" >> "$folder/bouncer/server.log" 2>&1 < /dev/null &
  for _ in $(seq 100); do
    if "$(programs)/pg_isready" -q -h 127.0.0.1 -p "$(cat "$folder/bouncer/port")" -U relations -d postgres; then
      echo "$(connection bouncer);Max Auto Prepare=0" # before 1.21, it does not know prepared statements
      return
    fi
    sleep 0.1
  done
  cat "$folder/bouncer/server.log" >&2
  fail "pgbouncer does not answer"
}

start_replicated() {
  create primary ""
  run primary
  prepare replica ""
  as_server "$(programs)/pg_basebackup" -h 127.0.0.1 -p "$(cat "$folder/primary/port")" -U relations -D "$folder/replica/data" -R -X stream -c fast --no-sync > "$folder/replica/backup.log" 2>&1 \
    || { cat "$folder/replica/backup.log" >&2; fail "pg_basebackup failed"; }
  run replica
  connection primary
  connection replica
}

start_sharded() {
  local shard
  for shard in shard1 shard2 shard3; do
    create "$shard" "$forgetful"
    run "$shard"
    connection "$shard"
  done
}

stop() {
  local server
  # First what is connected to others.
  for server in bouncer replica primary one shard1 shard2 shard3; do
    if [ -d "$folder/$server" ]; then halt "$server"; fi
  done
  rm -rf "$folder"
}

case "${1:-} ${2:-}" in
  "start " | "start one") start_one ;;
  "start bouncer" | "start replicated" | "start sharded") "start_$2" ;;
  "stop ") stop ;;
  "run "?* | "halt "?* | "crash "?*) [ -f "$folder/$2/port" ] || fail "there is no server '$2'"; "$1" "$2" ;;
  *) fail "start [one|bouncer|replicated|sharded], run|halt|crash NAME, or stop" ;;
esac
