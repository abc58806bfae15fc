<#
.SYNOPSIS
Writes the list of what is overdue, and reminds each client once in a while.
.DESCRIPTION
The list is a CSV file, the oldest first. With -Remind each document is sent again with a reminder, but not before -EveryDay days after the last one,
which a second file remembers.
Exit codes: 0 all is well, 1 the script itself could not run, 2 some reminders were not sent.
.EXAMPLE
./overdue.ps1 -ListPath overdue.csv
.EXAMPLE
./overdue.ps1 -ListPath overdue.csv -Remind -AfterDay 10
#>
[CmdletBinding()]
param(
    [string] $ListPath = 'overdue.csv',

    [switch] $Remind,

    # Days after the due date before the first reminder.
    [int] $AfterDay = 7,

    # Days between two reminders of a document.
    [int] $EveryDay = 14,

    # Where the reminders are noted.
    [string] $RemindedPath = 'reminded.csv',

    # A session or its name; else the one that was connected last.
    [object] $Session
)

$ErrorActionPreference = 'Stop'
$at = if ($Session) { @{ Session = $Session } } else { @{} }
$today = (Get-Date).Date
$overdue = @(Get-Invoice @at -Overdue -Detailed | Sort-Object DueDate)
$overdue | Select-Object Number, Type, ClientName, @{ n = 'DueDate'; e = { Get-Date $_.DueDate -Format yyyy-MM-dd } }, @{ n = 'Days'; e = { ($today - $_.DueDate).Days } },
    @{ n = 'Open'; e = { if ($null -ne $_.Outstanding) { $_.Outstanding } else { $_.Total } } }, Currency |
    Export-Csv $ListPath -NoTypeInformation -Encoding UTF8
$overdue
if (-not $Remind) { exit 0 }

$last = @{}
if (Test-Path $RemindedPath) { Import-Csv $RemindedPath -Encoding UTF8 | ForEach-Object { $last[$_.Id] = [datetime]::ParseExact($_.Date, 'yyyy-MM-dd', $null) } }
$failed = 0
foreach ($one in $overdue | Where-Object { ($today - $_.DueDate).Days -ge $AfterDay }) {
    if ($last.ContainsKey($one.Id) -and ($today - $last[$one.Id]).Days -lt $EveryDay) { continue }
    try {
        # -Force: the document went out before, when it was issued.
        $one | Send-Invoice -Force -Confirm:$false -Subject "Reminder: $($one.Number)" -Body "Our document $($one.Number) was due on $(Get-Date $one.DueDate -Format yyyy-MM-dd)."
        [pscustomobject]@{ Id = $one.Id; Number = $one.Number; Date = Get-Date $today -Format yyyy-MM-dd } | Export-Csv $RemindedPath -NoTypeInformation -Encoding UTF8 -Append
    }
    catch {
        Write-Warning "$($one.Number): $($_.Exception.Message)"
        $failed++
    }
}

exit $(if ($failed) { 2 } else { 0 })
