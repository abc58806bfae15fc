# Money owed by age: adds up to the open documents, at every provider, and in no case two currencies.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $providers = (Get-InvoiceProvider).Name | ForEach-Object { @{ Provider = $_ } }
}

BeforeAll { . "$PSScriptRoot/Support.ps1" }

AfterAll { Disconnect-All }

Describe 'Aging at <Provider>' -ForEach $providers {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = $Provider } @{ SettleTimeSec = 0.2 }
        $term = if ($Provider -eq 'SalenGo') { @{ PaymentDays = 30 } } else { @{} }
        $open = @(Get-InvoiceReceivable @term -WarningAction SilentlyContinue)
        $rows = @(Get-InvoiceAging @term -WarningAction SilentlyContinue)
        function Get-Part { param($Of, $Where) Get-Sum @($Of | Where-Object $Where) Outstanding }
    }

    AfterAll { Disconnect-All }

    It 'has a row for each client and currency, by name' {
        $rows.Count | Should -Be @($open | Group-Object ClientId, Currency).Count
        $rows.Count | Should -BeGreaterThan 3
        $names = [string[]]@($rows.ClientName)
        [Array]::Sort($names, [StringComparer]::OrdinalIgnoreCase)
        @($rows.ClientName) | Should -Be $names
    }

    It 'adds up the open documents in the column of their days' {
        foreach ($row in $rows) {
            $own = @($open | Where-Object { $_.ClientId -eq $row.ClientId -and $_.Currency -eq $row.Currency })
            $row.DocumentCount | Should -Be $own.Count
            $row.Total | Should -Be (Get-Part $own { $true })
            $row.Current | Should -Be (Get-Part $own { $_.DaysOverdue -eq 0 })
            $row.Days1To30 | Should -Be (Get-Part $own { $_.DaysOverdue -ge 1 -and $_.DaysOverdue -le 30 })
            $row.Days31To60 | Should -Be (Get-Part $own { $_.DaysOverdue -ge 31 -and $_.DaysOverdue -le 60 })
            $row.Days61To90 | Should -Be (Get-Part $own { $_.DaysOverdue -ge 61 -and $_.DaysOverdue -le 90 })
            $row.Over90 | Should -Be (Get-Part $own { $_.DaysOverdue -gt 90 })
            $row.NoDueDate | Should -Be 0
            $row.IsExact | Should -Be ($Provider -ne 'FACTURAgem')
        }
    }

    It 'is the same from the pipeline, without a request' {
        $server.ClearRequests()
        $piped = @($open | Get-InvoiceAging)
        @($server.Requests).Count | Should -Be 0
        ($piped | ConvertTo-Json) | Should -Be ($rows | ConvertTo-Json)
    }

    It 'is that of a client, by parameter and by pipeline' {
        $client = Get-InvoiceClient $rows[0].ClientName
        (Get-InvoiceAging $rows[0].ClientName @term -WarningAction SilentlyContinue).Total | Should -Be $rows[0].Total
        ($client | Get-InvoiceAging @term -WarningAction SilentlyContinue).Total | Should -Be $rows[0].Total
    }

    It 'of an earlier day is that of its open documents' {
        $day = (Get-Date).Date.AddDays(-45)
        $then = @(Get-InvoiceReceivable @term -AsOf $day -WarningAction SilentlyContinue)
        Get-Sum @(Get-InvoiceAging @term -AsOf $day -WarningAction SilentlyContinue) Total | Should -Be (Get-Sum $then Outstanding)
    }

    It 'keeps amounts whole in 80 columns' {
        $text = $rows | Format-Table | Out-String -Width 80
        foreach ($row in $rows) { $text | Should -Match ([regex]::Escape($row.Total.ToString('F2'))) }
    }
}

Describe 'Get-InvoiceAging' {
    AfterAll { Disconnect-All }

    It 'puts documents without a due date into a column of their own, and says so' {
        $null = Connect-TestSandbox @{ Provider = 'SalenGo' }
        $rows = @(Get-InvoiceAging -WarningVariable told -WarningAction SilentlyContinue)
        foreach ($row in $rows) { $row.NoDueDate | Should -Be $row.Total }
        @($told -like '*-PaymentDays*').Count | Should -Be 1
    }

    It 'never adds two currencies or two accounts' {
        $null = Connect-TestSandbox @{ Provider = 'SimplBooks' }
        $client = @(Get-InvoiceClient)[0]
        $null = New-Invoice -Client $client -Reference 'USD-1' -Name SVC -UnitPrice 50 -Tax 24 -Currency USD -ExchangeRate 1.1
        $null = New-Invoice -Client $client -Reference 'EUR-1' -Name SVC -UnitPrice 50 -Tax 24
        $rows = @(Get-InvoiceAging $client)
        "$($rows.Currency)" | Should -Be 'EUR USD'
        ($rows | Where-Object Currency -EQ USD).Total | Should -Be 62
        $first = @(Get-InvoiceReceivable $client)

        $null = Connect-TestSandbox @{ Provider = 'SimplBooks' }
        $second = @(Get-InvoiceReceivable $client.Name)
        @($first + $second | Get-InvoiceAging).Count | Should -Be (2 + @($second | Group-Object Currency).Count)
    }

    It 'of nothing is nothing' {
        @() | Get-InvoiceAging | Should -BeNullOrEmpty
    }
}
