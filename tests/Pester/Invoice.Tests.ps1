BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'
    $server = Connect-TestSandbox @{ ClientCount = 12; InvoiceCount = 60 }
}

AfterAll { Disconnect-All }

Describe 'New-InvoiceLine' {
    It 'talks to nobody' {
        $server.ClearRequests()
        $line = New-InvoiceLine SVC 10.5 2 -Description d -Unit hour -Tax 23 -Discount 5
        "$($line.Name) $($line.UnitPrice) $($line.Quantity) $($line.Discount)" | Should -Be 'SVC 10.5 2 5'
        $server.Requests.Count | Should -Be 0
    }

    It 'reads rows, and refuses a decimal comma' {
        $lines = @('Name,UnitPrice,Quantity', 'A,1.5,2', 'B,"1,5",2', 'C,3,' | ConvertFrom-Csv | New-InvoiceLine -ErrorAction SilentlyContinue -ErrorVariable problems)
        $lines.Name | Should -Be 'A', 'C'
        $lines[1].Quantity | Should -Be 1
        $problems.Count | Should -Be 1
        $problems[0].TargetObject.Name | Should -Be 'B'
    }
}

Describe 'New-Invoice' {
    BeforeEach { $server.ClearRequests() }

    It 'makes a draft with the lines of <Way>' -ForEach @(
        @{ Way = 'one hashtable'; Make = { New-Invoice -ClientCode C0001 -Line @{ Name = 'A'; Quantity = 2; UnitPrice = '10.00'; Tax = 'IVA23' } }; Net = 20 }
        @{ Way = 'two hashtables'; Make = { New-Invoice -ClientCode C0001 -Line @{ Name = 'A'; UnitPrice = 10 }, @{ Name = 'B'; Price = 5.5; Quantity = 2 } }; Net = 21 }
        @{ Way = 'line objects'; Make = { New-Invoice -ClientCode C0001 -Line (New-InvoiceLine A 10), (New-InvoiceLine B 1 3) }; Net = 13 }
        @{ Way = 'rows'; Make = { New-Invoice -ClientCode C0001 -Line ('Name,UnitPrice', 'A,10', 'B,7.5' | ConvertFrom-Csv) }; Net = 17.5 }
        @{ Way = 'a mixture'; Make = { New-Invoice -ClientCode C0001 -Line (New-InvoiceLine A 10), @{ Name = 'B'; UnitPrice = 1 }, ([pscustomobject]@{ Name = 'C'; UnitPrice = 2 }) }; Net = 13 }
        @{ Way = 'parameters'; Make = { New-Invoice -ClientCode C0001 -Name A -Description d -Quantity 4 -UnitPrice 2.5 -Tax 23 -Discount 50 }; Net = 5 }
    ) {
        $draft = & $Make
        $draft.State | Should -Be 'Draft'
        $draft.NetTotal | Should -Be $Net
        $draft.Id | Should -Not -BeNullOrEmpty
        $draft.Number | Should -BeNullOrEmpty
        $draft.Reference | Should -Not -BeNullOrEmpty
    }

    It 'takes the way <Way> to name the client' -ForEach @(
        @{ Way = 'name by position'; With = { @{ Client = 'Oficina do Norte' } } }
        @{ Way = 'code by position'; With = { @{ Client = 'C0002' } } }
        @{ Way = 'object'; With = { @{ Client = $client } } }
        @{ Way = 'row'; With = { @{ Client = [pscustomobject]@{ Code = 'C0002' } } } }
        @{ Way = '-ClientId'; With = { @{ ClientId = $client.Id } } }
        @{ Way = '-ClientCode'; With = { @{ ClientCode = 'C0002' } } }
        @{ Way = '-ClientName'; With = { @{ ClientName = 'Oficina do Norte' } } }
        @{ Way = 'document of the client'; With = { @{ Client = (Get-Invoice -Client C0002 | Select-Object -First 1) } } }
    ) {
        $client = Get-InvoiceClient -Code C0002
        $with = & $With
        (New-Invoice @with -Name A -UnitPrice 1).ClientName | Should -Be 'Oficina do Norte'
        @(Get-InvoiceClient).Count | Should -Be 12
    }

    It 'makes one document a row, from its columns alone' {
        $rows = @'
Reference,ClientCode,Type,Name,Description,Quantity,UnitPrice,Unit,Tax,Discount,Date,DueDate,Notes,TaxExemption
COL-1,C0001,,SVC,A service,2,10.00,,IVA23,,2026-11-20,2026-12-20,thanks,
COL-2,C0002,SimplifiedInvoice,SVC,,,5,,6,10,2026/11/20,,,
COL-3,C0003,invoicereceipt,SVC,,1,100,,0,,,,,M07
'@ | ConvertFrom-Csv
        $made = @($rows | New-Invoice -ErrorAction Stop)
        $made.Reference | Should -Be 'COL-1', 'COL-2', 'COL-3'
        $made.Type | Should -Be 'Invoice', 'SimplifiedInvoice', 'InvoiceReceipt'
        $made.Total | Should -Be 24.6, 4.77, 100
        $made[0].DueDate | Should -Be ([datetime]'2026-12-20')
        $made[0].Notes | Should -Be 'thanks'
    }

    It 'refuses <Field> <Value> before anything is sent' -ForEach @(
        @{ Field = 'Quantity'; Value = '0' }
        @{ Field = 'Quantity'; Value = '-1' }
        @{ Field = 'Quantity'; Value = '1,5' }
        @{ Field = 'Quantity'; Value = '1 000' }
        @{ Field = 'UnitPrice'; Value = '1.000,50' }
        @{ Field = 'UnitPrice'; Value = '1,000.50' }
        @{ Field = 'UnitPrice'; Value = '10 EUR' }
        @{ Field = 'UnitPrice'; Value = '1e3' }
        @{ Field = 'UnitPrice'; Value = '' }
        @{ Field = 'Discount'; Value = '101' }
        @{ Field = 'Date'; Value = '03/02/2026' }
        @{ Field = 'Date'; Value = '31-12-2026' }
        @{ Field = 'Date'; Value = '2026-02-30' }
        @{ Field = 'Date'; Value = 'tomorrow' }
        @{ Field = 'DueDate'; Value = '2026-11-01' }
        @{ Field = 'Tax'; Value = 'IVA99' }
        @{ Field = 'Tax'; Value = '0' }
        @{ Field = 'Type'; Value = 'Bill' }
        @{ Field = 'Type'; Value = '1' }
        @{ Field = 'ClientCode'; Value = '' }
        @{ Field = 'ClientCode'; Value = 'NOBODY' }
        @{ Field = 'Name'; Value = '' }
        @{ Field = 'GlobalDiscount'; Value = 'much' }
        @{ Field = 'GlobalDiscountType'; Value = 'some' }
        @{ Field = 'LoadedAt'; Value = '03/02/2027 10:00' }
        @{ Field = 'AddressFrom'; Value = 'Rua 1' }
        @{ Field = 'Withholding'; Value = '100' }
    ) {
        $good = [ordered]@{ Reference = 'G-1'; ClientCode = 'C0001'; Type = ''; Name = 'SVC'; Quantity = '1'; UnitPrice = '10.00'; Tax = 'IVA23'; Discount = ''
            Date = '2026-11-20'; DueDate = ''; GlobalDiscount = ''; GlobalDiscountType = ''; Withholding = ''; LoadedAt = ''; AddressFrom = '' }
        $bad = [pscustomobject]$good
        $bad.$Field = $Value
        $bad.Reference = 'BAD'
        $rows = [pscustomobject]$good, $bad, [pscustomobject]$good
        $made = @($rows | New-Invoice -WhatIf:$false -ErrorAction SilentlyContinue -ErrorVariable problems)
        $made.Reference | Should -Be 'G-1', 'G-1'
        $problems.Count | Should -Be 1
        $problems[0].TargetObject.Reference | Should -Be 'BAD'
        # The field that a person has to look at is named, be it by us or by PowerShell.
        if ($Value -ne 'NOBODY') { "$($problems[0])" | Should -Match ($Field -replace '^ClientCode$', 'Client' -replace '^Tax$', 'Tax') }
        (Get-Change $server).Count | Should -Be 2
    }

    It 'names the line of a hashtable that is wrong' {
        { New-Invoice -ClientCode C0001 -Line @{ Name = 'A'; UnitPrice = 1 }, @{ Name = 'B'; UnitPrice = 1; Quantity = 0 } -ErrorAction Stop } | Should -Throw '*Line 2 Quantity*'
        { New-Invoice -ClientCode C0001 -Line @{ Name = 'A'; Prise = 1 } -ErrorAction Stop } | Should -Throw '*Prise*'
        { New-Invoice -ClientCode C0001 -Line @{ Name = 'A'; UnitPrice = '1,5' } -ErrorAction Stop } | Should -Throw '*UnitPrice*'
        { New-Invoice -ClientCode C0001 -Line 'A' -ErrorAction Stop } | Should -Throw '*Line*no line*' -ErrorId 'InvalidInput,*'
        (Get-Change $server).Count | Should -Be 0
    }

    It 'keeps money exact' {
        $draft = New-Invoice -ClientCode C0001 -Line @{ Name = 'A'; Quantity = '3'; UnitPrice = '0.1'; Tax = 'IVA23' }, @{ Name = 'B'; Quantity = 0.1; UnitPrice = 0.7; Tax = 'IVA23' }
        $draft.NetTotal | Should -BeOfType ([decimal])
        (Get-Request $server '/invoices.json' POST)[0].Body | Should -Match '"unit_price":0.1[,}]'
        (Get-Request $server '/invoices.json' POST)[0].Body | Should -Not -Match '0000|9999'
    }

    It 'corrects a document with a credit note' {
        $invoice = New-TestInvoice FOR-1 | Complete-Invoice
        $note = New-Invoice -Type CreditNote -For $invoice -Client $invoice.Client -Line @{ Name = 'SVC'; UnitPrice = 1; Tax = 'IVA23' }
        $note.Type | Should -Be 'CreditNote'
        $sent = (Get-Request $server '/credit_notes.json' POST)[0].Body | ConvertFrom-Json
        "$($sent.invoice.owner_invoice_id)" | Should -Be $invoice.Id
    }

    It 'finds the document that a note corrects by its number' {
        $invoice = New-TestInvoice FOR-2 | Complete-Invoice
        $null = New-Invoice -Type CreditNote -For $invoice.Number -ClientCode C0001 -Line @{ Name = 'SVC'; UnitPrice = 1; Tax = 'IVA23' }
        $sent = (Get-Request $server '/credit_notes.json' POST)[0].Body | ConvertFrom-Json
        "$($sent.invoice.owner_invoice_id)" | Should -Be $invoice.Id
    }

    It 'makes each row once, however often it is run' {
        $rows = 1..4 | ForEach-Object { [pscustomobject]@{ Reference = "SKIP-$_"; ClientCode = 'C0001'; Name = 'SVC'; UnitPrice = $_; Tax = 'IVA23' } }
        $first = @($rows | Select-Object -First 3 | New-Invoice -SkipExisting)
        $first.Count | Should -Be 3
        $null = $first[0] | Complete-Invoice
        $server.ClearRequests()
        $second = @($rows | New-Invoice -SkipExisting)
        $second.Reference | Should -Be 'SKIP-1', 'SKIP-2', 'SKIP-3', 'SKIP-4'
        $second.IsExisting | Should -Be $true, $true, $true, $false
        (Get-Change $server).Count | Should -Be 1
        1..4 | ForEach-Object { @(Get-Invoice -Reference "SKIP-$_").Count | Should -Be 1 }
    }

    It 'needs a reference to skip by' {
        $row = [pscustomobject]@{ ClientCode = 'C0001'; Name = 'SVC'; UnitPrice = 1 }
        $row | New-Invoice -SkipExisting -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        $problems[0].Exception.FieldErrors[0].Field | Should -Be 'Reference'
        (Get-Change $server).Count | Should -Be 0
    }

    It 'makes a document once although its answer is lost' {
        try {
            Set-Fault $server 'LostAnswer@/invoices.json#1'
            $made = New-TestInvoice LOST-1
        }
        finally {
            Set-Fault $server
        }

        $made.Id | Should -Not -BeNullOrEmpty
        @(Get-Invoice -Reference LOST-1).Count | Should -Be 1
    }

    It 'makes a missing client with what the row says of it, once' {
        $rows = 1..2 | ForEach-Object {
            [pscustomobject]@{ Reference = "NEW-$_"; ClientName = 'Shop customer'; ClientCode = 'SHOP-1'; ClientEmail = 'shop@example.com'
                ClientTaxNumber = '501964843'; ClientCountry = 'PT'; Name = 'SVC'; UnitPrice = 1 }
        }
        $made = @($rows | New-Invoice -CreateMissing)
        $made.ClientName | Should -Be 'Shop customer', 'Shop customer'
        (Get-Request $server '/clients.json' POST).Count | Should -Be 1
        $client = Get-InvoiceClient -Code SHOP-1
        $client.Email | Should -Be 'shop@example.com'
        $client.TaxNumber | Should -Be '501964843'
        $client.Country | Should -Be 'Portugal'
    }

    It 'makes no missing client for a row that is refused' {
        $row = [pscustomobject]@{ ClientName = 'Never made'; Name = 'SVC'; UnitPrice = 1; Quantity = 0 }
        $row | New-Invoice -CreateMissing -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        (Get-Change $server).Count | Should -Be 0
    }
}

Describe 'New-Invoice in other cultures' {
    It 'reads the same file the same way in <_>' -ForEach 'pt-PT', 'tr-TR', 'et-EE', 'en-US', 'ar-SA' {
        $rows = @'
Reference,ClientCode,Type,Name,Quantity,UnitPrice,Tax,Discount,Date,DueDate,Withholding
I-1,C0001,invoice,SVC,2.5,1234.56,iva23,12.5,2026-11-20,2026-12-01,11.5
I-2,C0002,SIMPLIFIEDINVOICE,SVC,1,0.01,IVA6,,2026-11-21,,
I-3,C0003,,SVC,"1,5",10,IVA23,,2026-11-21,,
I-4,C0003,,SVC,1,10,IVA23,,01/12/2026,,
'@
        $other = Connect-TestSandbox @{ InvoiceCount = 0 } @{ Name = 'culture' }
        $there = Invoke-Apart @'
[Threading.Thread]::CurrentThread.CurrentCulture = $culture
[Threading.Thread]::CurrentThread.CurrentUICulture = $culture
$rows | ConvertFrom-Csv | New-Invoice -Session $session |
    ForEach-Object { [string]::Format([cultureinfo]::InvariantCulture, '{0} {1} {2} {3} {4:yyyy-MM-dd} {5:yyyy-MM-dd} {6}', $_.Reference, $_.Type, $_.NetTotal, $_.Total, $_.Date, $_.DueDate, $_.Withholding) }
@(Get-Invoice -Session $session -NetFrom 2700.5 -NetTo '2700.7').Count
'@ @{ culture = [cultureinfo]$_; rows = $rows; session = (Get-InvoiceSession culture) }
        Get-InvoiceSession culture | Disconnect-InvoiceProvider
        Restore-TestSession $server
        $there.Thrown | Should -BeNullOrEmpty
        $there.Output | Should -Be 'I-1 Invoice 2700.6 3321.74 2026-11-20 2026-12-01 11.5', 'I-2 SimplifiedInvoice 0.01 0.01 2026-11-21 2026-12-21 ', 1
        $there.Error.Count | Should -Be 2
        (Get-Change $other).Count | Should -Be 2
        $other.Stop()
    }
}

Describe 'Get-Invoice' {
    BeforeEach { $server.ClearRequests() }

    It 'makes one list request for the first document, assigned or not' {
        $first = Get-Invoice | Select-Object -First 1
        Get-Invoice | Select-Object -First 1 | Out-Null
        Start-Sleep -Milliseconds 50
        $first.Id | Should -Not -BeNullOrEmpty
        (Get-Request $server '/invoices.json').Count | Should -Be 2
    }

    It 'takes the way <Way> to name a document' -ForEach @(
        @{ Way = 'number'; Get = { Get-Invoice $known.Number -Type Invoice } }
        @{ Way = 'number with its prefix'; Get = { Get-Invoice "FT $($known.Number)" } }
        @{ Way = 'id'; Get = { Get-Invoice $known.Id } }
        @{ Way = '-Id'; Get = { Get-Invoice -Id $known.Id -Type Invoice } }
        @{ Way = 'object'; Get = { $known | Get-Invoice } }
        @{ Way = 'row with Id'; Get = { [pscustomobject]@{ Id = $known.Id } | Get-Invoice } }
        @{ Way = 'row with Id and Type'; Get = { [pscustomobject]@{ Id = $known.Id; Type = 'Invoice' } | Get-Invoice } }
        @{ Way = 'row with Number'; Get = { [pscustomobject]@{ Number = "FT $($known.Number)" } | Get-Invoice } }
        @{ Way = 'hashtable'; Get = { Get-Invoice @{ Number = $known.Number; Type = 'Invoice' } } }
        @{ Way = 'payment'; Get = { $known | Get-InvoicePayment | Select-Object -First 1 | Get-Invoice } }
    ) {
        $known = Get-InvoiceClient C0001 | ForEach-Object { Get-Invoice -Client $_ -Type Invoice -State Settled } | Where-Object { $_ | Get-InvoicePayment } | Select-Object -First 1
        $found = @(& $Get)
        $found.Count | Should -Be 1
        $found[0].Id | Should -Be $known.Id
        $found[0].Lines.Count | Should -BeGreaterThan 0
    }

    It 'filters by <Name>' -ForEach @(
        @{ Name = 'state'; With = @{ State = 'Final' }; Test = { $_.State -eq 'Final' } }
        @{ Name = 'states'; With = @{ State = 'Final', 'Draft' }; Test = { $_.State -in 'Final', 'Draft' } }
        @{ Name = 'type'; With = @{ Type = 'CreditNote' }; Test = { $_.Type -eq 'CreditNote' } }
        @{ Name = 'date'; With = @{ DateFrom = '2026-03-01'; DateTo = '2026-06-30' }; Test = { $_.Date -ge [datetime]'2026-03-01' -and $_.Date -le [datetime]'2026-06-30' } }
        @{ Name = 'due date'; With = @{ DueBefore = '2026-06-30'; DueAfter = '2026-03-01' }; Test = { $_.DueDate -lt [datetime]'2026-06-30' -and $_.DueDate -gt [datetime]'2026-03-01' } }
        @{ Name = 'amount'; With = @{ NetFrom = 100; NetTo = '1000.5' }; Test = { $_.NetTotal -ge 100 -and $_.NetTotal -le 1000.5 } }
        @{ Name = 'client'; With = @{ Client = 'C0001' }; Test = { $_.ClientName -eq 'Padaria Central' } }
        @{ Name = 'client and state'; With = @{ Client = 'Padaria Central'; State = 'Settled' }; Test = { $_.ClientName -eq 'Padaria Central' -and $_.State -eq 'Settled' } }
    ) {
        $all = @(Get-Invoice | Where-Object $Test | ForEach-Object Id)
        $found = @(Get-Invoice @With)
        $all.Count | Should -BeGreaterThan 0
        $found.Id | Sort-Object | Should -Be ($all | Sort-Object)
    }

    It 'reports what is not there, each by itself' {
        $missing = @(Get-Invoice 'FT 2026/9999', 999999999 -ErrorAction SilentlyContinue -ErrorVariable problems)
        $missing.Count | Should -Be 0
        $problems.Count | Should -Be 2
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
        $problems[0].TargetObject | Should -Be 'FT 2026/9999'
    }

    It 'gives money and dates as such' {
        $invoice = Get-Invoice -State Final | Select-Object -First 1
        $invoice.Total | Should -BeOfType ([decimal])
        $invoice.Date | Should -BeOfType ([datetime])
        $invoice.Date.TimeOfDay | Should -Be ([timespan]::Zero)
    }
}

Describe 'Set-Invoice' {
    It 'changes what is given and keeps everything else' {
        $before = New-Invoice -ClientCode C0001 -Reference RT-1 -Date 2026-11-20 -DueDate 2026-12-24 -Withholding 11.5 -Notes before -TaxExemption M07 -Line @(
            @{ Name = 'A'; Description = 'first'; Quantity = 2; UnitPrice = 10.55; Tax = 'IVA23'; Discount = 10 }
            @{ Name = 'B'; Description = 'second'; Quantity = 1.5; UnitPrice = 3; Tax = 0 })
        $before = $before | Get-Invoice
        $after = $before | Set-Invoice -Notes after -PassThru
        $after.Notes | Should -Be 'after'
        foreach ($property in $before.PSObject.Properties.Name | Where-Object { $_ -notin 'Notes', 'Client', 'Lines', 'Extra', 'Permalink' }) {
            $after.$property | Should -Be $before.$property -Because $property
        }

        $after.ClientId | Should -Be $before.ClientId
        $after.Lines.Count | Should -Be 2
        for ($i = 0; $i -lt 2; $i++) {
            foreach ($property in 'Name', 'Description', 'Quantity', 'UnitPrice', 'Unit', 'Discount', 'Tax', 'TaxRate', 'Total') {
                $after.Lines[$i].$property | Should -Be $before.Lines[$i].$property -Because "$property of line $i"
            }
        }

        ($after.Extra | Out-String) | Should -Be ($before.Extra | Out-String)
    }

    It 'sends back the fields that it does not know' {
        $draft = New-TestInvoice EXTRA-1 | Get-Invoice
        $draft.Extra['from_the_future'] = 'kept'
        $draft.Lines[0].Extra['also_new'] = 7
        $server.ClearRequests()
        $draft | Set-Invoice -Notes x
        $body = (Get-Request $server '/invoices/*' PUT)[0].Body
        $body | Should -Match '"from_the_future":"kept"'
        $body | Should -Match '"also_new":7'
    }

    It 'replaces the lines, or adds some' {
        $draft = New-TestInvoice LINES-1
        $added = $draft | Set-Invoice -AddLine @{ Name = 'MORE'; UnitPrice = 5; Tax = 'IVA23' } -PassThru
        $added.Lines.Name | Should -Be 'SVC', 'MORE'
        $replaced = Set-Invoice $draft.Id -Line @{ Name = 'ONLY'; UnitPrice = 1; Tax = 'IVA23' } -PassThru
        $replaced.Lines.Name | Should -Be 'ONLY'
    }

    It 'takes a changed object, and a row' {
        $draft = New-TestInvoice OBJ-1
        $draft.Lines[0].Quantity = 7
        ($draft | Set-Invoice -PassThru).Lines[0].Quantity | Should -Be 7
        [pscustomobject]@{ Id = $draft.Id; Notes = 'from a row' } | Set-Invoice
        ($draft | Get-Invoice).Notes | Should -Be 'from a row'
    }

    It 'writes nothing without -PassThru, and refuses what was issued' {
        $draft = New-TestInvoice QUIET-1
        $draft | Set-Invoice -Notes n | Should -BeNullOrEmpty
        $issued = $draft | Complete-Invoice
        $issued | Set-Invoice -Notes late -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        $problems[0].TargetObject.Id | Should -Be $issued.Id
    }
}

Describe 'Complete-, Send-, Copy- and Remove-Invoice' {
    It 'issues a draft, once' {
        $issued = New-TestInvoice DONE-1 | Complete-Invoice
        $issued.State | Should -Be 'Final'
        $issued.Number | Should -Match '^\d{4}/\d+$'
        $issued.Atcud | Should -Not -BeNullOrEmpty
        $server.ClearRequests()
        ($issued | Complete-Invoice).Number | Should -Be $issued.Number
        (Get-Change $server).Count | Should -Be 0
    }

    It 'issues it once although the answer is lost' {
        $draft = New-TestInvoice DONE-2
        try {
            Set-Fault $server 'LostAnswer@change-state#1'
            $issued = $draft | Complete-Invoice -ErrorAction Stop
        }
        finally {
            Set-Fault $server
        }

        $issued.State | Should -Be 'Final'
        $issued.Number | Should -Not -BeNullOrEmpty
    }

    It 'goes on after a document that cannot be issued' {
        $rows = 1..3 | ForEach-Object { New-TestInvoice "GOON-$_" }
        $rows[1] | Remove-Invoice
        $issued = @($rows | Complete-Invoice -ErrorAction SilentlyContinue -ErrorVariable problems)
        $issued.Reference | Should -Be 'GOON-1', 'GOON-3'
        $problems.Count | Should -Be 1
        $problems[0].TargetObject.Reference | Should -Be 'GOON-2'
    }

    It 'sends to the address of the client, or to another one' {
        $issued = New-TestInvoice MAIL-1 | Complete-Invoice
        $before = $server.Emails.Count
        $issued | Send-Invoice | Should -BeNullOrEmpty
        ($issued | Send-Invoice -To a@example.com -Cc b@example.com -Bcc c@example.com -Subject s -Body b -PassThru).Id | Should -Be $issued.Id
        $server.Emails.Count | Should -Be ($before + 2)
        $server.Emails[-2].To | Should -Be 'c0001@example.com'
        $mail = $server.Emails[-1]
        "$($mail.To) $($mail.Cc) $($mail.Bcc) $($mail.Subject) $($mail.Body)" | Should -Be 'a@example.com b@example.com c@example.com s b'
    }

    It 'does not send again when it is not known whether it was sent' {
        $issued = New-TestInvoice MAIL-2 | Complete-Invoice
        $before = $server.Emails.Count
        try {
            Set-Fault $server 'LostAnswer@email-document'
            $issued | Send-Invoice -ErrorAction SilentlyContinue -ErrorVariable problems
        }
        finally {
            Set-Fault $server
        }

        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'OutcomeUnknown,*'
        $server.Emails.Count | Should -Be ($before + 1)
    }

    It 'copies lines and client, not number and reference' {
        $source = New-TestInvoice COPY-1 | Complete-Invoice
        $copy = $source | Copy-Invoice -Date 2026-11-21 -Reference COPY-2
        $copy.State | Should -Be 'Draft'
        $copy.Total | Should -Be $source.Total
        $copy.ClientName | Should -Be $source.ClientName
        $copy.Reference | Should -Be 'COPY-2'
        $copy.Date | Should -Be ([datetime]'2026-11-21')
        $other = Copy-Invoice $source.Number -Type SimplifiedInvoice -ErrorAction SilentlyContinue -ErrorVariable problems
        # The same number may be that of documents of other types: then it is an error, never a guess.
        if ($problems.Count -eq 0) { $other.Type | Should -Be 'SimplifiedInvoice' } else { $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidInput,*' }
    }

    It 'deletes a draft and nothing else' {
        $draft = New-TestInvoice GONE-1
        $draft | Remove-Invoice | Should -BeNullOrEmpty
        @(Get-Invoice -Reference GONE-1).Count | Should -Be 0
        $issued = New-TestInvoice GONE-2 | Complete-Invoice
        $issued | Remove-Invoice -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        ($issued | Get-Invoice).State | Should -Be 'Final'
    }
}

Describe 'Set-InvoiceState' {
    It 'settles, opens again and cancels' {
        $invoice = New-TestInvoice STATE-1 | Complete-Invoice
        $note = New-Invoice -Type CreditNote -For $invoice -ClientCode C0001 -Name SVC -UnitPrice 1 -Tax IVA23 | Complete-Invoice
        ($note | Set-InvoiceState -State Settled).State | Should -Be 'Settled'
        ($note | Set-InvoiceState -State Unsettled).State | Should -Be 'Final'
        $invoice = New-TestInvoice STATE-4 | Complete-Invoice
        (Set-InvoiceState $invoice.Id Canceled 'a mistake' -Type Invoice).State | Should -Be 'Canceled'
    }

    It 'cancels only with a reason' {
        $invoice = New-TestInvoice STATE-2 | Complete-Invoice
        $server.ClearRequests()
        $invoice | Set-InvoiceState -State Canceled -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidInput,*'
        $server.Requests.Count | Should -Be 0
    }

    It 'says what a type of document cannot become, and sends nothing' {
        $invoice = New-TestInvoice STATE-3
        $server.ClearRequests()
        $invoice | Set-InvoiceState -State Accepted -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidInput,*'
        $server.Requests.Count | Should -Be 0
    }

    It 'accepts and refuses quotes' {
        foreach ($state in 'Accepted', 'Refused') {
            $quote = New-Invoice -Type Quote -ClientCode C0001 -Name SVC -UnitPrice 5 -Tax IVA23 | Complete-Invoice
            ($quote | Set-InvoiceState -State $state).State | Should -Be $state
        }
    }
}

Describe 'Every type of document' {
    It 'makes, reads, changes and finds a <_>' -ForEach 'Invoice', 'InvoiceReceipt', 'SimplifiedInvoice', 'CreditNote', 'DebitNote', 'Quote', 'Proforma', 'FeesNote', 'Shipping', 'Transport', 'Devolution' {
        $with = @{}
        if ($_ -in 'CreditNote', 'DebitNote') { $with.For = New-TestInvoice "OF-$_" | Complete-Invoice }
        if ($_ -in 'Shipping', 'Transport', 'Devolution') {
            $with.LoadedAt = [datetime]::Today.AddDays(3).ToString("yyyy-MM-dd' 15:30'")
            $with.AddressFrom = $with.AddressTo = @{ Street = 'Rua 1'; City = 'Porto'; PostalCode = '4000-001'; Country = 'Portugal' }
        }

        $draft = New-Invoice -Type $_ -ClientCode C0001 -Reference "TYPE-$_" -Line @{ Name = 'SVC'; UnitPrice = 3; Tax = 'IVA23' } @with
        $draft.Type | Should -Be $_
        ($draft | Get-Invoice).Total | Should -Be 3.69
        (Get-Invoice $draft.Id).Type | Should -Be $_
        # The provider does not say when the goods of a guide are loaded, so a change says it again.
        $again = @{}
        if ($with.LoadedAt) { $again.LoadedAt = $with.LoadedAt }
        ($draft | Set-Invoice -Notes changed -PassThru @again).Notes | Should -Be 'changed'
        @(Get-Invoice -Type $_ -Reference "TYPE-$_").Id | Should -Be $draft.Id
        if (-not $again.Count -or (Get-Command Copy-Invoice).Parameters.ContainsKey('LoadedAt')) { ($draft | Copy-Invoice @again).Type | Should -Be $_ }
    }
}

Describe 'Payments' {
    It 'pays all that is open, in parts, and takes it back' {
        $invoice = New-TestInvoice PAY-1 -Price 100 | Complete-Invoice
        $part = $invoice | Add-InvoicePayment -Amount 46 -Date (Get-Date) -Method BankTransfer -Notes first
        $part.Amount | Should -Be 46
        $part.InvoiceId | Should -Be $invoice.Id
        $rest = $invoice | Add-InvoicePayment
        $rest.Amount | Should -Be 200
        ($invoice | Get-Invoice).State | Should -Be 'Settled'
        @($invoice | Get-InvoicePayment).Count | Should -Be 2
        @(Get-InvoicePayment $invoice.Id).Count | Should -Be 2
        @(Get-InvoicePayment -Id $part.Id).Amount | Should -Be 46
        @($invoice | Get-InvoiceRelatedDocument | Where-Object Type -eq Receipt).Count | Should -Be 2
        ($rest | Remove-InvoicePayment -Reason 'bounced' -PassThru).State | Should -Be 'Canceled'
        ($invoice | Get-Invoice).State | Should -Be 'Final'
        Remove-InvoicePayment -Id $part.Id -Reason 'bounced' | Should -BeNullOrEmpty
        @($invoice | Get-InvoicePayment | Where-Object State -ne Canceled).Count | Should -Be 0
    }

    It 'reports that nothing is open' {
        $invoice = New-TestInvoice PAY-2 | Complete-Invoice
        $null = $invoice | Add-InvoicePayment
        $invoice | Get-Invoice | Add-InvoicePayment -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'Conflict,*'
    }

    It 'refuses an amount of <_>' -ForEach '0', '-5', '1,50' {
        $invoice = New-TestInvoice "PAY-$_" | Complete-Invoice
        $server.ClearRequests()
        { $invoice | Add-InvoicePayment -Amount $_ -ErrorAction Stop } | Should -Throw
        $server.Requests.Count | Should -Be 0
    }

    It 'lists the payments of all' {
        @(Get-InvoicePayment).Count | Should -BeGreaterThan 3
        $server.ClearRequests()
        Get-InvoicePayment | Select-Object -First 1 | Should -Not -BeNullOrEmpty
        $server.Requests.Count | Should -Be 1
    }
}
