<#
.SYNOPSIS
Saves the report of the last month as a page, and compares it with the report before.
.DESCRIPTION
The pages lie in one folder under the names report-2026-03.html; the newest one that is older than the month is the report before.
Exit codes: 0 all is well, 1 the script itself could not run.
.EXAMPLE
./report-of-the-month.ps1 -Folder reports
.EXAMPLE
./report-of-the-month.ps1 -Folder reports -Year 2026 -Month 3
#>
[CmdletBinding()]
param(
    [int] $Year,

    [int] $Month,

    # Where the reports are.
    [string] $Folder = 'reports',

    # Payment term for documents without a due date, at providers that keep none.
    [int] $PaymentDay = 30,

    # A session or its name; else the one that was connected last.
    [object] $Session
)

$ErrorActionPreference = 'Stop'
$with = if ($Session) { @{ Session = $Session } } else { @{} }
if (-not $Year) {
    $last = (Get-Date).AddMonths(-1)
    $Year = $last.Year
    $Month = $last.Month
}

$null = New-Item $Folder -ItemType Directory -Force
$name = 'report-{0:0000}-{1:00}.html' -f $Year, $Month
$before = Get-ChildItem $Folder -Filter 'report-????-??.html' | Where-Object Name -LT $name | Sort-Object Name | Select-Object -Last 1
if ($before) { $with.Since = $before.FullName }
Export-InvoiceReport $Year $Month (Join-Path $Folder $name) -PaymentDays $PaymentDay -Force @with
exit 0
