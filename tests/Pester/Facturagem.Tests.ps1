BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $server = Start-InvoiceSandbox -Provider FACTURAgem -ClientCount 23 -InvoiceCount 25
    $who = [pscredential]::new($server.Login, (ConvertTo-SecureString $server.Password -AsPlainText -Force))
    function Connect-Test([hashtable] $With = @{}) {
        Connect-InvoiceProvider -Provider FACTURAgem -Credential $who -BaseUri $server.BaseUri -RetryIntervalSec 0.01 @With
    }
}

AfterAll { Disconnect-All }

Describe 'Connecting to FACTURAgem' {
    BeforeEach { $server.ClearRequests() }

    It 'logs in with a credential and shows neither key nor password' {
        $seen = & { $DebugPreference = $VerbosePreference = 'Continue'; Connect-Test; Get-InvoiceClient -Id 81 } *>&1 | Out-String
        $seen | Should -Match 'POST /api/v1/session.json -> 200'
        $seen | Should -Not -Match ([regex]::Escape($server.ApiKey))
        $seen | Should -Not -Match ([regex]::Escape($server.Password))
        $server.Requests[0].Path | Should -Be '/api/v1/session.json'
    }

    It 'connects to its sandbox without an account, in <_>' -ForEach 'Json', 'Xml' {
        $session = Connect-InvoiceProvider -Sandbox -Provider FACTURAgem -Setting @{ Format = $_ }
        @(Get-InvoiceClient -Session $session).Count | Should -Be 12
        Disconnect-InvoiceProvider $session
    }

    It 'names the settings when one is wrong' {
        { Connect-Test @{ Setting = @{ Format = 'Csv' }; ErrorAction = 'Stop' } } | Should -Throw '*Json, Xml*'
    }

    It 'ends no login when it disconnects, and every one with -Everywhere' {
        $one = Connect-Test @{ Name = 'one' }
        $two = Connect-Test @{ Name = 'two' }
        $key = $server.ApiKey
        Disconnect-InvoiceProvider one
        Get-InvoiceAccount -Session $two | Should -Not -BeNullOrEmpty
        Disconnect-InvoiceProvider two -Everywhere -WhatIf
        $two.IsConnected | Should -BeTrue
        (Get-Request $server '*/session.json' DELETE).Count | Should -Be 0
        Disconnect-InvoiceProvider two -Everywhere -Confirm:$false
        $two.IsConnected | Should -BeFalse
        (Get-Request $server '*/session.json' DELETE).Count | Should -Be 1
        $null = Connect-Test @{ Name = 'three' }
        $server.ApiKey | Should -Not -Be $key
    }
}

Describe 'Working at FACTURAgem' {
    BeforeAll { $null = Connect-Test @{ Name = 'work' } }
    BeforeEach { $server.ClearRequests() }

    It 'lists summaries, and whole clients with -Detailed' {
        @(Get-InvoiceClient).Count | Should -Be 23
        (Get-InvoiceClient | Select-Object -First 1).City | Should -BeNullOrEmpty
        (Get-InvoiceClient -Detailed | Select-Object -First 1).City | Should -Not -BeNullOrEmpty
    }

    It 'shows links, and the relations in a CSV file' {
        $client = Get-InvoiceClient -Id 81
        $client.Links['self'].AbsolutePath | Should -BeLike '/api/v1/accounts/*/clients/81-*.json'
        ($client | ConvertTo-Csv -NoTypeInformation)[1] | Should -BeLike '*"self, account, invoices"*'
    }

    It 'shows the totals of the documented check value with -WhatIf, and makes nothing' {
        $line = @{ Name = 'Soporte'; Quantity = 8; UnitPrice = 60; Tax = '21' }
        New-Invoice 81 -Line $line -GlobalDiscount 10 -Withholding 15 -WhatIf
        (Get-Request $server * POST).Count | Should -Be 0
    }

    It 'makes, pays and lists invoices as everywhere' {
        $invoice = New-Invoice 81 -Name Soporte -Quantity 8 -UnitPrice 60 -Tax 21 -GlobalDiscount 10 -Withholding 15 -Reference E-1 | Complete-Invoice -Confirm:$false
        $invoice.Total | Should -Be 457.92
        ($invoice | Add-InvoicePayment -Amount 100).Amount | Should -Be 100
        @(Get-Invoice -State Final | Where-Object Number -EQ $invoice.Number).Count | Should -Be 1
        $null = $invoice | Add-InvoicePayment -Amount 357.92
        ($invoice | Get-Invoice).State | Should -Be Settled
    }

    It 'copies by the provider, and settles' {
        $copy = Get-Invoice | Select-Object -First 1 | Copy-Invoice -NewNumber COPIA-9
        $copy.Number | Should -Be COPIA-9
        ($copy.DueDate - $copy.Date).Days | Should -Be 30
        (Get-Request $server '*/invoices/new.json').Count | Should -Be 2
        ($copy | Set-InvoiceState -State Settled -Confirm:$false).State | Should -Be Settled
        $copy | Remove-Invoice -Confirm:$false
        { Get-Invoice COPIA-9 -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound*'
    }

    It 'makes each row once, whatever happens' {
        $rows = 'Reference,ClientName,Description,Price,Tax', 'F-1,Una S.L.,Algo,10,21', 'F-2,Una S.L.,Mas,5.50,10' | ConvertFrom-Csv
        @($rows | New-Invoice -SkipExisting -CreateMissing -ClientCountry Spain).Count | Should -Be 2
        @($rows | New-Invoice -SkipExisting -CreateMissing -ClientCountry Spain | Where-Object { -not $_.IsExisting }).Count | Should -Be 0
        $null = Connect-Test @{ Name = 'again' }
        @($rows | New-Invoice -SkipExisting -CreateMissing -ClientCountry Spain | Where-Object { -not $_.IsExisting }).Count | Should -Be 0
        @(Get-InvoiceClient 'Una*').Count | Should -Be 1
        @(Get-Invoice -Client 'Una S.L.').Count | Should -Be 2
    }

    It 'refuses mixed rates for that row alone' {
        $mixed = @{ Name = 'A'; UnitPrice = 1; Tax = '21' }, @{ Name = 'B'; UnitPrice = 1; Tax = '10' }
        $null = New-Invoice 81 -Line $mixed -ErrorAction SilentlyContinue -ErrorVariable wrong
        $wrong[0].FullyQualifiedErrorId | Should -BeLike 'InvalidInput*'
        "$wrong" | Should -Match 'one rate'
    }

    It 'gets countries without a key' {
        (Get-InvoiceCountry 'Esp*').Code | Should -Be ES
        (Get-InvoiceCountry -Id PT).Name | Should -Be Portugal
        $server.Requests | ForEach-Object { $_.Query | Should -Not -Match 'api_key' }
    }

    It 'asks the provider for its fields' {
        $fields = Get-InvoiceField Client
        ($fields | Where-Object Property -EQ Client.TaxNumber).Name | Should -Be client.cif
        (Get-InvoiceField Invoice | Where-Object Source -EQ Shown).Count | Should -BeGreaterThan 0
        (Get-InvoiceField Account).Operation | Select-Object -Unique | Should -Be Update
        @(Get-InvoiceClient).Count | Should -BeGreaterThan 22
    }

    It 'gets and sets the account' {
        $account = Get-InvoiceAccount
        (Set-InvoiceAccount -City Lugo -Confirm:$false -PassThru).City | Should -Be Lugo
        ($account | Set-InvoiceAccount -City $account.City -Confirm:$false -PassThru).City | Should -Be $account.City
    }

    It 'says that it cannot do <_>, and who can' -ForEach 'Export-Saft -Year 2026 -Month 3', 'Get-InvoiceTax', 'Send-Invoice 1201' {
        { Invoke-Expression "$_ -ErrorAction Stop" } | Should -Throw '*InvoiceXpress*' -ErrorId 'NotSupported*'
    }
}
