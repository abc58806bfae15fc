<#
.SYNOPSIS
Enters the payments of all bank files in a folder that are certain, and lists the entries that a person has to look at.
.DESCRIPTION
Nothing is asked, a file that is cut does not stop the others, and a second run enters nothing again: files may stay in the folder.
Exit codes: 0 every entry of the files has its payment, 1 the script itself could not run, 2 entries or files need a look.
.EXAMPLE
./payments-from-the-bank.ps1 -Inbox C:\bank -Report open.csv
#>
[CmdletBinding()]
param(
    # The folder with the files of the bank.
    [Parameter(Mandatory)]
    [string] $Inbox,

    # The CSV file of the entries that were left.
    [string] $Report = 'open.csv',

    # Most that a bank on the way may have kept.
    [decimal] $Tolerance = 0,

    # Parameters of Import-InvoiceBankStatement for CSV files, for example @{ Culture = 'pt-PT'; Map = @{ Montante = 'Amount' } }.
    [hashtable] $Csv = @{},

    # A session or its name; else the one that was connected last.
    [object] $Session
)

$ErrorActionPreference = 'Stop'
$at = if ($Session) { @{ Session = $Session } } else { @{} }
$problems = $null
$failures = $null

$entries = @(Get-ChildItem $Inbox -File | Import-InvoiceBankStatement @Csv -ErrorAction Continue -ErrorVariable problems)
$proposals = @($entries | Resolve-InvoicePayment @at -Tolerance $Tolerance)
$entered = @($proposals | Add-InvoicePayment -MinimumConfidence High -Confirm:$false -ErrorAction Continue -ErrorVariable failures)

$left = @($proposals | Where-Object {
        $_.State -in 'Ambiguous', 'Unmatched', 'InDoubt' -or ($_.State -eq 'Matched' -and $_.Confidence -ne 'High')
    })
$left | Select-Object Date, Amount, Counterparty, Text, State, Confidence, Documents, @{ Name = 'Reasons'; Expression = { $_.Reasons -join '; ' } } |
    Export-Csv $Report -NoTypeInformation -Encoding UTF8

$bad = @(@($problems) + @($failures) | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
[pscustomobject]@{ Entries = $proposals.Count; Entered = $entered.Count; ToLookAt = $left.Count; Errors = $bad.Count }
exit $(if ($left -or $bad) { 2 } else { 0 })
