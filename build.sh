#!/usr/bin/env bash
# Finds or fetches PowerShell and hands over to build.ps1. Where no PowerShell can be had, it runs the half that needs none.
# Usage: ./build.sh [clean|build|test|quickstart|bench]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
task=${1:-build}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off

if ! command -v dotnet >/dev/null 2>&1; then
    echo "A .NET SDK is needed, and there is no 'dotnet' on the PATH." >&2
    exit 1
fi

# From INVOICING_PWSH, from the PATH, or as the tool that this repository pins.
find_pwsh() {
    if [ -n "${INVOICING_PWSH:-}" ]; then
        command -v "$INVOICING_PWSH" && return
        echo "INVOICING_PWSH names '$INVOICING_PWSH', which cannot be run." >&2
        exit 1
    fi
    command -v pwsh && return
    dotnet tool restore >/dev/null 2>&1 && dotnet tool run pwsh -- -NoProfile -Command exit >/dev/null 2>&1 && echo "dotnet tool run pwsh --"
}

if pwsh=$(find_pwsh); then
    # Unquoted on purpose: it may be a command with arguments.
    exec $pwsh -NoLogo -NoProfile -NonInteractive -File build.ps1 "$task"
fi

echo "No PowerShell is on the PATH, and none can be had from the configured feeds: the half that needs none is run."
case "$task" in
    clean)
        rm -rf out src/*/bin src/*/obj tests/*/bin tests/*/obj docs/*/bin docs/*/obj
        ;;
    build)
        dotnet build Invoicing.sln -c Release -v quiet
        ;;
    quickstart)
        dotnet run --project docs/quickstart -c Release -v quiet
        ;;
    test)
        dotnet build Invoicing.sln -c Release -v quiet
        mkdir -p out
        rm -f out/xunit.trx
        code=0
        dotnet test tests/Invoicing.Tests -c Release --no-build --logger "trx;LogFileName=$PWD/out/xunit.trx" || code=$?
        if [ ! -f out/xunit.trx ]; then
            echo "The tests did not run." >&2
            exit 1
        fi
        count() { sed -n "s/.*<Counters[^>]* $1=\"\([0-9]*\)\".*/\1/p" out/xunit.trx; }
        echo "Left out: the tests of the cmdlets, for want of a PowerShell to run them in."
        echo "$(count passed) passed, $(count failed) failed, $(($(count total) - $(count executed))) skipped"
        exit "$code"
        ;;
    *)
        echo "The task '$task' needs PowerShell." >&2
        exit 1
        ;;
esac
