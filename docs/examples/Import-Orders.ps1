<#
.SYNOPSIS
Makes one invoice of each order of a shop.
.DESCRIPTION
The file has a row for each article of an order, and these columns: Order, Date, Client, RegistrationNumber, Email, Country, Sku, Item,
Quantity, Unit, Price (without tax), Tax (a rate, or its name at the provider).

Clients and articles that are not there yet are made, each once. The order's number becomes the reference of the invoice (at SimplBooks its
number), so an order that has its invoice is passed over, if it says the same: the script can be run again, after whatever stopped it, and changes nothing that
was done. An order that fails keeps no other one: its rows go to -FailedPath with the reason, in a file that can be corrected and given
to this script again.
.PARAMETER Path
The orders, as CSV.
.PARAMETER Session
Where the invoices go: a session or its name; else the one that was connected last.
.PARAMETER FailedPath
Where the rows of orders that failed go. Nothing is written if none failed.
.OUTPUTS
The invoices that were made.
.EXAMPLE
./Import-Orders.ps1 orders.csv -FailedPath failed.csv
.EXAMPLE
./Import-Orders.ps1 orders.csv -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory, Position = 0)]
    [string] $Path,

    [object] $Session,

    [string] $FailedPath
)

Set-StrictMode -Version 3.0
$target = if ($Session) { @{ Session = $Session } } else { @{} }
$orders = @(Import-Csv -LiteralPath $Path -Encoding UTF8 | Group-Object Order)

$orders | ForEach-Object {
    $first = $_.Group[0]
    [pscustomobject]@{
        Reference     = $_.Name
        Date          = $first.Date
        ClientCode    = $first.RegistrationNumber
        ClientName    = $first.Client
        ClientEmail   = $first.Email
        ClientCountry = $first.Country
        Line          = @($_.Group | Select-Object Sku, Item, Quantity, Unit, Price, Tax)
    }
} | New-Invoice @target -SkipExisting -CreateMissing -Confirm:$false -ErrorAction SilentlyContinue -ErrorVariable failures |
    Where-Object { -not $_.IsExisting }

# Each error carries the order that it is about.
$reasons = @{}
foreach ($failure in $failures) {
    $order = $failure.TargetObject
    if ($null -eq $order -or $order.PSObject.Properties.Name -notcontains 'Reference') { throw $failure }
    $reasons[[string]$order.Reference] = $failure.Exception.Message
    Write-Warning "Order $($order.Reference): $($failure.Exception.Message)"
}

if ($reasons.Count -gt 0 -and $FailedPath) {
    $orders | Where-Object { $reasons.ContainsKey($_.Name) } | ForEach-Object Group |
        Select-Object *, @{ Name = 'Reason'; Expression = { $reasons[$_.Order] } } |
        Export-Csv -LiteralPath $FailedPath -NoTypeInformation -Encoding UTF8
}
