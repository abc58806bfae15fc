<#
.SYNOPSIS
Runs unattended with a saved connection: what is overdue goes into a CSV file.
.DESCRIPTION
Connects by the name alone, so the same script runs as a scheduled task, by cron or systemd, in a container and on a cloud runner. Put your own lines in the middle.
Exit codes: 0 done, 1 the script itself could not run, 2 there is no such connection, or its key could not be read or was refused.
.EXAMPLE
./nightly.ps1 acme -OutFile overdue.csv
.EXAMPLE
./nightly.ps1 acme -OutFile /data/overdue.csv -StatePath /state
#>
[CmdletBinding()]
param(
    # Name of the connection.
    [Parameter(Mandatory, Position = 0)]
    [string] $Connection,

    # The CSV file.
    [string] $OutFile = 'overdue.csv',

    # Folder of the saved connections, the journal and the use of limits; else the data folder of the user.
    [string] $StatePath
)

$ErrorActionPreference = 'Stop'
$at = if ($StatePath) { @{ StatePath = $StatePath } } else { @{} }
try { $session = Connect-InvoiceProvider $Connection -Force @at }
catch {
    Write-Warning "${Connection}: $($_.Exception.Message)"
    exit 2
}

Get-Invoice -Overdue -Session $session | Select-Object Number, ClientName, DueDate, Total | Export-Csv $OutFile -NoTypeInformation -Encoding UTF8
$session | Disconnect-InvoiceProvider
exit 0
