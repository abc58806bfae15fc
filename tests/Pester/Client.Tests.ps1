BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $server = Connect-TestSandbox @{ ClientCount = 70 }
}

AfterAll { Disconnect-All }

Describe 'Get-InvoiceClient' {
    BeforeEach { $server.ClearRequests() }

    It 'makes one list request for the first client, assigned' {
        $first = Get-InvoiceClient | Select-Object -First 1
        $first.Name | Should -Be 'Padaria Central'
        Start-Sleep -Milliseconds 50
        (Get-Request $server '/clients.json').Count | Should -Be 1
    }

    It 'makes one list request for the first client, not assigned' {
        Get-InvoiceClient | Select-Object -First 1 | Out-Null
        Start-Sleep -Milliseconds 50
        (Get-Request $server '/clients.json').Count | Should -Be 1
    }

    It 'gets every page once' {
        @(Get-InvoiceClient).Count | Should -Be 70
        (Get-Request $server '/clients.json').Count | Should -Be 3
    }

    It 'asks for pages of the given size' {
        @(Get-InvoiceClient -PageSize 10).Count | Should -Be 70
        (Get-Request $server '/clients.json').Count | Should -Be 7
        $server.Requests[0].Query | Should -Match 'per_page=10'
    }

    It 'takes the way <Way> to name a client' -ForEach @(
        @{ Way = 'position, name'; Get = { Get-InvoiceClient 'Padaria Central' }; Most = 2 }
        @{ Way = 'position, code'; Get = { Get-InvoiceClient C0001 }; Most = 2 }
        @{ Way = 'position, id'; Get = { Get-InvoiceClient $id }; Most = 6 }
        @{ Way = '-Name'; Get = { Get-InvoiceClient -Name 'Padaria Central' } }
        @{ Way = '-Code'; Get = { Get-InvoiceClient -Code C0001 } }
        @{ Way = '-Id'; Get = { Get-InvoiceClient -Id $id } }
        @{ Way = 'pipeline, text'; Get = { 'Padaria Central' | Get-InvoiceClient }; Most = 2 }
        @{ Way = 'pipeline, number'; Get = { [long]$id | Get-InvoiceClient }; Most = 6 }
        @{ Way = 'pipeline, row with Code'; Get = { [pscustomobject]@{ Code = 'C0001'; Name = 'whatever' } | Get-InvoiceClient } }
        @{ Way = 'pipeline, row with Name'; Get = { [pscustomobject]@{ Name = 'Padaria Central' } | Get-InvoiceClient } }
        @{ Way = 'pipeline, row with empty Code'; Get = { [pscustomobject]@{ Code = ''; Name = 'Padaria Central' } | Get-InvoiceClient } }
        @{ Way = 'pipeline, row with Id'; Get = { [pscustomobject]@{ Id = $id } | Get-InvoiceClient } }
        @{ Way = 'pipeline, object'; Get = { $known | Get-InvoiceClient } }
        @{ Way = 'hashtable'; Get = { Get-InvoiceClient @{ Code = 'C0001' } } }
    ) {
        $known = Get-InvoiceClient -Code C0001
        $id = $known.Id
        $server.ClearRequests()
        $found = @(& $Get)
        $found.Count | Should -Be 1
        $found[0].Name | Should -Be 'Padaria Central'
        $most = 1
        if ($_.ContainsKey('Most')) { $most = $_.Most }
        $server.Requests.Count | Should -BeLessOrEqual $most
    }

    It 'lists and filters for a name with wildcards' {
        $all = @(Get-InvoiceClient)
        $want = @($all | Where-Object Name -like 'o*')
        $want.Count | Should -BeGreaterThan 1
        @(Get-InvoiceClient 'o*').Name | Should -Be $want.Name
        @(Get-InvoiceClient -Name 'o*').Name | Should -Be $want.Name
    }

    It 'gives nothing and no error for wildcards that match nothing' {
        @(Get-InvoiceClient 'zzz*' -ErrorAction Stop).Count | Should -Be 0
    }

    It 'reports each missing one and goes on with the others' {
        $found = Get-InvoiceClient nobody, 'Padaria Central', nothing -ErrorAction SilentlyContinue -ErrorVariable problems
        $found.Name | Should -Be 'Padaria Central'
        $problems.Count | Should -Be 2
        $problems[0].FullyQualifiedErrorId | Should -Be 'NotFound,Invoicing.Commands.GetInvoiceClientCommand'
        $problems[0].TargetObject | Should -Be 'nobody'
        $problems[1].TargetObject | Should -Be 'nothing'
    }

    It 'refuses what cannot name a client' {
        { Get-InvoiceClient @{ Colour = 'red' } -ErrorAction Stop } | Should -Throw -ErrorId 'ParameterArgumentTransformationError*'
        { Get-InvoiceClient -PageSize 0 } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
        $server.Requests.Count | Should -Be 0
    }
}

Describe 'New-InvoiceClient' {
    It 'makes clients from CSV rows and passes them on' {
        $made = @('Name,Code,Email', 'A,1,a@example.com', 'B,2,b@example.com' | ConvertFrom-Csv | New-InvoiceClient | Get-InvoiceClient)
        $made.Name | Should -Be 'A', 'B'
        $made.Code | Should -Be '1', '2'
        $made.Email | Should -Be 'a@example.com', 'b@example.com'
    }

    It 'reads every column of an exported client' {
        $server.ClearRequests()
        $client = New-InvoiceClient -Name 'Full' -Code FULL-1 -TaxNumber 509000002 -Email full@example.com -Phone 210000000 -Fax 210000001 `
            -Website https://example.com -Address 'Rua 1' -City Porto -PostalCode 4000-001 -Country PT -Language pt -PaymentDays 15 -CopyCount 2 `
            -TaxExemption M07 -ContactName Someone -ContactEmail some@example.com -ContactPhone 910000000 -Notes 'a note'
        $csv = Join-Path $TestDrive full.csv
        $client | Export-Csv $csv -NoTypeInformation -Encoding UTF8
        $other = Connect-TestSandbox @{ ClientCount = 0; InvoiceCount = 0 }
        $copy = Import-Csv $csv | New-InvoiceClient
        Get-InvoiceSession $other.Name | Disconnect-InvoiceProvider
        $other.Stop()
        Restore-TestSession $server
        foreach ($field in 'Name', 'Code', 'TaxNumber', 'Email', 'Phone', 'Fax', 'Website', 'Address', 'City', 'PostalCode', 'Country', 'Language',
            'PaymentDays', 'CopyCount', 'TaxExemption', 'ContactName', 'ContactEmail', 'ContactPhone', 'Notes') {
            $copy.$field | Should -Be $client.$field -Because $field
            $copy.$field | Should -Not -BeNullOrEmpty -Because $field
        }
    }

    It 'takes an empty cell for no value' {
        $server.ClearRequests()
        $client = 'Name,Code,Email,PaymentDays,CopyCount,Country', 'Hollow,,,,,' | ConvertFrom-Csv | New-InvoiceClient
        $client.Code | Should -BeNullOrEmpty
        $sent = (Get-Request $server '/clients.json' POST)[0].Body | ConvertFrom-Json
        $names = $sent.client.PSObject.Properties | Where-Object { $null -ne $_.Value } | ForEach-Object Name
        $names | Should -Be 'name'
    }

    It 'refuses a bad row before it is sent, with the row, and makes the others' {
        $server.ClearRequests()
        $rows = @(
            [pscustomobject]@{ Name = 'Good one'; TaxNumber = '509000010'; Country = 'Portugal' }
            [pscustomobject]@{ Name = 'Bad tax number'; TaxNumber = '509000011'; Country = 'Portugal' }
            [pscustomobject]@{ Name = 'x' * 101; TaxNumber = ''; Country = '' }
            [pscustomobject]@{ Name = ''; TaxNumber = ''; Country = 'Portugal' }
            [pscustomobject]@{ Name = 'Good two'; TaxNumber = 'X-99'; Country = 'Brazil' }
        )
        $made = @($rows | New-InvoiceClient -ErrorAction SilentlyContinue -ErrorVariable problems)
        $made.Name | Should -Be 'Good one', 'Good two'
        $problems.Count | Should -Be 3
        for ($i = 0; $i -lt 3; $i++) { $problems[$i].TargetObject.Name | Should -Be $rows[$i + 1].Name }
        $problems[0].FullyQualifiedErrorId | Should -Be 'InvalidInput,Invoicing.Commands.NewInvoiceClientCommand'
        $problems[0].Exception.FieldErrors[0].Field | Should -Be 'TaxNumber'
        (Get-Change $server).Count | Should -Be 2
    }

    It 'passes on that a name is taken' {
        $row = [pscustomobject]@{ Name = 'Padaria Central' }
        $row | New-InvoiceClient -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -Be 'ValidationFailed,Invoicing.Commands.NewInvoiceClientCommand'
        $problems[0].TargetObject.Name | Should -Be 'Padaria Central'
    }

    It 'refuses a value that is no number of days' {
        $rows = 'Name,PaymentDays', 'Days A,"1,5"', 'Days B,soon', 'Days C,10' | ConvertFrom-Csv
        $made = @($rows | New-InvoiceClient -ErrorAction SilentlyContinue -ErrorVariable problems)
        $made.Name | Should -Be 'Days C'
        $problems.Count | Should -Be 2
        $problems[0].TargetObject.Name | Should -Be 'Days A'
    }

    It 'makes a client once although every answer is lost' {
        try {
            Set-Fault $server 'LostAnswer@/clients.json#1'
            $made = New-InvoiceClient -Name 'Lost and found' -ErrorAction Stop
        }
        finally {
            Set-Fault $server
        }

        $made.Id | Should -Not -BeNullOrEmpty
        @(Get-InvoiceClient | Where-Object Name -eq 'Lost and found').Count | Should -Be 1
    }
}

Describe 'Set-InvoiceClient' {
    It 'changes what is given and keeps everything else' {
        $before = Get-InvoiceClient -Code C0002
        $after = $before | Set-InvoiceClient -Phone 220000000 -PassThru
        $after.Phone | Should -Be '220000000'
        foreach ($property in $before.PSObject.Properties.Name | Where-Object { $_ -notin 'Phone', 'Extra' }) {
            $after.$property | Should -Be $before.$property -Because $property
        }

        $after.Extra.ToString() | Should -Be $before.Extra.ToString()
    }

    It 'takes the way <Way> to name a client' -ForEach @(
        @{ Way = 'code'; Set = { Set-InvoiceClient C0003 -Fax $fax } }
        @{ Way = 'name'; Set = { Set-InvoiceClient 'Livraria da Ribeira' -Fax $fax } }
        @{ Way = 'id'; Set = { Set-InvoiceClient -Id (Get-InvoiceClient -Code C0003).Id -Fax $fax } }
        @{ Way = 'row'; Set = { [pscustomobject]@{ Code = 'C0003'; Fax = $fax } | Set-InvoiceClient } }
        @{ Way = 'object'; Set = { Get-InvoiceClient -Code C0003 | Set-InvoiceClient -Fax $fax } }
        @{ Way = 'changed object'; Set = { $c = Get-InvoiceClient -Code C0003; $c.Fax = $fax; $c | Set-InvoiceClient } }
    ) {
        $fax = '21' + (Get-Random -Minimum 1000000 -Maximum 9999999)
        & $Set | Should -BeNullOrEmpty
        (Get-InvoiceClient -Code C0003).Fax | Should -Be $fax
    }

    It 'takes a value away for an empty cell, and keeps what has no column' {
        $null = Set-InvoiceClient C0004 -Phone 1234 -Notes keep
        [pscustomobject]@{ Code = 'C0004'; Phone = '' } | Set-InvoiceClient
        $now = Get-InvoiceClient -Code C0004
        $now.Phone | Should -BeNullOrEmpty
        $now.Notes | Should -Be keep
    }

    It 'can rename a client by its code' {
        [pscustomobject]@{ Code = 'C0005'; Name = 'New name' } | Set-InvoiceClient
        (Get-InvoiceClient -Code C0005).Name | Should -Be 'New name'
    }

    It 'reports each row that names nobody, and changes the others' {
        $rows = 'Code,Phone', 'C0006,1', 'C9999,2', 'C0007,3' | ConvertFrom-Csv
        $rows | Set-InvoiceClient -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
        $problems[0].TargetObject.Code | Should -Be C9999
        (Get-InvoiceClient -Code C0007).Phone | Should -Be '3'
    }
}
