#!/usr/bin/env bash
# Publishes tests/Relations.AotSmoke without the just-in-time compiler, warnings as errors, runs it, and measures size and start: build/aot-smoke.sh [--all]
# With NativeAOT for net8.0 and trimmed for net10.0; --all adds NativeAOT for net10.0, whose compiling takes longest.
# The time is the median of ten runs, or of as many as $RUNS says, of the program that ends at once and of the whole story.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
platform=$(uname -m | sed 's/x86_64/linux-x64/; s/aarch64/linux-arm64/')
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# What NativeAOT links with.
linked() { command -v clang && echo 'int main(void) { return 0; }' | clang -x c - -lz -o "$scratch/linked"; }
if ! linked > /dev/null 2>&1; then
  build/system-packages.sh clang zlib1g-dev > "$scratch/log.txt" 2>&1 || { cat "$scratch/log.txt" >&2; echo "NativeAOT needs clang and zlib's headers" >&2; exit 1; }
fi

median() {
  for ((run = 0; run < ${RUNS:-10}; run++)); do
    local start; start=$(date +%s%N)
    "$@" > /dev/null
    echo $((($(date +%s%N) - start) / 10000))
  done | sort -n | awk '{ times[NR] = $1 } END { printf "%.1f ms", (times[int((NR + 1) / 2)] + times[int(NR / 2) + 1]) / 200 }'
}

smoke() { # NAME FRAMEWORK [OPTIONS]
  local name=$1 framework=$2 out=$scratch/$1; shift 2
  dotnet publish tests/Relations.AotSmoke -c Release -f "$framework" -r "$platform" -o "$out" -v quiet "$@" > "$scratch/log.txt" 2>&1 ||
    { cat "$scratch/log.txt" >&2; echo "$name: cannot be published without warnings" >&2; exit 1; }
  ! grep -E "warning (IL|MSB)" "$scratch/log.txt" || { echo "$name: warnings" >&2; exit 1; }
  rm -f "$out"/*.dbg "$out"/*.pdb "$out"/*.xml
  echo "$name: $("$out/Relations.AotSmoke")"
  echo "$name: $("$out/Relations.AotSmoke" --portable)"
  echo "$name: $(du -sb "$out" | awk '{ printf "%.1f MB", $1 / 1e6 }') in $(find "$out" -type f | wc -l) files, starts in $(median "$out/Relations.AotSmoke" --empty), the story takes $(median "$out/Relations.AotSmoke")"
}

smoke "net8.0 native" net8.0
smoke "net10.0 trimmed" net10.0 -p:SmokeTrimmed=true
if [ "${1:-}" = --all ]; then
  smoke "net10.0 native" net10.0
fi
