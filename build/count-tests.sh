#!/usr/bin/env bash
# Adds up the results of all test projects: build/count-tests.sh FOLDER-WITH-TRX-FILES
set -euo pipefail

ls "$1"/*.trx > /dev/null 2>&1 || { echo "no test results in $1" >&2; exit 1; }
grep -ho '<Counters [^>]*' "$1"/*.trx | awk '
  function count(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) + 0 : 0 }
  { passed += count("passed"); failed += count("failed") + count("error") + count("timeout") + count("aborted"); skipped += count("total") - count("executed") }
  END {
    printf "%d passed, %d failed%s\n", passed, failed, skipped ? ", " skipped " skipped" : ""
    exit failed > 0
  }'
