# What InvoiceXpress has beside invoices, from end to end over the sandbox.

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'
    $server = Connect-TestSandbox
    $place = @{ Street = 'Rua do Forno 3'; City = 'Braga'; PostalCode = '4700-000'; Country = 'PT' }
    $tomorrow = (Get-Date).Date.AddDays(1).AddHours(9)

    function Get-Body([string] $Path, [string] $Method = 'POST') { (Get-Request $server $Path $Method)[-1].Body | ConvertFrom-Json }
}

AfterAll { Disconnect-All }

Describe 'Copy-Invoice' {
    BeforeEach { $server.ClearRequests() }

    It 'shows the totals of the invoices that accepted quotes would become' {
        $quotes = @(Get-Invoice -Type Quote -State Accepted)
        $quotes.Count | Should -BeGreaterThan 0
        $log = Join-Path $TestDrive whatif.txt
        $null = Start-Transcript $log
        try { Get-Invoice -Type Quote -State Accepted | Copy-Invoice -Type Invoice -WhatIf } finally { $null = Stop-Transcript }
        $said = @(Get-Content $log | Where-Object { $_ -match '^What if' })
        $said.Count | Should -Be $quotes.Count
        for ($i = 0; $i -lt $quotes.Count; $i++) {
            $said[$i] | Should -BeLike '*Invoice for*'
            $said[$i] | Should -BeLike ('*total {0}*' -f $quotes[$i].Total.ToString('0.00', [cultureinfo]::InvariantCulture))
        }

        (Get-Change $server).Count | Should -Be 0
    }

    It 'makes an invoice of a quote, with all that an invoice has of it' {
        $quote = New-Invoice -Type Quote -ClientCode C0002 -Reference Q-1 -Notes n -Withholding 11.5 -TaxExemption M07 -Line @(
            @{ Name = 'A'; Description = 'first'; Quantity = 2; UnitPrice = 10.55; Tax = 'IVA23'; Discount = 10; Unit = 'hour' }, @{ Name = 'B'; UnitPrice = 3; Tax = 0 })
        $quote = $quote | Complete-Invoice | Set-InvoiceState -State Accepted
        $copy = $quote | Copy-Invoice -Type Invoice -Reference F-1
        $copy.Type | Should -Be 'Invoice'
        $copy.State | Should -Be 'Draft'
        foreach ($property in 'ClientId', 'Total', 'NetTotal', 'Notes', 'Withholding', 'TaxExemption') { $copy.$property | Should -Be $quote.$property -Because $property }
        foreach ($property in 'Name', 'Description', 'Quantity', 'UnitPrice', 'Unit', 'Discount', 'Tax') { $copy.Lines.$property | Should -Be $quote.Lines.$property -Because $property }
        (Get-Body '/invoices.json').invoice.PSObject.Properties.Name | Should -Not -Contain 'auto_add_related_document'
    }

    It 'makes a <Type> of an invoice' -ForEach @(
        @{ Type = 'SimplifiedInvoice' }, @{ Type = 'InvoiceReceipt' }, @{ Type = 'Quote' }, @{ Type = 'Proforma' }, @{ Type = 'FeesNote' }
        @{ Type = 'CreditNote' }, @{ Type = 'DebitNote' }, @{ Type = 'Shipping' }, @{ Type = 'Transport' }, @{ Type = 'Devolution' }
    ) {
        $invoice = New-TestInvoice "COPY-$Type" | Complete-Invoice
        $with = @{}
        if ($Type -in 'Shipping', 'Transport', 'Devolution') { $with = @{ LoadedAt = $tomorrow; AddressFrom = $place; AddressTo = $place; LicensePlate = 'AA-00-AA' } }
        $copy = $invoice | Copy-Invoice -Type $Type @with
        $copy.Type | Should -Be $Type
        $copy.Total | Should -Be $invoice.Total
        $body = (Get-Body '/*s.json').PSObject.Properties.Value[0]
        # The link to what it comes from, where the provider has one.
        "$($body.auto_add_related_document)" | Should -Be $(if ($Type -in 'Quote', 'Proforma', 'FeesNote') { '1' } else { '' })
        "$($body.owner_invoice_id)" | Should -Be $(if ($Type -in 'CreditNote', 'DebitNote') { $invoice.Id } else { '' })
    }

    It 'sends nothing of a guide to an invoice' {
        $guide = New-Invoice -Type Transport -ClientCode C0001 -Name SVC -UnitPrice 1 -Tax IVA23 -LoadedAt $tomorrow -AddressFrom $place -AddressTo $place -LicensePlate AA-00-AA
        $null = $guide | Copy-Invoice -Type Invoice
        $names = (Get-Body '/invoices.json').invoice.PSObject.Properties.Name
        foreach ($name in 'loaded_at', 'address_from', 'address_to', 'license_plate') { $names | Should -Not -Contain $name }
    }

    It 'says what is missing for a guide' {
        $invoice = New-TestInvoice COPY-BARE
        $server.ClearRequests()
        $invoice | Copy-Invoice -Type Transport -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        @($problems[0].Exception.FieldErrors).Field | Should -Be 'LoadedAt', 'AddressFrom', 'AddressTo'
        (Get-Change $server).Count | Should -Be 0
    }
}

Describe 'Credit notes' {
    BeforeEach { $server.ClearRequests() }

    It 'name what they correct by <Way>, and are found beside it' -ForEach @(
        @{ Way = 'object'; For = { $invoice } }, @{ Way = 'id'; For = { $invoice.Id } }, @{ Way = 'number'; For = { "FT $($invoice.Number)" } }
    ) {
        $invoice = New-TestInvoice "OWNER-$Way" | Complete-Invoice
        $server.ClearRequests()
        $note = New-Invoice -Type CreditNote -For (& $For) -ClientCode C0001 -Name SVC -UnitPrice 1 -Tax IVA23
        "$((Get-Body '/credit_notes.json').invoice.owner_invoice_id)" | Should -Be $invoice.Id
        $null = $note | Complete-Invoice
        @($invoice | Get-InvoiceRelatedDocument).Id | Should -Contain $note.Id
    }
}

Describe 'Series' {
    BeforeEach { $server.ClearRequests() }

    It 'are named, and sent as the counter of the type' {
        $series = New-InvoiceSequence SHOP
        foreach ($type in 'Invoice', 'CreditNote', 'Quote', 'Transport') {
            $with = @{}
            if ($type -eq 'Transport') { $with = @{ LoadedAt = $tomorrow; AddressFrom = $place; AddressTo = $place } }
            $draft = New-Invoice -Type $type -ClientCode C0001 -Name SVC -UnitPrice 1 -Tax IVA23 -Sequence shop @with
            $draft.SequenceId | Should -Be $series.For($type).Id
            ($draft | Complete-Invoice).Number | Should -Be 'SHOP/1'
        }
    }

    It 'that are not there are named, and nothing is sent' {
        New-Invoice -ClientCode C0001 -Name SVC -UnitPrice 1 -Tax IVA23 -Sequence NOWHERE -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidInput,*'
        "$($problems[0])" | Should -BeLike '*NOWHERE*SHOP*'
        (Get-Change $server).Count | Should -Be 0
    }

    It 'are registered once' {
        (Register-InvoiceSequence LOJA).For('Invoice').ValidationCode | Should -Not -Be 'N/D'
        Register-InvoiceSequence LOJA -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'Conflict,*'
        $problems[0].Exception.Code | Should -Be '005'
        $problems[0].ErrorDetails.RecommendedAction | Should -BeLike '*registered already*'
    }

    It 'cannot have the same name twice' {
        New-InvoiceSequence LOJA -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].Exception.Code | Should -Be '002'
    }
}

Describe 'Guides' {
    BeforeEach { $server.ClearRequests() }

    It 'have addresses, time of loading and plate, and the authority''s code once they are issued' {
        $to = @{ Street = 'High Street 1'; City = 'Leeds'; PostalCode = 'LS1 0AA'; Country = 'GB' }
        $guide = New-Invoice -Type Transport -ClientCode C0001 -Name SVC -Quantity 3 -UnitPrice 1.5 -Tax IVA23 -LoadedAt $tomorrow -AddressFrom $place -AddressTo $to -LicensePlate AA-11-BB
        $sent = (Get-Body '/transports.json').transport
        $sent.loaded_at | Should -Be $tomorrow.ToString('dd/MM/yyyy HH:mm:ss', [cultureinfo]::InvariantCulture)
        $sent.address_to.country | Should -Be 'UK'
        $read = $guide | Complete-Invoice | Get-Invoice -Wait -PollIntervalSec 0.01
        "$($read.AddressFrom)" | Should -Be 'Rua do Forno 3 | 4700-000 | Braga | Portugal'
        $read.AddressTo.Country | Should -Be 'United Kingdom'
        $read.LicensePlate | Should -Be 'AA-11-BB'
        $read.TransportCode | Should -Not -BeNullOrEmpty
        $read.Total | Should -Be 5.54
    }

    It 'are not changed without their time of loading' {
        $guide = New-Invoice -Type Shipping -ClientCode C0001 -Name SVC -UnitPrice 1 -Tax IVA23 -LoadedAt $tomorrow -AddressFrom $place -AddressTo $place | Get-Invoice
        $server.ClearRequests()
        $guide | Set-Invoice -Notes x -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        $problems[0].Exception.FieldErrors[0].Field | Should -Be 'LoadedAt'
        $server.Requests.Count | Should -Be 0
        ($guide | Set-Invoice -Notes x -LoadedAt $tomorrow -PassThru).Notes | Should -Be 'x'
    }

    It 'are refused by the provider when they are loaded in the past' {
        New-Invoice -Type Shipping -ClientCode C0001 -Name SVC -UnitPrice 1 -Tax IVA23 -LoadedAt '2020-01-01 09:00' -AddressFrom $place -AddressTo $place -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
    }
}

Describe 'Export-InvoiceQrCode' {
    BeforeEach { $server.ClearRequests() }

    It 'waits for the picture of an issued document' {
        $file = Join-Path $TestDrive qr.png
        $issued = New-TestInvoice QR-1 | Complete-Invoice
        $server.ClearRequests()
        ($issued | Export-InvoiceQrCode -Wait -OutFile $file -PollIntervalSec 0.01).FullName | Should -Be $file
        (Get-Request $server '/api/qr_codes/*').Status | Should -Be 202, 202, 200
        [IO.File]::ReadAllBytes($file)[0..3] | Should -Be 0x89, 0x50, 0x4E, 0x47
    }

    It 'fails for a draft, and for what is not there' {
        New-TestInvoice QR-2 | Export-InvoiceQrCode -Wait -OutFile (Join-Path $TestDrive no.png) -PollIntervalSec 0.01 -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        $nothing = [Invoicing.Invoice]@{ Id = '1' }
        $nothing | Export-InvoiceQrCode -Wait -OutFile (Join-Path $TestDrive no.png) -PollIntervalSec 0.01 -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
        Join-Path $TestDrive no.png | Should -Not -Exist
    }
}

Describe 'Accounts' {
    BeforeEach { $server.ClearRequests() }

    It 'are made with a key that connects: <Way>' -ForEach @(
        @{ Way = 'of a new user'; With = @{} }, @{ Way = 'of a user who is there'; With = @{ ExistingUser = $true } }
    ) {
        $made = New-InvoiceAccount 'Oficina Nova' nova@example.com -Password segredo -AcceptTerms -FirstName Rita -Country PT -Language pt @With
        $made.ApiKey | Should -BeOfType ([securestring])
        $made | Out-String | Should -Not -Match ([Net.NetworkCredential]::new('', $made.ApiKey).Password)
        $session = Connect-InvoiceProvider InvoiceXpress ([uri]$made.Url).Host.Split('.')[0] $made.ApiKey -BaseUri $server.BaseUri -Name made
        try {
            Test-InvoiceSession -Session $session | Should -Not -BeNullOrEmpty
            @(Get-InvoiceClient -Session $session).Count | Should -Be 0
            $account = Get-InvoiceAccount $made.Id -Session $session
            "$($account.Name) $($account.Email) $($account.TaxAuthorityConfigured)" | Should -Be 'Oficina Nova nova@example.com False'

            # Without the authority's credentials no series can be made; with them it can.
            New-InvoiceSequence S1 -Session $session -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems[0].Exception.Code | Should -Be '004'
            $after = Set-InvoiceAccount $made.Id -Name 'Oficina Velha' -Password segredo -AcceptTerms -TaxAuthorityUser 509000010/1 -TaxAuthorityPassword segredo -PassThru -Session $session
            "$($after.Name) $($after.Email) $($after.TaxAuthorityConfigured)" | Should -Be 'Oficina Velha nova@example.com True'
            (New-InvoiceSequence S1 -Session $session).Name | Should -Be 'S1'
            Set-InvoiceAccount -TaxAuthorityUser 509000010/1 -TaxAuthorityPassword segredo -Communication Portal -Session $session
            (Get-Body '/api/v3/accounts/at_communication.json').at_communication.communication_type | Should -Be 'portal_at'
        }
        finally {
            $session | Disconnect-InvoiceProvider
            Restore-TestSession $server
        }
    }

    It 'are asked for by their number alone' {
        Get-InvoiceAccount -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidInput,*'
        (Get-InvoiceAccount $server.AccountId).Name | Should -Not -BeNullOrEmpty
        Get-InvoiceAccount 1 -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
    }
}

Describe 'Balances' {
    BeforeEach { $server.ClearRequests() }

    It 'follow what is set, corrected and moved' {
        $client = New-InvoiceClient -Name 'Balance' -Code BAL-1
        $set = $client | Set-InvoiceClientBalance -Amount 100.5 -Date 2026-01-01 -Notes opening
        "$($set.Initial) $('{0:yyyy-MM-dd}' -f $set.InitialDate) $($set.InitialNotes) $($set.Currency)" | Should -Be '100.5 2026-01-01 opening EUR'
        $invoice = New-Invoice -Client $client -Name SVC -UnitPrice 10 -Tax IVA23 | Complete-Invoice
        $balance = Get-InvoiceClientBalance BAL-1
        $balance.Balance | Should -Be ($set.Balance + $invoice.Total)
        $before = $balance.Remaining
        $adjustment = New-InvoiceClientAdjustment $client 20.5 2026-02-01 -Notes n
        $adjustment.ClientId | Should -Be $client.Id
        $adjustment.Number | Should -Match '^NR\d{8}$'
        ($client | Get-InvoiceClientBalance).Remaining | Should -Not -Be $before
        $client | New-InvoiceClientAdjustment -Amount 99999 -Date 2026-02-01 -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'ValidationFailed,*'
        @(Get-InvoiceClientAdjustment BAL-1).Id | Should -Be $adjustment.Id
        $adjustment | Remove-InvoiceClientAdjustment
        ($client | Get-InvoiceClientBalance).Remaining | Should -Be $before
    }

    It 'of money without a document: the provider does not tell its identifier' {
        $movement = New-InvoiceTreasuryMovement C0001 5.5 Reimbursement 2026-02-01 -Method BankTransfer -Series 2026 -Notes n
        $movement.Id | Should -BeNullOrEmpty
        "$($movement.Amount) $($movement.Type) $($movement.Method) $($movement.ClientId)" | Should -Be "5.5 Reimbursement BankTransfer $((Get-InvoiceClient -Code C0001).Id)"
        $movement | Remove-InvoiceTreasuryMovement -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        Remove-InvoiceTreasuryMovement $movement.ClientId 999 -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
    }

    It 'of a client that is not there are an error of each' {
        $ErrorActionPreference = 'Continue'
        $gone = [Invoicing.Client]@{ Id = '1'; Name = 'gone' }
        foreach ($do in { $gone | Get-InvoiceClientBalance }, { $gone | Set-InvoiceClientBalance -Amount 1 -Date 2026-01-01 }, { $gone | Get-InvoiceClientAdjustment },
            { $gone | New-InvoiceClientAdjustment -Amount 1 -Date 2026-01-01 }, { $gone | New-InvoiceTreasuryMovement -Amount 1 -Type Payment -Date 2026-01-01 },
            { Get-Invoice -Client $gone }) {
            $all = @(& $do 2>&1)
            $all.Count | Should -Be 1 -Because "$do"
            $all[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*' -Because "$do"
        }
    }
}

Describe 'Words' {
    BeforeEach { $server.ClearRequests() }

    It 'of prompts are words' {
        $log = Join-Path $TestDrive words.txt
        $null = Start-Transcript $log
        try {
            Remove-InvoiceClientAdjustment 1 2 -WhatIf
            Remove-InvoiceTreasuryMovement 1 2 -WhatIf
        }
        finally {
            $null = Stop-Transcript
        }

        $said = Get-Content $log -Raw
        $said | Should -Match "client adjustment '2'"
        $said | Should -Match "treasury movement '2'"
    }
}
