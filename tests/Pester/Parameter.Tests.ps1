# Which providers use each value that New-, Set- and Add- cmdlets take, and each filter of Get-Invoice: one at a time is given beside what the cmdlet needs, and the requests are
# compared. docs/parameters.md has the table, and the help of each parameter says it. $env:INVOICING_TEST_WRITE = 'docs' writes the page anew.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $columns = @(Get-InvoiceProvider | ForEach-Object {
        $can = $_
        @{
            Provider = $can.Name; Missing = $can.Missing
            Commands = @($can.Command | ForEach-Object { Get-Command $_ -Module Invoicing } | Where-Object {
                # docs/fields.md has the values of new documents.
                $_.Name -eq 'Get-Invoice' -or ($_.Verb -in 'New', 'Set', 'Add' -and $_.Parameters.ContainsKey('Session') -and $_.Name -notin 'New-Invoice', 'Set-InvoiceState')
            })
        }
    })
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    . "$PSScriptRoot/Company.ps1"
    $page = Join-Path $PSScriptRoot '../../docs/parameters.md'
    $names = @((Get-InvoiceProvider).Name)
    $found = [ordered]@{}
    $file = Join-Path $TestDrive bill.pdf
    [IO.File]::WriteAllText($file, '%PDF-1.4 made up')
    $common = @([Management.Automation.Cmdlet]::CommonParameters) + @([Management.Automation.Cmdlet]::OptionalCommonParameters)

    # These say which record is meant, or how the cmdlet works; passwords are not shown by the sandbox.
    $ways = 'Session', 'Culture', 'InputObject', 'PassThru', 'Force', 'Type', 'Invoice', 'Client', 'ClientId', 'ClientName', 'Id', 'Number', 'Reference', 'SkipExisting', 'Wait', 'TimeoutSec',
        'PollIntervalSec', 'AcceptTerms', 'Payment', 'Purchase', 'TaxMap', 'Outgoing', 'Proposal', 'MinimumConfidence', 'For', 'NewNumber', 'ClientObject', 'Password', 'TaxAuthorityPassword'
    $keys = 'Code', 'TaxNumber', 'Name'

    # Values for names that rules are about, and for types. One that a record has already changes nothing, so there are two or more.
    $values = @{
        Country = 'Spain', 'Portugal', 'Ireland'; Email = 'b@example.com', 'c@example.com'; ContactEmail = 'b@example.com', 'c@example.com'; Website = 'https://b.example.com', 'https://c.example.com'
        Language = 'en', 'es', 'pt'; TaxNumber = '12345678Z', '501442600', 'EE100594102'; Currency = 'USD', 'GBP'; Region = 'PT', 'PT-MA'; Rate = 7, 8; ExchangeRate = 1.25, 1.5
        Unit = 'hour', 'service'; Method = 'BankTransfer', 'Cash'; TaxExemption = 'M07', 'M10'; PaymentDays = 45, 60; DueDate = '2030-12-24', '2030-12-25'; Code = 'INT', 'RED', 'K-7'
        Phone = '210000001', '210000002'; Fax = '210000002', '210000003'; Frequency = 'Yearly', 'Monthly'; Barcode = '4006381333931', '5901234123457'; Amount = 2, 3; CopyCount = 2, 3
        LoadedAt = '2030-11-20 10:00', '2030-11-21 11:00'; GlobalDiscountType = 'percentage', 'absolute'; State = 'Final', 'Settled'
    }
    $otherTaxes = @{ InvoiceXpress = 'IVA6', 'IVA13'; SimplBooks = '9', '22'; FACTURAgem = '10', '4'; SalenGo = '10', '4' }

    function Get-TriedValue($Parameter) {
        if ($Parameter.Name -eq 'Tax') { return $otherTaxes[$Provider] }
        if ($Parameter.Name -in 'Category', 'CategoryId') { return Get-InvoiceCategory | ForEach-Object { if ($Parameter.Name -eq 'Category') { $_.Name } else { $_.Id } } | Select-Object -First 2 }
        if ($Parameter.Name -eq 'File') { return $file }
        if ($Parameter.Name -in 'Line', 'AddLine') { return @{ Name = 'OTHER'; UnitPrice = 2; Tax = $ids.Tax }, @{ Name = 'ANOTHER'; UnitPrice = 3; Tax = $ids.Tax } }
        if ($values.ContainsKey($Parameter.Name)) { return $values[$Parameter.Name] }
        if ($Parameter.Name -in 'Sequence', 'SequenceId' -and $Command.Name -eq 'Set-Invoice') { return $(if ($Provider -eq 'InvoiceXpress') { Get-InvoiceSequence | ForEach-Object { if ($Parameter.Name -eq 'Sequence') { $_.Name } else { $_.Id } } } else { 'other' }) }
        if ($ids.ContainsKey($Parameter.Name)) { return $ids[$Parameter.Name] }
        $type = $Parameter.ParameterType
        while ($type.IsGenericType) { $type = $type.GetGenericArguments()[0] }
        if ($type.IsEnum) { return [enum]::GetValues($type)[0, 1] }
        switch ($type.Name) {
            'Boolean' { $true, $false }
            'SwitchParameter' { $true }
            'DateTime' { '2026-11-20', '2026-11-21' }
            'Decimal' { 3, 4 }
            'Int32' { 2, 3 }
            'PostalAddress' { @{ Street = 'Rua B 2'; City = 'Braga'; PostalCode = '4700-001'; Country = 'Portugal' } }
            default { 'other', 'another' }
        }
    }

    # The changes that a call sends, without what is another one each time, and what was said beside.
    function Get-Sent($Command, [hashtable] $With) {
        $server.ClearRequests()
        $problem = $null
        try { $null = & $Command @With -Confirm:$false -WarningAction SilentlyContinue -WarningVariable warned -ErrorAction Stop } catch { $problem = $_ }
        [pscustomobject]@{
            Sent    = @(Get-Change $server | ForEach-Object { "$($_.Path) $($_.Body)" -replace 'N?[0-9a-f]{8}-[0-9a-f-]{27}', 'GUID' }) -join "`n"
            Problem = $problem
            Warning = "$warned"
        }
    }

    # yes; no, with a warning or an error; ignored, without a word, which must not be; or what is wrong with the trial.
    function Get-Use($Command, $Set, $Parameter) {
        if ($Command.Name -eq 'Get-Invoice') {
            $with = @{ $Parameter.Name = @(Get-TriedValue $Parameter)[0] }
            try { $null = Get-Invoice @with -ErrorAction Stop -WarningAction SilentlyContinue } catch { return $(if ($_.FullyQualifiedErrorId -match '^(NotSupported|InvalidInput)') { 'no' } else { "? $_" }) }
            return 'yes'
        }

        $with = Get-Company $Command $Set ''
        if ($Command.Name -eq 'Add-InvoicePayment') { $with.Amount = 0.01 }
        if ($Command.Name -in @('Set-Invoice')) { $with = @{ Invoice = $document } }
        if ($Parameter.Name -eq 'GlobalDiscountType') { $with.GlobalDiscount = 1 }
        if ($Command.Noun -eq 'InvoiceAccount') { $with.Password, $with.AcceptTerms = 'secret', $true }
        if ($Parameter.Name -eq 'FullCover') { $with.PaymentId = '1' }
        if ($Parameter.Name -eq 'DocumentType') { $with.DocumentId = '1' }
        if ($Command.Verb -eq 'Set' -and $ids.Id -and -not $with.ContainsKey('Payment') -and -not $with.ContainsKey('Invoice') -and $Set.Parameters.Name -contains 'Id') {
            'Client', 'InputObject' | ForEach-Object { $with.Remove($_) }
            $with.Id = $ids.Id
        }

        # Without an amount, everything is paid.
        if ($Parameter.Name -ne 'Amount') { $with.Remove($Parameter.Name) }
        $base = Get-Sent $Command (Get-Fresh $Command $with)
        $uses = foreach ($value in Get-TriedValue $Parameter) {
            $with[$Parameter.Name] = $value
            $tried = Get-Sent $Command (Get-Fresh $Command $with)
            $said = "$($tried.Problem) $($tried.Warning)"
            if ($said -match 'has no field for|no field for it|left out|leaves? out|has no series|has none|takes prices without tax only|per ?cent|exists? only at|is not kept|These providers can') { 'no' }
            elseif ($tried.Sent -and $tried.Sent -ne $base.Sent) {
                'yes'
                break
            }
            elseif ($tried.Problem) { "? $said" }
            else { 'ignored' }
        }

        foreach ($use in 'yes', 'no', 'ignored') { if ($uses -contains $use) { return $use } }
        @($uses)[0]
    }

    # A name that is there is refused by some.
    function Get-Fresh($Command, [hashtable] $With) {
        $fresh = $With.Clone()
        if ($Command.Verb -eq 'New' -and $fresh.ContainsKey('Name') -and -not $Command.Parameters.ContainsKey('Client')) { $fresh.Name = "N$(New-Guid)" }
        $fresh
    }
}

AfterAll {
    Disconnect-All
    if ($env:INVOICING_TEST_WRITE -eq 'docs') {
        $text = @(
            '# Which providers use each parameter', ''
            'The values that New-, Set- and Add- cmdlets take from parameters and columns, beside what says which record is meant. *yes*: the value is in the request. *-*: the'
            'provider has no field for it; the value is left out with a warning, or refused where it changes what is owed. Blank: the provider does not have the cmdlet.'
            'The filters of Get-Invoice are *yes* where they work, by the provider or by the module, and *-* where they are refused.'
            '[fields](fields.md) has the values of new documents. The table is written by a test, which gives each value and compares the requests'
            '(tests/Pester/Parameter.Tests.ps1 with `INVOICING_TEST_WRITE=docs`). The help of each parameter is made from it.', ''
            "| Cmdlet | Parameter | $($names -join ' | ') |", "| --- | --- |$(' --- |' * $names.Count)"
            foreach ($key in $found.Keys | Sort-Object -Culture '') {
                $cells = foreach ($name in $names) { switch ($found[$key][$name]) { 'yes' { 'yes' } 'no' { '-' } default { "$_" } } }
                "| $($key -replace ' ', ' | ') | $($cells -join ' | ') |"
            }
        )
        [IO.File]::WriteAllText($page, ($text -join "`n") + "`n")
    }
}

Describe 'The values of <Provider>' -ForEach $columns {
    It 'are used as docs/parameters.md says' {
        $setting = if ($Provider -eq 'SalenGo') { @{ RequestsPerDay = 0 } } else { @{} }
        $problems = foreach ($command in $Commands) {
            $server = Connect-TestSandbox @{ Provider = $Provider; Setting = $setting } @{ MaximumRetryCount = 0; RequestsPerDay = 0; SettleTimeSec = 0.2 }
            $ids = Get-GoodIds $command
            if ($command.Noun -eq 'InvoiceAccount' -and -not $ids.Id) { $ids.Id = $ids.InputObject = '1' }
            if ($command.Name -in @('Set-Invoice')) {
                $made = New-Invoice -ClientId (Get-InvoiceClient | Select-Object -First 1).Id -Reference 'TRIED' -Line @{ Name = 'SVC'; UnitPrice = 10; Tax = $ids.Tax } -WarningAction Ignore
                $document = Get-Invoice -Id $made.Id -Type $made.Type
            }

            if ($command.Name -eq 'Add-InvoicePayment') { $ids.Invoice = (Get-Invoice -Open | Sort-Object Total | Select-Object -Last 1).Id }
            $named = if ($command.Parameters.ContainsKey('Client') -or $command.Name -eq 'Set-InvoiceSequence') { $keys } else { @() }
            $seen = @{}
            foreach ($set in $command.ParameterSets) {
                foreach ($parameter in $set.Parameters | Where-Object { $_.Name -notin $common -and $_.Name -notin $ways -and $_.Name -notin $named -and -not $seen.ContainsKey($_.Name) -and -not $_.IsMandatory -and -not (Test-Needed $_) }) {
                    $seen[$parameter.Name] = $true
                    $use = Get-Use $command $set $parameter
                    $key = "$($command.Name) $($parameter.Name)"
                    if (-not $found.Contains($key)) { $found[$key] = @{} }
                    $found[$key][$Provider] = $use
                    if ($use -notin 'yes', 'no') { "$($key): $use" }
                }
            }

            Disconnect-All
        }

        $problems | Should -BeNullOrEmpty
        if ($env:INVOICING_TEST_WRITE -ne 'docs') {
            $rows = @(Get-Content $page | Where-Object { $_ -like '|*' } | ForEach-Object { , @($_.Trim('|') -split '\|' | ForEach-Object { $_.Trim() }) })
            $at = [array]::IndexOf($rows[0], $Provider)
            $said = @($rows | Select-Object -Skip 2 | Where-Object { $_[$at] } | ForEach-Object { "$($_[0]) $($_[1]): $($_[$at] -replace '^-$', 'no')" } | Sort-Object)
            @($found.Keys | Where-Object { $found[$_].ContainsKey($Provider) } | ForEach-Object { "$($_): $($found[$_][$Provider])" } | Sort-Object) | Should -Be $said
        }
    }
}
