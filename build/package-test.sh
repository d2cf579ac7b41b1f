#!/usr/bin/env bash
# Packs, restores the packages into scratch projects outside the tree, builds those with warnings as errors, and runs them: build/package-test.sh [--no-build]
# With --no-build, what is packed is the Release build as it stands.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
log=$scratch/log.txt

fail() { echo "package test: $1" >&2; exit 1; }
quietly() { "$@" > "$log" 2>&1 || { cat "$log" >&2; fail "$*"; }; }
expect() { [ "$2" = "$3" ] || fail "$1 said '$2', expected '$3'"; }

echo "-- pack"
# A version that no other source has; a folder of packages that starts empty, and behind it what the machine has already.
RelationsVersion=0.0.0-test.$(date +%s)
machine=$(dotnet nuget locals global-packages --list | sed 's/^global-packages: //')
quietly dotnet restore Relations.sln -p:PackageVersion="$RelationsVersion" # the versions of dependencies are those of the restore
quietly dotnet pack Relations.sln -c Release -p:PackageVersion="$RelationsVersion" -o "$scratch/packages" --no-restore "$@"
for package in Relations Relations.Sqlite Relations.PostgreSql Relations.AspNetCore; do
  for kind in nupkg snupkg; do [ -f "$scratch/packages/$package.$RelationsVersion.$kind" ] || fail "there is no $kind of $package"; done
done

cp -r build/package-test/. "$scratch/projects"
cat > "$scratch/projects/nuget.config" <<EOF
<configuration>
  <packageSources><add key="packed" value="$scratch/packages" /></packageSources>
  <fallbackPackageFolders><add key="machine" value="$machine" /></fallbackPackageFolders>
</configuration>
EOF
export RelationsVersion NUGET_PACKAGES=$scratch/restored
cd "$scratch/projects"

echo "-- build"
quietly dotnet build Scratch.slnx

echo "-- run"
expect "the program on net8.0" "$(DOTNET_ROLL_FORWARD=Major dotnet Console/bin/Debug/net8.0/Console.dll "$scratch/net8.db")" "Mario: Luigi"
expect "the program on net10.0" "$(dotnet Console/bin/Debug/net10.0/Console.dll "$scratch/net10.db")" "Mario: Luigi"
expect "the program with a library of models" "$(dotnet Program/bin/Debug/net10.0/Program.dll "$scratch/library.db")" "Terry: Good Omens 55.0%"
expect "the program that serves models" "$(dotnet Api/bin/Debug/net10.0/Api.dll "$scratch/api.db")" '[{"id":1,"title":"Good Omens","authors":[]}] 422 True'

echo "-- refuse"
! dotnet build Wrong/Wrong.csproj > "$log" 2>&1 || fail "a wrong model compiles"
expect "the build of a wrong model" "$(grep -o 'error [A-Z]*[0-9]*' "$log" | sort -u)" "error REL0101"

echo "-- inspect"
contents() { (cd "$NUGET_PACKAGES/$1/$RelationsVersion" && find . -type f ! -name '*.nu*' | LC_ALL=C sort | tr '\n' ' '); }
expect "the content of Relations" "$(contents relations)" "./README.md ./analyzers/dotnet/cs/Relations.Analyzers.dll ./analyzers/dotnet/cs/Relations.CodeFixes.dll ./analyzers/dotnet/cs/Relations.Generator.dll ./buildTransitive/Relations.targets ./lib/net10.0/Relations.dll ./lib/net10.0/Relations.xml ./lib/net8.0/Relations.dll ./lib/net8.0/Relations.xml "
expect "the content of Relations.Sqlite" "$(contents relations.sqlite)" "./README.md ./lib/net10.0/Relations.Sqlite.dll ./lib/net10.0/Relations.Sqlite.xml ./lib/net8.0/Relations.Sqlite.dll ./lib/net8.0/Relations.Sqlite.xml "
expect "the content of Relations.AspNetCore" "$(contents relations.aspnetcore)" "./README.md ./lib/net10.0/Relations.AspNetCore.dll ./lib/net10.0/Relations.AspNetCore.xml "
for part in Generator Analyzers CodeFixes; do
  ! grep -rl --include='*.deps.json' "Relations.$part" . || fail "Relations.$part is a dependency at run time"
  ! find . -name "Relations.$part.dll" | grep . || fail "Relations.$part is in an output folder"
done
dotnet msbuild Console/Console.csproj -t:RelationsCheckCompiler -p:TargetFramework=net10.0 -p:CompilerApiVersion=roslyn4.13 -p:TreatWarningsAsErrors=false > "$log" 2>&1 || true
grep -q "warning RELBUILD001" "$log" || { cat "$log" >&2; fail "an old compiler is not warned about"; }

echo "the packages hold"
