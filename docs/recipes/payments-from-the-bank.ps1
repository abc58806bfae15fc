<#
.SYNOPSIS
Enters the payments of all bank files in a folder that are certain, and lists the entries that a person has to look at.
.DESCRIPTION
Made for a scheduled task: nothing is asked, a file that is cut does not stop the others, and a second run enters nothing again.
docs/recipes/payments-from-the-bank.md explains it. Connect before, with Connect-InvoiceProvider.
.EXAMPLE
./payments-from-the-bank.ps1 -Inbox C:\bank -Report open.csv
#>
[CmdletBinding()]
param(
    # The folder with the files of the bank.
    [Parameter(Mandatory)]
    [string] $Inbox,

    # The CSV file of the entries that were left.
    [Parameter(Mandatory)]
    [string] $Report,

    # Most that a bank on the way may have kept.
    [decimal] $Tolerance = 0,

    # Parameters of Import-InvoiceBankStatement for CSV files, for example @{ Culture = 'pt-PT'; Map = @{ Montante = 'Amount' } }.
    [hashtable] $Csv = @{}
)

$problems = $null
$entries = Get-ChildItem $Inbox -File | Import-InvoiceBankStatement @Csv -ErrorVariable problems -ErrorAction Continue
$proposals = @($entries | Resolve-InvoicePayment -Tolerance $Tolerance)
$entered = @($proposals | Add-InvoicePayment -MinimumConfidence High -Confirm:$false)

$left = @($proposals | Where-Object {
        $_.State -in 'Ambiguous', 'Unmatched', 'InDoubt' -or ($_.State -eq 'Matched' -and $_.Confidence -ne 'High')
    })
$left | Select-Object Date, Amount, Counterparty, Text, State, Confidence, Documents, @{ Name = 'Reasons'; Expression = { $_.Reasons -join '; ' } } |
    Export-Csv $Report -NoTypeInformation -Encoding UTF8

[pscustomobject]@{
    Entries  = $proposals.Count
    Entered  = $entered.Count
    ToLookAt = $left.Count
    BadFiles = @($problems).Count
}
