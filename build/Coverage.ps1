<#
.SYNOPSIS
Runs the xUnit suites with coverage, and prints how many lines and branches of each assembly they reach. Call ./build.ps1 Coverage.
.DESCRIPTION
The cmdlets run in PowerShell, out of reach of the collector: their number says only what Invoicing.Hosting.Tests reach.
#>
[CmdletBinding()]
param(
    [string] $Configuration = 'Release',

    # Which tests, as `dotnet test --filter` understands it.
    [string] $Filter
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$results = Join-Path $root 'out/coverage'
Remove-Item $results -Recurse -Force -ErrorAction Ignore

$failed = $false
foreach ($project in Get-ChildItem (Join-Path $root 'tests') -Recurse -Filter '*.Tests.csproj') {
    $arguments = @('test', $project.FullName, '-c', $Configuration, '--nologo', '--collect', 'XPlat Code Coverage', '--results-directory', (Join-Path $results $project.BaseName))
    if ($Filter) { $arguments += '--filter', $Filter }
    $arguments += '--', 'DataCollectionRunSettings.DataCollectors.DataCollector.Configuration.Include=[Invoicing*]*', 'DataCollectionRunSettings.DataCollectors.DataCollector.Configuration.Exclude=[*.Tests]*'
    & dotnet @arguments | Out-Host
    if ($LASTEXITCODE -ne 0) { $failed = $true }
}

# A line counts as reached if one of the suites reached it, and so does a branch.
$lines = @{}
$branches = @{}
foreach ($report in Get-ChildItem $results -Recurse -Filter coverage.cobertura.xml) {
    foreach ($package in ([xml][IO.File]::ReadAllText($report.FullName)).SelectNodes('//package')) {
        if (-not $lines.ContainsKey($package.name)) { $lines[$package.name] = @{}; $branches[$package.name] = @{} }
        foreach ($class in $package.SelectNodes('.//class')) {
            foreach ($line in $class.SelectNodes('lines/line')) {
                $key = $class.filename + ':' + $line.number
                $lines[$package.name][$key] = [Math]::Max([int]$line.hits, [int]$lines[$package.name][$key])
                if ($line.GetAttribute('condition-coverage') -match '\((\d+)/(\d+)\)') {
                    $known = $branches[$package.name][$key]
                    $reached = [int]$Matches[1]
                    if (-not $known -or $known[0] -lt $reached) { $branches[$package.name][$key] = @($reached, [int]$Matches[2]) }
                }
            }
        }
    }
}

if ($lines.Count -eq 0) { throw 'No coverage was collected.' }
foreach ($name in $lines.Keys | Sort-Object) {
    $reached = @($lines[$name].Values | Where-Object { $_ -gt 0 }).Count
    $ways = $branches[$name].Values | ForEach-Object { , $_ }
    $taken = ($ways | ForEach-Object { $_[0] } | Measure-Object -Sum).Sum
    $all = ($ways | ForEach-Object { $_[1] } | Measure-Object -Sum).Sum
    Write-Host ([string]::Format([Globalization.CultureInfo]::InvariantCulture, '{0}: {1:0.0} % of {2} lines, {3:0.0} % of {4} branches',
            $name, (100 * $reached / $lines[$name].Count), $lines[$name].Count, (100 * $taken / [Math]::Max(1, $all)), $all))
}

if ($failed) { throw 'Tests failed.' }
