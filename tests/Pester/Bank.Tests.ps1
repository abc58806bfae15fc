# Bank files to payments: read, matched with what is open, and entered once, at every provider.

BeforeDiscovery {
    $providers = @(
        @{ Provider = 'InvoiceXpress'; Tax = 'IVA23'; CanTell = $true }, @{ Provider = 'SimplBooks'; Tax = '24'; CanTell = $true }
        @{ Provider = 'FACTURAgem'; Tax = '21'; CanTell = $false }, @{ Provider = 'SalenGo'; Tax = 'IVA'; CanTell = $true }
    )
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"

    # A camt.053 of entries with a text, an amount and a name.
    function New-Camt {
        param($Path, [object[]] $Entry)
        $sum = [decimal]0
        $number = 0
        $body = foreach ($one in $Entry) {
            $sum += [decimal]$one.Amount
            $number++
            $reference = if ($one['Reference']) { $one.Reference } else { "REF$number" }
            '<Ntry><Amt Ccy="EUR">{0}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>{4}</Dt></BookgDt><AcctSvcrRef>{1}</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Nm>{2}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>{3}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>' -f
                ([decimal]$one.Amount).ToString('0.00', [cultureinfo]::InvariantCulture), $reference, [Security.SecurityElement]::Escape($one.Name), [Security.SecurityElement]::Escape($one.Text), (Get-Date).ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
        }

        $balance = { param($code, $amount) '<Bal><Tp><CdOrPrtry><Cd>{0}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{1}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>' -f $code, $amount.ToString('0.00', [cultureinfo]::InvariantCulture) }
        Set-Content $Path ('<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>PT50000201231234567890154</IBAN></Id></Acct>' +
            (& $balance 'OPBD' ([decimal]100)) + (& $balance 'CLBD' ($sum + 100)) + ($body -join '') + '</Stmt></BkToCstmrStmt></Document>') -Encoding utf8
    }

    function New-OpenInvoice {
        param($Client, [string] $Reference, [decimal] $Price)
        $made = New-Invoice -Client $Client -Reference $Reference -Name SVC -UnitPrice $Price -Tax $Tax | Complete-Invoice
        if ($made.Total -and $made.Number) { $made } else { Get-Invoice -Id $made.Id -Type Invoice }
    }

    function Get-Name { param($Invoice) if ($Invoice.Number) { $Invoice.Number } else { $Invoice.Reference } }

    function Get-PaymentRequest {
        param($Server)
        @(Get-Change $Server | Where-Object { $_.Path -match 'partial_payments|incomings/create|/payments|payment\.svc/create' })
    }
}

AfterAll { Disconnect-All }

Describe 'A bank file at <Provider>' -ForEach $providers {
    BeforeAll {
        $state = Join-Path $TestDrive "state-$Provider"
        $server = Connect-TestSandbox @{ Provider = $Provider } @{ StatePath = $state; SettleTimeSec = 0.2 }
        $clients = @(Get-InvoiceClient | Select-Object -First 2)
        $named = New-OpenInvoice $clients[0] 'BANK-5001' 911
        $part = New-OpenInvoice $clients[0] 'BANK-5002' 922
        $both = New-OpenInvoice $clients[1] 'BANK-5003' 933
        $other = New-OpenInvoice $clients[1] 'BANK-5004' 944
        $twins = 1..2 | ForEach-Object { New-OpenInvoice $clients[1] "BANK-600$_" 777 }
        $file = Join-Path $TestDrive "bank-$Provider.xml"
        New-Camt $file @(
            @{ Amount = $named.Total; Name = $clients[0].Name; Text = "Invoice $(Get-Name $named)" }
            @{ Amount = $part.Total - 100; Name = 'Somebody'; Text = "invoice $(Get-Name $part) part" }
            @{ Amount = $both.Total + $other.Total; Name = $clients[1].Name; Text = "invoice $(Get-Name $both) invoice $(Get-Name $other)" }
            @{ Amount = $twins[0].Total; Name = $clients[1].Name; Text = 'transfer' }
            @{ Amount = 0.07; Name = 'Nobody'; Text = 'a mistake' }
        )
    }

    AfterAll { Disconnect-All }

    It 'is matched by one listing' {
        $server.ClearRequests()
        $null = Get-Invoice -Type Invoice -State Final
        $listing = @($server.Requests).Count
        $server.ClearRequests()
        $proposals = @(Import-InvoiceBankStatement $file | Resolve-InvoicePayment)
        @($server.Requests).Count | Should -BeLessOrEqual ($listing + 1)
        (Get-Change $server).Count | Should -Be 0
        "$($proposals.Confidence)" | Should -Be 'High Medium High None None'
        "$($proposals.State)" | Should -Be 'Matched Matched Matched Ambiguous Unmatched'
        $proposals[0].Payments[0].Invoice.Id | Should -Be $named.Id
        $proposals[0].Payments[0].Amount | Should -Be $named.Total
        @($proposals[2].Payments.Invoice.Id | Sort-Object) | Should -Be @($both.Id, $other.Id | Sort-Object)
        @($proposals[3].Candidates.Id | Where-Object { $_ -in $twins.Id }).Count | Should -Be 2
        $proposals | ForEach-Object { $_.Reasons | Should -Not -BeNullOrEmpty }
    }

    It 'shows what it would enter and enters nothing with -WhatIf' {
        $server.ClearRequests()
        Import-InvoiceBankStatement $file | Resolve-InvoicePayment | Add-InvoicePayment -WhatIf -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        (Get-Change $server).Count | Should -Be 0
    }

    It 'enters what is certain, once, also in another process' {
        $server.ClearRequests()
        $made = @(Import-InvoiceBankStatement $file | Resolve-InvoicePayment | Add-InvoicePayment -MinimumConfidence High -WarningVariable told -WarningAction SilentlyContinue)
        $made.Count | Should -Be 3
        "$told" | Should -BeLike '*1 of Medium confidence*1 ambiguous*1 unmatched*'
        foreach ($paid in $named, $both, $other) { (Get-Invoice -Id $paid.Id -Type Invoice).State | Should -Be 'Settled' }
        if ($CanTell) { (Get-InvoicePayment -Invoice $named.Id | Where-Object Amount -EQ $named.Total).Notes | Should -BeLike 'Bank entry * (REF1)' }
        @(Get-InvoiceJournal | Where-Object BankEntryId).Count | Should -Be 3

        $server.ClearRequests()
        $again = @(Import-InvoiceBankStatement $file | Resolve-InvoicePayment)
        "$($again.State)" | Should -Be 'Entered Matched Entered Ambiguous Unmatched'
        $again | Add-InvoicePayment -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        (Get-PaymentRequest $server).Count | Should -Be 0

        # A proposal of before is worth no second payment either, nor is it in another session, with a journal that was read anew.
        Disconnect-InvoiceProvider
        Restore-TestSession $server @{ StatePath = $state }
        Import-InvoiceBankStatement $file | Resolve-InvoicePayment | Add-InvoicePayment -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        (Get-PaymentRequest $server).Count | Should -Be 0
    }

    It 'does not take an equal document for an entry that was entered' {
        # The client owes the same amount again: the entry of before is not for it.
        $next = New-OpenInvoice $clients[0] 'BANK-7001' 911
        $again = @(Import-InvoiceBankStatement $file | Resolve-InvoicePayment)
        $again[0].State | Should -Be 'Entered'
        @($again.Payments.Invoice.Id) | Should -Not -Contain $next.Id
    }

    It 'is found at the provider by a machine without the journal' -Skip:(-not $CanTell) {
        Restore-TestSession $server @{ NoJournal = $true }
        $found = @(Import-InvoiceBankStatement $file | Resolve-InvoicePayment -CheckPayment)
        $found[0].State | Should -Be 'Entered'
        $found[0].Reasons | Should -BeLike '*at the provider*'
        Disconnect-InvoiceProvider
        Restore-TestSession $server @{ StatePath = $state }
    }

    It 'says what the provider cannot tell' -Skip:$CanTell {
        { Import-InvoiceBankStatement $file | Resolve-InvoicePayment -CheckPayment -ErrorAction Stop } | Should -Throw "*$Provider cannot do this*"
    }

    It 'enters less certain proposals where they are asked for, and equal entries each' {
        $two = New-OpenInvoice $clients[0] 'BANK-8001' 600
        $equal = Join-Path $TestDrive "equal-$Provider.xml"
        $half = [math]::Floor([decimal]$two.Total / 2)
        New-Camt $equal @(1..2 | ForEach-Object { @{ Amount = $half; Name = 'Somebody'; Text = "invoice $(Get-Name $two)"; Reference = 'SAME' } })
        $made = @(Import-InvoiceBankStatement $equal | Resolve-InvoicePayment | Add-InvoicePayment -MinimumConfidence Medium -WarningAction SilentlyContinue)
        $made.Count | Should -Be 2
        $server.ClearRequests()
        $null = Import-InvoiceBankStatement $equal | Resolve-InvoicePayment | Add-InvoicePayment -MinimumConfidence Low -WarningAction SilentlyContinue
        (Get-PaymentRequest $server).Count | Should -Be 0
    }
}

Describe 'Two runs of one file at a time' {
    It 'enter each payment once' {
        $Tax = 'IVA23'
        $state = Join-Path $TestDrive 'state-race'
        $server = Connect-TestSandbox @{} @{ StatePath = $state; SettleTimeSec = 0.2 }
        $client = Get-InvoiceClient | Select-Object -First 1
        $entries = 1..4 | ForEach-Object {
            $invoice = New-OpenInvoice $client "RACE-900$_" (500 + $_)
            @{ Amount = $invoice.Total; Name = 'x'; Text = "RACE-900$_" }
        }
        New-Camt (Join-Path $TestDrive 'race.xml') $entries
        $server.ClearRequests()
        $script = {
            $ConfirmPreference = 'None'
            $null = $server | Connect-InvoiceProvider -Name $name -SkipTest -StatePath $state -RequestsPerMinute 0 -SettleTimeSec 0.2
            Import-InvoiceBankStatement $file | Resolve-InvoicePayment | Add-InvoicePayment
        }
        $shells = 'one', 'two' | ForEach-Object { Start-Apart "$script" @{ server = $server; name = $_; state = $state; file = (Join-Path $TestDrive 'race.xml') } }
        $results = $shells | ForEach-Object { Complete-Apart $_ 120; $_.Runspace.Dispose(); $_.Dispose() }
        @($results.Error) | Should -BeNullOrEmpty
        @($results.Output).Count | Should -Be 4
        (Get-PaymentRequest $server).Count | Should -Be 4
        Disconnect-All
    }
}

Describe 'Import-InvoiceBankStatement' {
    BeforeAll {
        function New-Text { param($Name, $Text, $Encoding = 'utf8') $path = Join-Path $TestDrive $Name; Set-Content $path $Text -Encoding $Encoding -NoNewline; $path }
        $portuguese = "Extrato da conta;;;;`r`nConta;PT50000201231234567890154;;;`r`n`r`nData mov.;Data valor;Descrição;Montante;Saldo`r`n31/03/2026;01/04/2026;TRF DE Padaria;1.234,50;2.234,50`r`n30/03/2026;30/03/2026;Comissão;-5,00;1.000,00`r`n;;Total;;`r`n"
    }

    It 'finds the headings of a CSV file below lines of the bank' {
        $entries = @(Import-InvoiceBankStatement (New-Text 'pt.csv' $portuguese))
        "$($entries.Amount)" | Should -Be '1234.50 -5.00'
        $entries[0].Date | Should -Be ([datetime]'2026-03-31')
        $entries[0].ValueDate | Should -Be ([datetime]'2026-04-01')
        $entries[0].Text | Should -Be 'TRF DE Padaria'
        $entries[1].Text | Should -Be 'Comissão'
        $entries[0].Line | Should -Be 5
        $entries[0].Format | Should -Be 'Csv'
        $entries[0].Path | Should -BeLike '*pt.csv'
    }

    It 'takes the headings of a map' {
        $entry = Import-InvoiceBankStatement (New-Text 'map.csv' "Quando,Quem,Dinheiro`n2026-03-05,Acme,10.50 USD`n") -Map @{ Quando = 'Date'; Quem = 'Counterparty'; Dinheiro = 'Amount' }
        "$($entry.Counterparty) $($entry.Amount) $($entry.Currency)" | Should -Be 'Acme 10.50 USD'
    }

    It 'takes the form of numbers from a culture, and refuses to guess' {
        $file = New-Text 'culture.csv' "Date;Amount`n05/03/2026;1.250`n"
        (Import-InvoiceBankStatement $file -Culture pt-PT).Amount | Should -Be 1250
        { Import-InvoiceBankStatement $file -ErrorAction Stop } | Should -Throw '*no other*'
    }

    It 'reads two columns of amounts as one' {
        "$((Import-InvoiceBankStatement (New-Text 'two.csv' "Date,Credit,Debit`n2026-03-05,10,`n2026-03-05,,4`n2026-03-05,,-3`n")).Amount)" | Should -Be '10 -4 -3'
    }

    It 'refuses a running balance that does not agree, and says by how much' {
        $file = New-Text 'balance.csv' $portuguese.Replace('2.234,50', '2.234,60')
        { Import-InvoiceBankStatement $file -ErrorAction Stop } | Should -Throw '*0.10*'
        @(Import-InvoiceBankStatement $file -SkipBalanceCheck).Count | Should -Be 2
    }

    It 'refuses <Text>' -ForEach @(
        @{ Text = "Date;Amount`n2026-13-05;1`n"; Says = '*Line 2*' }, @{ Text = "Date;Amount`n2026-03-05;x1`n"; Says = '*Line 2*' }
        @{ Text = "a;b`n1;2`n"; Says = '*headings*' }, @{ Text = "Date;Amount;Sum`n2026-03-05;1;1`n"; Says = '*two headings mean Amount*' }
        @{ Text = "Date;Amount;Text`n;1;x`n"; Says = '*no date*' }, @{ Text = ''; Says = '*no bank statement*' }
    ) {
        { Import-InvoiceBankStatement (New-Text 'bad.csv' $Text) -ErrorAction Stop } | Should -Throw "*bad.csv*$Says"
    }

    It 'refuses a map to a column that there is not' {
        { Import-InvoiceBankStatement (New-Text 'column.csv' "Date;Amount`n2026-03-05;1`n") -Map @{ Date = 'When' } -ErrorAction Stop } | Should -Throw "*'When'*"
    }

    It 'reads the older encoding' {
        $path = Join-Path $TestDrive 'latin.csv'
        [IO.File]::WriteAllBytes($path, [Text.Encoding]::GetEncoding(28591).GetBytes("Date;Amount;Text`n2026-03-05;1;São João`n"))
        (Import-InvoiceBankStatement $path).Text | Should -Be 'São João'
    }

    It 'goes on with the next file after one that is cut' {
        $good = Join-Path $TestDrive 'set-b.xml'
        New-Camt $good @(@{ Amount = 5; Name = 'n'; Text = 't' })
        $text = Get-Content $good -Raw
        $null = New-Text 'set-a.xml' $text.Substring(0, $text.Length - 40)
        $entries = @(Import-InvoiceBankStatement (Join-Path $TestDrive 'set-*.xml') -ErrorAction SilentlyContinue -ErrorVariable bad)
        $entries.Count | Should -Be 1
        "$bad" | Should -BeLike '*set-a.xml*ends too early*'
        $bad[0].FullyQualifiedErrorId | Should -BeLike 'InvalidFile,*'
    }

    It 'survives a file of objects on the way to the match' {
        $server = Connect-TestSandbox
        $file = Join-Path $TestDrive 'clixml.xml'
        New-Camt $file @(@{ Amount = 5; Name = 'n'; Text = 't' })
        Import-InvoiceBankStatement $file | Export-Clixml (Join-Path $TestDrive 'entries.clixml')
        $proposal = Import-Clixml (Join-Path $TestDrive 'entries.clixml') | Resolve-InvoicePayment
        $proposal.Entry.Id | Should -Be (Import-InvoiceBankStatement $file).Id
        Disconnect-All
    }
}
