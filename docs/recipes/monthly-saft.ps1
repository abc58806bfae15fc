<#
.SYNOPSIS
Exports, checks, compares and delivers the SAF-T (PT) files of all clients of an office for one month, and sends one summary.
.DESCRIPTION
Made for a scheduled task: nothing is asked, a client that fails does not stop the others, and a second run in the same month replaces its files.
Exit codes: 0 all is well, 1 the script itself could not run, 2 some clients need a look. docs/recipes/monthly-saft.md explains it.
.EXAMPLE
./monthly-saft.ps1 -ClientList clients.csv -Folder saft -ClientPath FACTEMICLI-cmdClient.jar -Mail { param($Subject, $Body) Send-Office $Subject $Body }
#>
[CmdletBinding()]
param(
    # A CSV file with the columns Account and TaxNumber.
    [Parameter(Mandatory)]
    [string] $ClientList,

    # Where the files, the states of the series and the delivery log are kept.
    [Parameter(Mandatory)]
    [string] $Folder,

    # Any day of the month; else the month before this one.
    [datetime] $Month = (Get-Date).AddMonths(-1),

    # The tax authority's command-line client; without it nothing is delivered.
    [string] $ClientPath,

    # Other parameters of Submit-Saft, for example @{ JavaPath = '...'; Test = $true }.
    [hashtable] $Submit = @{},

    # Gets a line for each client; else monthly-saft.log in -Folder.
    [string] $LogPath,

    # Gets the subject and the text of the summary.
    [scriptblock] $Mail
)

$ErrorActionPreference = 'Stop'
$null = New-Item $Folder -ItemType Directory -Force
if (-not $LogPath) { $LogPath = Join-Path $Folder monthly-saft.log }
$invariant = [cultureinfo]::InvariantCulture
$name = $Month.ToString('yyyy-MM', $invariant)
$last = (Get-Date $Month -Day 1).AddMonths(-1).ToString('yyyy-MM', $invariant)

function Get-NetTotal([string] $File) {
    (Measure-Saft $File Table -WarningAction SilentlyContinue | Where-Object Table -eq SalesInvoices |
        ForEach-Object { $_.Credit - $_.Debit } | Measure-Object -Sum).Sum
}

$rows = foreach ($client in Import-Csv $ClientList -Encoding UTF8) {
    $row = [ordered]@{ Client = $client.Account; Errors = $null; Warnings = $null; Net = $null; LastMonth = $null; Changes = $null; Delivery = 'no'; Problem = $null }
    $file = Join-Path $Folder "$($client.Account)-$name.xml"
    $before = Join-Path $Folder "$($client.Account)-$last.xml"
    $earlier = "$file.earlier"
    try {
        if (Test-Path $file) { Move-Item $file $earlier -Force }
        $session = Connect-InvoiceProvider InvoiceXpress -Account $client.Account -ApiKey (Get-Secret $client.Account)
        $null = Export-Saft -Year $Month.Year -Month $Month.Month -Wait -OutFile $file -Session $session

        $findings = @(Test-Saft $file -StatePath (Join-Path $Folder "$($client.Account).json"))
        $row.Errors = @($findings | Where-Object Level -eq Error).Count
        $row.Warnings = @($findings | Where-Object Level -eq Warning).Count
        $row.Net = Get-NetTotal $file
        if (Test-Path $before) { $row.LastMonth = Get-NetTotal $before }
        if (Test-Path $earlier) { $row.Changes = @(Compare-Saft $file -ReferencePath $earlier).Count }

        if ($ClientPath -and $row.Errors -eq 0) {
            $credential = [pscredential]::new($client.TaxNumber, (Get-Secret "portal-$($client.TaxNumber)"))
            $answer = Submit-Saft $file -ClientPath $ClientPath -Credential $credential -LogPath (Join-Path $Folder delivery.log) -Confirm:$false @Submit
            $row.Delivery = "yes, file $($answer.FileId)"
        }
    }
    catch {
        # The authority has this very file already.
        if ($_.FullyQualifiedErrorId -like 'Conflict,*SubmitSaft*') { $row.Delivery = 'delivered before' }
        else { $row.Problem = $_.Exception.Message }
    }
    finally {
        if ($session) { $session | Disconnect-InvoiceProvider; $session = $null }
    }

    $said = if ($row.Problem) { $row.Problem } else { "$($row.Errors) errors, $($row.Warnings) warnings, delivered: $($row.Delivery)" }
    Add-Content $LogPath "$((Get-Date).ToString('s', $invariant)) $name $($row.Client): $said" -Encoding UTF8
    [pscustomobject]$row
}

$bad = @($rows | Where-Object { $_.Problem -or $_.Errors }).Count
if ($Mail) { & $Mail "SAF-T ${name}: $(@($rows).Count) clients, $bad to look at" ($rows | Format-Table -AutoSize -Wrap | Out-String -Width 200) }
$rows
exit $(if ($bad) { 2 } else { 0 })
