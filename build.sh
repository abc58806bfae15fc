#!/usr/bin/env bash
# Finds or fetches PowerShell and hands over to build.ps1. Where no PowerShell can be had, it runs the rest and says so in its last line.
# Usage: ./build.sh [clean|build|test|style|quickstart|bench|coverage|reproduce|publicapi]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
task=${1:-build}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off

if ! command -v dotnet >/dev/null 2>&1; then
    echo "A .NET SDK is needed, and there is no 'dotnet' on the PATH." >&2
    exit 1
fi

# A feed may be slow or busy; only one that fails three times counts as out of reach.
restore_tool() {
    local try
    for try in 1 2 3; do
        dotnet tool restore >&2 && return
        [ "$try" = 3 ] || sleep "$try"
    done
    return 1
}

# From INVOICING_PWSH, from the PATH, or as the tool that this repository pins. A PowerShell that is there and does not start is an error,
# never a reason to leave the tests of the cmdlets out.
pwsh=()
if [ -n "${INVOICING_PWSH:-}" ]; then
    pwsh=("$INVOICING_PWSH")
elif command -v pwsh >/dev/null 2>&1; then
    pwsh=(pwsh)
elif restore_tool; then
    pwsh=(dotnet tool run pwsh --)
fi

if [ ${#pwsh[@]} -gt 0 ]; then
    if ! "${pwsh[@]}" -NoLogo -NoProfile -NonInteractive -Command exit; then
        echo "'${pwsh[*]}' cannot be run." >&2
        exit 1
    fi
    exec "${pwsh[@]}" -NoLogo -NoProfile -NonInteractive -File build.ps1 "$task"
fi

missing="no PowerShell is on the PATH, and none can be had from the configured feeds"
echo "Note: $missing. Parts that need PowerShell are not run."
case "$task" in
    clean)
        rm -rf out .packages src/*/bin src/*/obj tests/*/bin tests/*/obj docs/*/bin docs/*/obj
        ;;
    build)
        dotnet build src/Invoicing -c Release -v quiet -p:EnforceCodeStyleInBuild=false
        ;;
    quickstart)
        dotnet run --project docs/quickstart -c Release -v quiet
        echo "Not run: the quickstart of the cmdlets ($missing)."
        ;;
    test)
        # The module inside the PowerShell SDK needs a package from the same feed as PowerShell.
        mkdir -p out
        passed=0 failed=0 skipped=0 lines="" left_out="Pester"
        for project in tests/*.Tests; do
            name=$(basename "$project")
            log="$PWD/out/$name.trx"
            rm -f "$log"
            if ! dotnet restore "$project" -v quiet; then
                if [ "$name" = Invoicing.Hosting.Tests ]; then
                    left_out="$left_out, $name"
                    continue
                fi
                exit 1
            fi
            dotnet build "$project" -c Release -v quiet --no-restore -p:EnforceCodeStyleInBuild=false
            code=0
            dotnet test "$project" -c Release --no-build --logger "trx;LogFileName=$log" || code=$?
            if [ ! -f "$log" ]; then
                echo "$name did not run." >&2
                exit 1
            fi
            count() { sed -n "s/.*<Counters[^>]* $1=\"\([0-9]*\)\".*/\1/p" "$log"; }
            p=$(count passed) f=$(count failed) s=$(($(count total) - $(count executed)))
            [ "$code" = 0 ] || [ "$f" -gt 0 ] || f=1
            [ "$((p + f))" -gt 0 ] || f=1
            lines="$lines$name: $p passed, $f failed, $s skipped"$'\n'
            passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
        done
        printf '%s' "$lines"
        echo "$passed passed, $failed failed, $skipped skipped; not run: $left_out, since $missing"
        [ "$failed" = 0 ]
        ;;
    *)
        echo "The task '$task' needs PowerShell: $missing." >&2
        exit 1
        ;;
esac
