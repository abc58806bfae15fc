# A sandbox that is a copy of an account: what it holds, what is masked, and that nothing goes to the account.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $providers = @((Get-InvoiceProvider).Name | ForEach-Object { @{ Provider = $_ } })
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $personal = 'Name', 'TaxNumber', 'RegistrationNumber', 'Email', 'Phone', 'Fax', 'Website', 'Address', 'City', 'PostalCode', 'ContactName', 'ContactEmail', 'ContactPhone', 'Notes'

    # The tax number of a consumer who gives none.
    $nobody = '999999990'
    function Get-Client($Session) { @(Get-InvoiceClient -Session $Session | ForEach-Object { Get-InvoiceClient -Id $_.Id -Session $Session } | Sort-Object { [long]("$($_.Id)" -replace '-.*') }) }
    function Connect-Copy([hashtable] $With) {
        $settings = if ($Provider -eq 'SalenGo') { @{ RequestsPerDay = 0 } } else { @{} }
        $box = Start-InvoiceSandbox -RequestsPerMinute 0 -PollsUntilReady 1 -Setting $settings -WarningAction SilentlyContinue @With
        [pscustomobject]@{ Server = $box; Session = $box | Connect-InvoiceProvider -Name $box.Name -SkipTest -RequestsPerMinute 0 -SettleTimeSec 0.2 }
    }
    function Get-Book($Session) {
        @(Get-Invoice -Session $Session -Type (Get-Invoice -Session $Session).Type | Sort-Object { [long]$_.Id } |
            ForEach-Object { "$($_.Id) $($_.Type) $($_.State) $($_.Number) $($_.Reference) $($_.Date.ToString('yyyy-MM-dd')) $($_.Total) $($_.Outstanding) $("$($_.ClientId)" -replace '-.*')" })
    }
}

AfterAll { Disconnect-All }

Describe 'A copy of an account at <Provider>' -ForEach $providers {
    BeforeAll {
        $settings = if ($Provider -eq 'SalenGo') { @{ RequestsPerDay = 0 } } else { @{} }
        $server = Connect-TestSandbox @{ Provider = $Provider; InvoiceCount = 30; Setting = $settings }
        $own = Get-InvoiceSession $server.Name
        $folder = Join-Path $TestDrive $Provider
        $null = Export-InvoiceArchive $folder -NoPdf -NoXml -NoQrCode -NoSaft -Session $own
        $clients = Get-Client $own
        $server.ClearRequests()
        $fromArchive = Connect-Copy @{ From = $folder }
        $asked = $server.Requests.Count
        $fromSession = Connect-Copy @{ From = $own }
        $reads = @($server.Requests)
        $whole = Connect-Copy @{ From = $folder; KeepPersonalData = $true }
    }

    AfterAll { Disconnect-All }

    It 'only reads, and from an archive asks nothing' {
        $asked | Should -Be 0
        $reads.Count | Should -BeGreaterThan 0
        Get-Change ([pscustomobject]@{ Requests = $reads }) | Should -BeNullOrEmpty
    }

    It 'holds the documents with their numbers, states, totals and what is open' {
        foreach ($copy in $fromArchive, $fromSession, $whole) { Get-Book $copy.Session | Should -Be (Get-Book $own) }
    }

    It 'holds the lines' {
        $lines = { param($Session) @(Get-Invoice -Session $Session | Sort-Object { [long]$_.Id } | ForEach-Object { Get-Invoice -Id $_.Id -Type $_.Type -Session $Session } | ForEach-Object { "$($_.Id): $($_.Lines -join '; ') $($_.Lines.TaxRate) $($_.Lines.Discount)" }) }
        & $lines $fromArchive.Session | Should -Be (& $lines $own)
    }

    It 'holds taxes, items, series and payments' {
        foreach ($noun in 'InvoiceTax', 'InvoiceItem', 'InvoiceSequence', 'InvoicePayment') {
            if ((Get-InvoiceProvider $Provider -Cmdlet "Get-$noun").Supported -contains $false) { continue }
            $show = { param($Session) @(& "Get-$noun" -Session $Session -ErrorAction Stop | Sort-Object { [long]$_.Id } | ForEach-Object { "$($_.Id) $_ $($_.Rate) $($_.UnitPrice) $($_.Date) $($_.Counters -join '; ')" }) }
            try { $expected = & $show $own } catch [Invoicing.InvoicingException] { continue }
            & $show $fromArchive.Session | Should -Be $expected
        }
    }

    It 'masks people, each the same everywhere' {
        $masked = Get-Client $fromArchive.Session
        $masked.Count | Should -Be $clients.Count
        for ($i = 0; $i -lt $clients.Count; $i++) {
            foreach ($field in $personal) {
                if ($clients[$i].$field -and $clients[$i].$field -ne $nobody) { $masked[$i].$field | Should -Not -Be $clients[$i].$field -Because $field }
            }

            "$($masked[$i].Country) $($masked[$i].Code) $($masked[$i].PaymentDays)" | Should -Be "$($clients[$i].Country) $($clients[$i].Code) $($clients[$i].PaymentDays)"
            if ($clients[$i].TaxNumber -and [Invoicing.TaxNumbers]::IsValid($clients[$i].TaxNumber, $clients[$i].Country)) {
                [Invoicing.TaxNumbers]::IsValid($masked[$i].TaxNumber, $masked[$i].Country) | Should -BeTrue
            }
        }

        @($masked.Name | Sort-Object -Unique).Count | Should -Be $clients.Count
        foreach ($document in Get-Invoice -Session $fromArchive.Session) {
            $document.ClientName | Should -Be ($masked | Where-Object { ("$($_.Id)" -replace '-.*') -eq ("$($document.ClientId)" -replace '-.*') }).Name
        }
    }

    It 'has nothing of people in any answer' {
        $answers = @(Get-Client $fromArchive.Session; Get-Invoice -Session $fromArchive.Session) | ConvertTo-Json -Depth 6
        foreach ($client in $clients) {
            foreach ($field in 'Name', 'Email', 'Address', 'TaxNumber') {
                if ($client.$field -and $client.$field -ne $nobody) { $answers.Contains("`"$($client.$field)`"") | Should -BeFalse -Because "$field $($client.$field)" }
            }
        }
    }

    It 'keeps people with -KeepPersonalData' {
        $kept = Get-Client $whole.Session
        foreach ($field in 'Name', 'TaxNumber', 'Email', 'Address', 'City', 'PostalCode', 'Country', 'Phone') { @($kept | ForEach-Object $field) | Should -Be @($clients | ForEach-Object $field) -Because $field }
    }

    It 'has no key of the account, and sends no e-mail' {
        $fromArchive.Server.ApiKey | Should -Not -Be $server.ApiKey
        if ($Provider -in 'InvoiceXpress', 'SalenGo') {
            $null = Get-Invoice -State Final -Session $fromArchive.Session | Select-Object -First 1 | Send-Invoice -ErrorAction SilentlyContinue
        }

        $server.Emails.Count | Should -Be 0
    }
}

Describe 'The errors of a copy' {
    BeforeAll {
        $server = Connect-TestSandbox @{ InvoiceCount = 2 }
    }

    AfterAll { Disconnect-All }

    It 'tells what is neither an archive nor a session' {
        $fault = { Start-InvoiceSandbox -From nothing-of-that-name -ErrorAction Stop } | Should -Throw -ErrorId 'NotFound,*' -PassThru
        "$fault" | Should -BeLike '*neither the folder of an archive nor a session*'
    }

    It 'refuses counts of an invented company' {
        { Start-InvoiceSandbox -From $server.Name -ClientCount 2 -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidInput,*'
    }

    It 'refuses another provider' {
        { Start-InvoiceSandbox SimplBooks -From $server.Name -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidInput,*'
    }

    It 'refuses an archive that was changed' {
        $folder = Join-Path $TestDrive changed
        $null = Export-InvoiceArchive $folder -NoPdf -NoQrCode -NoSaft
        Add-Content (Get-ChildItem (Join-Path $folder clients) | Select-Object -First 1).FullName ' '
        { Start-InvoiceSandbox -From $folder -ErrorAction Stop } | Should -Throw -ErrorId 'InvalidFile,*'
        (Get-InvoiceSandbox).Count | Should -Be 1
    }
}
