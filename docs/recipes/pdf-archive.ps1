<#
.SYNOPSIS
Keeps the PDF of every issued document of a month in a folder, with an index.
.DESCRIPTION
A document whose file is there is not fetched again, so a daily run is quick. The index has the number, the client, the total and the SHA-256 of each file.
Exit codes: 0 every document has its file, 1 the script itself could not run, 2 some files could not be had.
.EXAMPLE
./pdf-archive.ps1 -Folder archive -Month 2026-03-01
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Folder,

    # Any day of the month; else the current one.
    [datetime] $Month = (Get-Date),

    # A session or its name; else the one that was connected last.
    [object] $Session
)

$ErrorActionPreference = 'Stop'
$at = if ($Session) { @{ Session = $Session } } else { @{} }
$first = (Get-Date $Month -Day 1).Date
$place = Join-Path $Folder $first.ToString('yyyy-MM', [cultureinfo]::InvariantCulture)
$null = New-Item $place -ItemType Directory -Force
$failed = 0

$index = foreach ($document in Get-Invoice @at -DateFrom $first -DateTo $first.AddMonths(1).AddDays(-1) | Where-Object State -NotIn Draft, Deleted) {
    $file = Join-Path $place "$($document.Type)-$($document.Number -replace '[^\w.-]', '_').pdf"
    try {
        if (-not (Test-Path $file)) { $null = $document | Export-InvoicePdf -OutFile $file -Wait }
        [pscustomobject]@{ Number = $document.Number; Type = $document.Type; Client = $document.ClientName; Total = $document.Total; File = Split-Path $file -Leaf; Sha256 = (Get-FileHash $file).Hash }
    }
    catch {
        Write-Warning "$($document.Number): $($_.Exception.Message)"
        $failed++
    }
}

$index | Export-Csv (Join-Path $place index.csv) -NoTypeInformation -Encoding UTF8
$index
exit $(if ($failed) { 2 } else { 0 })
