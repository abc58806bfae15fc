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

# The tests of the cmdlets, in a process of their own. Gives their counts, or nothing if they did not run.
function Invoke-PesterSuite([string] $Module, [string] $Output, [string] $Runner = (Join-Path $PSScriptRoot 'RunPester.ps1')) {
    $result = Join-Path $Output 'pester.json'
    Remove-Item $result -ErrorAction Ignore
    Invoke-PowerShellHost @('-File', $Runner, '-Module', $Module, '-Result', $result) | Out-Host
    $code = $LASTEXITCODE
    if (-not (Test-Path $result)) { return }
    $counts = Get-Content $result -Raw | ConvertFrom-Json
    $failed = [int]$counts.Failed
    if ($code -ne 0 -and $failed -eq 0) { $failed = 1 }
    @{ Passed = [int]$counts.Passed; Failed = $failed; Skipped = [int]$counts.Skipped }
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
