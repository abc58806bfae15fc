# A row says what is sent: all that its columns say, and nothing that another row said.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $verbs = 'New', 'Set', 'Add', 'Send', 'Copy', 'Export', 'Complete', 'Remove', 'Register', 'Unregister', 'Confirm'
    # These are about a whole account, and no row tells them what.
    $whole = 'InvoiceJournal', 'InvoiceArchive', 'InvoiceReport', 'InvoiceConnection'
    $takesRows = @(Get-Command -Module Invoicing | Where-Object { $_.Verb -in $verbs -and $_.Noun -notin $whole } | ForEach-Object { @{ Name = $_.Name; Command = $_ } })

    # Every New- and Set- at every provider that has it; accounts are made with passwords, which no file has.
    $senders = foreach ($provider in Get-InvoiceProvider) {
        foreach ($name in $provider.Command | Where-Object { $_ -match '^(New|Set)-' -and $_ -notin 'New-InvoiceLine', 'New-InvoiceAccount', 'Set-InvoiceAccount', 'New-InvoiceSandbox' }) {
            @{ Provider = $provider.Name; Missing = $provider.Missing; Name = $name; Command = Get-Command $name -Module Invoicing }
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    . "$PSScriptRoot/Company.ps1"
    $ConfirmPreference = 'None'
    $WarningPreference = 'SilentlyContinue'
    $common = @([Management.Automation.Cmdlet]::CommonParameters) + @([Management.Automation.Cmdlet]::OptionalCommonParameters)

    # Parameters that a row gives, or could give if the cmdlet let it. The others say how the rows are read, or how long to wait.
    function Get-ValueParameter {
        param($Command)
        # A key has a parameter set of its own; a row names its object with a column, and never by two keys at once.
        $Command.Parameters.Values | Where-Object { $_.Name -notin 'Id', 'Number', 'Reference', 'Code', 'TaxNumber', 'Name' -or
            -not ($_.ParameterSets.Count -and @($_.Attributes | Where-Object { $_ -is [Parameter] -and -not $_.ValueFromPipelineByPropertyName }).Count) } | Where-Object { $_.Name -notin $common -and $_.ParameterType -ne [switch] -and $_.ParameterType -ne [securestring] -and
            $_.Name -notin 'Session', 'Culture', 'GroupBy', 'TaxMap', 'InputObject', 'Operation', 'TimeoutSec', 'PollIntervalSec' }
    }

    # A sandbox of the provider, and what it was asked to change.
    function Connect-Fresh {
        $script:server = Start-InvoiceSandbox $Provider -RequestsPerMinute 0 -ClientCount 6 -InvoiceCount 10 -Seed 7 -Setting $(if ($Provider -eq 'SalenGo') { @{ RequestsPerDay = 0 } } else { @{} })
        $how = @{ SkipTest = $true; MaximumRetryCount = 0; TimeoutSec = 5; BaseUri = $server.BaseUri; Provider = $Provider; RequestsPerMinute = 0; RequestsPerDay = 0 }
        if ($Provider -eq 'SalenGo') { $how.Setting = @{ StaffId = 1 } }
        if ($server.Login) { $how.Credential = [pscredential]::new($server.Login, (ConvertTo-SecureString $server.Password -AsPlainText -Force)) }
        else { $how.Account = $server.Account; $how.ApiKey = $server.ApiKey }
        $null = Connect-InvoiceProvider @how
    }

    # The values that a row needs, each under the name of its column.
    function Get-Needed {
        param($Ids, [string] $Name)
        $ids = $Ids
        $row = Get-Company $Command $Command.ParameterSets[0] ''
        foreach ($key in @($row.Keys)) { if ($row[$key] -is [datetime]) { $row[$key] = $row[$key].ToString('yyyy-MM-dd') } }
        foreach ($key in 'TimeoutSec', 'InputObject', 'Payment', 'Invoice') { $row.Remove($key) }
        if ($row.ContainsKey('Name') -and $Command.Name -ne 'New-Invoice') { $row.Name = $Name }
        if ($row.ContainsKey('Number')) { $row.Number = $Name }
        if ($Command.Name -eq 'New-Invoice') { $row.Reference = $Name; $row.Name = 'SVC' }
        $row
    }

    # The identifiers of two objects that the cmdlet can change.
    function Get-Subject {
        param($Command)
        $noun = @{ InvoiceState = 'Invoice'; InvoiceClientBalance = 'InvoiceClient' }[$Command.Noun]
        if (-not $noun) { $noun = $Command.Noun }
        $maker = Get-Command "New-$noun" -ErrorAction Ignore
        if ($noun -in 'InvoicePayment', 'InvoiceClientNote' -or -not $maker) {
            if ($noun -eq 'InvoicePayment') { Get-Invoice -Detailed | Where-Object State -eq Final | Select-Object -First 2 | Add-InvoicePayment -Amount 1 | ForEach-Object Id }
            else { Get-InvoiceClient | Select-Object -First 2 | New-InvoiceClientNote -Note n | ForEach-Object Id }
            return
        }

        foreach ($name in 'FIRST', 'SECOND') {
            $with = & { $Command = $maker; $ids = Get-GoodIds $maker; Get-Needed $ids $name }
            if ($noun -eq 'Invoice') { $with.Reference = $name }
            (& $maker @with -ErrorAction Stop).Id
        }
    }

    # What was sent last: verb, path and body, without the keys that a provider's protocol makes anew for each request.
    function Get-Sent {
        $change = @(Get-Change $server)[-1]
        if ($change) { "$($change.Method) $($change.Path) $($change.Body)" -replace '"(proprietary_uid|uid|key|token)":"[^"]*"' -replace '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}' }
    }
}

AfterAll { Disconnect-All }

Describe '<Name>' -ForEach $takesRows {
    It 'takes every value from a column' {
        $deaf = foreach ($parameter in Get-ValueParameter $Command) {
            $from = @($parameter.Attributes | Where-Object { $_ -is [Parameter] -and ($_.ValueFromPipelineByPropertyName -or $_.ValueFromPipeline) })
            if (-not $from) { $parameter.Name }
        }

        @($deaf) | Should -BeNullOrEmpty
    }

    It 'binds without a conversion that could fail' {
        $eager = foreach ($parameter in Get-ValueParameter $Command) {
            if ($parameter.ParameterType.BaseType.Name -ne 'Input') { "$($parameter.Name) is a $($parameter.ParameterType.Name)" }
        }

        @($eager) | Should -BeNullOrEmpty
    }

    It 'has a culture for its numbers and dates' {
        $Command.Parameters.ContainsKey('Culture') | Should -BeTrue
    }
}

Describe 'Parameters' {
    It 'are never read from the bound parameters, which hold what earlier rows gave' {
        $allowed = 'InvoicingCmdlet.cs', 'InvoicingCmdlet.Asking.cs', 'InvoicingCmdlet.Rows.cs', 'ConnectInvoiceProvider.Connecting.cs', 'DisconnectInvoiceProvider.cs', 'StartInvoiceSandbox.cs'
        $found = Get-ChildItem "$PSScriptRoot/../../src/Invoicing" -Recurse -Filter *.cs | Where-Object { $_.Name -notin $allowed -and $_.FullName -notmatch '[\\/](obj|bin)[\\/]' } |
            Select-String '(?<!fake)BoundParameters\b' -CaseSensitive | ForEach-Object { "$($_.Filename):$($_.LineNumber)" }
        @($found) | Should -BeNullOrEmpty
    }

    It 'that stand for one thing take one thing' {
        # A list can be narrowed to several at once: Get-Invoice -Client lists those of all of them.
        $lists = foreach ($command in Get-Command -Module Invoicing | Where-Object Verb -NE Get) {
            foreach ($parameter in $command.Parameters.Values | Where-Object { $_.ParameterType.IsArray -and $_.ParameterType.GetElementType().Name -like '*Identity' }) {
                # What the pipeline gives may be given at once, too: the cmdlet works through all of it.
                if (-not ($parameter.Attributes | Where-Object { $_ -is [Parameter] -and $_.ValueFromPipeline })) { "$($command.Name) -$($parameter.Name)" }
            }
        }

        @($lists) | Should -BeNullOrEmpty
        Connect-TestSandbox
        { New-Invoice -Client C0001, C0002 -Name SVC -UnitPrice 1 } | Should -Throw '*One is needed*C0001, C0002*'
    }
}

Describe '<Name> at <Provider>' -ForEach $senders {
    BeforeEach { Connect-Fresh }
    AfterEach { Disconnect-All }

    It 'sends nothing that an earlier row said, be that one good or bad' {
        $sent = foreach ($before in 'none', 'full', 'bad') {
            $ids = Get-GoodIds $Command
            $bare = Get-Needed $ids 'BARE'
            $full = Get-Needed $ids 'FULL'
            foreach ($parameter in Get-ValueParameter $Command | Where-Object { $_.Name -notin 'Client', 'Invoice', 'Payment', 'File', 'PaymentId', 'For' -and -not $full.ContainsKey($_.Name) }) {
                $full[$parameter.Name] = Get-GoodValue $parameter
            }

            # Two different objects, or the second row would send what the first one stored.
            if ($Command.Verb -eq 'Set') { $full.Id, $bare.Id = Get-Subject $Command }
            elseif ($Command.Parameters.ContainsKey('Client')) { $full.ClientId = $bare.ClientId = $ids.Client }
            $full.Remove('Client')
            $bare.Remove('Client')
            $rows = @([pscustomobject]$bare)
            if ($before -eq 'full') { $rows = @([pscustomobject]$full) + $rows }
            if ($before -eq 'bad') {
                $bad = $full.Clone()
                foreach ($name in 'Date', 'UnitPrice', 'Amount', 'Rate', 'Active', 'PaymentDays') { if ($Command.Parameters.ContainsKey($name)) { $bad[$name] = 'no such value' } }
                $rows = @([pscustomobject]$bad) + $rows
            }

            $with = @{}
            if ($Command.Name -eq 'Set-InvoiceSequence') { $with.Default = $true }
            $null = $rows | & $Command @with -ErrorAction SilentlyContinue
            Get-Sent
            Disconnect-All
            Connect-Fresh
        }

        $sent[0] | Should -Not -BeNullOrEmpty
        $sent[1] | Should -Be $sent[0]
        $sent[2] | Should -Be $sent[0]
    }
}

Describe 'A column that a cmdlet does not read' {
    BeforeAll {
        $server = Connect-TestSandbox
        function New-Row([hashtable] $More) { [pscustomobject](@{ ClientCode = 'C0001'; Name = 'SVC'; UnitPrice = '10'; Tax = 'IVA23' } + $More) }
    }

    It 'is an error of its row if it looks like another one: <Column>' -ForEach @(
        @{ Column = 'Qty'; Meant = 'Quantity' }, @{ Column = 'Quantity '; Meant = 'Quantity' }, @{ Column = 'Discont'; Meant = 'Discount' }
        @{ Column = 'Due Date'; Meant = 'DueDate' }, @{ Column = 'due_date'; Meant = 'DueDate' }, @{ Column = 'Referense'; Meant = 'Reference' }
        @{ Column = 'Tax Exemption'; Meant = 'TaxExemption' }, @{ Column = 'Vat'; Meant = 'Tax' }, @{ Column = 'Note'; Meant = 'Notes' }
    ) {
        $row = [pscustomobject]@{ Reference = 'ENC-9'; ClientCode = 'C0001'; Name = 'SVC'; UnitPrice = '10' }
        $row | Add-Member $Column '12'
        if ($Meant -ne 'Tax') { $row | Add-Member Tax IVA23 }
        $server.ClearRequests()
        $row | New-Invoice -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidInput,*'
        "$($problems[0])" | Should -BeLike "Row 1 (ENC-9): *'$Column'*$Meant*"
        $problems[0].TargetObject | Should -Be $row
        (Get-Change $server).Count | Should -Be 0
    }

    It 'is named in one warning a pipeline otherwise' {
        $made = @(1..3 | ForEach-Object { New-Row @{ Colour = 'red'; DiscountAmount = '5' } } | New-Invoice -WarningAction SilentlyContinue -WarningVariable warned)
        $made.Count | Should -Be 3
        @($warned).Count | Should -Be 1
        "$warned" | Should -BeLike "*'Colour'*"
        "$warned" | Should -BeLike "*'DiscountAmount'*"
    }

    It 'passes if it is one of our objects that went through a file' {
        $file = Join-Path $TestDrive clients.csv
        Get-InvoiceClient | Select-Object -First 2 | Export-Csv $file -NoTypeInformation -Encoding UTF8
        Import-Csv $file | Set-InvoiceClient -WarningAction SilentlyContinue -WarningVariable warned -ErrorVariable problems
        @($warned).Count | Should -Be 0
        @($problems).Count | Should -Be 0
    }

    It 'is no misspelt one if it is something else: <_>' -ForEach 'Name2', 'Rate', 'Total' {
        New-Row @{ $_ = '1' } | New-Invoice -WarningAction SilentlyContinue -ErrorVariable problems | Should -Not -BeNullOrEmpty
        @($problems).Count | Should -Be 0
    }

    It 'gives one hint for a file that was read in a wrong way: <Case>' -ForEach @(
        @{ Case = 'another delimiter'; Text = 'ClientCode;Name;UnitPrice', 'C0001;SVC;1', 'C0002;SVC;2'; Hint = "*';'*Import-InvoiceCsv*" }
        @{ Case = 'a line for Excel'; Text = 'sep=;', 'ClientCode;Name;UnitPrice', 'C0001;SVC;1', 'C0002;SVC;2'; Hint = '*Excel*Import-InvoiceCsv*' }
        @{ Case = 'no known column'; Text = 'Kolonne,Wert', 'a,1', 'b,2'; Hint = '*Import-InvoiceCsv*-Map*' }
    ) {
        $problems = $null
        try { $Text | ConvertFrom-Csv | New-Invoice -ErrorVariable problems -ErrorAction SilentlyContinue } catch { $problems = @($_) }
        @($problems | Where-Object { $_ -is [Management.Automation.ErrorRecord] }).Count | Should -Be 1
        $problems[0].ErrorDetails.RecommendedAction | Should -BeLike $Hint
    }

    It 'and a row that is blank are skipped with one message' {
        $rows = (New-Row @{}), [pscustomobject]@{ ClientCode = ''; Name = ' '; UnitPrice = $null }, (New-Row @{}), [pscustomobject]@{ ClientCode = '' }
        @($rows | New-Invoice -WarningAction SilentlyContinue -WarningVariable warned).Count | Should -Be 2
        @($warned).Count | Should -Be 1
        "$warned" | Should -BeLike '*2 blank rows*2, 4*'
    }
}

Describe 'The errors of a row' {
    BeforeAll { $server = Connect-TestSandbox }

    It 'come in one, with row, reference, every column and what to do' {
        $rows = 'Reference,ClientCode,Name,Quantity,UnitPrice,Date,Tax', 'ENC-117,C0001,SVC,1,1,2026-12-01,IVA23', 'ENC-118,C0001,SVC,one,"2,5",03/02/2026,IVA23' | ConvertFrom-Csv
        @($rows | New-Invoice -ErrorAction SilentlyContinue -ErrorVariable problems).Count | Should -Be 1
        $problems.Count | Should -Be 1
        "$($problems[0])" | Should -BeLike "Row 2 (ENC-118): *Quantity: 'one'*UnitPrice: '2,5'*Date: '03/02/2026'*"
        $problems[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $problems[0].Exception.FieldErrors.Field | Sort-Object | Should -Be 'Date', 'Quantity', 'UnitPrice'
        $problems[0].TargetObject.Reference | Should -Be 'ENC-118'
    }

    It 'name the row in what the provider refuses, too, and what is missing' {
        $rows = [pscustomobject]@{ Reference = 'E-1'; ClientCode = 'C0001'; Name = 'SVC'; UnitPrice = 1; Tax = 'NONE99' }, [pscustomobject]@{ Reference = 'E-2'; Name = 'SVC'; UnitPrice = 1 }
        $null = $rows | New-Invoice -ErrorAction SilentlyContinue -ErrorVariable problems
        "$($problems[0])" | Should -BeLike 'Row 1 (E-1): *NONE99*'
        "$($problems[1])" | Should -BeLike 'Row 2 (E-2): *Client*missing*'
        [pscustomobject]@{ Code = 'X' } | New-InvoiceClient -ErrorAction SilentlyContinue -ErrorVariable problems
        "$($problems[0])" | Should -BeLike 'Row 1 (X): Name*missing*'
    }

    It 'say that a point is meant when a comma is typed' {
        { New-Invoice -ClientCode C0001 -Name SVC -UnitPrice 2,5 } | Should -Throw '*UnitPrice*2.5*' -ErrorId 'InvalidInput,*'
        { New-Invoice -ClientCode C0001 -Name SVC -UnitPrice '2,5' } | Should -Throw '*point is meant*2.5*-Culture*'
    }
}

Describe 'A payment' {
    It 'takes amount, day and method from the columns, and not from the document that is paid' {
        $server = Connect-TestSandbox
        $invoice = New-TestInvoice PAY-1 | Complete-Invoice
        $paid = [pscustomobject]@{ Number = $invoice.Number; Amount = '5.50'; Date = '2026-12-30'; Method = 'cash' } | Add-InvoicePayment
        $paid.Amount | Should -Be 5.5
        $paid.Date | Should -Be ([datetime]'2026-12-30')
        $sent = (Get-Change $server)[-1].Body | ConvertFrom-Json
        "$($sent.partial_payment.payment_mechanism)" | Should -Be 'NU'
        $other = New-Invoice -ClientCode C0001 -Reference PAY-2 -Name SVC -UnitPrice 1 -Tax IVA23 -Date 2026-12-31 -Notes 'of the invoice' | Complete-Invoice
        $null = $other | Add-InvoicePayment -Date 2026-12-31
        (Get-Change $server)[-1].Body | Should -Not -Match 'of the invoice'
    }

    It 'and an e-mail go where the row says' {
        $server = Connect-TestSandbox
        $invoice = New-TestInvoice MAIL-1 | Complete-Invoice
        [pscustomobject]@{ Number = $invoice.Number; To = 'row@example.com'; Subject = 'of the row' } | Send-Invoice
        (Get-Change $server)[-1].Body | Should -Match 'row@example.com'
        (Get-Change $server)[-1].Body | Should -Match 'of the row'
    }
}

Describe 'A script block for a parameter' {
    It 'is asked for each object' {
        $server = Connect-TestSandbox @{ PollsUntilReady = 0 }
        $invoices = 'A', 'B' | ForEach-Object { New-TestInvoice "BLOCK-$_" | Complete-Invoice }
        $files = @($invoices | Export-InvoicePdf -PollIntervalSec 0.01 -OutFile { Join-Path $TestDrive "$($_.Number -replace '\W', '-').pdf" })
        $files.Count | Should -Be 2
        $files[0].Name | Should -Not -Be $files[1].Name
        @($invoices | Copy-Invoice -Reference { "COPY-$($_.Reference)" } -Date { $_.Date }).Reference | Should -Be 'COPY-BLOCK-A', 'COPY-BLOCK-B'
        $rows = [pscustomobject]@{ Nr = 1; ClientCode = 'C0001'; Name = 'SVC'; UnitPrice = 1; Tax = 'IVA23' }, [pscustomobject]@{ Nr = 2; ClientCode = 'C0001'; Name = 'SVC'; UnitPrice = 1; Tax = 'IVA23' }
        @($rows | New-Invoice -Reference { "ENC-$($_.Nr)" } -WarningAction SilentlyContinue).Reference | Should -Be 'ENC-1', 'ENC-2'
    }
}

Describe 'Rows of one reference' {
    BeforeAll {
        function New-Order([string] $Reference, [string] $Name, $Price = 1, [string] $Client = 'C0001') {
            [pscustomobject]@{ Reference = $Reference; ClientCode = $Client; Name = $Name; Quantity = '1'; UnitPrice = "$Price"; Tax = 'IVA23' }
        }
    }

    BeforeEach { $server = Connect-TestSandbox @{ InvoiceCount = 0 } }

    It 'are the lines of one document with -GroupBy' {
        $made = @((New-Order A X), (New-Order A Y), (New-Order B Z) | New-Invoice -GroupBy Reference)
        $made.Reference | Should -Be 'A', 'B'
        ($made[0] | Get-Invoice).Lines.Name | Should -Be 'X', 'Y'
    }

    It 'are written as soon as the next reference comes' {
        $first = (New-Order A X), (New-Order A Y), (New-Order B Z), (New-Order C Z) | New-Invoice -GroupBy Reference | Select-Object -First 1
        $first.Reference | Should -Be 'A'
        (Get-Change $server).Count | Should -Be 1
    }

    It 'make no document if one of them is wrong' {
        $made = @((New-Order A X), (New-Order A Y '1,5'), (New-Order A Z), (New-Order B X) | New-Invoice -GroupBy Reference -ErrorAction SilentlyContinue -ErrorVariable problems)
        $made.Reference | Should -Be 'B'
        $problems.Count | Should -Be 2
        "$($problems[0])" | Should -BeLike "Row 2 (A): UnitPrice*"
        "$($problems[1])" | Should -BeLike "Row 1 (A): *not created*Row 2*"
    }

    It 'must agree on the document' {
        $made = @((New-Order A X), (New-Order A Y 1 'C0002'), (New-Order B X) | New-Invoice -GroupBy Reference -ErrorAction SilentlyContinue -ErrorVariable problems)
        $made.Reference | Should -Be 'B'
        "$($problems[0])" | Should -BeLike "Row 2 (A): *ClientCode*C0002*C0001*"
    }

    It 'must follow each other' {
        $made = @((New-Order A X), (New-Order B X), (New-Order A Y) | New-Invoice -GroupBy Reference -ErrorAction SilentlyContinue -ErrorVariable problems)
        $made.Reference | Should -Be 'A', 'B'
        "$($problems[0])" | Should -BeLike 'Row 3 (A): *not adjacent*'
    }

    It 'are an error without -GroupBy, also with -SkipExisting, unless they say the same' {
        $made = @((New-Order A X), (New-Order A Y), (New-Order A X) | New-Invoice -SkipExisting -ErrorAction SilentlyContinue -ErrorVariable problems)
        $made.Reference | Should -Be 'A', 'A'
        $problems.Count | Should -Be 1
        "$($problems[0])" | Should -BeLike 'Row 2 (A): *'
        $problems[0].ErrorDetails.RecommendedAction | Should -BeLike '*-GroupBy Reference*'
        (Get-Change $server).Count | Should -Be 1
    }
}

Describe 'Numbers, dates and text' {
    BeforeAll {
        $server = Connect-TestSandbox
        function Get-Line([hashtable] $With) { New-InvoiceLine -Name X @With }
    }

    It 'refuse <Value> for -<Parameter> and say what to write' -ForEach @(
        @{ Parameter = 'UnitPrice'; Value = '1.250'; Says = "*1250*1.25*-Culture*" }
        @{ Parameter = 'UnitPrice'; Value = '1.005'; Says = '*1005*1.0050*' }
        @{ Parameter = 'UnitPrice'; Value = '€ 12.50'; Says = '*without currency*' }
        @{ Parameter = 'UnitPrice'; Value = '1 250'; Says = '*not a number*' }
        @{ Parameter = 'Discount'; Value = '0.10'; Says = "*Write 10 *'0.1%'*" }
        @{ Parameter = 'Discount'; Value = 0.1; Says = "*Write 10 *'0.1%'*" }
        @{ Parameter = 'TaxRate'; Value = 0.23; Says = '*Write 23 *' }
        @{ Parameter = 'Tax'; Value = '0.23'; Says = '*Write 23 *' }
        @{ Parameter = 'SecondTaxRate'; Value = -0.15; Says = '*Write -15 *' }
        @{ Parameter = 'Description'; Value = "a$([char]0xFFFD)b"; Says = '*U+FFFD*' }
        @{ Parameter = 'Description'; Value = "a$([char]7)b"; Says = '*U+0007*' }
        @{ Parameter = 'Description'; Value = "a$([char]0xD83D)b"; Says = '*half a character*' }
    ) {
        { Get-Line @{ $Parameter = $Value } } | Should -Throw "*$Parameter$Says" -ErrorId 'InvalidInput,*'
    }

    It 'take <Value> for -<Parameter> as <Read>' -ForEach @(
        @{ Parameter = 'UnitPrice'; Value = '1.25'; Read = 1.25 }, @{ Parameter = 'UnitPrice'; Value = '1.2500'; Read = 1.25 }, @{ Parameter = 'UnitPrice'; Value = '0.125'; Read = 0.125 }
        @{ Parameter = 'UnitPrice'; Value = '1234.567'; Read = 1234.567 }, @{ Parameter = 'Discount'; Value = '10%'; Read = 10 }, @{ Parameter = 'Discount'; Value = '0.1%'; Read = 0.1 }
        @{ Parameter = 'Discount'; Value = 0; Read = 0 }, @{ Parameter = 'Tax'; Value = '23%'; Read = '23' }, @{ Parameter = 'Description'; Value = "two`r`nlines"; Read = "two`r`nlines" }
        @{ Parameter = 'Description'; Value = [char]::ConvertFromUtf32(0x1F600); Read = [char]::ConvertFromUtf32(0x1F600) }
    ) {
        (Get-Line @{ $Parameter = $Value }).$Parameter | Should -Be $Read
    }

    It 'are those of the culture with -Culture <Culture>' -ForEach @(
        @{ Culture = 'pt-PT'; Good = @{ '1.250' = 1250; '1,250' = 1.25; '1.234,56' = 1234.56; '1 234,5' = 1234.5; '12' = 12 }; Bad = '1.25', '1.2345,6', '1,2,3' }
        @{ Culture = 'et-EE'; Good = @{ '1 250,5' = 1250.5; '2,5' = 2.5 }; Bad = , '2.5' }
        @{ Culture = 'en-US'; Good = @{ '1,250' = 1250; '1.250' = 1.25; '1,234,567.8' = 1234567.8 }; Bad = '2,5', '12,34' }
    ) {
        foreach ($text in $Good.Keys) { (New-InvoiceLine -Name X -UnitPrice $text -Culture $Culture).UnitPrice | Should -Be $Good[$text] -Because $text }
        foreach ($text in $Bad) { { New-InvoiceLine -Name X -UnitPrice $text -Culture $Culture } | Should -Throw "*$Culture*" -Because $text }
    }

    It 'have dates of the culture' {
        (New-Invoice -ClientCode C0001 -Name SVC -UnitPrice 1 -Tax IVA23 -Date 03/02/2027 -Culture pt-PT).Date | Should -Be ([datetime]'2027-02-03')
        (New-Invoice -ClientCode C0001 -Name SVC -UnitPrice 1 -Tax IVA23 -Date 3/2/2027 -Culture en-US).Date | Should -Be ([datetime]'2027-03-02')
        { New-Invoice -ClientCode C0001 -Name SVC -UnitPrice 1 -Date 31/12/2027 -Culture en-US } | Should -Throw '*Date*31/12/2027*'
        { New-Invoice -ClientCode C0001 -Name SVC -Culture xx-YY } | Should -Throw '*xx-YY*'
    }

    It 'turn a moment with a zone into the day of the provider' {
        $moment = [datetime]::new(2027, 3, 31, 23, 30, 0, [DateTimeKind]::Utc)
        foreach ($date in $moment, [DateTimeOffset]$moment, '2027-03-31T23:30Z', '2027-03-31T22:30:00-01:00') {
            (New-Invoice -ClientCode C0001 -Name SVC -UnitPrice 1 -Tax IVA23 -Date $date).Date | Should -Be ([datetime]'2027-04-01') -Because $date
        }

        (New-Invoice -ClientCode C0001 -Name SVC -UnitPrice 1 -Tax IVA23 -Date ([datetime]'2027-03-31T23:30')).Date | Should -Be ([datetime]'2027-03-31')
    }

    It 'warn once of text that was read in the wrong encoding' {
        $rows = 1..2 | ForEach-Object { [pscustomobject]@{ Name = "Jos$([char]0xC3)$([char]0xA9) $_" } }
        $null = $rows | New-InvoiceClient -WarningAction SilentlyContinue -WarningVariable warned
        @($warned).Count | Should -Be 1
        $null = 'São José', 'Õunapuu OÜ', 'Ângela', 'CAFÉ' | ForEach-Object { [pscustomobject]@{ Name = $_ } } | New-InvoiceClient -WarningAction SilentlyContinue -WarningVariable warned
        @($warned).Count | Should -Be 0
    }
}

Describe 'Tax numbers' {
    BeforeAll { $server = Connect-TestSandbox }

    It 'are cleaned: <Given> of <Country>' -ForEach @(
        @{ Given = 'PT 501 964 843'; Country = 'Portugal'; Kept = '501964843' }, @{ Given = '501.964.843'; Country = 'PT'; Kept = '501964843' }
        @{ Given = 'es-B58818501'; Country = 'Spain'; Kept = 'B58818501' }, @{ Given = 'DE 123456789'; Country = 'Germany'; Kept = 'DE123456789' }
    ) {
        (New-InvoiceClient -Name "T$(New-Guid)" -TaxNumber $Given -Country $Country -WarningVariable warned).TaxNumber | Should -Be $Kept
        @($warned).Count | Should -Be 0
    }

    It 'are refused where Portugal and Spain say so, and warned of elsewhere: <Given>' -ForEach @(
        @{ Given = '501964844'; Country = 'Portugal'; Refused = $true }, @{ Given = 'PT501964844'; Country = ''; Refused = $true }, @{ Given = 'B58818502'; Country = 'Spain'; Refused = $true }
        @{ Given = '12345678A'; Country = 'Spain'; Refused = $true }, @{ Given = 'EE100000000'; Country = 'Estonia'; Refused = $false }, @{ Given = 'DE12345678'; Country = 'Germany'; Refused = $false }
    ) {
        $row = [pscustomobject]@{ Name = "T$(New-Guid)"; TaxNumber = $Given; Country = $Country }
        $made = $row | New-InvoiceClient -ErrorAction SilentlyContinue -ErrorVariable problems -WarningAction SilentlyContinue -WarningVariable warned
        if ($Refused) {
            $made | Should -BeNullOrEmpty
            "$($problems[0])" | Should -BeLike "Row 1*$Given*"
        }
        else {
            $made | Should -Not -BeNullOrEmpty
            "$warned" | Should -BeLike "*$Given*"
        }
    }
}
