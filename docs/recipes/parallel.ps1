<#
.SYNOPSIS
Saves the PDF files of many documents, several at a time.
.DESCRIPTION
The runspaces share one session, and with it the provider's limit of requests: more of them do not go faster than that allows. For PowerShell 7.
Exit codes: 0 every file was saved, 1 the script itself could not run, 2 some files could not be had.
.EXAMPLE
Get-Invoice -Session $acme -DateFrom 2026-03-01 | ./parallel.ps1 -Session $acme -Folder pdf
#>
#requires -Version 7.4
[CmdletBinding()]
param(
    [Parameter(Mandatory, ValueFromPipeline)]
    [object] $Invoice,

    [Parameter(Mandatory)]
    [string] $Folder,

    # The session that the documents came from, as Connect-InvoiceProvider or Get-InvoiceSession gave it.
    [Parameter(Mandatory)]
    [object] $Session,

    [int] $ThrottleLimit = 4
)

begin {
    $all = [Collections.Generic.List[object]]::new()
    $module = (Get-Module Invoicing).Path
    $null = New-Item $Folder -ItemType Directory -Force
    $place = (Resolve-Path $Folder).ProviderPath
}

process { $all.Add($Invoice) }

end {
    # A runspace has neither the variables nor the module of this one; $using: takes a session along.
    $rows = @($all | ForEach-Object -ThrottleLimit $ThrottleLimit -Parallel {
            Import-Module $using:module
            $row = [ordered]@{ Number = $_.Number; File = $null; Problem = $null }
            try { $row.File = ($_ | Export-InvoicePdf -OutFile $using:place -Session $using:Session -Wait -Force -ErrorAction Stop).Name }
            catch { $row.Problem = $_.Exception.Message }
            [pscustomobject]$row
        })
    $rows
    exit $(if ($rows | Where-Object Problem) { 2 } else { 0 })
}
