# A provider of an assembly of its own, as docs/tutorials/a-provider-in-a-day.md builds it, with the cmdlets as they are.

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $repository = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../..'))
    $toy = @(Get-ChildItem "$repository/docs/tutorials/toy/bin/*/netstandard2.0/Toy.dll" | Sort-Object LastWriteTime -Descending)[0].FullName
    Add-Type -Path $toy
    $server = [Toy.ToyServer]::new()
    [Invoicing.InvoiceProvider]::Register([Toy.ToyProvider]::new())
    $how = @{ Provider = 'Toy'; Account = 'acme'; ApiKey = [Toy.ToyServer]::Key; BaseUri = $server.Address; AsSandbox = $true; RetryIntervalSec = 0.01; SettleTimeSec = 1 }
    $null = Connect-InvoiceProvider @how
}

AfterAll {
    Disconnect-All
    $server.Dispose()
}

Describe 'A provider from outside' {
    BeforeEach { $server.Requests.Clear() }

    It 'is in the catalogue, with what it can do' {
        (Get-InvoiceProvider Toy).Name | Should -Be 'Toy'
        $can = Get-InvoiceProvider -Cmdlet New-Invoice, Export-Saft, Invoke-InvoiceRequest
        $can.Toy | Should -Be $false, $true, $true -Because ($can.Cmdlet -join ', ')
    }

    It 'can be entered again, and its name by no other' {
        { [Invoicing.InvoiceProvider]::Register([Toy.ToyProvider]::new()) } | Should -Not -Throw
        @(Get-InvoiceProvider Toy).Count | Should -Be 1
    }

    It 'tests the key' {
        Test-InvoiceSession | Should -BeTrue
        { Connect-InvoiceProvider Toy acme wrong -BaseUri $server.Address -AsSandbox -Name wrong } | Should -Throw -ErrorId 'AuthenticationFailed,*'
        $null = Connect-InvoiceProvider @how -Force
    }

    It 'makes clients, from rows too, and none with -WhatIf' {
        New-InvoiceClient -Name Nobody -WhatIf
        $server.Requests | Should -Not -Contain 'POST /customers'
        $made = @'
Code,Name,TaxNumber,Country
A,Ann,PT123456789,Portugal
B,Bob,,Estonia
'@ | ConvertFrom-Csv | New-InvoiceClient
        $made.Id | Should -Be '100', '101'
        (Get-InvoiceClient).Name | Should -Be 'Ann', 'Bob'
        (Get-InvoiceClient -Code B).Country | Should -Be 'Estonia'
        (Get-InvoiceClient Ann).Origin | Should -Be "Toy/acme@$($server.Address.Authority)/acme"
    }

    It 'says the reasons of a refusal with their fields' {
        $body = @{ name = '' } | ConvertTo-Json
        { Invoke-InvoiceRequest -Method Post customers -Body $body } | Should -Throw '*name: must not be empty*'
        (Invoke-InvoiceRequest me).name | Should -Be 'Toy maker'
    }

    It 'changes and deletes a client' {
        Get-InvoiceClient -Code B | Set-InvoiceClient -Email bob@example.com
        (Get-InvoiceClient -Code B).Email | Should -Be 'bob@example.com'
        $null = New-InvoiceClient -Name Short -Code S
        Get-InvoiceClient -Code S | Remove-InvoiceClient
        (Get-InvoiceClient).Name | Should -Not -Contain 'Short'
    }

    It 'plans an invoice with its totals, and makes none with -WhatIf' {
        $line = [Invoicing.InvoiceLine]@{ Name = 'Work'; Quantity = 2; UnitPrice = 10.25; Tax = '20' }
        $draft = [Invoicing.Invoice]@{ Reference = 'T-0'; Client = Get-InvoiceClient -Code A }
        $draft.Lines.Add($line)
        $plan = (Get-InvoiceSession).Invoices.PrepareAsync($draft, $null, [Threading.CancellationToken]::None).GetAwaiter().GetResult()
        $plan.Totals.ToString() | Should -Be 'net 20.50, tax 4.10, total 24.60'
        $line.Tax | Should -Be '20'
        New-Invoice -Reference T-0 -ClientCode A -Name Work -Quantity 2 -UnitPrice 10.25 -Tax 20 -WhatIf
        $server.Requests | Should -Not -Contain 'POST /invoices'
    }

    It 'makes an invoice, finds it, and makes it once' {
        $invoice = New-Invoice -Reference T-1 -ClientCode A -Name Work -Quantity 2 -UnitPrice 10.25 -Tax 20
        $invoice.Number | Should -Be 'TOY-1'
        $invoice.Total | Should -Be 24.60
        $invoice.State | Should -Be 'Final'
        $again = New-Invoice -Reference T-1 -ClientCode A -Name Work -Quantity 2 -UnitPrice 10.25 -Tax 20 -SkipExisting
        $again.Id | Should -Be $invoice.Id
        @($server.Requests -eq 'POST /invoices').Count | Should -Be 1
        (Get-Invoice -Reference T-1).Lines[0].Name | Should -Be 'Work'
        (Get-Invoice -Number TOY-1).Id | Should -Be $invoice.Id
    }

    It 'makes an invoice once although its answer is lost' {
        $server.Losses = 1
        $invoice = New-Invoice -Reference T-2 -ClientCode A -Name Work -Quantity 1 -UnitPrice 5
        $invoice.Number | Should -Be 'TOY-2'
        @($server.Requests -eq 'POST /invoices').Count | Should -Be 1
        @(Get-Invoice | Where-Object Reference -eq T-2).Count | Should -Be 1
    }

    It 'refuses a value that changes what is owed and has no field' {
        { New-Invoice -Reference T-3 -ClientCode A -Name Work -Quantity 1 -UnitPrice 5 -Discount 10 } | Should -Throw '*Discount*Toy has no field for it*'
        { New-Invoice -Reference T-3 -ClientCode A -Name Work -Quantity 1 -UnitPrice 5 -Tax reduced } | Should -Throw "*'reduced' is not a rate in percent*"
        $server.Requests | Should -Not -Contain 'POST /invoices'
    }

    It 'says what it cannot do, and who can' {
        { Export-Saft -Year 2026 -Month 3 } | Should -Throw '*Toy cannot do this. These providers can: InvoiceXpress*'
    }

    It 'lists page after page' {
        1..120 | ForEach-Object { [pscustomobject]@{ Name = "Client $_"; Code = "C$_" } } | New-InvoiceClient | Out-Null
        @(Get-InvoiceClient | Where-Object Code -like 'C*').Count | Should -Be 120
        @($server.Requests -eq 'GET /customers').Count | Should -BeGreaterOrEqual 3
    }
}
