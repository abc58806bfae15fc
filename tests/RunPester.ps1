<#
.SYNOPSIS
Runs the cmdlet tests against a built module. build.ps1 calls it for each file, in a process of its own.
.DESCRIPTION
Ends with 0 if all is well, 1 if a test failed, 3 if there is no Pester to be had.
#>
[CmdletBinding(DefaultParameterSetName = 'Run')]
param(
    # Folder of the built module.
    [Parameter(Mandatory, ParameterSetName = 'Run')]
    [string] $Module,

    # Where to write the counts, as JSON.
    [Parameter(Mandatory, ParameterSetName = 'Run')]
    [string] $Result,

    # Which test files; wildcards are understood.
    [Parameter(ParameterSetName = 'Run')]
    [string] $Name = '*',

    # Only finds Pester, or fetches it, and runs nothing.
    [Parameter(Mandatory, ParameterSetName = 'Find')]
    [switch] $Find
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$oldest = [version]'5.0.0'
$tooNew = [version]'6.0.0'

$packages = Join-Path $PSScriptRoot '../.packages/pester'
$project = Join-Path $PSScriptRoot 'Pester.proj'

function Find-Restored {
    Get-Item (Join-Path $packages '*/tools/Pester.psd1') -ErrorAction Ignore | Sort-Object FullName -Descending | Select-Object -First 1 -ExpandProperty FullName
}

function Find-Installed {
    Get-Module Pester -ListAvailable | Where-Object { $_.Version -ge $oldest -and $_.Version -lt $tooNew } | Sort-Object Version -Descending |
        Select-Object -First 1 -ExpandProperty Path
}

# The package of the pinned version comes first, so that every machine tests with the same one; then what is installed, then the gallery.
# Each way may be missing, or find no feed. That there is no Pester at all is reported once, below.
function Find-Pester {
    $ways = @(
        { Find-Restored }
        { dotnet restore $project -v quiet; Find-Restored }
        { Find-Installed }
        { Install-PSResource Pester -Version "[$oldest,$tooNew)" -Scope CurrentUser -TrustRepository; Find-Installed }
        { Install-Module Pester -MinimumVersion $oldest -MaximumVersion 5.99.99 -Scope CurrentUser -Force -SkipPublisherCheck; Find-Installed }
    )
    foreach ($way in $ways) {
        try {
            $path = & $way 3>$null 4>$null 6>$null | Where-Object { $_ -like '*Pester.psd1' -or $_ -like '*Pester.psm1' } | Select-Object -Last 1
            if ($path) { return $path }
        }
        catch { Write-Verbose $_.Exception.Message }
    }
}

$found = Find-Pester
if (-not $found) {
    Write-Host "Pester $oldest or later (below $tooNew) cannot be had from the configured feeds: the cmdlet tests did not run."
    exit 3
}

if ($Find) { exit 0 }
Import-Module $found
$env:INVOICING_TEST_MODULE = (Resolve-Path $Module).ProviderPath

$configuration = New-PesterConfiguration
$configuration.Run.Path = @(Get-ChildItem (Join-Path $PSScriptRoot 'Pester') -Filter "$Name.Tests.ps1" | ForEach-Object FullName)
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.StackTraceVerbosity = 'Filtered'

# What is tested is what a user's shell does, and that is not strict.
Set-StrictMode -Off
$run = Invoke-Pester -Configuration $configuration

# A file that could not be read, or a block whose preparation failed, is a failure too.
$failed = $run.FailedCount + $run.FailedBlocksCount + $run.FailedContainersCount
$counts = @{ Passed = $run.PassedCount; Failed = $failed; Skipped = $run.SkippedCount + $run.NotRunCount }
[IO.File]::WriteAllText($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Result), ($counts | ConvertTo-Json))
if ($failed -gt 0) { exit 1 }
exit 0
