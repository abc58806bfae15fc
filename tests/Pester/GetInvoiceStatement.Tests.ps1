# Statements of clients: balances, an agreement with what is open, and a page with the same numbers.

BeforeDiscovery {
    $providers = @(
        @{ Provider = 'InvoiceXpress'; Tax = 'IVA23'; Exact = $true }, @{ Provider = 'SimplBooks'; Tax = '24'; Exact = $true }
        @{ Provider = 'FACTURAgem'; Tax = '21'; Exact = $false }, @{ Provider = 'SalenGo'; Tax = 'IVA'; Exact = $true }
    )
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"

    # The numbers of a page, row by row, as a program reads them.
    function Get-PageRow {
        param([string] $Html)
        $body = [regex]::Match($Html, '(?s)<tbody>.*</tbody>').Value
        foreach ($row in [regex]::Matches($body, '(?s)<tr[^>]*>.*?</tr>')) {
            , @([regex]::Matches($row.Value, '(?s)<td[^>]*>(.*?)</td>') | ForEach-Object {
                $cell = $_.Groups[1].Value
                $data = [regex]::Match($cell, '<data value="([^"]+)"')
                if ($data.Success) { [decimal]::Parse($data.Groups[1].Value, [cultureinfo]::InvariantCulture) } else { [Net.WebUtility]::HtmlDecode($cell -replace '<[^>]+>') }
            })
        }
    }
}

AfterAll { Disconnect-All }

Describe 'A statement at <Provider>' -ForEach $providers {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = $Provider } @{ SettleTimeSec = 0.2 }
        $today = (Get-Date).Date
        $client = @(Get-InvoiceClient)[0]
        $before = @(Get-InvoiceStatement $client -WarningAction SilentlyContinue)
        $made = New-Invoice -Client $client -Reference 'STATE-1' -Name SVC -UnitPrice 500 -Tax $Tax | Complete-Invoice
        $document = Get-Invoice -Id $made.Id -Type Invoice
        $null = $document | Add-InvoicePayment -Amount 123.45 -Date $today -WarningAction SilentlyContinue
        $lines = @(Get-InvoiceStatement $client -WarningVariable told -WarningAction SilentlyContinue)
    }

    AfterAll { Disconnect-All }

    It 'begins with the opening balance and ends with the closing one' {
        $lines[0].Kind | Should -Be 'Opening'
        $lines[-1].Kind | Should -Be 'Closing'
        @($lines[1..($lines.Count - 2)] | Where-Object Kind -NotIn Document, Payment) | Should -BeNullOrEmpty
        @($lines | Where-Object Id -EQ $document.Id).Debit | Should -Be $document.Total
    }

    It 'is every document and payment of the client, and no other' {
        $own = @(Get-Invoice -Client $client -State Final, SecondCopy, Settled -IncludeArchived | Where-Object Type -NotIn Receipt, Quote, Proforma)
        @($lines | Where-Object Kind -EQ Document | ForEach-Object Id | Sort-Object) | Should -Be @($own.Id | Sort-Object)
        if ($Exact) {
            $paid = @($own | Where-Object Type -NE InvoiceReceipt | ForEach-Object { Get-InvoicePayment -Invoice $_ } | Where-Object State -NE Canceled)
            $credited = Get-Sum @($lines | Where-Object Kind -EQ Payment) Credit
            $atOnce = Get-Sum @($own | Where-Object Type -EQ InvoiceReceipt) Total
            $credited | Should -Be ((Get-Sum $paid Amount) + $atOnce)
        }
    }

    It 'has balances that run, or says that there are none' {
        if ($Exact) {
            $balance = $lines[0].Balance
            foreach ($line in $lines[1..($lines.Count - 2)]) {
                $balance += $line.Debit - $line.Credit
                $line.Balance | Should -Be $balance
            }
            $lines[-1].Balance | Should -Be $balance
            $lines[-1].Balance | Should -Be ($before[-1].Balance + $document.Total - 123.45)
            ($lines | Where-Object { $_.Kind -eq 'Payment' -and $_.Credit -eq 123.45 }).Date | Should -Be $today
        }
        else {
            $lines.Balance | Where-Object { $null -ne $_ } | Should -BeNullOrEmpty
            @($told -like '*tells no payments*').Count | Should -Be 1
            ($lines | Where-Object Id -EQ $document.Id).State | Should -Be 'Final'
        }
    }

    It 'agrees with what is open, or says by how much it does not' {
        if (-not $Exact) { return }
        $open = Get-Sum @(Get-InvoiceReceivable $client -WarningAction SilentlyContinue) Outstanding
        if ($lines[-1].Balance -eq $open) { @($told -like '*come to*') | Should -BeNullOrEmpty } else { @($told -like "*come to $($open.ToString('0.00', [cultureinfo]::InvariantCulture))*").Count | Should -Be 1 }
    }

    It 'is cut into periods that follow each other' {
        $day = $today.AddDays(-60)
        $first = @(Get-InvoiceStatement $client -To $day -WarningAction SilentlyContinue)
        $second = @(Get-InvoiceStatement $client -From $day.AddDays(1) -WarningAction SilentlyContinue)
        ($first.Count - 2) + ($second.Count - 2) | Should -Be ($lines.Count - 2)
        $second[0].Balance | Should -Be $first[-1].Balance
        $second[-1].Balance | Should -Be $lines[-1].Balance
        @($first | Where-Object { $_.Date -gt $day }) | Should -BeNullOrEmpty
    }

    It 'takes few requests' {
        $server.ClearRequests()
        $null = Get-InvoiceStatement $client -WarningAction SilentlyContinue
        $open = @(Get-InvoiceReceivable $client -WarningAction SilentlyContinue).Count
        $server.ClearRequests()
        $null = Get-InvoiceStatement $client -WarningAction SilentlyContinue
        @($server.Requests).Count | Should -BeLessOrEqual (4 + $open)
        (Get-Change $server).Count | Should -Be 0
    }

    It 'is a page with the numbers of the lines' {
        $file = Get-InvoiceStatement $client -OutFile (Join-Path $TestDrive "$Provider.html") -CompanyName 'Ana & Filhos <b>, Lda.' -WarningAction SilentlyContinue
        $html = [IO.File]::ReadAllText($file.FullName)
        $html | Should -Match 'Ana &amp; Filhos &lt;b&gt;, Lda\.'
        $html | Should -Not -Match '<script|<link|<img|https?:|url\('
        $rows = @(Get-PageRow $html)
        $shown = if ($Exact) { $lines } else { @($lines | Where-Object Kind -In Document, Payment) }
        $rows.Count | Should -Be $shown.Count
        for ($i = 0; $i -lt $rows.Count; $i++) {
            $line = $shown[$i]
            $rows[$i][0] | Should -Be "$(if ($line.Date) { $line.Date.ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture) })"
            "$($rows[$i][4])" | Should -Be "$($line.Debit)"
            "$($rows[$i][5])" | Should -Be "$($line.Credit)"
            if ($Exact) { "$($rows[$i][6])" | Should -Be "$($line.Balance)" }
        }
        if (-not $Exact) { $html | Should -Match 'tells no payments' }
    }
}

Describe 'Get-InvoiceStatement' {
    BeforeAll { $server = Connect-TestSandbox @{} @{ SettleTimeSec = 0.2 } }

    AfterAll { Disconnect-All }

    It 'writes a page for each client into a folder, and never two into one file' {
        $folder = Join-Path $TestDrive 'statements'
        $null = New-Item $folder -ItemType Directory
        $clients = @(Get-InvoiceClient | Select-Object -First 3)
        $files = @($clients | Get-InvoiceStatement -OutFile $folder -WarningAction SilentlyContinue)
        @($files.FullName | Select-Object -Unique).Count | Should -Be 3
        $clients | Get-InvoiceStatement -OutFile $folder -ErrorAction SilentlyContinue -ErrorVariable there -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $there.Count | Should -Be 3
        @($clients | Get-InvoiceStatement -OutFile $folder -Force -WarningAction SilentlyContinue).Count | Should -Be 3
        $one = @($clients | Get-InvoiceStatement -OutFile (Join-Path $TestDrive 'one.html') -Force -ErrorAction SilentlyContinue -ErrorVariable bad -WarningAction SilentlyContinue)
        $one.Count | Should -Be 1
        "$($bad[0])" | Should -BeLike '*another client*'
    }

    It 'asks nothing where the file cannot be written' {
        $path = Join-Path $TestDrive 'there.html'
        Set-Content $path 'mine'
        $client = @(Get-InvoiceClient)[0]
        $server.ClearRequests()
        { Get-InvoiceStatement $client -OutFile $path -ErrorAction Stop } | Should -Throw '*there already*'
        { Get-InvoiceStatement $client -OutFile (Join-Path $TestDrive 'nowhere/a.html') -ErrorAction Stop } | Should -Throw '*no folder*'
        @($server.Requests).Count | Should -Be 0
        Get-Content $path | Should -Be 'mine'
    }

    It 'shows a hostile name as text' {
        $client = New-InvoiceClient -Name '<script>alert(1)</script>' -Code 'X<1'
        $html = [IO.File]::ReadAllText((Get-InvoiceStatement $client -OutFile (Join-Path $TestDrive 'hostile.html')).FullName)
        $html | Should -Not -Match '<script'
        $html | Should -Match '&lt;script&gt;alert\(1\)'
    }

    It 'of a client without documents is a balance of 0' {
        $client = New-InvoiceClient -Name 'Nobody yet' -Code 'NEW-1'
        $lines = @(Get-InvoiceStatement $client)
        "$($lines.Kind)" | Should -Be 'Opening Closing'
        $lines[-1].Balance | Should -Be 0
    }

    It 'comes once, however often its client does' {
        $open = @(Get-InvoiceReceivable | Where-Object State -EQ Overdue)
        $closing = @($open | Get-InvoiceStatement -WarningAction SilentlyContinue | Where-Object Kind -EQ Closing)
        $closing.Count | Should -Be @($open | Select-Object -ExpandProperty ClientId -Unique).Count
    }

    It 'refuses a period that ends before it begins' {
        { Get-InvoiceStatement C0001 -From 2026-03-01 -To 2026-02-01 -ErrorAction Stop } | Should -Throw '*2026-02-01 is before*'
    }

    It 'tells of a document that was settled without a payment' {
        $client = New-InvoiceClient -Name 'Barter' -Code 'BARTER'
        $null = New-TestInvoice 'BARTER-1' 'BARTER' | Complete-Invoice | Set-InvoiceState -State Settled
        $lines = @(Get-InvoiceStatement $client -WarningVariable told -WarningAction SilentlyContinue)
        $lines[-1].Balance | Should -Be 24.6
        "$told" | Should -BeLike '*come to 0.00*24.60*'
        $null = Get-InvoiceStatement $client -OutFile (Join-Path $TestDrive 'barter.html') -WarningAction SilentlyContinue
        [IO.File]::ReadAllText((Join-Path $TestDrive 'barter.html')) | Should -Match 'come to 0\.00'
    }

    It 'keeps two currencies apart' {
        $null = Connect-TestSandbox @{ Provider = 'SimplBooks' }
        $client = New-InvoiceClient -Name 'Two Currencies'
        $usd = New-Invoice -Client $client -Reference 'USD-1' -Name SVC -UnitPrice 50 -Tax 24 -Currency USD -ExchangeRate 1.1
        $null = New-Invoice -Client $client -Reference 'EUR-1' -Name SVC -UnitPrice 10 -Tax 24
        $lines = @(Get-InvoiceStatement $client)
        @($lines | Where-Object Kind -EQ Closing | ForEach-Object { "$($_.Currency) $($_.Balance.ToString('0.00', [cultureinfo]::InvariantCulture))" } | Sort-Object) | Should -Be 'EUR 12.40', 'USD 62.00'
        $usd | Should -Not -BeNullOrEmpty
    }
}
