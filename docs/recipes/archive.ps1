<#
.SYNOPSIS
Keeps an archive of an account up to date, and checks it.
.DESCRIPTION
Fetches what is new or changed since the last run: documents with their files, clients, items, payments, SAF-T files. Then every file is held against the manifest.
A run that was stopped is gone on with. The hash of the manifest is appended to a log, which can be kept where nobody else can write.
Exit codes: 0 the archive is complete, 1 the script itself could not run, 2 something is missing, changed or damaged.
.EXAMPLE
./archive.ps1 -Folder archive/acme -Log hashes.csv
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Folder,

    # A CSV file with the hash of the manifest after each run.
    [string] $Log,

    # A session or its name; else the one that was connected last.
    [object] $Session
)

$ErrorActionPreference = 'Stop'
$at = if ($Session) { @{ Session = $Session } } else { @{} }

$summary = Export-InvoiceArchive $Folder @at -ErrorAction Continue
$findings = @(Test-InvoiceArchive $Folder)
foreach ($finding in $findings) { Write-Warning "$($finding.Kind): $($finding.Message)" }

$result = [pscustomobject]@{
    Time = [datetime]::UtcNow.ToString('s'); Added = $summary.Added; Changed = $summary.Changed; Files = $summary.Files; Findings = $findings.Count
    Manifest = (Get-FileHash (Join-Path $Folder manifest.jsonl)).Hash
}
if ($Log) { $result | Export-Csv $Log -Append -NoTypeInformation -Encoding UTF8 }
$result
exit $(if ($findings) { 2 } else { 0 })
