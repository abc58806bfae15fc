<#
.SYNOPSIS
Lists clients, makes an invoice, takes a payment for it, and lists what is still to be paid: the same lines at every provider.
.EXAMPLE
./Everywhere.ps1 (Connect-InvoiceProvider -Sandbox -Provider SalenGo)
#>
param(
    # The session; the default one if it is not given.
    $Session,

    # Your own key for the invoice. Run again with the same key, it makes no second one.
    [string] $Reference = "EVERYWHERE-$(Get-Date -Format yyyyMMdd-HHmmss)",

    # Tax of the line, where the provider has no default one (SimplBooks).
    [string] $Tax
)

$ErrorActionPreference = 'Stop'
$at = @{}
if ($Session) { $at.Session = $Session }

$clients = @(Get-InvoiceClient @at)
$client = $clients[0]
Write-Verbose "$($clients.Count) clients; the invoice is for $client."

# An invoice that is there already is not made a second time, and not paid a second time.
$line = New-InvoiceLine -Name 'Consulting' -UnitPrice 60 -Quantity 2 -Tax $Tax
$invoice = New-Invoice @at -Client $client -Reference $Reference -Line $line -SkipExisting -Confirm:$false | Complete-Invoice -Confirm:$false

if ($invoice -and -not $invoice.IsExisting) {
    $payment = $invoice | Add-InvoicePayment -Amount 20 -Method BankTransfer -Confirm:$false
    Write-Verbose "$($payment.Amount) of $($invoice.Total) are paid."
}

# Where a list gives summaries, -Detailed gets the whole of each; elsewhere it changes nothing.
Get-Invoice @at -Client $client -State Final -Detailed
