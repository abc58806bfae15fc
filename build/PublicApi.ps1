<#
.SYNOPSIS
Writes PublicAPI.Shipped.txt and PublicAPI.Unshipped.txt of each library that ships. Call ./build.ps1 PublicApi.
.DESCRIPTION
What is in PublicAPI.Shipped.txt stays there; everything else that is public goes to PublicAPI.Unshipped.txt.
#>
[CmdletBinding()]
param()

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$utf8 = New-Object Text.UTF8Encoding $false

$projects = 'Invoicing.Saft', 'Invoicing.Core', 'Invoicing.Sandbox'
foreach ($project in $projects) {
    $shipped = Join-Path $root "src/$project/PublicAPI.Shipped.txt"
    if (-not (Test-Path $shipped)) { [IO.File]::WriteAllText($shipped, "#nullable enable`n", $utf8) }
    [IO.File]::WriteAllText((Join-Path $root "src/$project/PublicAPI.Unshipped.txt"), "#nullable enable`n", $utf8)
}

# The analyzer names each symbol that the files lack, in the very words that they need. The module is built with all that it references.
$said = & dotnet build (Join-Path $root 'src/Invoicing') -c Release -nologo -v quiet --no-incremental -p:RunAnalyzersDuringBuild=true -p:TreatWarningsAsErrors=false '-clp:NoSummary;DisableConsoleColor' 2>&1
if ($LASTEXITCODE -ne 0) { throw "The module does not build: $($said | Select-Object -Last 5)" }

foreach ($project in $projects) {
    $sorted = New-Object 'Collections.Generic.SortedSet[string]' ([StringComparer]::Ordinal)
    $said | ForEach-Object { if ("$_" -match "warning RS0016: Symbol '(.+)' is not part of the declared public API .*\[.*[\\/]$([regex]::Escape($project))\.csproj") { $null = $sorted.Add($Matches[1]) } }
    [IO.File]::WriteAllText((Join-Path $root "src/$project/PublicAPI.Unshipped.txt"), "#nullable enable`n" + (($sorted | ForEach-Object { "$_`n" }) -join ''), $utf8)
    Write-Host "${project}: $($sorted.Count) public symbols that have not shipped yet."
}
