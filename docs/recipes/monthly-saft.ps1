<#
.SYNOPSIS
Exports, checks, compares and delivers the SAF-T (PT) files of all clients of an office for one month, and sends one summary.
.DESCRIPTION
Made for a scheduled task: nothing is asked, a client that fails does not stop the others, and a second run in the same month replaces its files.
docs/recipes/monthly-saft.md explains it.
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

    # Gets the subject and the text of the summary.
    [Parameter(Mandatory)]
    [scriptblock] $Mail
)

$ErrorActionPreference = 'Stop'
$null = New-Item $Folder -ItemType Directory -Force
$name = $Month.ToString('yyyy-MM')
$last = (Get-Date $Month -Day 1).AddMonths(-1).ToString('yyyy-MM')

function Get-NetTotal([string] $File) {
    (Measure-Saft $File Table -WarningAction SilentlyContinue | Where-Object Table -eq SalesInvoices |
        ForEach-Object { $_.Credit - $_.Debit } | Measure-Object -Sum).Sum
}

$rows = foreach ($client in Import-Csv $ClientList) {
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
        $row.Problem = $_.Exception.Message
    }
    finally {
        if ($session) { $session | Disconnect-InvoiceProvider; $session = $null }
    }

    [pscustomobject]$row
}

$bad = @($rows | Where-Object { $_.Problem -or $_.Errors }).Count
& $Mail "SAF-T ${name}: $(@($rows).Count) clients, $bad to look at" ($rows | Format-Table -AutoSize -Wrap | Out-String -Width 200)
$rows
