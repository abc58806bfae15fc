<#
.SYNOPSIS
Writes PublicAPI.Shipped.txt and PublicAPI.Unshipped.txt of each project that ships. Call ./build.ps1 PublicApi.
.DESCRIPTION
What is in PublicAPI.Shipped.txt stays there; everything else that is public goes to PublicAPI.Unshipped.txt.
#>
[CmdletBinding()]
param()

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$utf8 = New-Object Text.UTF8Encoding $false

foreach ($project in 'Invoicing.Saft', 'Invoicing.Core', 'Invoicing.Sandbox', 'Invoicing') {
    $folder = Join-Path $root "src/$project"
    $shipped = Join-Path $folder 'PublicAPI.Shipped.txt'
    $unshipped = Join-Path $folder 'PublicAPI.Unshipped.txt'
    if (-not (Test-Path $shipped)) { [IO.File]::WriteAllText($shipped, "#nullable enable`n", $utf8) }
    [IO.File]::WriteAllText($unshipped, "#nullable enable`n", $utf8)

    # The analyzer names each symbol that the files lack, in the very words that they need.
    $said = & dotnet build $folder -c Release -nologo -v quiet --no-incremental -p:PublicApiBaseline=true -p:TreatWarningsAsErrors=false '-clp:NoSummary;DisableConsoleColor' 2>&1
    if ($LASTEXITCODE -ne 0) { throw "$project does not build: $($said | Select-Object -Last 5)" }
    $names = @($said | ForEach-Object { if ("$_" -match "warning RS0016: Symbol '(.+)' is not part of the declared public API .*\[.*$project\.csproj") { $Matches[1] } })
    $sorted = New-Object 'Collections.Generic.SortedSet[string]' ([StringComparer]::Ordinal)
    $names | ForEach-Object { $null = $sorted.Add($_) }
    [IO.File]::WriteAllText($unshipped, "#nullable enable`n" + (($sorted | ForEach-Object { "$_`n" }) -join ''), $utf8)
    Write-Host "${project}: $($sorted.Count) public symbols that have not shipped yet."
}
