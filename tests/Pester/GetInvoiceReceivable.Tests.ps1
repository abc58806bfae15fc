# Open documents at every provider: the amounts that the sandbox knows, signs, days, an earlier day, and the requests that it takes.

BeforeDiscovery {
    $providers = @(
        @{ Provider = 'InvoiceXpress'; Tax = 'IVA23'; Exact = $true; HasDue = $true; HasCredit = $true }, @{ Provider = 'SimplBooks'; Tax = '24'; Exact = $true; HasDue = $true; HasCredit = $true }
        @{ Provider = 'FACTURAgem'; Tax = '21'; Exact = $false; HasDue = $true; HasCredit = $false }, @{ Provider = 'SalenGo'; Tax = 'IVA'; Exact = $true; HasDue = $false; HasCredit = $false }
    )
}

BeforeAll { . "$PSScriptRoot/Support.ps1" }

AfterAll { Disconnect-All }

Describe 'Open documents at <Provider>' -ForEach $providers {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = $Provider } @{ SettleTimeSec = 0.2 }
        $today = (Get-Date).Date
        $client = @(Get-InvoiceClient)[0]
        $due = if ($HasDue) { @{ DueDate = $today.AddDays(20) } } else { @{} }
        function New-Open {
            param([string] $Reference, [decimal] $Price)
            $made = New-Invoice -Client $client -Reference $Reference -Name SVC -UnitPrice $Price -Tax $Tax @due | Complete-Invoice
            Get-Invoice -Id $made.Id -Type Invoice
        }
        $part = New-Open 'OWED-1' 500
        $null = $part | Add-InvoicePayment -Amount 123.45 -WarningAction SilentlyContinue
        $full = New-Open 'OWED-2' 300
        $null = $full | Add-InvoicePayment -WarningAction SilentlyContinue
        $all = @(Get-InvoiceReceivable -WarningAction SilentlyContinue)
    }

    AfterAll { Disconnect-All }

    It 'are what is issued and not paid, each once, with what is left' {
        $all.Count | Should -BeGreaterThan 5
        @($all.Id | Select-Object -Unique).Count | Should -Be $all.Count
        $one = $all | Where-Object Id -EQ $part.Id
        $one.Outstanding | Should -Be ($part.Total - 123.45)
        $one.Total | Should -Be $part.Total
        $one.ClientName | Should -Be $client.Name
        $all.Id | Should -Not -Contain $full.Id
        $all | ForEach-Object {
            $_.Outstanding | Should -Not -Be 0
            $_.AsOf | Should -Be $today
            $_.Type | Should -BeIn Invoice, SimplifiedInvoice, DebitNote, CreditNote, VatMossInvoice, VatMossCreditNote
        }
    }

    It 'agree with what the provider tells of each document' {
        foreach ($open in $all) {
            $document = Get-Invoice -Id $open.Id -Type $open.Type
            $document.State | Should -BeIn Final, SecondCopy
            $expected = if ($null -ne $document.Outstanding) { $document.Outstanding }
            elseif (-not $Exact) { $open.Outstanding }
            elseif ($document.Type -in 'CreditNote', 'VatMossCreditNote') { $document.Total }
            else { $document.Total - (Get-Sum @(Get-InvoicePayment -Invoice $document | Where-Object State -NE Canceled) Amount) }
            [Math]::Abs($open.Outstanding) | Should -Be ([Math]::Abs($expected)) -Because $open.Number
            if ($open.Type -in 'CreditNote', 'VatMossCreditNote') { $open.Outstanding | Should -BeLessThan 0; $open.State | Should -Be 'Credit' }
            $open.DueDate | Should -Be $document.DueDate
        }

        # None is missing: what Get-Invoice calls open is here.
        @(Get-Invoice -Open -IncludeArchived | Where-Object { $_.Id -notin $all.Id }) | Should -BeNullOrEmpty
        if ($HasCredit) { @($all | Where-Object State -EQ Credit).Count | Should -BeGreaterThan 0 }
    }

    It 'count the days, or say that there is no due date' {
        $told = @()
        $again = @(Get-InvoiceReceivable -WarningVariable told -WarningAction SilentlyContinue)
        if ($HasDue) {
            foreach ($open in $again) { $open.DaysOverdue | Should -Be ([Math]::Max(0, ($today - $open.DueDate).Days)) }
            $overdue = @(Get-InvoiceReceivable -Overdue -WarningAction SilentlyContinue)
            @($overdue.Id | Sort-Object) | Should -Be @($again | Where-Object { $_.DaysOverdue -gt 0 -and $_.Outstanding -gt 0 } | ForEach-Object Id | Sort-Object)
            $overdue.State | Select-Object -Unique | Should -Be 'Overdue'
            @($told -like '*due date*') | Should -BeNullOrEmpty
        }
        else {
            $again.State | Select-Object -Unique | Should -Be 'NoDueDate'
            @($told -like '*due date*').Count | Should -Be 1
            Get-InvoiceReceivable -Overdue -WarningAction SilentlyContinue | Should -BeNullOrEmpty
            $late = @(Get-InvoiceReceivable -Overdue -PaymentDays 10)
            @($late.Id | Sort-Object) | Should -Be @($again | Where-Object { $_.Date.AddDays(10) -lt $today } | ForEach-Object Id | Sort-Object)
        }
    }

    It 'say once how exact the amounts are' {
        $null = Get-InvoiceReceivable -WarningVariable told -WarningAction SilentlyContinue
        if ($Exact) {
            $all.Basis | Should -Not -Contain 'AtMost'
            @($told -like '*AtMost*') | Should -BeNullOrEmpty
        }
        else {
            $all.Basis | Select-Object -Unique | Should -Be 'AtMost'
            @($told -like '*AtMost*').Count | Should -Be 1
        }
    }

    It 'take few requests' {
        $server.ClearRequests()
        $null = Get-Invoice -State Final -IncludeArchived
        $listing = @($server.Requests).Count
        $server.ClearRequests()
        $null = Get-InvoiceReceivable -WarningAction SilentlyContinue
        $asked = @($all | Where-Object { $_.Basis -ne 'Provider' -or $Provider -eq 'SimplBooks' }).Count
        @($server.Requests).Count | Should -BeLessOrEqual ($listing + $asked)
        (Get-Change $server).Count | Should -Be 0

        # The first one takes the first ones alone.
        $server.ClearRequests()
        (Get-InvoiceReceivable -WarningAction SilentlyContinue | Select-Object -First 1).Id | Should -Be $all[0].Id
        @($server.Requests).Count | Should -BeLessOrEqual ($(if ($Provider -eq 'SalenGo') { 1 } else { 5 }))
    }

    It 'are those of a client, by parameter and by pipeline' {
        $own = @($all | Where-Object ClientId -EQ $client.Id | ForEach-Object Id | Sort-Object)
        @(Get-InvoiceReceivable $client.Name -WarningAction SilentlyContinue | ForEach-Object Id | Sort-Object) | Should -Be $own
        @(Get-InvoiceReceivable -Client $client -WarningAction SilentlyContinue | ForEach-Object Id | Sort-Object) | Should -Be $own
        @($client, $client | Get-InvoiceReceivable -WarningAction SilentlyContinue).Count | Should -Be (2 * $own.Count)
    }

    It 'go down the pipeline as their documents' {
        $one = $all | Where-Object Id -EQ $part.Id
        ($one | Get-Invoice).Id | Should -Be $part.Id
        $one.GetInvoice().Id | Should -Be $part.Id
        ($one | Get-InvoiceClient).Id | Should -Be $client.Id

        # The date of the document is not that of the payment.
        $server.ClearRequests()
        $paid = $one | Add-InvoicePayment -Amount 1 -Date $today -WarningAction SilentlyContinue
        $paid.Amount | Should -Be 1
        $open = Get-InvoiceReceivable -Client $client -WarningAction SilentlyContinue | Where-Object Id -EQ $part.Id
        $open.Outstanding | Should -Be ($part.Total - 124.45)
    }

    It 'of an earlier day are what documents and payments tell' {
        # Everything that can be known, document by document, on the day before one was paid.
        $day = if ($Exact) { @(Get-InvoicePayment | Where-Object { $_.State -ne 'Canceled' -and $_.Date -lt $today.AddDays(-10) } | Sort-Object Date)[-1].Date.AddDays(-1) } else { $today.AddDays(-45) }
        $expected = @{}
        foreach ($document in Get-Invoice -State Final, SecondCopy, Settled -IncludeArchived -Detailed | Where-Object { $_.Date -le $day -and $_.Type -in 'Invoice', 'SimplifiedInvoice', 'DebitNote', 'VatMossInvoice' }) {
            $payments = if ($Exact) { @(Get-InvoicePayment -Invoice $document | Where-Object State -NE Canceled) } else { @() }
            $after = Get-Sum @($payments | Where-Object Date -GT $day) Amount
            $now = if ($document.State -eq 'Settled') { 0 } elseif ($null -ne $document.Outstanding) { $document.Outstanding } else { $document.Total - (Get-Sum $payments Amount) }
            if ($now + $after -ne 0) { $expected[$document.Id] = $now + $after }
        }

        $then = @(Get-InvoiceReceivable -AsOf $day -WarningVariable told -WarningAction SilentlyContinue)
        $debts = @($then | Where-Object State -NE Credit)
        $debts.Count | Should -BeGreaterThan 0
        @($debts.Id | Sort-Object) | Should -Be @($expected.Keys | Sort-Object)
        foreach ($open in $debts) {
            $open.Outstanding | Should -Be $expected[$open.Id] -Because $open.Number
            $open.AsOf | Should -Be $day
        }

        if ($Exact) { @($debts | Where-Object { $_.Id -notin $all.Id }).Count | Should -BeGreaterThan 0 -Because 'some of it was paid since' }
        @($then | Where-Object Date -GT $day) | Should -BeNullOrEmpty
        @($told -like $(if ($Exact) { '*cannot be seen any more*' } else { '*tells no payments*' })).Count | Should -Be 1
    }

    It 'of a later day have more days, and the same amounts' {
        $later = @(Get-InvoiceReceivable -AsOf $today.AddDays(100) -WarningAction SilentlyContinue)
        $later.Count | Should -Be @(Get-InvoiceReceivable -WarningAction SilentlyContinue).Count
        if ($HasDue) { @($later | Where-Object State -EQ NotDue) | Should -BeNullOrEmpty }
    }
}

Describe 'A receipt of several documents at SimplBooks' {
    BeforeAll {
        $null = Connect-TestSandbox @{ Provider = 'SimplBooks' } @{ SettleTimeSec = 0.2 }
        $today = (Get-Date).Date
        $client = New-InvoiceClient -Name 'Several At Once'
        $one, $two = 1..2 | ForEach-Object {
            $made = New-Invoice -Client $client -Reference "SEVERAL-$_" -Name SVC -UnitPrice 50 -Tax 24 -Date $today.AddDays(-30)
            Get-Invoice -Id $made.Id -Type Invoice
        }
        $null = $one | Add-InvoicePayment -Amount 10 -Date $today.AddDays(-20)
        $both = $one | Add-InvoicePayment -Amount 100 -Date $today.AddDays(-5)
        $null = $two | Add-InvoicePayment -PaymentId $both.Id
    }

    AfterAll { Disconnect-All }

    It 'leaves open today what the provider says' {
        $open = @(Get-InvoiceReceivable $client)
        "$($open.Number) $($open.Basis)" | Should -Be 'SEVERAL-2 Provider'
        $open.Outstanding | Should -Be 14
    }

    It 'is told for what it is on an earlier day: exact where it can be, else at most' {
        $then = @(Get-InvoiceReceivable $client -AsOf $today.AddDays(-10) -WarningVariable told -WarningAction SilentlyContinue)
        $first = $then | Where-Object Number -EQ 'SEVERAL-1'
        $second = $then | Where-Object Number -EQ 'SEVERAL-2'
        $first.Basis | Should -Be 'AtMost'
        $first.Outstanding | Should -Be 62
        $second.Outstanding | Should -Be 62
        @($told -like '*AtMost*').Count | Should -Be 1

        # Nothing was paid then.
        $before = @(Get-InvoiceReceivable $client -AsOf $today.AddDays(-25) -WarningAction SilentlyContinue)
        $before.Outstanding | Should -Be 62, 62
        $before.Basis | Should -Not -Contain 'AtMost'
    }

    It 'is one line of the statement' {
        $lines = @(Get-InvoiceStatement $client -WarningVariable told -WarningAction SilentlyContinue)
        @($lines | Where-Object Kind -EQ Payment).Credit | Should -Be 10, 100
        $lines[-1].Balance | Should -Be 14
        $told | Should -BeNullOrEmpty
    }
}

Describe 'Get-InvoiceReceivable' {
    BeforeAll {
        $server = Connect-TestSandbox @{} @{ SettleTimeSec = 0.2 }
    }

    AfterAll { Disconnect-All }

    It 'agrees with the balances of the clients at InvoiceXpress' {
        foreach ($row in Get-InvoiceAging) { (Get-InvoiceClientBalance -Id $row.ClientId).Balance | Should -Be $row.Total }
    }

    It 'leaves out drafts, cancelled documents and quotes' {
        $draft = New-TestInvoice 'OWED-DRAFT'
        $canceled = New-TestInvoice 'OWED-GONE' | Complete-Invoice | Set-InvoiceState -State Canceled -Reason 'a mistake'
        $quote = New-Invoice -Type Quote -ClientCode C0001 -Reference 'OWED-QUOTE' -Name SVC -UnitPrice 5 -Tax IVA23 | Complete-Invoice
        $ids = @(Get-InvoiceReceivable).Id
        $ids | Should -Not -Contain $draft.Id
        $ids | Should -Not -Contain $canceled.Id
        $ids | Should -Not -Contain $quote.Id
    }

    It 'refuses a payment term that makes no sense' {
        { Get-InvoiceReceivable -PaymentDays -1 } | Should -Throw
    }

    It 'sends what is overdue again' {
        $before = @($server.Emails).Count
        $overdue = @(Get-InvoiceReceivable -Overdue | Select-Object -First 2)
        $overdue | Send-Invoice -Force -Subject 'Reminder' -Body 'Please pay.'
        @($server.Emails).Count | Should -Be ($before + 2)
    }
}
