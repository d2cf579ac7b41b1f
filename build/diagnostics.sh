#!/usr/bin/env bash
# Checks that the build of samples/Diagnostics reports each file's own mistake, and nothing else: build/diagnostics.sh [BUILD-OPTIONS]
set -euo pipefail
cd "$(dirname "$0")/.."

# The compiler reports no errors of analyzers beside errors of its own, so there must be none of those. As it fails, it is never up to date.
log=$(dotnet build samples/Diagnostics -v quiet -nologo "$@" 2>&1 || true)
reported=$(sed -nE 's#.*/(REL[0-9]{4})\.cs\(.*: (error|warning|info) ([A-Z]+[0-9]+):.*#\1.cs reports \3#p' <<< "$log" | sort -u)
expected=$(for file in samples/Diagnostics/REL*.cs; do name=$(basename "$file" .cs); echo "$name.cs reports $name"; done | sort -u)

if [ "$reported" != "$expected" ]; then
  diff <(echo "$expected") <(echo "$reported") >&2 || true
  echo "samples/Diagnostics does not report what it should" >&2
  exit 1
fi

echo "samples/Diagnostics: $(wc -l <<< "$expected") mistakes, each reported"
