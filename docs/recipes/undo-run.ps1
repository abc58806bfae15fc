<#
.SYNOPSIS
Undoes what a wrong run made: deletes its drafts, and corrects its issued documents by credit notes.
.DESCRIPTION
The journal of this machine says which documents were made since the run began. Try it with -WhatIf first. A second run makes no second credit note:
their references are derived from the numbers of the documents.
Exit codes: 0 everything is undone, 1 the script itself could not run, 2 some documents are still there, with the reason in the output.
.EXAMPLE
./undo-run.ps1 -After '2026-03-31 18:00' -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    # The moment at which the run began, and the one at which it ended.
    [Parameter(Mandatory)]
    [datetime] $After,

    [datetime] $Before = [datetime]::Now,

    # A session or its name; else the one that was connected last.
    [object] $Session
)

$ErrorActionPreference = 'Stop'
$at = if ($Session) { @{ Session = $Session } } else { @{} }

function New-Correction($Invoice, $Provider) {
    # SimplBooks takes credit notes with quantities below 0; the others take amounts above it.
    $lines = @($Invoice.Lines)
    if ($Provider -eq 'SimplBooks') { foreach ($line in $lines) { $line.Quantity = -$line.Quantity } }
    New-Invoice -Type CreditNote -For $Invoice -Client $Invoice.Client -Line $lines -Reference "UNDO-$($Invoice.Number -replace '\W', '-')" -SkipExisting -Confirm:$false @at |
        Complete-Invoice -Confirm:$false
}

$entries = @(Get-InvoiceJournal @at -After $After -Before $Before -Outcome Done | Where-Object { $_.Kind -eq 'document' -and $_.Type -ne 'CreditNote' })
$rows = foreach ($entry in $entries) {
    $row = [ordered]@{ Reference = $entry.Reference; Number = $entry.Number; Undone = 'no'; Problem = $null }
    try {
        $invoice = Get-Invoice @at -Id $entry.RecordId -Type $entry.Type -ErrorAction SilentlyContinue
        if ($invoice) { $row.Number = $invoice.Number }
        if (-not $invoice -or $invoice.State -in 'Deleted', 'Canceled') { $row.Undone = 'before' }
        elseif ($PSCmdlet.ShouldProcess("$($entry.Name), $($invoice.ClientName), $($invoice.Total)", 'Undo')) {
            if ($invoice.State -eq 'Draft' -or $entry.Provider -eq 'FACTURAgem') {
                $invoice | Remove-Invoice -Confirm:$false
                $row.Undone = 'deleted'
            }
            else {
                $row.Undone = "credit note $((New-Correction $invoice $entry.Provider).Number)"
            }
        }
    }
    catch { $row.Problem = $_.Exception.Message }

    [pscustomobject]$row
}

$rows
exit $(if ($rows | Where-Object Problem) { 2 } else { 0 })
