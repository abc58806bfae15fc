<#
.SYNOPSIS
Lists against the reader and the loops that one would write: without latency, with 40 and with 100 ms, and at every provider.
#>
param([int] $Pages = 1000, [int] $Rounds = 9)

. (Join-Path $PSScriptRoot 'Measure.ps1')
try {
    $reader = New-Helper BareReader BareReader.cs
    Add-Type -Path $reader
    Start-PageServer
    Import-Module $module

    function Connect([string] $Provider, [int] $Port) {
        $account = if ($Provider -in 'InvoiceXpress', 'SimplBooks') { 'acme' } else { '1' }
        Connect-InvoiceProvider $Provider $account k -BaseUri "http://127.0.0.1:$Port/" -AsSandbox -RequestsPerMinute 0 -RequestsPerDay 0 -Name "$Provider-$Port" -SkipTest
    }
    function Get-Address([string] $Provider, [int] $Port) {
        switch ($Provider) {
            'InvoiceXpress' { "http://127.0.0.1:$Port/clients.json?api_key=k&per_page=30&" }
            'SimplBooks' { "http://127.0.0.1:$Port/acme/api/clients/list" }
            'FACTURAgem' { "http://127.0.0.1:$Port/api/v1/accounts/1/clients.json?api_key=k&" }
            'SalenGo' { "http://127.0.0.1:$Port/api/client.svc/list" }
        }
    }

    # The works for a list: the cmdlet, and the reader that one would write in C#.
    function New-Pair([string] $Provider, [int] $ListPages, [int] $PageRows, [int] $Latency) {
        $port = New-PageList $Provider $ListPages $PageRows $Latency
        $session = Connect $Provider $port
        $address = Get-Address $Provider $port
        $count = $ListPages * $PageRows
        [ordered]@{
            Ours = { Assert-Count (Get-InvoiceClient -Session $session | Measure-Object).Count $count 'Get-InvoiceClient' }.GetNewClosure()
            Bare = { Assert-Count ([BareReader]::Count($Provider, $address)) $count 'The bare reader' }.GetNewClosure()
        }
    }

    # The loops of the documentation of Invoke-RestMethod, over a tenth of the pages.
    $few = [int]($Pages / 10)
    $loopPort = New-PageList InvoiceXpress $few 30
    $loopAddress = Get-Address InvoiceXpress $loopPort
    $loops = [ordered]@{
        Links = {
            $count = 0
            Invoke-RestMethod "${loopAddress}page=1" -FollowRelLink | ForEach-Object { $count += $_.clients.Count }
            Assert-Count $count ($few * 30) 'The loop with links'
        }
        Pages = {
            $count = 0
            $page = 1
            do {
                $r = Invoke-RestMethod "${loopAddress}page=$page"
                $count += $r.clients.Count
                $page++
            } while ($page -le $r.pagination.total_pages)
            Assert-Count $count ($few * 30) 'The loop with a page counter'
        }
    }

    $warm = New-Pair InvoiceXpress $Pages 30 0
    foreach ($round in 1..5) { $warm.Values | ForEach-Object { & $_ } }
    $loops.Values | ForEach-Object { & $_ }
    $seconds = Measure-InTurns $warm $Rounds
    $loopSeconds = Measure-InTurns $loops 3
    $ours = Get-Median $seconds.Ours
    Add-Line "InvoiceXpress, $Pages pages of 30 clients, warm, no latency, against HttpClient and JsonDocument" (Get-Ratio $seconds.Ours $seconds.Bare) '<= 1.0'
    Add-Line 'the cmdlet alone, in seconds' $seconds.Ours '' '0.000'
    Add-Line 'a loop that counts with Invoke-RestMethod and a page counter, against the cmdlet' @($loopSeconds.Pages | ForEach-Object { $_ * $Pages / $few / $ours }) '>= 8' '0.0'
    Add-Line 'the same with Invoke-RestMethod -FollowRelLink' @($loopSeconds.Links | ForEach-Object { $_ * $Pages / $few / $ours }) '>= 8' '0.0'
    foreach ($latency in @{ Ms = 40; Pages = [int]($Pages * 0.3); Goal = '<= 0.27' }, @{ Ms = 100; Pages = [int]($Pages / 10); Goal = '' }) {
        $seconds = Measure-InTurns (New-Pair InvoiceXpress $latency.Pages 30 $latency.Ms) 3
        Add-Line "the same list with $($latency.Pages) pages and $($latency.Ms) ms of latency" (Get-Ratio $seconds.Ours $seconds.Bare) $latency.Goal
    }

    foreach ($list in @{ Of = 'SimplBooks'; Rows = 1000; Pages = 20 }, @{ Of = 'FACTURAgem'; Rows = 20; Pages = 300 }, @{ Of = 'SalenGo'; Rows = 100; Pages = 100 }) {
        $pair = New-Pair $list.Of $list.Pages $list.Rows 0
        foreach ($round in 1..3) { $pair.Values | ForEach-Object { & $_ } }
        $seconds = Measure-InTurns $pair 5
        Add-Line "$($list.Of), $($list.Pages) pages of $($list.Rows), warm, no latency" (Get-Ratio $seconds.Ours $seconds.Bare)
        $seconds = Measure-InTurns (New-Pair $list.Of ([Math]::Min(50, $list.Pages)) $list.Rows 40) 1
        Add-Line "the same with $([Math]::Min(50, $list.Pages)) pages and 40 ms of latency" (Get-Ratio $seconds.Ours $seconds.Bare)
    }

    Write-Table 'Listing, against what one would write'
}
finally {
    Stop-Bench
}
