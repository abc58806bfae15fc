<#
.SYNOPSIS
Writes what clients owe: open documents, their age, and a statement for each client that is late.
.DESCRIPTION
The folder gets open.csv, aging.csv and a page for each client with overdue documents. Nothing is changed at the provider.
Exit codes: 0 all is well, 1 the script itself could not run, 2 something cannot be known or does not agree; notes.txt says what.
.EXAMPLE
./money-owed.ps1 -Destination C:\owed
.EXAMPLE
./money-owed.ps1 -Destination C:\owed -AsOf 2026-10-31 -CompanyName 'Acme, Lda.'
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Destination,

    # The day for which amounts and days are told.
    [datetime] $AsOf = (Get-Date).Date,

    # Name of the company, for the statements.
    [string] $CompanyName,

    # Payment term for documents without a due date.
    [Nullable[int]] $PaymentDays,

    # A session or its name; else the one that was connected last.
    [object] $Session
)

$ErrorActionPreference = 'Stop'
$at = if ($Session) { @{ Session = $Session } } else { @{} }
$term = if ($null -ne $PaymentDays) { @{ PaymentDays = $PaymentDays } } else { @{} }
$page = if ($CompanyName) { @{ CompanyName = $CompanyName } } else { @{} }
$null = New-Item $Destination -ItemType Directory -Force

$open = @(Get-InvoiceReceivable @at @term -AsOf $AsOf -WarningVariable notes -WarningAction SilentlyContinue)
$aging = @($open | Get-InvoiceAging)
$open | Select-Object Number, Reference, Type, ClientName, @{ n = 'DueDate'; e = { if ($_.DueDate) { Get-Date $_.DueDate -Format yyyy-MM-dd } } }, DaysOverdue, State, Outstanding, Currency, Basis |
    Export-Csv (Join-Path $Destination open.csv) -NoTypeInformation -Encoding UTF8
$aging | Select-Object ClientName, Currency, Current, Days1To30, Days31To60, Days61To90, Over90, NoDueDate, Total, IsExact |
    Export-Csv (Join-Path $Destination aging.csv) -NoTypeInformation -Encoding UTF8

# One statement for a client, however many documents are late.
$late = @($open | Where-Object State -EQ Overdue | Group-Object ClientId | ForEach-Object { $_.Group[0].GetInvoice().Client })
$first = [datetime]::new($AsOf.Year, 1, 1)
$files = @($late | Get-InvoiceStatement @at @page -From $first -To $AsOf -OutFile $Destination -Force -WarningVariable +notes -WarningAction SilentlyContinue)

$notes = @($notes | ForEach-Object { "$_" } | Select-Object -Unique)
$notes | Set-Content (Join-Path $Destination notes.txt) -Encoding UTF8
[pscustomobject]@{ AsOf = Get-Date $AsOf -Format yyyy-MM-dd; Documents = $open.Count; Clients = $aging.Count; Statements = $files.Count; ToLookAt = $notes.Count }
exit $(if ($notes.Count) { 2 } else { 0 })
