<#
.SYNOPSIS
Measures what the module promises about speed, side by side with what one would write without it. Run it with: ./build.ps1 Bench
.DESCRIPTION
Each part runs in a process of its own and prints a table for docs/performance.md. The server is a socket in another process that hands out
pages of bytes (PageServer.cs). Figures are medians of rounds in which both sides take turns; the spread is the lowest and the highest.
.PARAMETER Part
The parts to run.
.PARAMETER Module
The manifest of another build to measure, such as one of an older commit.
.PARAMETER Cpu
Measures the processor time of the process in place of the clock, for a machine that does other work meanwhile.
#>
param(
    [ValidateSet('listing', 'limit', 'start', 'memory', 'create', 'csv', 'saft')]
    [string[]] $Part = @('listing', 'limit', 'start', 'memory', 'create', 'csv', 'saft'),
    [string] $Module,
    [switch] $Cpu
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
. (Join-Path $PSScriptRoot '../PowerShellHost.ps1')
$env:INVOICING_BENCH_MODULE = $Module
$env:INVOICING_BENCH_CPU = if ($Cpu) { '1' }
$failed = 0
"$([DateTime]::UtcNow.ToString('yyyy-MM-dd HH:mm')) UTC, $([Environment]::ProcessorCount) cores, $([Runtime.InteropServices.RuntimeInformation]::OSDescription), $([Runtime.InteropServices.RuntimeInformation]::FrameworkDescription), PowerShell $($PSVersionTable.PSVersion)"
''
foreach ($name in $Part) {
    Invoke-PowerShellHost '-File', (Join-Path $PSScriptRoot "$name.ps1")
    if ($LASTEXITCODE -ne 0) { Write-Host "The part '$name' failed."; $failed++ }
}

exit $failed
