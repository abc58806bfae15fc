<#
.SYNOPSIS
Writes the VAT of a quarter to two CSV files: the summary by rate, and the documents whose amounts are not those of their lines.
.DESCRIPTION
Without -Year and -Quarter it is the last whole quarter. Credit notes are below zero; cancelled documents are rows of their own and no part of the sums.
Exit codes: 0 all is well, 1 the script itself could not run, 2 some documents have amounts that rounding cannot explain: look at them before you declare.
.EXAMPLE
./vat-of-a-quarter.ps1
.EXAMPLE
./vat-of-a-quarter.ps1 -Year 2026 -Quarter 1 -Folder vat
#>
[CmdletBinding()]
param(
    [int] $Year,

    [int] $Quarter,

    # Where the files go.
    [string] $Folder = '.',

    # A session or its name; else the one that was connected last.
    [object] $Session
)

$ErrorActionPreference = 'Stop'
$at = if ($Session) { @{ Session = $Session } } else { @{} }
if (-not $Year) {
    $day = (Get-Date).AddMonths(-3)
    $Year = $day.Year
    $Quarter = [Math]::Ceiling($day.Month / 3)
}

# The documents are read once; both tables are of the same ones.
$documents = @(Get-Invoice @at -IncludeArchived -DateFrom ([datetime]::new($Year, 3 * $Quarter - 2, 1)) -DateTo ([datetime]::new($Year, 3 * $Quarter - 2, 1).AddMonths(3).AddDays(-1)) -Detailed)
$name = Join-Path $Folder "vat-$Year-Q$Quarter"
$rows = @($documents | Measure-InvoiceTax @at)
$rows | Select-Object State, Currency, Month, Type, Region, TaxCode, Rate, ExemptionCode, ExemptionReason, Documents, Net, Tax, Surcharge, Gross |
    Export-Csv "$name.csv" -NoTypeInformation -Encoding UTF8
$differences = @($documents | Measure-InvoiceTax @at -Report Difference)
$differences | Select-Object Number, @{ n = 'Date'; e = { Get-Date $_.Date -Format yyyy-MM-dd } }, State, Rate, Net, Tax, Total, Reason |
    Export-Csv "$name-differences.csv" -NoTypeInformation -Encoding UTF8
$rows
$odd = @($differences | Where-Object Reason -in Unexplained, MissingLines)
if ($odd) { Write-Warning "$($odd.Count) amounts cannot be explained by rounding: $(@($odd.Number | Select-Object -Unique) -join ', ')." }
exit $(if ($odd) { 2 } else { 0 })
