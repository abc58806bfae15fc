# The same line again finishes what is missing and does nothing twice; and what binds asks first.

BeforeDiscovery {
    $providers = @(
        @{ Provider = 'InvoiceXpress'; Tax = 'IVA23' }, @{ Provider = 'SimplBooks'; Tax = '24' }, @{ Provider = 'FACTURAgem'; Tax = '21' }, @{ Provider = 'SalenGo'; Tax = '21' }
    )

    # One line a provider and a change: the state of the document, and true where it asks.
    $binding = @(
        @{ Provider = 'InvoiceXpress'; Name = 'New-Invoice'; Asks = $false }, @{ Provider = 'SimplBooks'; Name = 'New-Invoice'; Asks = $true }
        @{ Provider = 'FACTURAgem'; Name = 'New-Invoice'; Asks = $true }, @{ Provider = 'SalenGo'; Name = 'New-Invoice'; Asks = $false }
        @{ Provider = 'InvoiceXpress'; Name = 'Copy-Invoice'; Asks = $false }, @{ Provider = 'SimplBooks'; Name = 'Copy-Invoice'; Asks = $true }
        @{ Provider = 'FACTURAgem'; Name = 'Copy-Invoice'; Asks = $true }, @{ Provider = 'SalenGo'; Name = 'Copy-Invoice'; Asks = $false }
        @{ Provider = 'SimplBooks'; Name = 'Set-Invoice'; Asks = $true }, @{ Provider = 'FACTURAgem'; Name = 'Set-Invoice'; Asks = $true }
        @{ Provider = 'SalenGo'; Name = 'Set-Invoice'; Asks = $true }, @{ Provider = 'InvoiceXpress'; Name = 'Set-Invoice draft'; Asks = $false }
        @{ Provider = 'SalenGo'; Name = 'Set-Invoice draft'; Asks = $false }
        @{ Provider = 'InvoiceXpress'; Name = 'Add-InvoicePayment'; Asks = $true }, @{ Provider = 'SimplBooks'; Name = 'Add-InvoicePayment'; Asks = $false }
        @{ Provider = 'SalenGo'; Name = 'Add-InvoicePayment'; Asks = $false }
        @{ Provider = 'InvoiceXpress'; Name = 'Send-Invoice'; Asks = $true }, @{ Provider = 'SalenGo'; Name = 'Send-Invoice'; Asks = $true }
        @{ Provider = 'InvoiceXpress'; Name = 'Complete-Invoice'; Asks = $true }, @{ Provider = 'SalenGo'; Name = 'Complete-Invoice'; Asks = $true }
        @{ Provider = 'SimplBooks'; Name = 'Import-InvoiceXml'; Asks = $true }
    ) | ForEach-Object { $_.Tax = @{ InvoiceXpress = 'IVA23'; SimplBooks = '24'; FACTURAgem = '21'; SalenGo = '21' }[$_.Provider]; $_ }
}

BeforeAll { . "$PSScriptRoot/Support.ps1" }
AfterAll { Disconnect-All }

Describe 'A document that has the reference already at <Provider>' -ForEach $providers {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = $Provider }
        $clients = @(Get-InvoiceClient | Select-Object -First 2)
        $row = @{ ClientId = $clients[0].Id; Reference = 'ENC-1'; Name = 'SVC'; Quantity = '2'; UnitPrice = '10'; Tax = $Tax }
        $made = [pscustomobject]$row | New-Invoice -SkipExisting
        function Copy-Row([hashtable] $With) {
            $changed = $row.Clone()
            foreach ($key in $With.Keys) { $changed[$key] = $With[$key] }
            [pscustomobject]$changed
        }
    }

    BeforeEach { $server.ClearRequests() }
    AfterAll { Disconnect-All }

    It 'is written, marked, where the row says the same' {
        $again = [pscustomobject]$row | New-Invoice -SkipExisting
        $again.Id | Should -Be $made.Id
        $made.IsExisting | Should -BeFalse
        $again.IsExisting | Should -BeTrue
        (Get-Change $server).Count | Should -Be 0
    }

    It 'is a conflict that names what differs: <Field>' -ForEach @(
        @{ Field = 'UnitPrice'; Value = '11'; Says = '*total is 2?.?0, not*UnitPrice is 10.00, not 11.00*' }, @{ Field = 'Quantity'; Value = '3'; Says = '*Quantity is 2.00, not 3.00*' }
        @{ Field = 'Name'; Value = 'OTHER'; Says = "*Name is 'SVC', not 'OTHER'*" }, @{ Field = 'Date'; Value = '2026-01-05'; Says = '*date is *, not 2026-01-05*' }
        @{ Field = 'ClientId'; Value = 'another'; Says = '*client is *' }, @{ Field = 'Line'; Value = 'two'; Says = '*number of lines is 1, not 2*' }
    ) {
        $other = switch ($Field) {
            'ClientId' { Copy-Row @{ ClientId = $clients[1].Id } }
            'Line' { [pscustomobject]@{ ClientId = $clients[0].Id; Reference = 'ENC-1'; Line = @(@{ Name = 'SVC'; Quantity = 1; UnitPrice = 10; Tax = $Tax }, @{ Name = 'SVC'; Quantity = 1; UnitPrice = 10; Tax = $Tax }) } }
            default { Copy-Row @{ $Field = $Value } }
        }
        $other | New-Invoice -SkipExisting -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'Conflict,*'
        "$($problems[0])" | Should -BeLike "Row 1 (ENC-1): *$Says"
        $problems[0].TargetObject.Reference | Should -Be 'ENC-1'
        $problems[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        (Get-Change $server).Count | Should -Be 0
    }

    It 'is rewritten with -Update while it is a draft, and never once it was issued' {
        $changed = Copy-Row @{ UnitPrice = '12' } | New-Invoice -Update -ErrorAction SilentlyContinue -ErrorVariable problems
        if ($made.State -eq 'Draft') {
            $problems.Count | Should -Be 0
            $changed.Id | Should -Be $made.Id
            ($made | Get-Invoice).Lines[0].UnitPrice | Should -Be 12
            $server.ClearRequests()
            $null = Copy-Row @{ UnitPrice = '12' } | New-Invoice -Update
            (Get-Change $server).Count | Should -Be 0
            $null = $changed | Complete-Invoice
            $null = Copy-Row @{ UnitPrice = '13' } | New-Invoice -Update -ErrorAction SilentlyContinue -ErrorVariable problems
        }

        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'Conflict,*'
        $problems[0].ErrorDetails.RecommendedAction | Should -BeLike '*credit note*'
        $server.ClearRequests()
        $null = Copy-Row @{ UnitPrice = '13' } | New-Invoice -Update -WhatIf -ErrorAction SilentlyContinue
        (Get-Change $server).Count | Should -Be 0
    }
}

Describe 'The same line again at <Provider>' -ForEach ($providers | Where-Object { $_.Provider -in 'InvoiceXpress', 'SalenGo' }) {
    BeforeEach {
        $server = Connect-TestSandbox @{ Provider = $Provider }
        $client = Get-InvoiceClient | Where-Object Email | Select-Object -First 1
        $rows = 1..3 | ForEach-Object { [pscustomobject]@{ ClientId = $client.Id; Reference = "AGAIN-$_"; Name = 'SVC'; UnitPrice = "$_"; Tax = $Tax } }
        function Invoke-Line { $rows | New-Invoice -SkipExisting -ErrorAction SilentlyContinue | Complete-Invoice -ErrorAction SilentlyContinue | Send-Invoice -PassThru -ErrorAction SilentlyContinue -WarningAction SilentlyContinue }
        function Get-Mailed { @(Get-Change $server | Where-Object { $_.Path -match 'email' -and $_.Status -lt 300 }).Count }
    }

    AfterEach { Disconnect-All }

    It 'changes nothing' {
        @(Invoke-Line).Count | Should -Be 3
        Get-Mailed | Should -Be 3
        $server.ClearRequests()
        $null = Invoke-Line
        (Get-Change $server).Count | Should -Be 0
    }

    It 'sends what was not sent, and only that, after e-mails failed' {
        Set-Fault $server 'ServerError:1@*email*'
        $null = Invoke-Line
        Set-Fault $server
        $before = Get-Mailed
        Resolve-InvoiceJournal -Answer Absent -WarningAction SilentlyContinue -ErrorAction SilentlyContinue
        $null = Get-InvoiceJournal -InDoubt | Resolve-InvoiceJournal -Answer Absent
        $server.ClearRequests()
        $null = Invoke-Line
        Get-Mailed | Should -Be (3 - $before)
        @(Get-Change $server | Where-Object Path -NotMatch 'email').Count | Should -Be 0
    }

    It 'finishes what was interrupted' {
        $null = $rows | New-Invoice -SkipExisting | Select-Object -First 1 | Complete-Invoice
        $null = $rows[1] | New-Invoice -SkipExisting
        $server.ClearRequests()
        @(Invoke-Line).Count | Should -Be 3
        Get-Mailed | Should -Be 3
        $there = @($rows | ForEach-Object { Get-Invoice -Reference $_.Reference })
        $there.Count | Should -Be 3
        $there.State | Sort-Object -Unique | Should -Be 'Final'
    }

    It 'enters no payment twice, unless -Force says so' {
        $invoice = $rows[2] | New-Invoice | Complete-Invoice
        $paid = [pscustomobject]@{ Id = $invoice.Id; Amount = '1'; Date = (Get-Date).ToString('yyyy-MM-dd') }
        $null = $paid | Add-InvoicePayment
        $server.ClearRequests()
        $paid | Add-InvoicePayment -WarningAction SilentlyContinue -WarningVariable warned | Should -BeNullOrEmpty
        "$warned" | Should -BeLike '*not entered again*-Force*'
        (Get-Change $server).Count | Should -Be 0
        $null = $paid | Add-InvoicePayment -Force
        (Get-Change $server).Count | Should -Be 1
    }

    It 'sends an e-mail again with -Force' {
        $invoice = $rows[0] | New-Invoice | Complete-Invoice
        $invoice | Send-Invoice
        $invoice | Send-Invoice -WarningAction SilentlyContinue -WarningVariable warned
        "$warned" | Should -BeLike '*not sent again*-Force*'
        Get-Mailed | Should -Be 1
        $invoice | Send-Invoice -Force
        Get-Mailed | Should -Be 2
    }
}

Describe '<Name> at <Provider>' -ForEach $binding {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = $Provider }
        $session = Get-InvoiceSession $server.Name
        $client = Get-InvoiceClient | Sort-Object { -not $_.Email } | Select-Object -First 1
        $draft = New-Invoice $client -Reference "BIND-1" -Line @{ Name = 'SVC'; Quantity = 2; UnitPrice = 10; Tax = $Tax }
        $invoice = if ($Name -match 'draft|Complete') { $draft } else { $draft | Complete-Invoice }
        $file = Join-Path $TestDrive 'bind.xml'
        if ($Name -eq 'Import-InvoiceXml') { $null = $invoice | Export-InvoiceXml -OutFile $file }
        $script = switch -Wildcard ($Name) {
            'New-Invoice' { 'New-Invoice $client -Session $session -Name SVC -UnitPrice 1 -Tax $tax' }
            'Copy-Invoice' { '$invoice | Copy-Invoice -Session $session' }
            'Set-Invoice*' { '$invoice | Set-Invoice -Session $session -Notes other' }
            'Add-InvoicePayment' { '$invoice | Add-InvoicePayment -Session $session -Amount 1' }
            'Send-Invoice' { '$invoice | Send-Invoice -Session $session -Force' }
            'Complete-Invoice' { '$invoice | Complete-Invoice -Session $session' }
            'Import-InvoiceXml' { 'Import-InvoiceXml $file -Session $session' }
        }
        $with = @{ client = $client; session = $session; invoice = $invoice; tax = $Tax; file = $file; before = '' }
    }

    BeforeEach { $server.ClearRequests() }
    AfterAll { Disconnect-All }

    It 'asks first where it binds, and says what to do where nobody answers' {
        $there = Invoke-Apart $script $with
        if ($Asks) {
            (Get-Change $server).Count | Should -Be 0
            $there.Error.Count | Should -Be 1
            $there.Error[0].FullyQualifiedErrorId | Should -BeLike 'InvalidInput,*'
            $there.Error[0].ErrorDetails.RecommendedAction | Should -BeLike '*-Confirm:$false*'
        }
        else {
            $there.Error.Count | Should -Be 0
            (Get-Change $server).Count | Should -Be 1
        }
    }

    It 'does not ask with -Confirm:$false, nor with $ConfirmPreference None' {
        if ($Name -eq 'Complete-Invoice') {
            (Invoke-Apart "$script -Confirm:`$false" $with).Error.Count | Should -Be 0
            (Get-Change $server).Count | Should -Be 1
            return
        }

        (Invoke-Apart "$script -Confirm:`$false" $with).Error.Count | Should -Be 0
        (Invoke-Apart "`$ConfirmPreference = 'None'; $script" $with).Error.Count | Should -Be 0
        (Get-Change $server).Count | Should -Be 2
    }

    It 'shows it with -WhatIf and asks nothing' {
        (Invoke-Apart "$script -WhatIf" $with).Error.Count | Should -Be 0
        (Get-Change $server).Count | Should -Be 0
    }
}
