# What is named is what is touched: keys of one kind, text that can mean several things, records of other accounts. At every provider.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $providers = (Get-InvoiceProvider).Name
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"

    # A new document that has a number where the provider gives one at once, and its tax.
    $taxes = @{ InvoiceXpress = 'IVA23'; SimplBooks = '24'; FACTURAgem = '21'; SalenGo = '21' }
    function New-TestDocument {
        param([string] $Provider, [string] $Session, [string] $Reference, [hashtable] $With = @{})
        $client = Get-InvoiceClient -Session $Session | Select-Object -First 1
        New-Invoice -Session $Session -ClientId $client.Id -Reference $Reference -Line @{ Name = 'Work'; Description = 'Work'; Quantity = 1; UnitPrice = 10; Tax = $taxes[$Provider] } @With -Confirm:$false
    }
}

AfterAll { Disconnect-All }

Describe 'Keys at <_>' -ForEach $providers {
    BeforeAll {
        $provider = $_
        $server = Connect-TestSandbox @{ Provider = $provider; ClientCount = 8; InvoiceCount = 6 }
        $session = $server.Name
        $clients = @(Get-InvoiceClient -Session $session -Detailed)
        $client = $clients | Where-Object TaxNumber | Select-Object -First 1
        $invoice = @(Get-Invoice -Session $session | Where-Object Number)[0]
    }
    AfterAll { Disconnect-All }

    It 'finds a client by <Key> and by nothing else' -ForEach @(
        @{ Key = 'Id' }, @{ Key = 'Name' }, @{ Key = 'TaxNumber' }
    ) {
        $with = @{ $Key = $client.$Key }
        (Get-InvoiceClient @with).Id | Should -Be $client.Id
        foreach ($other in 'Id', 'Code', 'Name', 'TaxNumber' | Where-Object { $_ -ne $Key -and $client.$_ -ne $client.$Key }) {
            $with = @{ $other = $client.$Key }
            { Get-InvoiceClient @with -ErrorAction Stop } | Should -Throw -Because "-$other $($client.$Key)"
            $Error[0].FullyQualifiedErrorId | Should -Match '^(NotFound|ValidationFailed),'
        }
    }

    It 'finds a tax number however it is written' {
        $number = $client.TaxNumber
        (Get-InvoiceClient -TaxNumber "$($number.Substring(0, 3)) $($number.Substring(3))").Id | Should -Be $client.Id
        (Get-InvoiceClient $number).Id | Should -Be $client.Id
    }

    It 'refuses a tax number that two clients have, with both' {
        $one = New-InvoiceClient -Name 'One of two' -TaxNumber B12345674 -Country ES
        $twin = New-InvoiceClient -Name 'Twin of somebody' -TaxNumber B12345674 -Country ES
        { Get-InvoiceClient -TaxNumber B12345674 -ErrorAction Stop } | Should -Throw "*$($one.Id)*" -ErrorId 'InvalidInput,*'
        $Error[0].Exception.Message | Should -Match ([regex]::Escape("id $($twin.Id)"))
        { New-Invoice -ClientTaxNumber B12345674 -Name X -UnitPrice 1 -ErrorAction Stop } | Should -Throw '*more than one*'
    }

    It 'does not take an id with zeros in front for the id' {
        { Get-InvoiceClient "00$($client.Id)" -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,*'
    }

    It 'refuses text that is the name of one client and the id of another' {
        $digits = New-InvoiceClient -Name $client.Id -Country $client.Country
        { Get-InvoiceClient $client.Id -ErrorAction Stop } | Should -Throw '*more than one*' -ErrorId 'InvalidInput,*'
        $Error[0].Exception.Message | Should -Match ([regex]::Escape("id $($digits.Id)"))
        (Get-InvoiceClient -Id $client.Id).Name | Should -Be $client.Name
        (Get-InvoiceClient -Name $client.Id).Id | Should -Be $digits.Id
        $server.ClearRequests()
        { Set-InvoiceClient $client.Id -Phone 1 -ErrorAction Stop } | Should -Throw '*more than one*'
        (Get-Change $server).Count | Should -Be 0
    }

    It 'never names a client <Text>' -ForEach @(
        @{ Text = '501964843' }, @{ Text = 'C0999' }, @{ Text = 'ES-B12345678' }, @{ Text = '999' }
    ) {
        $server.ClearRequests()
        { New-Invoice -Client $Text -CreateMissing -Name X -UnitPrice 1 -ErrorAction Stop } | Should -Throw "*$Text*name*" -ErrorId 'NotFound,*'
        { New-Invoice -ClientTaxNumber $Text -CreateMissing -Name X -UnitPrice 1 -ErrorAction Stop } | Should -Throw
        (Get-Change $server).Count | Should -Be 0
    }

    It 'finds a document by <Key>' -ForEach @(
        @{ Key = 'number'; With = { @{ Number = $invoice.Number } } }
        @{ Key = 'id'; With = { @{ Id = $invoice.Id; Type = $invoice.Type } } }
        @{ Key = 'a row with its number'; With = { @{ Invoice = [pscustomobject]@{ Number = $invoice.Number; Type = $invoice.Type } } } }
        @{ Key = 'a row with its id'; With = { @{ Invoice = [pscustomobject]@{ Id = $invoice.Id; Type = $invoice.Type } } } }
        @{ Key = 'the object'; With = { @{ Invoice = $invoice } } }
    ) {
        $with = & $With
        @(Get-Invoice @with -ErrorAction Stop | Where-Object Type -EQ $invoice.Type).Id | Should -Be $invoice.Id
    }

    It 'takes an id for no number, and a number for no id' {
        { Get-Invoice -Number $invoice.Id -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,*'
        { Get-Invoice -Id '987654' -Type $invoice.Type -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,*'
    }

    It 'finds a document by its reference in <_>' -ForEach 'Get-Invoice', 'Set-Invoice', 'Export-InvoicePdf', 'Copy-Invoice', 'Complete-Invoice', 'Send-Invoice', 'Add-InvoicePayment', 'Remove-Invoice' {
        $info = Get-InvoiceProvider $provider
        if ($_ -in $info.Missing) { Set-ItResult -Skipped -Because "$provider has no $_"; return }
        $reference = "REF-$_-$provider"
        $made = New-TestDocument $provider $session $reference
        $common = @{ Reference = $reference; Session = $session; ErrorAction = 'Stop' }
        if ($_ -notin 'Get-Invoice', 'Export-InvoicePdf') { $common.WhatIf = $true }
        if ($_ -eq 'Get-Invoice') { (Get-Invoice @common).Id | Should -Be $made.Id; return }
        if ($_ -eq 'Export-InvoicePdf') { $common.OutFile = Join-Path $TestDrive "$provider.pdf"; $common.PollIntervalSec = 0.01 }
        if ($_ -eq 'Set-Invoice') { $common.Notes = 'changed' }
        if ($_ -eq 'Send-Invoice' -and $provider -ne 'SalenGo') { $common.To = 'a@example.com' }
        if ($_ -eq 'Copy-Invoice') { $common.Remove('Reference'); $common.Invoice = $reference }
        { & $_ @common } | Should -Not -Throw
        $common[$(if ($_ -eq 'Copy-Invoice') { 'Invoice' } else { 'Reference' })] = 'no such reference'
        { & $_ @common } | Should -Throw -ErrorId '*NotFound*'
    }

    It 'lists the documents of several clients, of a pattern, and of piped ones' {
        $two = @($clients | Where-Object { @(Get-Invoice -Client $_).Count -gt 0 } | Select-Object -First 2)
        $each = @($two | ForEach-Object { @(Get-Invoice -Client $_).Count })
        $sum = ($each | Measure-Object -Sum).Sum
        @(Get-Invoice -Client $two).Count | Should -Be $sum
        @($two | Get-Invoice).Count | Should -Be $sum
        @(Get-Invoice -Client "*$($two[0].Name.Substring(1, 6))*").Count | Should -BeGreaterOrEqual $each[0]
        @(Get-InvoiceClient "*$($two[0].Name.Substring(1, 6))*" | Get-Invoice).Count | Should -BeGreaterOrEqual $each[0]
    }

    It 'takes one document where a note corrects one' {
        { New-Invoice -ClientId $client.Id -Type CreditNote -For $invoice.Id, '2' -Name X -UnitPrice 1 -ErrorAction Stop } | Should -Throw '*One is needed*'
    }

    It 'shows what is owed and nothing else' {
        $owed = @(Get-Invoice -Open)
        $owed | ForEach-Object { $_.State | Should -Be 'Final'; $_.Type | Should -Not -BeIn 'CreditNote', 'Proforma', 'Quote', 'Receipt', 'InvoiceReceipt' }
        @(Get-Invoice -Overdue | Where-Object { -not ($_.DueDate -lt [datetime]::Today.AddDays(1)) }).Count | Should -Be 0
        @(Get-Invoice | Where-Object { $_.State -eq 'Final' -and $_.Type -eq 'Invoice' -and $_.Outstanding -ne 0 }).Count | Should -Be @($owed | Where-Object Type -EQ 'Invoice').Count
    }
}

Describe 'A number that is the id of another document at <_>' -ForEach 'SimplBooks', 'FACTURAgem', 'SalenGo' {
    BeforeAll {
        $provider = $_
        $server = Connect-TestSandbox @{ Provider = $provider; ClientCount = 2; InvoiceCount = 2 }
        $victim = @(Get-Invoice)[0]
        $field = @{ SimplBooks = 'Reference'; FACTURAgem = 'Number'; SalenGo = 'Number' }[$provider]
        $named = New-TestDocument $provider $server.Name $(if ($field -eq 'Reference') { $victim.Id } else { 'OTHER' }) $(if ($field -eq 'Number') { @{ Number = $victim.Id } } else { @{} })
    }
    AfterAll { Disconnect-All }

    It 'is refused as text and clear as -Number or -Id in <_>' -ForEach 'Get-Invoice', 'Remove-Invoice', 'Add-InvoicePayment' {
        $named.Number | Should -Be $victim.Id
        $with = @{ ErrorAction = 'Stop' }
        if ($_ -ne 'Get-Invoice') { $with.Confirm = $false }
        $server.ClearRequests()
        { & $_ $victim.Id @with } | Should -Throw '*more than one*' -ErrorId 'InvalidInput,*'
        (Get-Change $server).Count | Should -Be 0
        (Get-Invoice -Number $victim.Id).Id | Should -Be $named.Id
        (Get-Invoice -Id $victim.Id -Type $victim.Type).Number | Should -Be $victim.Number
    }
}

Describe 'Parameters that name a record' {
    BeforeDiscovery {
        $keys = 'Id', 'Number', 'Reference', 'Code', 'TaxNumber', 'Name'
        $commands = Get-Command -Module Invoicing -CommandType Cmdlet -ErrorAction Ignore
    }

    It 'have no key as an alias: an alias does not tell which kind was meant' {
        $bad = foreach ($command in Get-Command -Module Invoicing -CommandType Cmdlet) {
            foreach ($parameter in $command.Parameters.Values) {
                $type = if ($parameter.ParameterType.IsGenericType) { $parameter.ParameterType.GetGenericArguments()[0] } elseif ($parameter.ParameterType.IsArray) { $parameter.ParameterType.GetElementType() } else { $parameter.ParameterType }
                if ($type.Name -in 'InvoiceIdentity', 'ClientIdentity', 'RecordIdentity') {
                    foreach ($alias in $parameter.Aliases | Where-Object { $_ -in 'Id', 'Number', 'Reference', 'Code', 'TaxNumber', 'Name' }) { "$($command.Name) -$($parameter.Name): $alias" }
                }
            }
        }
        $bad | Should -BeNullOrEmpty
    }
}
