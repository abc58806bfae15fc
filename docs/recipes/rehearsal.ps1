<#
.SYNOPSIS
Rehearses a file of invoices on the sandbox, before it is given to the real account.
.DESCRIPTION
The sandbox speaks the provider's protocol and has no legal effect. Every row is made and issued there, in a company that has the clients of the rows.
What is refused is written with its row.
Exit codes: 0 every row would go through, 1 the script itself could not run, 2 some rows were refused.
.EXAMPLE
./rehearsal.ps1 march.csv -Provider InvoiceXpress -Culture pt-PT
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path,

    [string] $Provider = 'InvoiceXpress',

    [string] $Culture = 'Invariant'
)

$ErrorActionPreference = 'Stop'
$failures = @()
$report = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = '+failures' }
$session = Connect-InvoiceProvider -Sandbox -Provider $Provider -Name rehearsal -Force
try {
    $made = @(Import-InvoiceCsv $Path -Culture $Culture @report |
        New-Invoice -Session $session -CreateMissing -SkipExisting -Confirm:$false @report |
        Complete-Invoice -Confirm:$false @report)
    $refused = @($failures | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
    foreach ($one in $refused) { Write-Warning $one.Exception.Message }
    [pscustomobject]@{ Documents = $made.Count; Total = ($made | Measure-Object Total -Sum).Sum; Refused = $refused.Count }
}
finally { $session | Disconnect-InvoiceProvider }

exit $(if ($refused) { 2 } else { 0 })
