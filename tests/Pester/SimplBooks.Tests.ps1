# SimplBooks through the cmdlets, on the sandbox: every noun, the orders of a shop, moving from one provider to another.

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'
    $PSDefaultParameterValues['*:ErrorAction'] = 'Stop'

    # The requests that would have changed something: reading is GET here, but for the stock.
    function Get-BooksChange($Server) {
        @($Server.Requests | Where-Object { $_.Method -eq 'POST' -and $_.Path -notlike '*/remnant/*' })
    }
}

AfterAll {
    # It is there for the files that come after, too.
    $PSDefaultParameterValues.Remove('*:ErrorAction')
    Disconnect-All
}

Describe 'The orders of a shop' {
    BeforeAll {
        $server = Connect-TestSandbox -Sandbox @{ Provider = 'SimplBooks' }
        $script = "$PSScriptRoot/../../docs/examples/Import-Orders.ps1"
        $orders = "$PSScriptRoot/../../docs/examples/orders.csv"
        $failed = Join-Path $TestDrive 'failed.csv'
        $clients = @(Get-InvoiceClient).Count
        $items = @(Get-InvoiceItem).Count
    }

    AfterAll { Disconnect-All }

    It 'would make nothing with -WhatIf' {
        $null = & $script $orders -WhatIf -WarningAction SilentlyContinue
        Get-BooksChange $server | Should -BeNullOrEmpty
    }

    It 'makes one invoice of each order, and sets the one aside that cannot be' {
        $made = @(& $script $orders -FailedPath $failed -WarningVariable warned -WarningAction SilentlyContinue)
        $made.Reference | Should -Be 'WEB-1001', 'WEB-1002', 'WEB-1003', 'WEB-1005'
        @(Import-Csv $failed).Order | Should -Be 'WEB-1004'
        @(Import-Csv $failed).Reason | Should -BeLike "*'one' is not a number*"
        $warned.Count | Should -Be 1
    }

    It 'made each client and each article once' {
        @(Get-InvoiceClient).Count | Should -Be ($clients + 3)
        @(Get-InvoiceItem).Count | Should -Be ($items + 4)
        $server.Requests.Path -like '*/clients/create' | Should -HaveCount 3
        $server.Requests.Path -like '*/articles/create' | Should -HaveCount 4
        (Get-InvoiceItem -Name 'Villane sall' | Where-Object Code -eq SALL-1).UnitPrice | Should -Be 34.5
        (Get-InvoiceClient -Code 19000011).Name | Should -Be 'Näidispood OÜ'
    }

    It 'gave an order its rows, articles and totals' {
        $invoice = Get-Invoice -Reference WEB-1001 | Get-Invoice
        $invoice.Number | Should -Be 'WEB-1001'
        $invoice.Lines.ItemCode | Should -Be 'SALL-1', 'KAUSS-1'
        $invoice.Lines.TaxRate | Should -Be 24, 24
        $invoice.NetTotal | Should -Be 96
        $invoice.Total | Should -Be 119.04
        $invoice.ClientName | Should -Be 'Näidispood OÜ'
    }

    It 'changes nothing when it is run again' {
        $before = (Get-BooksChange $server).Count
        $made = @(& $script $orders -WarningAction SilentlyContinue)
        $made | Should -BeNullOrEmpty
        (Get-BooksChange $server).Count | Should -Be $before
    }

    It 'takes the corrected rows' {
        $rows = @(Import-Csv $failed)
        $rows[0].Quantity = '1'
        $rows | Select-Object * -ExcludeProperty Reason | Export-Csv (Join-Path $TestDrive 'again.csv') -NoTypeInformation -Encoding UTF8
        @(& $script (Join-Path $TestDrive 'again.csv')).Reference | Should -Be 'WEB-1004'
    }

    It 'leaves no client behind when a document is refused' {
        $before = (Get-BooksChange $server).Count
        { New-Invoice -ClientName 'Nobody Yet' -Reference X-1 -CreateMissing -Line @{ Name = 'A'; Quantity = 1; UnitPrice = 1; Tax = '77' } } |
            Should -Throw "*no VAT type '77'*"
        (Get-BooksChange $server).Count | Should -Be $before
    }

    It 'makes an invoice once when the answer to it is lost' {
        Set-Fault $server 'LostAnswer@/invoices/create#1'
        $made = New-Invoice -ClientCode 19000011 -Reference LOST-1 -Line @{ Sku = 'SALL-1'; Quantity = 1 }
        Set-Fault $server
        $made.Id | Should -Not -BeNullOrEmpty
        @(Get-Invoice -Reference LOST-1) | Should -HaveCount 1
    }

    It 'says so when an article has no such code' {
        { New-Invoice -ClientCode 19000011 -Reference X-2 -ItemCode NONE-1 -Price 1 } | Should -Throw "*no item 'NONE-1'*"
    }
}

Describe 'Clients from one provider to another' {
    BeforeAll {
        $books = Connect-TestSandbox -Sandbox @{ Provider = 'SimplBooks' } -Connect @{ Name = 'books' }
        $express = Connect-TestSandbox -Sandbox @{ Provider = 'InvoiceXpress' } -Connect @{ Name = 'express' }
    }

    AfterAll { Disconnect-All }

    It 'moves them from SimplBooks, and says what was left behind' {
        $before = @(Get-InvoiceClient -Session express).Count
        $source = @(Get-InvoiceClient -Session books)
        $moved = @($source | New-InvoiceClient -Session express -WarningVariable warned -WarningAction SilentlyContinue)
        $moved | Should -HaveCount $source.Count
        @(Get-InvoiceClient -Session express).Count | Should -Be ($before + $source.Count)
        $moved[0].Name | Should -Be $source[0].Name
        $moved[0].TaxNumber | Should -Be $source[0].TaxNumber
        $moved[0].Country | Should -Be 'Estonia'
        ($warned -join "`n") | Should -BeLike '*RegistrationNumber*left out*'
        ($warned -join "`n") | Should -BeLike "*'account_no'*not copied*"

        # Once for each field, however many clients.
        $warned.Count | Should -Be @($warned | ForEach-Object Message | Sort-Object -Unique).Count
    }

    It 'moves them from InvoiceXpress, and says what was left behind' {
        $source = Get-InvoiceClient -Session express -Name 'Padaria Central'
        $moved = $source | New-InvoiceClient -Session books -WarningVariable warned -WarningAction SilentlyContinue
        $there = Get-InvoiceClient -Session books -Id $moved.Id
        $there.Name | Should -Be $source.Name
        $there.TaxNumber | Should -Be $source.TaxNumber
        $there.Country | Should -Be 'Portugal'
        $there.Email | Should -Be $source.Email
        ($warned -join "`n") | Should -BeLike '*SimplBooks has no field for the Code of a client*'
    }

    It 'keeps both sessions apart' {
        (Get-InvoiceClient -Session books | Select-Object -First 1 | Get-InvoiceClient).Id | Should -Be (Get-InvoiceClient -Session books | Select-Object -First 1).Id
    }
}

Describe 'What there is at SimplBooks' {
    BeforeAll {
        $server = Connect-TestSandbox -Sandbox @{ Provider = 'SimplBooks' }
        $client = Get-InvoiceClient | Select-Object -First 1
    }

    AfterAll { Disconnect-All }

    It 'changes a client and keeps what a list does not tell' {
        $client | Set-InvoiceClient -Phone 5559999
        $now = Get-InvoiceClient -Id $client.Id
        $now.Phone | Should -Be '5559999'
        $now.PaymentDays | Should -Be 30
        $now.Extra['account_no'] | Should -Not -BeNullOrEmpty
    }

    It 'keeps notes' {
        $note = $client | New-InvoiceClientNote -Note 'Call before delivery'
        $note.Id | Set-InvoiceClientNote -Note 'Do not call'
        $read = @(Get-InvoiceClientNote -Client $client.Id -Text 'Do not')
        $read | Should -HaveCount 1
        $read = $read[0]
        $read.ClientName | Should -Be $client.Name
        $read.CreatedAt | Should -BeOfType datetime
        $read | Remove-InvoiceClientNote
        { Get-InvoiceClientNote -Id $note.Id } | Should -Throw '*does not exist*'
    }

    It 'gives what belongs to a client' {
        $contact = @(Get-InvoiceClient -Id $client.Id -Related Contact)
        $contact[0].name | Should -Be 'Jüri Näide'
        Get-InvoiceClient -Id $client.Id -Related Invoice | ForEach-Object { $_ | Should -BeOfType Invoicing.Invoice }
        Get-InvoiceClient -Id $client.Id -Related Purchase | ForEach-Object { $_ | Should -BeOfType Invoicing.Purchase }
        Get-InvoiceClient -Id $client.Id -Related Payment | ForEach-Object { $_.IsOutgoing | Should -BeTrue }
        Get-InvoiceClient -Id $client.Id -Related Receipt | ForEach-Object { $_.IsOutgoing | Should -BeFalse }
    }

    It 'keeps articles and their stock' {
        $item = New-InvoiceItem -Name 'Test bowl' -Code TB-1 -UnitPrice 12.5 -IsStocked $true
        $item.Id | Set-InvoiceItem -UnitPrice 13
        $now = Get-InvoiceItem -Id $item.Id
        $now.UnitPrice | Should -Be 13
        $now.Active | Should -BeTrue
        $now.IsStocked | Should -BeTrue
        Get-InvoiceItemStock -Item $item | Should -BeNullOrEmpty
        $now | Remove-InvoiceItem
        $sall = Get-InvoiceItem | Where-Object Code -eq VILL-01
        $stock = @($sall | Get-InvoiceItemStock)
        $stock.ItemId | Select-Object -Unique | Should -Be $sall.Id
        @(Get-InvoiceItemStock -Warehouse $stock[0].WarehouseId | Where-Object ItemId -eq $sall.Id).Quantity | Should -Be $stock[0].Quantity
    }

    It 'keeps warehouses, whose ledger account is named by its code' {
        $place = New-InvoiceWarehouse -Name 'Third' -LedgerAccountCode 1310
        $place.Id | Set-InvoiceWarehouse -Address 'Sadama 9'
        $now = Get-InvoiceWarehouse -Id $place.Id
        $now.Address | Should -Be 'Sadama 9'
        $now.LedgerAccountCode | Should -Be '1310'
        $now.Active | Should -BeTrue
        $now | Remove-InvoiceWarehouse
    }

    It 'keeps unbilled work' {
        $task = New-InvoiceTask -Name 'Delivery' -ClientId $client.Id -Quantity 2 -UnitPrice 30 -Unit h -Tax 24 -Date 2026-03-06
        $task.Id | Set-InvoiceTask -Quantity 3
        $now = Get-InvoiceTask -Id $task.Id
        $now.Quantity | Should -Be 3
        $now.TaxRate | Should -Be 24
        @(Get-InvoiceTask -ClientId $client.Id -DateFrom 2026-03-06 -DateTo 2026-03-06).Id | Should -Contain $task.Id
        $now | Remove-InvoiceTask
    }

    It 'keeps purchases, their files and their payments' {
        $file = Join-Path $TestDrive 'bill.pdf'
        [IO.File]::WriteAllText($file, '%PDF-1.4 made up')
        $bill = New-InvoicePurchase -Supplier $client -Number OA-900 -Date 2026-03-02 -DueDate 2026-03-16 -File $file -Line @(
            @{ Name = 'Paper'; Quantity = 3; UnitPrice = 10; Tax = 24 }, @{ Name = 'Pens'; Quantity = 1; Subtotal = 5; Tax = 24 })
        $now = Get-InvoicePurchase -Id $bill.Id
        $now.Lines.Subtotal | Should -Be 30, 5
        $now.Total | Should -Be 43.4
        $now.PaidDate | Should -BeNullOrEmpty
        (Export-InvoicePurchase $bill.Id -OutFile $TestDrive).Extension | Should -Be '.pdf'

        $now | Set-InvoicePurchase -Notes 'checked'
        (Get-InvoicePurchase -Id $bill.Id).Lines.Subtotal | Should -Be 30, 5
        $paid = Add-InvoicePayment -Purchase $bill.Id
        $paid.Amount | Should -Be 43.4
        (Get-InvoicePurchase -Id $bill.Id).PaidDate | Should -Not -BeNullOrEmpty
        @(Get-InvoicePayment -Purchase $bill.Id).Id | Should -Be $paid.Id
        Get-InvoicePayment -Outgoing -Id $paid.Id | Remove-InvoicePayment
        (Get-InvoicePurchase -Id $bill.Id).PaidDate | Should -BeNullOrEmpty
        @(Get-InvoicePurchase -Supplier $client -DateFrom 2026-03-02 -DateTo 2026-03-02).Id | Should -Contain $bill.Id
        $now | Remove-InvoicePurchase
    }

    It 'takes a document through its life' {
        $invoice = New-Invoice -Client $client -Reference LIFE-1 -Date 2026-03-05 -Line @{ Name = 'Work'; Quantity = 2; UnitPrice = 50; Tax = 24 }
        $invoice | Complete-Invoice | ForEach-Object State | Should -Be 'Final'
        ($invoice | Set-InvoiceState -State Sent).SentDate | Should -Not -BeNullOrEmpty
        (Get-Invoice -Id $invoice.Id -Type Invoice).SentDate | Should -Not -BeNullOrEmpty
        Get-Invoice -Reference LIFE-1 | Set-Invoice -AddLine @{ Name = 'More'; Quantity = 1; UnitPrice = 10; Tax = 24 }
        $now = Get-Invoice -Id $invoice.Id
        $now.Lines.Name | Should -Be 'Work', 'More'
        $now.Total | Should -Be 136.4
        $part = Add-InvoicePayment $invoice.Id -Amount 36.4 -Date 2026-03-08
        (Get-Invoice -Id $invoice.Id).Outstanding | Should -Be 100
        $rest = $invoice | Add-InvoicePayment
        $rest.Amount | Should -Be 100
        (Get-Invoice -Id $invoice.Id).State | Should -Be 'Settled'
        @($invoice | Get-InvoicePayment).Amount | Should -Be 36.4, 100
        @($invoice | Get-InvoiceRelatedDocument).Id | Should -Be $part.Id, $rest.Id
        $rest | Set-InvoicePayment -Notes 'by bank'
        (Get-InvoicePayment -Id $rest.Id).Notes | Should -Be 'by bank'
        $rest | Remove-InvoicePayment
        (Get-Invoice -Id $invoice.Id).State | Should -Be 'Final'
        Add-InvoicePayment $invoice.Id -PaymentId $part.Id -FullCover
        (Get-Invoice -Id $invoice.Id).State | Should -Be 'Settled'
    }

    It 'makes credit invoices, copies and price offers' {
        $invoice = Get-Invoice -Type Invoice | Select-Object -First 1
        $credit = New-Invoice -Type CreditNote -For $invoice -Client $client -Reference CR-1 -Line @{ Name = 'Back'; Quantity = -1; UnitPrice = 5; Tax = 24 }
        (Get-Invoice -Reference CR-1).Type | Should -Be 'CreditNote'
        (Get-Invoice -Id $credit.Id).CorrectedInvoiceId | Should -Be $invoice.Id
        $copy = $invoice | Copy-Invoice -Reference COPY-1
        (Get-Invoice -Id $copy.Id).Total | Should -Be $invoice.Total

        $offer = New-Invoice -Type Quote -Client $client -Reference H-900 -Line @{ Name = 'Work'; Quantity = 1; UnitPrice = 50; Tax = 24 }
        (Get-Invoice -Type Quote -Reference H-900).State | Should -Be 'Final'
        ($offer | Set-InvoiceState -State Canceled).State | Should -Be 'Canceled'
        (Get-Invoice -Type Quote -Id $offer.Id).State | Should -Be 'Canceled'
        { $invoice | Set-InvoiceState -State Canceled } | Should -Throw '*cannot be made Canceled*'
        $copy | Remove-Invoice
        { Get-Invoice -Type Invoice -Id $copy.Id } | Should -Throw '*does not exist*'
    }

    It 'gives files' {
        $invoice = Get-Invoice | Select-Object -First 1
        $pdf = $invoice | Export-InvoicePdf -OutFile $TestDrive
        [IO.File]::ReadAllText($pdf.FullName).Substring(0, 5) | Should -Be '%PDF-'
        $xml = Export-InvoiceXml $invoice.Id -OutFile (Join-Path $TestDrive 'one.xml')
        ([xml](Get-Content $xml -Raw)).DocumentElement.LocalName | Should -Be 'E_Invoice'
        $made = $xml | Import-InvoiceXml
        (Get-Invoice -Id $made.Id).Total | Should -Be $invoice.Total
        $bill = Get-InvoicePurchase | Select-Object -First 1
        $billXml = Export-InvoiceXml -Purchase $bill -OutFile (Join-Path $TestDrive 'bill.xml')
        (Import-InvoiceXml $billXml.FullName -Purchase) | Should -BeOfType Invoicing.Purchase
        { $invoice | Export-InvoicePdf -SecondCopy } | Should -Throw '*no second copies*'
    }

    It 'reads the books' {
        @(Get-InvoiceLedgerAccount -Code 4010).Name | Should -Be 'Kaubakulu'
        @(Get-InvoiceLedgerAccount).Count | Should -BeGreaterThan 5
        (Get-InvoiceBankAccount -Id 1).Iban | Should -BeLike 'EE*'
        (Get-InvoiceTax -Id 3).Rate | Should -Be 24
    }

    It 'costs one request for the first of a long list' {
        $server.ClearRequests()
        $null = Get-Invoice -PageSize 10 | Select-Object -First 1
        $server.Requests.Count | Should -Be 1
    }

    It 'reads every page of a list' {
        @(Get-Invoice -PageSize 7).Count | Should -Be @(Get-Invoice).Count
    }

    It 'reads lists over the other way, as Windows PowerShell does' {
        $null = $server | Connect-InvoiceProvider -Name form -RequestsPerMinute 0 -Setting @{ ListTransport = 'PostForm' }
        @(Get-InvoiceClient -Session form).Count | Should -Be 12
        @(Get-Invoice -Session form -Reference LIFE-1).Count | Should -Be 1
        Disconnect-InvoiceProvider form
        Restore-TestSession $server
    }

    It 'shows what cannot be done here' {
        (Get-InvoiceProvider SimplBooks).Missing | Should -Contain 'Export-Saft'
        (Get-InvoiceProvider SimplBooks).Missing | Should -Not -Contain 'Export-InvoiceXml'
    }
}

Describe 'The limit of SimplBooks' {
    AfterAll { Disconnect-All }

    It 'is shown with what is used and left, and with how far it is to half of it' {
        $session = Start-InvoiceSandbox -Provider SimplBooks | Connect-InvoiceProvider
        $null = Get-InvoiceClient -Session $session
        $minute, $day = (Get-InvoiceSession $session.Name).Limit
        $minute.Used, $minute.Left, $minute.IsThreshold | Should -Be 2, 58, $false
        $day.Used, $day.Left, $day.IsThreshold | Should -Be 2, 9998, $true
        ($session | Out-String -Width 100) | Should -BeLike '* 2 of 60/min, 2 of 10000/day*'
        (Get-InvoiceProvider SimplBooks).Limit[1].After.Requests | Should -Be 10000
    }
}
