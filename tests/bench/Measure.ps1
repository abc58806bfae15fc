# Dot-sourced by each part of the benchmark: the module, the server of pages, side-by-side measurement and the table.

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
. (Join-Path $PSScriptRoot '../PowerShellHost.ps1')

$module = if ($env:INVOICING_BENCH_MODULE) { $env:INVOICING_BENCH_MODULE } else { Join-Path $PSScriptRoot '../../out/Invoicing/Invoicing.psd1' }
$helpers = Join-Path ([IO.Path]::GetTempPath()) ('invoicing-bench-' + [Guid]::NewGuid().ToString('N'))
$null = New-Item $helpers -ItemType Directory

# Compiles helpers into a file, so that other processes can load the same one.
function New-Helper([string] $Name, [string[]] $Sources, [string[]] $References = @()) {
    $file = Join-Path $helpers "$Name.dll"
    $text = @($Sources | ForEach-Object { Get-Content (Join-Path $PSScriptRoot $_) -Raw })
    $usings = @($text | ForEach-Object { [regex]::Matches($_, '(?m)^using [\w.]+;') } | ForEach-Object Value | Sort-Object -Unique)
    $bodies = @($text | ForEach-Object { $_ -replace '(?m)^using [\w.]+;\r?\n', '' })
    $with = @{ OutputAssembly = $file; TypeDefinition = ($usings + '#nullable enable' + $bodies) -join "`n" }
    if ($References) { $with.ReferencedAssemblies = $References }
    Add-Type @with
    $file
}

# A process that serves pages; it takes orders by its input. It ends with this one, whose end closes the input.
function Start-PageServer {
    $file = New-Helper PageServer PageServer.cs, FixedPages.cs, FixedDraft.cs
    $start = New-PowerShellStart "-Command `"Add-Type -Path '$file'; [PageServer]::Run()`""
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $script:serverProcess = [Diagnostics.Process]::Start($start)
}

function Send-Order([string] $Line) {
    $script:serverProcess.StandardInput.WriteLine($Line)
    $script:serverProcess.StandardOutput.ReadLine()
}

# The port of a new list. Without a limit, every request is answered.
function New-PageList([string] $Kind, [int] $Pages, [int] $Rows, [int] $LatencyMs = 0, [int] $Limit = 0, [int] $WindowMs = 0) {
    [int](Send-Order "$Kind $Pages $Rows $LatencyMs $Limit $WindowMs")
}

function Stop-Bench {
    if (Get-Variable serverProcess -Scope Script -ErrorAction Ignore) { $script:serverProcess.StandardInput.Close(); $null = $script:serverProcess.WaitForExit(5000) }
    Remove-Item $helpers -Recurse -Force -ErrorAction Ignore
}

function Get-Median([double[]] $Values) { @($Values | Sort-Object)[[Math]::Floor($Values.Count / 2)] }

# The seconds of some work; with INVOICING_BENCH_CPU those of the processor, which a loaded machine does not stretch.
function Measure-Seconds([scriptblock] $Work) {
    $process = [Diagnostics.Process]::GetCurrentProcess()
    $cpu = $process.TotalProcessorTime
    $time = (Measure-Command $Work).TotalSeconds
    $process.Refresh()
    if ($env:INVOICING_BENCH_CPU) { ($process.TotalProcessorTime - $cpu).TotalSeconds } else { $time }
}

# A command in a fresh process; the numbers that it prints.
function Measure-Fresh([string] $Command) {
    [double[]]@(Invoke-PowerShellHost '-Command', "`$ProgressPreference='SilentlyContinue'; $Command")
}

$rows = [Collections.Generic.List[object]]::new()

# A line of the table. Values of several rounds: their median is shown, and the lowest and highest as spread. A goal is "<= 1.0", ">= 8" or empty.
function Add-Line([string] $Name, [double[]] $Values, [string] $Goal = '', [string] $Format = '0.00') {
    $median = Get-Median $Values
    $reached = switch -Regex ($Goal) {
        '^<= (.+)' { if ([Math]::Round($median, 3) -le [double]$Matches[1]) { 'yes' } else { 'no' } }
        '^>= (.+)' { if ([Math]::Round($median, 3) -ge [double]$Matches[1]) { 'yes' } else { 'no' } }
        default { '' }
    }
    $sorted = @($Values | Sort-Object)
    $spread = if ($Values.Count -gt 1) { "$($sorted[0].ToString($Format)) - $($sorted[-1].ToString($Format))" } else { '' }
    $rows.Add("| $Name | $($median.ToString($Format)) | $($Goal.Replace('<=', 'at most').Replace('>=', 'at least')) | $spread | $reached |")
}

# Ratios of two sides that were measured in turns.
function Get-Ratio([double[]] $Ours, [double[]] $Theirs) { for ($i = 0; $i -lt $Ours.Count; $i++) { $Ours[$i] / $Theirs[$i] } }

# Runs works by turns; gives the seconds of each by name.
function Measure-InTurns([Collections.Specialized.OrderedDictionary] $Works, [int] $Rounds) {
    $seconds = @{}
    foreach ($name in $Works.Keys) { $seconds[$name] = [Collections.Generic.List[double]]::new() }
    foreach ($round in 1..$Rounds) {
        foreach ($name in $Works.Keys) { $seconds[$name].Add((Measure-Seconds $Works[$name])) }
    }
    $seconds
}

function Assert-Count([int] $Got, [int] $Wanted, [string] $What) { if ($Got -ne $Wanted) { throw "$What saw $Got of $Wanted rows." } }

function Write-Table([string] $Title) {
    "| $Title | Measured | Goal | Spread | Reached |"
    '|---|---|---|---|---|'
    $rows
    ''
}
