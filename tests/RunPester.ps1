<#
.SYNOPSIS
Runs the cmdlet tests against a built module. build.ps1 calls it in a process of its own.
.DESCRIPTION
Ends with 0 if all is well, 1 if a test failed, 3 if there is no Pester to be had.
#>
[CmdletBinding()]
param(
    # Folder of the built module.
    [Parameter(Mandatory)]
    [string] $Module,

    # Where to write the counts, as JSON.
    [Parameter(Mandatory)]
    [string] $Result,

    # Which test files; wildcards are understood.
    [string] $Name = '*'
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$oldest = '5.0.0'

function Find-Pester {
    Get-Module Pester -ListAvailable | Where-Object Version -ge $oldest | Sort-Object Version -Descending | Select-Object -First 1
}

# Each may be missing, and each may find no feed: then there is no Pester, which is said once, below.
function Install-Pester {
    $ways = @(
        @{ Command = 'Install-PSResource'; With = @{ Name = 'Pester'; Version = '[5.0.0,6.0.0)'; Scope = 'CurrentUser'; TrustRepository = $true } }
        @{ Command = 'Install-Module'; With = @{ Name = 'Pester'; MinimumVersion = $oldest; MaximumVersion = '5.99.99'; Scope = 'CurrentUser'; Force = $true; SkipPublisherCheck = $true } }
    )
    foreach ($way in $ways) {
        if (-not (Find-Pester) -and (Get-Command $way.Command -ErrorAction Ignore)) {
            $with = $way.With
            try { & $way.Command @with -ErrorAction Stop *> $null } catch { Write-Verbose $_.Exception.Message }
        }
    }
}

if (-not (Find-Pester)) { Install-Pester }
$found = Find-Pester
if (-not $found) {
    Write-Host "Pester $oldest or later cannot be had from the configured feeds: the cmdlet tests were left out."
    exit 3
}

Import-Module $found.Path
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
