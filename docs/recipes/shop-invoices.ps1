<#
.SYNOPSIS
Makes, issues and sends the invoices of a shop's export.
.DESCRIPTION
The export has a row for each article of an order. Clients that are not there yet are made. An order that has its invoice is passed over, so the
script can be run again after whatever stopped it. Orders that were refused go to a file with the reason; corrected there, they are given again.
Exit codes: 0 every order has its invoice, 1 the script itself could not run, 2 some orders were refused.
.EXAMPLE
./shop-invoices.ps1 export.csv -Culture pt-PT -FailedPath failed.csv -Send
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path,

    # What the shop calls a column: @{ 'its heading' = 'the parameter of New-Invoice' }.
    [hashtable] $Map = @{ Order = 'Reference'; Customer = 'ClientName'; Mail = 'ClientEmail'; Article = 'Name'; Price = 'UnitPrice' },

    # How the shop writes numbers and dates.
    [string] $Culture = 'Invariant',

    # Where refused orders go. The file is written only if there are any.
    [string] $FailedPath = 'failed.csv',

    # Sends each invoice to its client, at providers that can.
    [switch] $Send,

    # A session or its name; else the one that was connected last.
    [object] $Session
)

$ErrorActionPreference = 'Stop'
$at = if ($Session) { @{ Session = $Session } } else { @{} }
$report = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = '+failures' }
$failures = @()

$made = @(Import-InvoiceCsv $Path -Culture $Culture -Map $Map @report |
    New-Invoice @at -GroupBy Reference -CreateMissing -SkipExisting -Confirm:$false @report |
    Complete-Invoice -Confirm:$false @report)
if ($Send) { $made | Send-Invoice -Confirm:$false @report }

# What the pipeline passed on was made by this run or an earlier one.
$made

$refused = @($failures | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
$refused | ForEach-Object { [pscustomobject]@{ Reference = $_.TargetObject.Reference; Reason = $_.Exception.Message } } | Where-Object { $refused } |
    Export-Csv $FailedPath -NoTypeInformation -Encoding UTF8
exit $(if ($refused) { 2 } else { 0 })
