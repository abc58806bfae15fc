<#
.SYNOPSIS
Does the same in the accounts of many companies, and sums up: by default, what is open and overdue.
.DESCRIPTION
Each company has a session of its own, which is closed before the next one begins. A company that fails does not stop the others.
Exit codes: 0 every company is done, 1 the script itself could not run, 2 some companies failed.
.EXAMPLE
./hundred-companies.ps1 companies.csv | Export-Csv overview.csv -NoTypeInformation -Encoding UTF8
.EXAMPLE
./hundred-companies.ps1 companies.csv -Do { param($Session) Get-InvoiceClient -Session $Session | Where-Object Email -eq $null }
#>
[CmdletBinding()]
param(
    # A CSV file with the columns Provider and Account. The vault has the keys under the names of the accounts.
    [Parameter(Mandatory)]
    [string] $Path,

    # What is done in each; it gets the session, and must name it in every cmdlet.
    [scriptblock] $Do = {
        param($Session)
        $open = @(Get-Invoice -Session $Session -Open)
        $late = @($open | Where-Object { $_.DueDate -lt (Get-Date).Date })
        [pscustomobject]@{ Account = $Session.Account; Open = $open.Count; Total = ($open | Measure-Object Total -Sum).Sum; Overdue = $late.Count }
    }
)

$ErrorActionPreference = 'Stop'
$failed = 0
foreach ($company in Import-Csv $Path -Encoding UTF8) {
    $session = $null
    try {
        $session = Connect-InvoiceProvider $company.Provider -Account $company.Account -ApiKey (Get-Secret $company.Account)
        & $Do $session
    }
    catch {
        Write-Warning "$($company.Account): $($_.Exception.Message)"
        $failed++
    }
    finally { if ($session) { $session | Disconnect-InvoiceProvider } }
}

exit $(if ($failed) { 2 } else { 0 })
