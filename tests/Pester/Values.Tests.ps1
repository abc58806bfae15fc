# No value of a document gets lost: it is sent, refused with its name, or left out with a warning. docs/fields.md says which.
# $env:INVOICING_TEST_WRITE = 'docs' writes that page anew from what was sent.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $columns = @(
        @{ Column = 'InvoiceXpress'; Provider = 'InvoiceXpress'; Type = 'Invoice'; Tax = 'IVA23' }
        @{ Column = 'InvoiceXpress quote'; Provider = 'InvoiceXpress'; Type = 'Quote'; Tax = 'IVA23' }
        @{ Column = 'InvoiceXpress guide'; Provider = 'InvoiceXpress'; Type = 'Transport'; Tax = 'IVA23' }
        @{ Column = 'SimplBooks'; Provider = 'SimplBooks'; Type = 'Invoice'; Tax = '24' }
        @{ Column = 'SimplBooks quote'; Provider = 'SimplBooks'; Type = 'Quote'; Tax = '24' }
        @{ Column = 'FACTURAgem'; Provider = 'FACTURAgem'; Type = 'Invoice'; Tax = '21' }
        @{ Column = 'SalenGo'; Provider = 'SalenGo'; Type = 'Invoice'; Tax = '21' }
        @{ Column = 'SalenGo quote'; Provider = 'SalenGo'; Type = 'Quote'; Tax = '21' }
    )
    $providers = @($columns | Where-Object Type -eq 'Invoice')
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $page = Join-Path $PSScriptRoot '../../docs/fields.md'
    $matrix = @{}

    # A value for each parameter, and what else it needs to be sent. "Line X" is a value of a line.
    $place = @{ Street = 'Rua A 1'; City = 'Porto'; PostalCode = '4000-001'; Country = 'Portugal' }
    $values = [ordered]@{
        Reference = 'OTHER-9'; Number = '77'; Date = '2026-11-20'; DueDate = '2030-12-24'; Sequence = $null; SequenceId = $null; For = $null
        Currency = 'USD'; ExchangeRate = 1.25; PricesIncludeTax = $true; GlobalDiscount = 5; GlobalDiscountType = 'absolute'; Withholding = 15; Surcharge = 5.2
        TaxExemption = 'M07'; Notes = 'some notes'; RequestMultibanco = $true; LinkRelated = $true; LoadedAt = '2031-01-02 10:00'; AddressFrom = $place; AddressTo = $place
        LoadSite = 'Gate 1'; DeliverySite = 'Gate 2'; LicensePlate = '00-AA-00'
        'Line Name' = 'OTHER'; 'Line Description' = 'words'; 'Line Quantity' = 3; 'Line UnitPrice' = 12; 'Line Unit' = 'hour'; 'Line Tax' = $null; 'Line Discount' = 7
        'Line SecondTax' = 'IRPF'; 'Line SecondTaxRate' = -15; 'Line ItemId' = $null; 'Line ItemCode' = $null; 'Line WarehouseId' = '1'; 'Line AccountId' = '35'
    }

    # Parameters that say who is invoiced, or how rows are read, and those that are lines.
    $others = 'Client', 'ClientId', 'ClientCode', 'ClientName', 'ClientTaxNumber', 'ClientEmail', 'ClientCountry', 'Type', 'Line', 'Session', 'Culture', 'GroupBy', 'TaxMap', 'InputObject',
        'SkipExisting', 'Update', 'CreateMissing'

    function Get-Arguments([hashtable] $With) {
        $line = @{ Name = 'SVC'; Quantity = 2; UnitPrice = 10; Tax = $Tax }
        $arguments = @{ Client = $client; Type = $Type; Reference = 'BASE-1'; Date = '2026-11-28'; Line = $null }
        if ($Type -eq 'Transport') { $arguments += @{ LoadedAt = '2031-01-01 10:00'; AddressFrom = @{ Street = 'X'; City = 'Lisboa'; PostalCode = '1000-001'; Country = 'Portugal' }; AddressTo = @{ Street = 'Y'; City = 'Lisboa'; PostalCode = '1000-001'; Country = 'Portugal' } } }
        foreach ($name in $With.Keys) { if ($name -like 'Line *') { $line[$name.Substring(5)] = $With[$name] } else { $arguments[$name] = $With[$name] } }
        $arguments.Line = $line
        $arguments
    }

    # The body that was sent, or what came in its place.
    function Send-Values([hashtable] $With) {
        $server.ClearRequests()
        $arguments = Get-Arguments $With
        $problem = $null
        $warned = $null
        try { $null = New-Invoice @arguments -WarningAction SilentlyContinue -WarningVariable warned -ErrorAction Stop } catch { $problem = $_ }
        $change = @(Get-Change $server)[-1]
        [pscustomobject]@{
            Body    = if ($change) { $change.Body -replace '"(proprietary_uid|uid|key|token)":"[^"]*"' -replace '"number":"\d{4}_\d+"' -replace '"number":"\d{7}"' }
            Problem = "$problem"
            Warning = "$warned"
        }
    }

    function Get-Outcome([string] $Name) {
        $value = switch ($Name) {
            'Sequence' { @(try { Get-InvoiceSequence -ErrorAction Stop } catch { $null = $_ })[-1].Name; break }
            'SequenceId' { @(try { Get-InvoiceSequence -ErrorAction Stop } catch { $null = $_ })[-1].Id; break }
            'For' { $issued.Id }
            'Line Tax' { @{ InvoiceXpress = 'IVA6'; SimplBooks = '9'; FACTURAgem = '10'; SalenGo = '10' }[$Provider] }
            'Line ItemId' { @(try { Get-InvoiceItem -ErrorAction Stop } catch { $null = $_ })[0].Id }
            'Line ItemCode' { @(try { Get-InvoiceItem -ErrorAction Stop } catch { $null = $_ })[0].Code }
            default { $values[$Name] }
        }
        if ($null -eq $value) { $value = '1' }
        $base = switch ($Name) {
            'Number' { @{ Reference = $null } }
            'ExchangeRate' { @{ Currency = 'USD' } }
            'GlobalDiscountType' { @{ GlobalDiscount = 1 } }
            'Line SecondTax' { @{ 'Line SecondTaxRate' = -15 } }
            'Line SecondTaxRate' { @{ 'Line SecondTax' = 'IRPF' } }
            default { @{} }
        }
        if ($Name -eq 'Line SecondTax' -and $Provider -eq 'SalenGo') { $value = 'IRPF' }
        $before = if ($Name -in 'Line SecondTax', 'Line SecondTaxRate') { Send-Values @{} } else { Send-Values $base }
        $after = Send-Values ($base + @{ $Name = $value })
        $word = $Name -replace '^Line '
        if (-not $after.Body) { if ($after.Problem -cmatch "\b$word\b" -or -not $before.Body) { 'refused' } else { "an error without its name: $($after.Problem)" } }
        elseif ($after.Warning -cmatch "\b$word\b" -and $before.Warning -cnotmatch "\b$word\b") { 'warned' }
        elseif ($after.Body -ne $before.Body) { 'sent' }
        elseif (-not $before.Body) { 'refused' }
        else { 'dropped' }
    }
}

AfterAll {
    Disconnect-All
    if ($env:INVOICING_TEST_WRITE -eq 'docs') {
        $names = 'InvoiceXpress', 'InvoiceXpress quote', 'InvoiceXpress guide', 'SimplBooks', 'SimplBooks quote', 'FACTURAgem', 'SalenGo', 'SalenGo quote'
        $text = @(
            '# What becomes of each value of a document', ''
            'Each parameter of `New-Invoice`, and each value of a line, at each provider. A value that changes what is owed, or that the law needs on the document, and that the'
            'provider has no field for is *refused*; any other is left out and *warned* of; the rest is *sent*. The table is written by a test, which sends each value and looks at'
            'the request (tests/Pester/Values.Tests.ps1 with `INVOICING_TEST_WRITE=docs`). That a value is sent does not say that the provider keeps it.', ''
            "| Value | $($names -join ' | ') |", "| --- |$(' --- |' * $names.Count)"
            foreach ($name in $values.Keys) { "| $name | $(@($names | ForEach-Object { $matrix[$_][$name] }) -join ' | ') |" }
        )
        [IO.File]::WriteAllText($page, ($text -join "`n") + "`n")
    }
}

Describe 'The values of a document' {
    It 'are all in the table' {
        $known = @($values.Keys | ForEach-Object { $_ -replace '^Line ' })
        $common = @([Management.Automation.Cmdlet]::CommonParameters) + @([Management.Automation.Cmdlet]::OptionalCommonParameters)
        @((Get-Command New-Invoice).Parameters.Keys | Where-Object { $_ -notin $known + $others + $common }) | Should -BeNullOrEmpty
        $lines = @((Get-Command New-InvoiceLine).Parameters.Keys | Where-Object { $_ -notin $common -and $_ -notin 'Culture', 'InputObject', 'TaxRate', 'TaxId' })
        @($lines | Where-Object { "Line $_" -notin $values.Keys }) | Should -BeNullOrEmpty
    }
}

Describe 'The values of a document at <Column>' -ForEach $columns {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = $Provider; Setting = if ($Provider -eq 'SalenGo') { @{ RequestsPerDay = 0 } } else { @{} } } @{ MaximumRetryCount = 0; RequestsPerDay = 0 }
        $client = Get-InvoiceClient | Select-Object -First 1
        $issued = Get-Invoice -Type Invoice | Select-Object -First 1
    }

    AfterAll { Disconnect-All }

    It 'are sent, refused or warned of, as docs/fields.md says' {
        $found = [ordered]@{}
        foreach ($name in $values.Keys) { $found[$name] = Get-Outcome $name }
        $matrix[$Column] = $found
        @($found.Keys | Where-Object { $found[$_] -notin 'sent', 'refused', 'warned' } | ForEach-Object { "$($_): $($found[$_])" }) | Should -BeNullOrEmpty
        if ($env:INVOICING_TEST_WRITE -ne 'docs') {
            $rows = @(Get-Content $page | Where-Object { $_ -like '|*' } | ForEach-Object { , @($_.Trim('|') -split '\|' | ForEach-Object { $_.Trim() }) })
            $at = [array]::IndexOf($rows[0], $Column)
            foreach ($row in $rows | Select-Object -Skip 2) { "$($row[0]) $($found[$row[0]])" | Should -Be "$($row[0]) $($row[$at])" }
            ($rows.Count - 2) | Should -Be $values.Count
        }
    }
}

Describe 'A surcharge' {
    AfterEach { Disconnect-All }

    It 'of <Surcharge> % on <Tax> % warns: <Warns>' -ForEach @(
        @{ Tax = '21'; Surcharge = 5.2; Warns = $false }, @{ Tax = '10'; Surcharge = 1.4; Warns = $false }, @{ Tax = '4'; Surcharge = '0.5%'; Warns = $false }
        @{ Tax = '21'; Surcharge = 1.4; Warns = $true }, @{ Tax = '10'; Surcharge = 5.2; Warns = $true }, @{ Tax = '4'; Surcharge = 1.4; Warns = $true }
    ) {
        $null = Connect-TestSandbox @{ Provider = 'FACTURAgem' }
        $client = Get-InvoiceClient | Select-Object -First 1
        $made = New-Invoice $client -Name SVC -UnitPrice 100 -Tax $Tax -Surcharge $Surcharge -WarningAction SilentlyContinue -WarningVariable warned
        $made | Should -Not -BeNullOrEmpty
        if ($Warns) { "$warned" | Should -BeLike '*surcharge*21/5.2, 10/1.4, 4/0.5*' } else { @($warned).Count | Should -Be 0 }
    }
}

Describe 'A copy at <Provider>' -ForEach $providers {
    BeforeAll { $server = Connect-TestSandbox @{ Provider = $Provider } }
    AfterAll { Disconnect-All }

    It 'keeps currency, rate and payment term' {
        $client = Get-InvoiceClient | Select-Object -First 1
        $with = @{ DueDate = '2026-12-01' }
        if ($Provider -ne 'FACTURAgem') { $with.Currency = 'USD' }
        if ($Provider -in 'InvoiceXpress', 'SimplBooks') { $with.ExchangeRate = 1.25 }
        $made = New-Invoice $client -Name SVC -UnitPrice 10 -Tax $Tax -Date 2026-11-01 @with -WarningAction SilentlyContinue
        $source = (Get-Change $server)[-1].Body
        $server.ClearRequests()
        $copy = Get-Invoice -Id $made.Id -Type Invoice | Copy-Invoice
        $sent = (Get-Change $server)[-1].Body
        foreach ($name in [regex]::Matches($source, '"(currency_code|rate|currency_name|currency_rate)":[^,}]*')) { $sent | Should -BeLike "*$name*" }
        if ($Provider -ne 'SalenGo') { ($copy.DueDate - $copy.Date).Days | Should -Be 30 }
    }
}

Describe 'Totals of an answer' {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = 'SimplBooks' }
        $client = Get-InvoiceClient | Select-Object -First 1
    }

    AfterAll { Disconnect-All }

    It 'do not go back with other lines of a purchase' {
        $purchase = New-InvoicePurchase -Number B-1 -Supplier $client -Line @{ Name = 'X'; Quantity = 1; UnitPrice = 100; Tax = '24' } | Get-InvoicePurchase
        $purchase | Set-InvoicePurchase -Line @{ Name = 'X'; Quantity = 2; UnitPrice = 100; Tax = '24' } -WarningAction SilentlyContinue -WarningVariable warned
        (Get-Change $server)[-1].Body | Should -Not -Match '"vat":'
        "$warned" | Should -BeLike '*24.00*48.00*'
        $now = $purchase | Get-InvoicePurchase
        $now.NetTotal, $now.TaxTotal, $now.Total | Should -Be 200, 48, 248
    }

    It 'and the rounding do not go back with other lines of an invoice' {
        $invoice = New-Invoice $client -Name SVC -UnitPrice 10.014 -Tax 24 | Get-Invoice
        $invoice | Set-Invoice -Line @{ Name = 'SVC'; Quantity = 3; UnitPrice = 10.014; Tax = '24' } -WarningAction SilentlyContinue
        (Get-Change $server)[-1].Body | Should -Not -Match '"rounding"'
    }

    It 'stay where the VAT sum of the supplier fits the lines' {
        $purchase = New-InvoicePurchase -Number B-2 -Supplier $client -TaxTotal 24.01 -Line @{ Name = 'X'; Quantity = 1; UnitPrice = 100; Tax = '24' } | Get-InvoicePurchase
        $purchase | Set-InvoicePurchase -Notes n -WarningVariable warned
        (Get-Change $server)[-1].Body | Should -Match '"vat":24.01'
        @($warned).Count | Should -Be 0
    }
}

Describe 'The preview at <Provider>' -ForEach $providers {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = $Provider }
        $client = Get-InvoiceClient | Select-Object -First 1
        function Get-Preview([hashtable] $With) {
            $log = Join-Path $TestDrive "$(New-Guid).txt"
            $null = Start-Transcript $log
            try { $null = New-Invoice $client -Name SVC -Tax $Tax @With -WhatIf } finally { $null = Stop-Transcript }
            "$(Get-Content $log -Raw)" -replace '\s+', ' '
        }
    }

    AfterAll { Disconnect-All }

    It 'is what is stored, or says that it is an estimate: <Price> x <Quantity>' -ForEach @(
        @{ Price = 10.014; Quantity = 1 }, @{ Price = 0.335; Quantity = 3 }, @{ Price = 99.99; Quantity = 7 }
    ) {
        $with = @{ UnitPrice = $Price; Quantity = $Quantity }
        $said = Get-Preview $with
        $made = New-Invoice $client -Name SVC -Tax $Tax @with -WarningAction SilentlyContinue
        $made = Get-Invoice -Id $made.Id -Type Invoice
        $said -match 'net (?<net>[\d.]+), tax (?<tax>[\d.]+).*?total (?<total>[\d.]+)' | Should -BeTrue
        $net, $vat, $total = [decimal]$Matches.net, [decimal]$Matches.tax, [decimal]$Matches.total
        if ($said -like '*(estimate)*') { [math]::Abs($total - $made.Total) | Should -BeLessOrEqual 0.02 }
        else { $net, $vat, $total | Should -Be $made.NetTotal, $made.TaxTotal, $made.Total }
        if ($Provider -eq 'FACTURAgem') { $said | Should -BeLike '*withholding*' -Because "the account's own withholding is in it" }
    }
}

Describe 'A new client of a preview' {
    It 'is refused in the preview where it lacks a country that FACTURAgem needs' {
        $server = Connect-TestSandbox @{ Provider = 'FACTURAgem' }
        New-Invoice -ClientName 'No Country' -CreateMissing -Name SVC -UnitPrice 1 -Tax 21 -WhatIf -ErrorAction SilentlyContinue -ErrorVariable problems
        "$($problems[0])" | Should -BeLike '*ClientCountry*is missing*'
        (Get-Change $server).Count | Should -Be 0
        Disconnect-All
    }
}

Describe 'The date of a document at <Provider>' -ForEach ($providers | Where-Object { $_.Provider -in 'InvoiceXpress', 'SalenGo' }) {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = $Provider }
        $client = Get-InvoiceClient | Select-Object -First 1
        $null = New-Invoice $client -Name SVC -UnitPrice 1 -Tax $Tax | Complete-Invoice
    }

    AfterAll { Disconnect-All }

    It 'is looked at before it is issued: <Case>' -ForEach @(
        @{ Case = 'the future'; Days = 40; Says = '*is in the future*' }, @{ Case = 'before the last'; Days = -60; Says = '*is before that of*issued already*' }, @{ Case = 'today'; Days = 0; Says = $null }
    ) {
        $draft = New-Invoice $client -Name SVC -UnitPrice 1 -Tax $Tax -Date (Get-Date).Date.AddDays($Days).ToString('yyyy-MM-dd') | Get-Invoice
        $server.ClearRequests()
        $draft | Complete-Invoice -WhatIf -WarningAction SilentlyContinue -WarningVariable warned
        if ($Says) { "$warned" | Should -BeLike $Says } else { @($warned).Count | Should -Be 0 }
        (Get-Change $server).Count | Should -Be 0
        if (-not $Says) { $draft | Complete-Invoice -WarningVariable warned | Should -Not -BeNullOrEmpty }
    }
}

Describe 'The date of a document that is issued at once at <Provider>' -ForEach ($providers | Where-Object { $_.Provider -in 'SimplBooks', 'FACTURAgem' }) {
    It 'is warned of if it lies in the future' {
        $null = Connect-TestSandbox @{ Provider = $Provider }
        $client = Get-InvoiceClient | Select-Object -First 1
        New-Invoice $client -Name SVC -UnitPrice 1 -Tax $Tax -Date (Get-Date).Date.AddDays(40).ToString('yyyy-MM-dd') -WhatIf -WarningAction SilentlyContinue -WarningVariable warned
        "$warned" | Should -BeLike '*is in the future*'
        Disconnect-All
    }
}

Describe 'A guide' {
    BeforeAll {
        $server = Connect-TestSandbox
        $place = @{ Street = 'Rua A 1'; City = 'Porto'; PostalCode = '4000-001'; Country = 'Portugal' }
        function New-Guide { New-Invoice -ClientCode C0001 -Type Transport -Name SVC -UnitPrice 1 -Tax IVA23 -LoadedAt (Get-Date).AddDays(1) -AddressFrom $place -AddressTo $place | Complete-Invoice }
    }

    AfterAll { Disconnect-All }

    It 'is sent with the code that came after it was issued' {
        $guide = New-Guide
        $guide.TransportCode | Should -BeNullOrEmpty
        ($guide | Send-Invoice -To a@example.com -Wait -PollIntervalSec 0.01 -PassThru -WarningVariable warned).TransportCode | Should -Not -BeNullOrEmpty
        @($warned).Count | Should -Be 0
    }
}

Describe 'A note on a document of another program' {
    AfterEach { Disconnect-All }

    It 'is refused with the reason at <_>' -ForEach 'InvoiceXpress', 'SimplBooks' {
        $server = Connect-TestSandbox @{ Provider = $_ }
        $client = Get-InvoiceClient | Select-Object -First 1
        $server.ClearRequests()
        New-Invoice $client -Type CreditNote -For 'OLD 2019/7' -Name SVC -UnitPrice 1 -Tax 23 -ErrorAction SilentlyContinue -ErrorVariable problems
        "$($problems[0])" | Should -BeLike "For: *OLD 2019/7*"
        $problems[0].ErrorDetails.RecommendedAction | Should -BeLike "*$_ has no field*another program*"
        (Get-Change $server).Count | Should -Be 0
    }
}

Describe 'E-invoices' {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = 'SimplBooks' }
        $client = Get-InvoiceClient | Select-Object -First 1
        $invoice = New-Invoice $client -Name SVC -UnitPrice 1 -Tax 24
        $one = Join-Path $TestDrive one.xml
        $two = Join-Path $TestDrive two.xml
        $null = $invoice | Export-InvoiceXml -OutFile $one
        $text = Get-Content $one -Raw
        $number = ([xml]$text).E_Invoice.Invoice.InvoiceInformation.InvoiceNumber
        $element = [regex]::Match($text, '(?s)<Invoice .*</Invoice>').Value
        $text.Replace($element, $element.Replace(">$number<", '>90001<') + $element.Replace(">$number<", '>90002<')) | Set-Content $two -Encoding UTF8
    }

    BeforeEach { $server.ClearRequests() }
    AfterAll { Disconnect-All }

    It 'of one file come out one by one' {
        $made = @(Import-InvoiceXml $two | Get-Invoice)
        $made.Number | Should -Be '90001', '90002'
        $made.Total | Should -Be 1.24, 1.24
    }

    It 'that are there already are found with -SkipExisting' {
        $again = @(Import-InvoiceXml $two -SkipExisting)
        $again.Number | Should -Be '90001', '90002'
        $again.IsExisting | Should -Be $true, $true
        (Get-Change $server).Count | Should -Be 0
        $first = @(Import-InvoiceXml $two -Purchase -SkipExisting)
        @(Import-InvoiceXml $two -Purchase -SkipExisting).Id | Should -Be $first.Id
        (Get-Change $server).Count | Should -Be 2
    }

    It 'that are not well-formed are refused before anything is sent<Also>' -ForEach @(@{ Also = ''; With = @{} }, @{ Also = ', -WhatIf included'; With = @{ WhatIf = $true } }) {
        $bad = Join-Path $TestDrive bad.xml
        Set-Content $bad '<E_Invoice><Invoice></E_Invoice>'
        Import-InvoiceXml $bad @With -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidInput,*'
        "$($problems[0])" | Should -BeLike '*not well-formed*'
        $server.Requests.Count | Should -Be 0
    }
}

Describe 'A tax by its rate' {
    AfterEach { Disconnect-All }

    It 'that two taxes have is refused with both at <_>' -ForEach 'InvoiceXpress', 'SalenGo' {
        $server = Connect-TestSandbox @{ Provider = $_ }
        $region = if ($_ -eq 'InvoiceXpress') { @{ Region = 'PT-AC' }, @{ Region = 'PT-MA' } } else { @{}, @{} }
        foreach ($i in 0, 1) { $with = $region[$i]; $null = New-InvoiceTax -Name ('RATE3-AC', 'RATE3-MA')[$i] -Rate 3 @with -WarningAction SilentlyContinue }
        $client = Get-InvoiceClient | Select-Object -First 1
        $server.ClearRequests()
        New-Invoice $client -Name SVC -UnitPrice 1 -Tax 3 -ErrorAction SilentlyContinue -ErrorVariable problems
        "$($problems[0])" | Should -BeLike '*RATE3-AC*'
        "$($problems[0])" | Should -BeLike '*RATE3-MA*'
        (Get-Change $server).Count | Should -Be 0
        (New-Invoice $client -Name SVC -UnitPrice 100 -Tax RATE3-MA).Total | Should -Be 103
    }

    It 'of another kind is refused at FACTURAgem: <_>' -ForEach 'IGIC7', 'IPSI4', 'IRPF15', 'RE5.2' {
        $server = Connect-TestSandbox @{ Provider = 'FACTURAgem' }
        $client = Get-InvoiceClient | Select-Object -First 1
        New-Invoice $client -Name SVC -UnitPrice 1 -Tax $_ -ErrorAction SilentlyContinue -ErrorVariable problems
        "$($problems[0])" | Should -BeLike "*'$_' is *"
        (Get-Change $server).Count | Should -Be 0
    }
}

Describe 'A document of another account' {
    AfterAll { Disconnect-All }

    It 'leaves private fields of its lines behind at <_>' -ForEach 'InvoiceXpress', 'FACTURAgem', 'SalenGo' {
        $from = Connect-TestSandbox @{ Provider = 'SimplBooks' }
        $target = Connect-TestSandbox @{ Provider = $_ }
        $tax = @{ InvoiceXpress = 'IVA23'; FACTURAgem = '21'; SalenGo = '21' }[$_]
        $client = Get-InvoiceClient -Session $from.Name | Select-Object -First 1
        $here = New-InvoiceClient -Session $target.Name -Name $client.Name -Country Spain
        $source = New-Invoice $client -Session $from.Name -Name SVC -UnitPrice 10 -Tax 24 | Get-Invoice
        $source.Lines[0].Extra.Count | Should -BeGreaterThan 0
        $copy = $source | Copy-Invoice -Session $target.Name -TaxMap @{ '24' = $tax } -WarningAction SilentlyContinue
        $copy.ClientName | Should -Be $here.Name
        (Get-Change $target)[-1].Body | Should -Not -Match '"(worker|line_id|id|article_id)":'
        Disconnect-All
    }
}

Describe 'Money owed' {
    AfterAll { Disconnect-All }

    It 'is a sum with signs' {
        $server = Connect-TestSandbox @{ InvoiceCount = 0 }
        $invoice = New-Invoice -ClientCode C0001 -Name SVC -UnitPrice 100 -Tax IVA23 | Complete-Invoice
        $note = New-Invoice -ClientCode C0001 -Type CreditNote -For $invoice -Name SVC -UnitPrice 40 -Tax IVA23 | Complete-Invoice
        $note.SignedTotal | Should -Be -49.2
        (Get-Invoice | Measure-Object SignedTotal -Sum).Sum | Should -Be 73.8
        @(Get-Invoice -Open).Id | Should -Be $invoice.Id
    }

    It 'is shown or not at <_>, and never wrong' -ForEach (Get-InvoiceProvider).Name {
        $null = Connect-TestSandbox @{ Provider = $_ }
        $open = @(Get-Invoice -Open -Detailed)
        $open.Count | Should -BeGreaterThan 0
        foreach ($one in $open) {
            $one.Type | Should -Not -BeIn 'CreditNote', 'Proforma', 'Quote'
            $one.State | Should -BeIn 'Final', 'SecondCopy'
            if ($null -ne $one.Outstanding) { $one.Outstanding | Should -BeGreaterThan 0; $one.Outstanding | Should -BeLessOrEqual $one.Total }
        }
        Disconnect-All
    }
}
