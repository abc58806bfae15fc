# A change replaces the whole object at the provider: what comes out of Get- and goes into Set- as it is must send everything that was
# sent when it was made, and find everything as it was.

BeforeDiscovery {
    $types = foreach ($type in 'Invoice', 'InvoiceReceipt', 'SimplifiedInvoice', 'CreditNote', 'DebitNote', 'VatMossInvoice', 'VatMossCreditNote', 'VatMossReceipt',
        'Quote', 'Proforma', 'FeesNote', 'Shipping', 'Transport', 'Devolution') {
        @{ Type = $type; Way = 'one'; Get = { Get-Invoice -Id $made.Id -Type $Type } }
        @{ Type = $type; Way = 'a list'; Get = { Get-Invoice -Type $Type -State Draft | Where-Object Reference -eq $made.Reference } }
        @{ Type = $type; Way = 'its making'; Get = { $made } }
    }
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'
    $server = Connect-TestSandbox @{ InvoiceCount = 0 }
    $corrected = New-TestInvoice CORRECTED | Complete-Invoice
    $notes = 'CreditNote', 'DebitNote', 'VatMossCreditNote'
    $guides = 'Shipping', 'Transport', 'Devolution'
    $estimates = 'Quote', 'Proforma', 'FeesNote'

    # Every value of a JSON body with the way to it; numbers are the same however they are written.
    function Get-Leaf($Node, [string] $Path = '') {
        if ($Node -is [array]) { for ($i = 0; $i -lt $Node.Count; $i++) { Get-Leaf $Node[$i] "$Path[$i]" } }
        elseif ($Node -is [pscustomobject]) { foreach ($property in $Node.PSObject.Properties) { Get-Leaf $property.Value "$Path/$($property.Name)" } }
        elseif ($null -ne $Node) {
            $number = [decimal]0
            $isNumber = [decimal]::TryParse("$Node", [Globalization.NumberStyles]::Float, [cultureinfo]::InvariantCulture, [ref]$number)
            "$Path=$(if ($isNumber) { $number.ToString('0.####', [cultureinfo]::InvariantCulture) } else { $Node })"
        }
    }

    function Get-Sent([string] $Path, [string] $Method) { @(Get-Leaf ((Get-Request $server $Path $Method)[-1].Body | ConvertFrom-Json)) }

    # What was sent when it was made and is missing from what is sent now.
    function Get-Lost([string[]] $Before, [string[]] $After) { @($Before | Where-Object { $_ -notin $After -and $_ -notlike '/proprietary_uid=*' }) }

    function New-FullDocument([string] $Type, [string] $Reference) {
        $with = @{
            Type = $Type; ClientCode = 'C0002'; Reference = $Reference; Date = '2026-12-01'; DueDate = '2026-12-24'; Notes = 'Obrigado'; Withholding = 11.5
            TaxExemption = 'M07'; Sequence = 'LOJA'
            Line = @(
                @{ Name = 'RT-A'; Description = 'first'; Quantity = 2; UnitPrice = '10.5555'; Unit = 'hour'; Tax = 'IVA23'; Discount = 12.5 }
                @{ Name = 'RT-B'; Description = 'second'; Quantity = 1.5; UnitPrice = 3; Tax = 0; Discount = 0; Unit = 'unit' })
        }
        if ($Type -in $guides) {
            $with += @{ LoadedAt = $loadedAt; LicensePlate = 'AA-00-AA'
                AddressFrom = @{ Street = 'Rua do Forno 3'; City = 'Braga'; PostalCode = '4700-000'; Country = 'PT' }
                AddressTo = @{ Street = 'High Street 1'; City = 'Leeds'; PostalCode = 'LS1 0AA'; Country = 'GB' } }
        }
        elseif ($Type -notin $estimates) {
            $with += @{ GlobalDiscount = 5; Currency = 'USD'; ExchangeRate = 1.25 }
            if ($Type -in $notes) { $with.For = $corrected }
        }

        New-Invoice @with -WarningAction SilentlyContinue
    }
}

AfterAll { Disconnect-All }

Describe 'A <Type> that comes of <Way>' -ForEach $types {
    It 'loses nothing when it is set as it is' {
        $loadedAt = (Get-Date).Date.AddDays(3).AddHours(9.5)
        $made = New-FullDocument $Type "$Type $Way"
        $sent = Get-Sent '/*' POST
        $before = Get-Invoice -Id $made.Id -Type $Type | ConvertTo-Json -Depth 6
        $with = @{}

        # What no answer of the provider has must be said again, and nothing is sent without it.
        $got = & $Get
        if ($Way -ne 'its making' -and $Type -in $guides + $notes) {
            $server.ClearRequests()
            $got | Set-Invoice -ErrorAction SilentlyContinue -ErrorVariable problems
            $problems.Count | Should -Be 1
            $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidInput,*'
            (Get-Change $server).Count | Should -Be 0
            if ($Type -in $guides) { $with.LoadedAt = $loadedAt } else { $with.For = $corrected.Id }
        }

        $got | Set-Invoice @with -ErrorAction Stop
        $again = Get-Sent '/*' PUT
        Get-Lost $sent $again | Should -BeNullOrEmpty
        Get-Lost $again $sent | Should -BeNullOrEmpty -Because 'nothing is sent that was not meant'
        Get-Invoice -Id $made.Id -Type $Type | ConvertTo-Json -Depth 6 | Should -Be $before
    }
}

Describe 'A note that corrects nothing' {
    It 'can be changed by saying so' {
        $note = New-Invoice -Type CreditNote -ClientCode C0001 -Name SVC -UnitPrice 1 -Tax IVA23 | Get-Invoice
        ($note | Set-Invoice -For $null -Notes changed -PassThru).Notes | Should -Be 'changed'
        @(Get-Sent '/credit_notes/*' PUT) -like '*owner_invoice_id*' | Should -BeNullOrEmpty
    }
}

Describe 'A client' {
    It 'loses nothing when it is set as it is' {
        $full = @{
            Name = 'Round trip'; Code = 'RT-1'; TaxNumber = '509000010'; Email = 'rt@example.com'; Phone = '210000000'; Fax = '210000001'; Website = 'https://example.com'
            Address = 'Rua do Forno 3'; City = 'Leeds'; PostalCode = 'LS1 0AA'; Country = 'GB'; Language = 'en'; Notes = 'n'; CopyCount = 2; PaymentDays = 15
            TaxExemption = 'M07'; ContactName = 'Rita'; ContactEmail = 'rita@example.com'; ContactPhone = '910000000'
        }
        $made = New-InvoiceClient @full
        $sent = Get-Sent '/clients.json' POST
        $sent.Count | Should -Be $full.Count
        $before = $made | Get-InvoiceClient | ConvertTo-Json -Depth 6
        foreach ($get in { Get-InvoiceClient -Id $made.Id }, { Get-InvoiceClient -Code RT-1 }, { Get-InvoiceClient | Where-Object Code -eq RT-1 }) {
            & $get | Set-InvoiceClient -ErrorAction Stop
            Get-Lost $sent (Get-Sent '/clients/*' PUT) | Should -BeNullOrEmpty -Because "$get"
            Get-InvoiceClient -Id $made.Id | ConvertTo-Json -Depth 6 | Should -Be $before -Because "$get"
        }
    }
}

Describe 'An article and a tax' {
    It 'lose nothing when they are set as they are: <Kind>' -ForEach @(
        @{ Kind = 'item'; Make = { New-InvoiceItem -Name RT-ITEM -Description d -UnitPrice 10.5555 -Unit hour -Tax IVA6 }
            Get = { Get-InvoiceItem RT-ITEM }, { Get-InvoiceItem -Id $made.Id }; Set = { $input | Set-InvoiceItem -ErrorAction Stop }; Path = 'items' }
        @{ Kind = 'tax'; Make = { New-InvoiceTax -Name RT-TAX -Rate 7.5 -Region PT-AC -Code OUT -IsDefault $false }
            Get = { Get-InvoiceTax RT-TAX }, { Get-InvoiceTax -Id $made.Id }; Set = { $input | Set-InvoiceTax -ErrorAction Stop }; Path = 'taxes' }
        @{ Kind = 'default tax'; Make = { New-InvoiceTax -Name RT-DEFAULT -Rate 8 -Region PT -Code NOR -IsDefault $true }
            Get = { Get-InvoiceTax RT-DEFAULT }, { Get-InvoiceTax -Id $made.Id }; Set = { $input | Set-InvoiceTax -ErrorAction Stop }; Path = 'taxes' }
    ) {
        $made = & $Make
        $sent = Get-Sent "/$Path.json" POST
        $before = & $Get[0] | ConvertTo-Json -Depth 6
        foreach ($one in $Get) {
            & $one | & $Set
            Get-Lost $sent (Get-Sent "/$Path/*" PUT) | Should -BeNullOrEmpty -Because "$one"
            & $one | ConvertTo-Json -Depth 6 | Should -Be $before -Because "$one"
        }
    }
}

Describe 'Objects that go through a CSV file in <Culture>' -ForEach @('pt-PT', 'et-EE', 'es-ES', 'en-US', '' | ForEach-Object { @{ Culture = $_ } }) {
    BeforeAll {
        $usual = [cultureinfo]::CurrentCulture
        $file = Join-Path $TestDrive "$Culture.csv"
        $named = if ($Culture) { $Culture } else { 'Invariant' }
        $session = Get-InvoiceSession $server.Name
    }

    AfterAll { [cultureinfo]::CurrentCulture = $usual }

    It 'are read again as they were: a document with its lines' {
        $line = @{ Name = 'RT-A'; Description = "a; `"b`" | c`nd"; Quantity = 1234.5; UnitPrice = '10.5555'; Unit = 'hour'; Tax = 'IVA23'; Discount = 12.5 }, @{ Name = 'RT @ B'; UnitPrice = 3; Tax = 'IVA6' }
        $made = New-Invoice -Session $session -ClientCode C0002 -Reference "CSV $named" -Date 2026-12-01 -DueDate 2026-12-24 -Notes 'Obrigado; a todos' -Withholding 11.5 -Line $line
        $document = $made | Get-Invoice
        $document | Set-Invoice
        $before = Get-Sent '/invoices/*' PUT
        [cultureinfo]::CurrentCulture = $Culture
        $document | Export-Csv $file -NoTypeInformation -Encoding UTF8
        [cultureinfo]::CurrentCulture = 'ar-SA'
        foreach ($read in { Import-Csv $file -Encoding UTF8 | Set-Invoice -Session $session -Culture $named -ErrorAction Stop }, { Import-InvoiceCsv $file -Culture $named | Set-Invoice -Session $session -ErrorAction Stop }) {
            $server.ClearRequests()
            & $read
            $after = Get-Sent '/invoices/*' PUT
            Get-Lost $before $after | Should -BeNullOrEmpty -Because "$read"
            Get-Lost $after $before | Should -BeNullOrEmpty -Because "$read"
        }
    }

    It 'are read again as they were: clients, into another account' {
        [cultureinfo]::CurrentCulture = $Culture
        $clients = @(Get-InvoiceClient -Session $session)
        $clients | Export-Csv $file -NoTypeInformation -Encoding UTF8
        [cultureinfo]::CurrentCulture = 'fa-IR'
        $other = Start-InvoiceSandbox -ClientCount 0 -RequestsPerMinute 0
        $there = $other | Connect-InvoiceProvider -SkipTest -RequestsPerMinute 0 -Name "there-$named"
        try { $made = @(Import-InvoiceCsv $file -Culture $named | New-InvoiceClient -Session $there -WarningVariable warned) }
        finally { $there | Disconnect-InvoiceProvider }
        $made.Count | Should -Be $clients.Count
        @($warned).Count | Should -Be 0
        foreach ($property in 'Name', 'Code', 'TaxNumber', 'Email', 'Address', 'PostalCode', 'City', 'Country', 'PaymentDays', 'CopyCount') { @($made | ForEach-Object $property) | Should -Be @($clients | ForEach-Object $property) -Because $property }
    }
}
