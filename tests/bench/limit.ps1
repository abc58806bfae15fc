<#
.SYNOPSIS
Lists under the stated limit of each provider: the share of the allowed rate that is used once the first window is full, and refusals.
.DESCRIPTION
The clocks of session and server run faster by the same factor, so that a window of a minute or a day is over in seconds. Sessions count in the
file that processes share, as those of users do.
#>
. (Join-Path $PSScriptRoot 'Measure.ps1')
try {
    Start-PageServer
    Import-Module $module
    $core = Join-Path (Split-Path $module) 'Invoicing.Core.dll'
    Add-Type -Path (New-Helper FastClock FastClock.cs $core, 'netstandard')
    $key = [Security.SecureString]::new()
    $key.AppendChar('k')

    # Pages have few rows here: what is measured is the pace.
    foreach ($list in @{ Of = 'InvoiceXpress'; Account = 'acme'; Limit = 780; WindowSec = 60; RealSec = 6; Windows = 3; Rows = 30 },
        @{ Of = 'SimplBooks'; Account = 'acme'; Limit = 60; WindowSec = 60; RealSec = 6; Windows = 3; Rows = 5 },
        @{ Of = 'SalenGo'; Account = '1'; Limit = 5000; WindowSec = 86400; RealSec = 24; Windows = 1.4; Rows = 5 }) {
        $pages = [int]($list.Limit * $list.Windows)
        $port = New-PageList $list.Of $pages $list.Rows 0 $list.Limit ([int](1000 * $list.RealSec))
        $options = [Invoicing.ConnectOptions]@{
            Provider = $list.Of; Account = $list.Account; ApiKey = $key; Name = $list.Of; BaseUri = "http://127.0.0.1:$port/"
            Clock = [FastClock]::new($list.WindowSec / $list.RealSec); StatePath = $helpers; Timeout = [TimeSpan]::FromHours(25)
        }
        $session = [Invoicing.InvoiceSession]::Connect($options)
        Assert-Count (Get-InvoiceClient -Session $session -PageSize $list.Rows | Measure-Object).Count ($pages * $list.Rows) $list.Of
        $requests, $refused, $share = (Send-Order "$port") -split ' '
        $session.Dispose()
        $window = if ($list.WindowSec -eq 60) { 'minute' } else { 'day' }
        Add-Line "$($list.Of), $($list.Limit) requests a ${window}: share used, over $requests requests" ([double]$share) '>= 0.95'
        Add-Line "$($list.Of): requests refused with 429" ([double]$refused) '<= 0' '0'
    }

    $rows.Add('| FACTURAgem states no limit | | | | |')
    Write-Table 'Listing under the stated limit'
}
finally {
    Stop-Bench
}
