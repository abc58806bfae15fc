# A record of one account never acts in another one: its id means something else there. Every cmdlet that takes a record, at every provider. New
# cmdlets are found by the types of their parameters.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $changing = 'Set', 'Remove', 'Add', 'Complete', 'Send', 'Register', 'Unregister', 'Confirm'
    $cases = foreach ($provider in Get-InvoiceProvider) {
        foreach ($command in Get-Command -Module Invoicing -CommandType Cmdlet | Where-Object { $_.Name -in $provider.Command -and $_.Parameters.ContainsKey('Session') }) {
            foreach ($parameter in $command.Parameters.Values) {
                $type = if ($parameter.ParameterType.IsGenericType) { $parameter.ParameterType.GetGenericArguments()[0] } elseif ($parameter.ParameterType.IsArray) { $parameter.ParameterType.GetElementType() } else { continue }
                $kind = switch ($type.Name) { 'InvoiceIdentity' { 'Invoice' } 'ClientIdentity' { 'InvoiceClient' } 'RecordIdentity' { $command.Noun } default { $null } }
                if ($parameter.Name -eq 'Purchase') { $kind = 'InvoicePurchase' }
                $piped = @($parameter.Attributes | Where-Object { $_ -is [Parameter] -and $_.ValueFromPipeline }).Count -gt 0
                if (-not $kind -or -not $piped -or "Get-$kind" -notin $provider.Command) { continue }
                @{ Provider = $provider.Name; Command = $command.Name; Parameter = $parameter.Name; Kind = $kind; Changes = $command.Verb -in $changing }
            }
        }
    }
    $byProvider = $cases | Group-Object { $_.Provider } | ForEach-Object { @{ Provider = $_.Name; Cases = @($_.Group) } }
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $values = @{
        Note = 'n'; Amount = 1; Date = '2026-03-10'; Type = 'Payment'; State = 'Sent'; Code = 'x'; Reason = 'r'; Default = $true; To = 'a@example.com'; Related = $null
    }

    # The other values that a cmdlet needs, mandatory ones and those that every row must have.
    function Get-Needed {
        param($Command, [string] $Beside)
        $with = @{}
        foreach ($parameter in $Command.Parameters.Values | Where-Object Name -NE $Beside) {
            $in = @($parameter.Attributes | Where-Object { $_ -is [Parameter] -and $_.ParameterSetName -in '__AllParameterSets', $Command.DefaultParameterSet, $Beside })
            $isNeeded = @($parameter.Attributes | Where-Object { $_.GetType().Name -eq 'NeededAttribute' }).Count -gt 0
            if ($in.Count -gt 0 -and ($isNeeded -or @($in | Where-Object Mandatory).Count -gt 0)) { $with[$parameter.Name] = $values[$parameter.Name] }
        }

        if ($Command.Parameters.ContainsKey('OutFile')) { $with.OutFile = Join-Path $TestDrive 'file.out' }
        if ($Command.Parameters.ContainsKey('Confirm')) { $with.Confirm = $false }
        $with
    }
}

AfterAll { Disconnect-All }

Describe 'Records of another account at <Provider>' -ForEach $byProvider {
    BeforeAll {
        $here = Connect-TestSandbox @{ Provider = $Provider; ClientCount = 4; InvoiceCount = 4 }
        $there = Connect-TestSandbox @{ Provider = $Provider; ClientCount = 4; InvoiceCount = 4 }
        $records = @{}
    }
    AfterAll { Disconnect-All }

    It '<Command> -<Parameter>' -ForEach $Cases {
        if (-not $records.ContainsKey($Kind)) {
            # Notes are read with their client, adjustments too; a kind without any record has nothing to show.
            $records[$Kind] = try { & "Get-$Kind" -Session $here.Name -ErrorAction Stop | Select-Object -First 1 } catch { $null }
        }

        $record = $records[$Kind]
        if (-not $record) { Set-ItResult -Skipped -Because "the sandbox of $Provider has no $Kind"; return }
        $record.Origin | Should -Match "^$Provider/.*/$([regex]::Escape($here.Name))`$"
        $with = Get-Needed (Get-Command $Command) $Parameter
        $there.ClearRequests()
        $here.ClearRequests()
        $problem = $null
        $output = @(try { $record | & $Command @with -Session $there.Name -ErrorAction Stop } catch { $problem = $_ })
        if ($Changes) {
            $problem | Should -Not -BeNullOrEmpty
            $problem.FullyQualifiedErrorId | Should -BeLike 'InvalidInput,*' -Because $problem.Exception.Message
            $problem.Exception.Message | Should -Match 'belongs to'
            $there.Requests.Count | Should -Be 0
            return
        }

        # What is read is what the record is to people; or there is none.
        (Get-Change $here).Count | Should -Be 0
        if ($problem) { $problem.FullyQualifiedErrorId | Should -Match '^(NotFound|InvalidInput|ValidationFailed|NotSupported|FileFailed),' -Because $problem.Exception.Message }
        $output | Where-Object { $_.Origin } | ForEach-Object { $_.Origin | Should -BeLike "*/$($there.Name)" }
    }

    It 'finds the client of another account by tax number, and never by its id' {
        $mine = New-InvoiceClient -Session $here.Name -Name 'Wandering company' -TaxNumber $(if ($Provider -eq 'InvoiceXpress') { '501964843' } else { 'EE100247019' }) -Country $(if ($Provider -eq 'InvoiceXpress') { 'PT' } else { 'EE' })
        $stranger = New-InvoiceClient -Session $there.Name -Name 'A stranger' -Country $mine.Country
        { $mine | Get-InvoiceClient -Session $there.Name -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,*'
        { New-Invoice -Client $mine -Session $there.Name -Name X -UnitPrice 1 -Confirm:$false -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,*'
        $same = New-InvoiceClient -Session $there.Name -Name 'Wandering company, renamed' -TaxNumber $mine.TaxNumber -Country $mine.Country
        ($mine | Get-InvoiceClient -Session $there.Name).Id | Should -Be $same.Id
        $same.Id | Should -Not -Be $stranger.Id
    }

    It 'comes back from <How> to its own account, and to no other' -ForEach @(
        @{ How = 'Clixml'; Do = { $file = Join-Path $TestDrive 'record.xml'; $record | Export-Clixml $file; Import-Clixml $file } }
        @{ How = 'JSON'; Do = { $record | ConvertTo-Json -Depth 6 -WarningAction SilentlyContinue | ConvertFrom-Json } }
        @{ How = 'CSV'; Do = { $file = Join-Path $TestDrive 'record.csv'; $record | Export-Csv $file -NoTypeInformation -Encoding UTF8; Import-Csv $file } }
    ) {
        $record = New-InvoiceClient -Session $here.Name -Name "Traveller $How" -Country ES
        $back = & $Do
        ($back | Set-InvoiceClient -Session $here.Name -Phone 123 -PassThru -WarningAction SilentlyContinue).Id | Should -Be $record.Id
        ($back | Set-InvoiceClient -Phone 124 -PassThru -WarningAction SilentlyContinue).Id | Should -Be $record.Id
        $there.ClearRequests()
        { $back | Set-InvoiceClient -Session $there.Name -Phone 125 -ErrorAction Stop } | Should -Throw '*belongs to*' -ErrorId 'InvalidInput,*'
        $there.Requests.Count | Should -Be 0
        $document = @(Get-Invoice -Session $here.Name)[0]
        $record = $document
        $back = & $Do
        ($back | Get-Invoice -Session $here.Name).Id | Should -Be $document.Id
        { $back | Remove-Invoice -Session $there.Name -Confirm:$false -ErrorAction Stop } | Should -Throw '*belongs to*'
        $there.Requests.Count | Should -Be 0
    }
}

Describe 'A session' {
    BeforeAll { $server = Connect-TestSandbox @{ ClientCount = 1; InvoiceCount = 0 } }
    AfterAll { Disconnect-All }

    It 'that is $null or unknown is an error of <Name>' -ForEach @(Get-Command -Module Invoicing -CommandType Cmdlet | Where-Object { $_.Parameters.ContainsKey('Session') } | ForEach-Object { @{ Name = $_.Name } }) {
        # Binding ends before any other parameter is asked for: nothing is sent to the default session.
        $set = (Get-Command $Name).Parameters['Session']
        $set.Attributes | Where-Object { $_.GetType().Name -eq 'SessionTransformationAttribute' } | Should -Not -BeNullOrEmpty
    }

    It '$null and unknown names send nothing' {
        $server.ClearRequests()
        { Get-InvoiceClient -Session $null -ErrorAction Stop } | Should -Throw '*$null*'
        { Get-InvoiceClient -Session nobody -ErrorAction Stop } | Should -Throw '*nobody*'
        { Disconnect-InvoiceProvider $null -ErrorAction Stop } | Should -Throw
        $server.Requests.Count | Should -Be 0
    }

    It 'that was serialised says how to connect' {
        $file = Join-Path $TestDrive session.xml
        Get-InvoiceSession $server.Name | Export-Clixml $file
        { Get-InvoiceClient -Session (Import-Clixml $file) -ErrorAction Stop } | Should -Throw '*Connect-InvoiceProvider*InvoiceXpress*'
    }
}

Describe 'Records that move' {
    BeforeAll {
        $lisbon = Connect-TestSandbox @{ Provider = 'InvoiceXpress'; ClientCount = 3; InvoiceCount = 2 }
        $tallinn = Connect-TestSandbox @{ Provider = 'SimplBooks'; ClientCount = 3; InvoiceCount = 2 }
        $madrid = Connect-TestSandbox @{ Provider = 'FACTURAgem'; ClientCount = 3; InvoiceCount = 2 }
    }
    AfterAll { Disconnect-All }

    It 'are whole: a client of FACTURAgem keeps its tax number' {
        $source = Get-InvoiceClient -Session $madrid.Name -Detailed | Where-Object TaxNumber | Select-Object -First 1
        $summary = Get-InvoiceClient -Session $madrid.Name | Where-Object Id -EQ $source.Id
        $made = $summary | New-InvoiceClient -Session $lisbon.Name -WarningAction SilentlyContinue
        $made.TaxNumber | Should -Be $source.TaxNumber
        $made.Country | Should -Be $source.Country
    }

    It 'take the tax that -TaxMap says, and are refused where a rate has none' {
        $draft = New-Invoice -Session $lisbon.Name -ClientCode C0001 -Name SVC -UnitPrice 10 -Tax IVA23
        { $draft | Copy-Invoice -Session $tallinn.Name -Confirm:$false -ErrorAction Stop } | Should -Throw
        $client = Get-InvoiceClient -Session $lisbon.Name -Code C0001
        $null = New-InvoiceClient -Session $tallinn.Name -Name $client.Name -Country EE
        { $draft | Copy-Invoice -Session $tallinn.Name -Confirm:$false -ErrorAction Stop -WarningAction SilentlyContinue } | Should -Throw '*23*'
        $copy = $draft | Copy-Invoice -Session $tallinn.Name -TaxMap @{ IVA23 = '24' } -Confirm:$false -WarningAction SilentlyContinue
        $copy.Lines[0].TaxRate | Should -Be 24
        $copy.ClientName | Should -Be $client.Name
    }
}
