<#
.SYNOPSIS
Moves clients and items from one account to another, of the same or of another provider.
.DESCRIPTION
What is there already is passed over: a client by its tax number or else its name, an item by its code or else its name. So the script can be run again.
What was refused goes to a file with the reason. Documents stay where they were issued.
Exit codes: 0 everything is there, 1 the script itself could not run, 2 some records were refused.
.EXAMPLE
./move-provider.ps1 -From old -To new
#>
[CmdletBinding()]
param(
    # Two sessions, or their names.
    [Parameter(Mandatory)]
    [object] $From,

    [Parameter(Mandatory)]
    [object] $To,

    # Names of taxes in the old account, and what the new one calls them.
    [hashtable] $TaxMap = @{},

    [string] $FailedPath = 'not-moved.csv'
)

$ErrorActionPreference = 'Stop'
$failures = @()
$report = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = '+failures' }

# What is not there yet: nothing has its key, and no namesake without a key is there.
function Get-Missing([object[]] $Old, [object[]] $New, [string] $Key) {
    $keys, $names = @{}, @{}
    foreach ($one in $New) {
        $keys["$($one.$Key)"] = $true
        $names["$($one.Name)"] += @("$($one.$Key)")
    }

    $Old | Where-Object {
        $namesakes = $names["$($_.Name)"]
        if ($_.$Key) { -not $keys.ContainsKey("$($_.$Key)") -and $namesakes -notcontains '' } else { -not $names.ContainsKey("$($_.Name)") }
    }
}

$clients = @(Get-Missing @(Get-InvoiceClient -Session $From) @(Get-InvoiceClient -Session $To) TaxNumber | New-InvoiceClient -Session $To -Confirm:$false @report)

$target = Get-InvoiceSession | Where-Object { $_ -eq $To -or $_.Name -eq $To }
$can = (Get-InvoiceProvider | Where-Object Name -EQ $target.Provider).Command
$items = @()
if ($can -contains 'New-InvoiceItem') {
    $missing = @(Get-Missing @(Get-InvoiceItem -Session $From) @(Get-InvoiceItem -Session $To) Code)
    $items = @(foreach ($item in $missing) {
            $tax = if ($item.Tax -and $TaxMap.ContainsKey($item.Tax)) { @{ Tax = $TaxMap[$item.Tax] } } else { @{} }
            $item | New-InvoiceItem -Session $To @tax -Confirm:$false @report
        })
}

$refused = @($failures | Where-Object { $_ -is [Management.Automation.ErrorRecord] })
if ($refused) {
    $refused | ForEach-Object { [pscustomobject]@{ Name = $_.TargetObject.Name; Reason = $_.Exception.Message } } | Export-Csv $FailedPath -NoTypeInformation -Encoding UTF8
}

[pscustomobject]@{ Clients = $clients.Count; Items = $items.Count; Refused = $refused.Count }
exit $(if ($refused) { 2 } else { 0 })
