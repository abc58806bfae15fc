# Dot-sourced by build.ps1: runs the suites of tests and counts what ran. PowerShellHost.ps1 goes before it.

# A suite of xUnit tests. Gives its counts, or nothing if it did not run.
function Invoke-XunitSuite([string] $Project, [string] $Configuration, [string] $Output) {
    $log = Join-Path $Output "$([IO.Path]::GetFileNameWithoutExtension($Project)).trx"
    Remove-Item $log -ErrorAction Ignore
    & dotnet test $Project -c $Configuration --no-build --nologo --logger "trx;LogFileName=$log" | Out-Host
    $code = $LASTEXITCODE
    if (-not (Test-Path $log)) { return }
    $counters = ([xml](Get-Content $log -Raw)).TestRun.ResultSummary.Counters
    $failed = [int]$counters.failed + [int]$counters.error + [int]$counters.timeout + [int]$counters.aborted

    # A runner that broke down after its tests is a failure that no test shows.
    if ($code -ne 0 -and $failed -eq 0) { $failed = 1 }
    @{ Passed = [int]$counters.passed; Failed = $failed; Skipped = [int]$counters.total - [int]$counters.executed }
}

# Test files that take longest, so that they are not the last ones to begin; and those whose subject is time, which want the machine for themselves.
$longest = 'Secret', 'BadInput', 'Twice', 'Help', 'Recipe', 'Saft', 'Plan', 'Build'
$alone = 'Gate'

# The tests of the cmdlets, each file in a process of its own, one more at a time than the machine has processors, since
# many of them wait. Gives their counts, or nothing if they did not run.
function Invoke-PesterSuite([string] $Module, [string] $Output, [string] $Runner = (Join-Path $PSScriptRoot 'RunPester.ps1')) {
    Invoke-PowerShellHost @('-File', $Runner, '-Find') | Out-Host
    if ($LASTEXITCODE -ne 0) { return }
    $folder = Join-Path $Output 'pester'
    Remove-Item $folder -Recurse -Force -ErrorAction Ignore
    $null = New-Item $folder -ItemType Directory -Force
    $names = @(Get-ChildItem (Join-Path (Split-Path $Runner) 'Pester') -Filter '*.Tests.ps1' | ForEach-Object { $_.Name -replace '\.Tests\.ps1$' } |
        Sort-Object { $_ -notin $longest }, { $_ -in $alone }, { $_ })
    $total = @{ Passed = 0; Failed = 0; Skipped = 0 }
    $waiting = New-Object 'Collections.Generic.Queue[string]' (, [string[]]$names)
    $running = @()
    while ($waiting.Count -or $running) {
        while ($waiting.Count -and $running.Count -lt $(if ($waiting.Peek() -in $alone) { 1 } else { [Environment]::ProcessorCount + 1 })) {
            $name = $waiting.Dequeue()
            $result = Join-Path $folder "$name.json"
            $start = New-PowerShellStart "-File `"$Runner`" -Module `"$Module`" -Result `"$result`" -Name `"$name`""
            $start.RedirectStandardOutput = $true
            $process = [Diagnostics.Process]::Start($start)
            $running += @{ Name = $name; Process = $process; Said = $process.StandardOutput.ReadToEndAsync(); Result = $result }
        }

        Start-Sleep -Milliseconds 100
        $ended, $running = $running.Where({ $_.Process.HasExited }, 'Split')
        foreach ($one in $ended) {
            $one.Said.Result | Out-Host

            # A file without a result must never look like one without a failure.
            $counts = if (Test-Path $one.Result) { Get-Content $one.Result -Raw | ConvertFrom-Json } else { @{ Passed = 0; Failed = 0; Skipped = 0 } }
            foreach ($kind in 'Passed', 'Failed', 'Skipped') { $total[$kind] += [int]$counts.$kind }
            if ($one.Process.ExitCode -ne 0 -and [int]$counts.Failed -eq 0) { $total.Failed++ }
            if ([int]$counts.Passed + [int]$counts.Failed + [int]$counts.Skipped -eq 0) {
                Write-Host "$($one.Name): no test ran."
                $total.Failed++
            }
        }
    }

    $total
}

# Runs suites (name, command and its parameters) and closes with a line for each and one for all. Gives whether every suite ran and no test failed.
function Invoke-Suite([hashtable[]] $Suite) {
    $total = @{ Passed = 0; Failed = 0; Skipped = 0 }
    $lines = foreach ($one in $Suite) {
        $with = $one.With
        $count = & $one.Command @with
        if (-not $count -or $count.Passed + $count.Failed -eq 0) {
            # A suite without a result must never look like one without a failure.
            $total.Failed++
            "$($one.Name): did not run"
            continue
        }

        foreach ($kind in 'Passed', 'Failed', 'Skipped') { $total[$kind] += $count[$kind] }
        '{0}: {1} passed, {2} failed, {3} skipped' -f $one.Name, $count.Passed, $count.Failed, $count.Skipped
    }

    $lines | ForEach-Object { Write-Host $_ }
    Write-Host ('{0} passed, {1} failed, {2} skipped' -f $total.Passed, $total.Failed, $total.Skipped)
    $total.Failed -eq 0
}
