<#
.SYNOPSIS
Rehearses a script on a copy of an account: real clients, items, series and open invoices.
.DESCRIPTION
Starts a sandbox out of an archive or a session, connects to it and runs the script there. The account is only read. What the script made is written, and what it would have sent
by e-mail. People are masked: the script has to name clients by code or id, or -KeepPersonalData is said.
Exit codes: 0 the script ran to its end, 1 the script itself could not run, 2 the rehearsed script ended with an error.
.EXAMPLE
./rehearse-month.ps1 -From archive/acme -Script ./month.ps1
#>
[CmdletBinding()]
param(
    # The folder of an archive, or a session or its name.
    [Parameter(Mandatory)]
    [object] $From,

    # The script to rehearse. Its cmdlets work on the sandbox, which is the default session meanwhile.
    [Parameter(Mandatory)]
    [string] $Script,

    [switch] $KeepPersonalData
)

$ErrorActionPreference = 'Stop'
$failed = $false
$sandbox = Start-InvoiceSandbox -From $From -KeepPersonalData:$KeepPersonalData
try {
    $copy = $sandbox | Connect-InvoiceProvider -Name "$($sandbox.Name) rehearsal" -RequestsPerMinute 0
    $before = @{}
    foreach ($document in Get-Invoice -Session $copy) { $before["$($document.Type) $($document.Id)"] = "$($document.State)" }
    try { & $Script }
    catch {
        Write-Warning "The script ended with an error: $($_.Exception.Message)"
        $failed = $true
    }

    $after = @(Get-Invoice -Session $copy)
    $made = @($after | Where-Object { -not $before.ContainsKey("$($_.Type) $($_.Id)") })
    $moved = @($after | Where-Object { $before.ContainsKey("$($_.Type) $($_.Id)") -and $before["$($_.Type) $($_.Id)"] -ne "$($_.State)" })
    [pscustomobject]@{ Made = $made.Count; Total = ($made | Measure-Object SignedTotal -Sum).Sum; Moved = $moved.Count; Emails = $sandbox.Emails.Count; Failed = $failed }
}
finally {
    if ($copy) { $copy | Disconnect-InvoiceProvider }
    $sandbox | Stop-InvoiceSandbox
}

exit $(if ($failed) { 2 } else { 0 })
