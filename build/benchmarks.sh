#!/usr/bin/env bash
# Compares Relations with others, and puts the figures into docs/benchmarks.md: build/benchmarks.sh [OPTIONS OF --compare]
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=$(mktemp)
trap 'rm -f "$results"' EXIT

run() { dotnet run --project tests/Relations.Benchmarks -c Release --no-build -- "$@"; }
dotnet build tests/Relations.Benchmarks -c Release -v quiet
run --compare --growth --json "$results" "$@"
run --report "$results" --out docs
