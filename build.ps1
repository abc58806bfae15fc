<#
.SYNOPSIS
Builds, tests and shows the module. Runs in Windows PowerShell 5.1 and in PowerShell 7.
.EXAMPLE
./build.ps1 Build
.EXAMPLE
./build.ps1 Test
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Clean', 'Build', 'Test', 'Quickstart', 'Bench')]
    [string[]] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release'
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$root = $PSScriptRoot
$module = Join-Path $root 'out/Invoicing'

function Invoke-Native([string] $Command, [string[]] $Arguments) {
    & $Command @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Command $($Arguments[0]) ended with exit code $LASTEXITCODE." }
}

# The same PowerShell as this one, in a process of its own: what it imports is not held by this one.
function Invoke-Child([string] $Script, [string[]] $Arguments = @()) {
    $host_ = (Get-Process -Id $PID).Path
    & $host_ -NoLogo -NoProfile -NonInteractive -File (Join-Path $root $Script) @Arguments
    $LASTEXITCODE
}

function Clear-Output {
    foreach ($folder in 'out', 'src/*/bin', 'src/*/obj', 'tests/*/bin', 'tests/*/obj', 'docs/*/bin', 'docs/*/obj') {
        Get-Item (Join-Path $root $folder) -ErrorAction Ignore | Remove-Item -Recurse -Force
    }
}

function Build-Module {
    Invoke-Native dotnet @('build', (Join-Path $root 'Invoicing.sln'), '-c', $Configuration, '-v', 'quiet', '-nologo')
    Remove-Item $module -Recurse -Force -ErrorAction Ignore
    $null = New-Item $module -ItemType Directory -Force
    $built = Join-Path $root "src/Invoicing/bin/$Configuration/netstandard2.0"
    foreach ($file in 'Invoicing.dll', 'Invoicing.Core.dll', 'Invoicing.Saft.dll', 'Invoicing.Sandbox.dll', 'Newtonsoft.Json.dll') {
        Copy-Item (Join-Path $built $file) $module
    }

    Copy-Item (Join-Path $root 'src/Invoicing/*.ps1xml') $module
    Copy-Item (Join-Path $root 'LICENSE') $module
    $version = ([xml](Get-Content (Join-Path $root 'Directory.Build.props') -Raw)).SelectSingleNode('//Version').InnerText
    $manifest = (Get-Content (Join-Path $root 'Invoicing.psd1') -Raw) -replace "ModuleVersion( *)= '[^']*'", "ModuleVersion`$1= '$version'"
    [IO.File]::WriteAllText((Join-Path $module 'Invoicing.psd1'), $manifest)
    Write-Host "Built $module, version $version."
}

function Test-Module {
    $count = @{ Passed = 0; Failed = 0; Skipped = 0 }

    # xUnit: what makes sense without PowerShell.
    $log = Join-Path $root 'out/xunit.trx'
    Remove-Item $log -ErrorAction Ignore
    & dotnet test (Join-Path $root 'tests/Invoicing.Tests') -c $Configuration --no-build --nologo --logger "trx;LogFileName=$log"
    $failed = $LASTEXITCODE -ne 0
    if (Test-Path $log) {
        $counters = ([xml](Get-Content $log -Raw)).TestRun.ResultSummary.Counters
        $count.Passed += [int]$counters.passed
        $count.Failed += [int]$counters.failed + [int]$counters.error + [int]$counters.timeout
        $count.Skipped += [int]$counters.total - [int]$counters.executed
    }
    else {
        $failed = $true
    }

    # Pester: the cmdlets, in a process of its own.
    $result = Join-Path $root 'out/pester.json'
    Remove-Item $result -ErrorAction Ignore
    $code = Invoke-Child 'tests/RunPester.ps1' @('-Module', $module, '-Result', $result) | ForEach-Object { if ($_ -is [int]) { $_ } else { Write-Host $_ } }
    if (Test-Path $result) {
        $pester = Get-Content $result -Raw | ConvertFrom-Json
        $count.Passed += $pester.Passed
        $count.Failed += $pester.Failed
        $count.Skipped += $pester.Skipped
    }
    elseif ($code -ne 3) {
        $failed = $true
    }

    Write-Host ('{0} passed, {1} failed, {2} skipped' -f $count.Passed, $count.Failed, $count.Skipped)
    if ($failed -or $count.Failed -gt 0) { exit 1 }
}

foreach ($step in $Task) {
    switch ($step) {
        'Clean' { Clear-Output }
        'Build' { Build-Module }
        'Test' { Build-Module; Test-Module }
        'Quickstart' { Build-Module; $code = Invoke-Child 'docs/quickstart/quickstart.ps1' | ForEach-Object { if ($_ -is [int]) { $_ } else { Write-Host $_ } }; exit $code }
        'Bench' { Build-Module; $code = Invoke-Child 'tests/bench/bench.ps1' | ForEach-Object { if ($_ -is [int]) { $_ } else { Write-Host $_ } }; exit $code }
    }
}
