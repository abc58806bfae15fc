BeforeDiscovery {
    # One line for each cmdlet that changes something; the list is held against the module below.
    $changes = @(
        @{ Name = 'New-InvoiceClient'; Do = { New-InvoiceClient -Name WhatIf @with } }
        @{ Name = 'Set-InvoiceClient'; Do = { $client | Set-InvoiceClient -Phone 1 @with } }
        @{ Name = 'Remove-InvoiceClient'; Do = { Remove-InvoiceClient $theirClient -Session $there @with }; High = $true }
        @{ Name = 'New-Invoice'; Do = { New-Invoice -ClientCode C0001 -Name SVC -Quantity 3 -UnitPrice 10 -Tax IVA23 @with }; Shows = '36.90' }
        @{ Name = 'Set-Invoice'; Do = { $draft | Set-Invoice -Notes x @with } }
        @{ Name = 'Copy-Invoice'; Do = { $draft | Copy-Invoice @with }; Shows = '24.60' }
        @{ Name = 'Complete-Invoice'; Do = { $draft | Complete-Invoice @with }; High = $true; Shows = '24.60' }
        @{ Name = 'Remove-Invoice'; Do = { $draft | Remove-Invoice @with }; High = $true }
        @{ Name = 'Send-Invoice'; Do = { $issued | Send-Invoice @with } }
        @{ Name = 'Set-InvoiceState'; Do = { $issued | Set-InvoiceState -State Canceled -Reason r @with }; High = $true }
        @{ Name = 'Add-InvoicePayment'; Do = { $issued | Add-InvoicePayment @with }; Shows = '24.60' }
        @{ Name = 'Remove-InvoicePayment'; Do = { $payment | Remove-InvoicePayment -Reason r @with }; High = $true }
        @{ Name = 'Disconnect-InvoiceProvider'; Do = { Disconnect-InvoiceProvider @with } }
        @{ Name = 'Invoke-InvoiceRequest'; Do = { Invoke-InvoiceRequest clients.json POST -Body @{ client = @{ name = 'x' } } @with } }
        @{ Name = 'New-InvoiceItem'; Do = { New-InvoiceItem -Name WhatIf -UnitPrice 1 @with } }
        @{ Name = 'Set-InvoiceItem'; Do = { $item | Set-InvoiceItem -UnitPrice 2 @with } }
        @{ Name = 'Remove-InvoiceItem'; Do = { $item | Remove-InvoiceItem @with }; High = $true }
        @{ Name = 'New-InvoiceTax'; Do = { New-InvoiceTax -Name WhatIf -Rate 5 -Region PT @with } }
        @{ Name = 'Set-InvoiceTax'; Do = { $tax | Set-InvoiceTax -Rate 5 @with } }
        @{ Name = 'Remove-InvoiceTax'; Do = { $tax | Remove-InvoiceTax @with }; High = $true }
        @{ Name = 'New-InvoiceSequence'; Do = { New-InvoiceSequence WHATIF @with }; High = $true }
        @{ Name = 'Set-InvoiceSequence'; Do = { $sequence | Set-InvoiceSequence -Default @with } }
        @{ Name = 'Register-InvoiceSequence'; Do = { $sequence | Register-InvoiceSequence @with }; High = $true }
        @{ Name = 'New-InvoiceAccount'; Do = { New-InvoiceAccount What a@example.com -Password p -AcceptTerms @with }; High = $true }
        @{ Name = 'Set-InvoiceAccount'; Do = { Set-InvoiceAccount 1 -Name n -Password p -AcceptTerms @with -ErrorAction SilentlyContinue }; High = $true; MayAsk = $true }
        @{ Name = 'Set-InvoiceClientBalance'; Do = { $client | Set-InvoiceClientBalance -Amount 5 -Date (Get-Date) @with } }
        @{ Name = 'New-InvoiceClientAdjustment'; Do = { $client | New-InvoiceClientAdjustment -Amount 5 -Date (Get-Date) @with } }
        @{ Name = 'Remove-InvoiceClientAdjustment'; Do = { Remove-InvoiceClientAdjustment 1 2 @with }; High = $true }
        @{ Name = 'New-InvoiceTreasuryMovement'; Do = { $client | New-InvoiceTreasuryMovement -Amount 5 -Type $movementType -Date (Get-Date) @with } }
        @{ Name = 'Remove-InvoiceTreasuryMovement'; Do = { Remove-InvoiceTreasuryMovement 1 2 @with }; High = $true }
        @{ Name = 'Set-InvoicePayment'; Do = { $theirPayment | Set-InvoicePayment -Notes x @with } }
        @{ Name = 'New-InvoiceRecurring'; Do = { New-InvoiceRecurring -Client $theirClient -Frequency Monthly -Line @{ Name = 'A'; UnitPrice = 1 } -Session $there @with } }
        @{ Name = 'Set-InvoiceRecurring'; Do = { $recurring | Set-InvoiceRecurring -Stopped $true @with } }
        @{ Name = 'Remove-InvoiceRecurring'; Do = { $recurring | Remove-InvoiceRecurring @with }; High = $true }
        @{ Name = 'New-InvoiceExpense'; Do = { New-InvoiceExpense -Amount 5 -CategoryId 1 -Session $there @with } }
        @{ Name = 'Set-InvoiceExpense'; Do = { $expense | Set-InvoiceExpense -Notes x @with } }
        @{ Name = 'Remove-InvoiceExpense'; Do = { $expense | Remove-InvoiceExpense @with }; High = $true }
        @{ Name = 'New-InvoiceCategory'; Do = { New-InvoiceCategory WhatIf -Session $there @with } }
        @{ Name = 'Set-InvoiceCategory'; Do = { $category | Set-InvoiceCategory -Name x @with } }
        @{ Name = 'Remove-InvoiceCategory'; Do = { $category | Remove-InvoiceCategory @with }; High = $true }
        @{ Name = 'Register-InvoiceWebhook'; Do = { Register-InvoiceWebhook payment.create https://example.com/ -Session $there @with } }
        @{ Name = 'Confirm-InvoiceWebhook'; Do = { Confirm-InvoiceWebhook 1 -Code x -Session $there @with } }
        @{ Name = 'Unregister-InvoiceWebhook'; Do = { $hook | Unregister-InvoiceWebhook @with } }
        @{ Name = 'Import-InvoiceXml'; Do = { Import-InvoiceXml "$PSScriptRoot/../Pester.proj" -Session $books @with } }
        @{ Name = 'New-InvoiceClientNote'; Do = { $booked | New-InvoiceClientNote -Note x @with } }
        @{ Name = 'Set-InvoiceClientNote'; Do = { $note | Set-InvoiceClientNote -Note x @with } }
        @{ Name = 'Remove-InvoiceClientNote'; Do = { $note | Remove-InvoiceClientNote @with }; High = $true }
        @{ Name = 'New-InvoicePurchase'; Do = { New-InvoicePurchase $booked OA-1 -Line @{ Name = 'A'; UnitPrice = 1; Tax = '24' } -Session $books @with } }
        @{ Name = 'Set-InvoicePurchase'; Do = { $purchase | Set-InvoicePurchase -Notes x @with } }
        @{ Name = 'Remove-InvoicePurchase'; Do = { $purchase | Remove-InvoicePurchase @with }; High = $true }
        @{ Name = 'New-InvoiceTask'; Do = { New-InvoiceTask A -Tax 24 -Session $books @with } }
        @{ Name = 'Set-InvoiceTask'; Do = { $task | Set-InvoiceTask -Quantity 2 @with } }
        @{ Name = 'Remove-InvoiceTask'; Do = { $task | Remove-InvoiceTask @with }; High = $true }
        @{ Name = 'New-InvoiceWarehouse'; Do = { New-InvoiceWarehouse A -Session $books @with } }
        @{ Name = 'Set-InvoiceWarehouse'; Do = { $warehouse | Set-InvoiceWarehouse -Address x @with } }
        @{ Name = 'Remove-InvoiceWarehouse'; Do = { $warehouse | Remove-InvoiceWarehouse @with }; High = $true }
        @{ Name = 'Protect-Saft'; Do = { Protect-Saft "$PSScriptRoot/Support.ps1" -OutFile (Join-Path $TestDrive 'copy.xml') @with } }
        @{ Name = 'Submit-Saft'; Do = { Submit-Saft "$PSScriptRoot/Support.ps1" client.jar -Credential $credential @with -ErrorAction SilentlyContinue }; High = $true; MayAsk = $true }
        @{ Name = 'Resolve-InvoiceJournal'; Do = { Resolve-InvoiceJournal @with }; MayAsk = $true }
        @{ Name = 'Save-InvoiceConnection'; Do = { Save-InvoiceConnection new -SecretName x -StatePath $TestDrive @with } }
        @{ Name = 'Remove-InvoiceConnection'; Do = { Remove-InvoiceConnection kept -StatePath $TestDrive @with } }
        @{ Name = 'Stop-InvoiceSandbox'; Do = { $server | Stop-InvoiceSandbox @with } }
    )
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    # What InvoiceXpress cannot do is done at SalenGo.
    $other = Connect-TestSandbox @{ Provider = 'SalenGo' }
    $there = Get-InvoiceSession $other.Name
    $theirClient = Get-InvoiceClient | Select-Object -First 1
    $theirPayment = Get-InvoicePayment | Select-Object -First 1
    $recurring = Get-InvoiceRecurring | Select-Object -First 1
    $expense = Get-InvoiceExpense | Select-Object -First 1
    $category = Get-InvoiceCategory | Select-Object -First 1
    $hook = Register-InvoiceWebhook payment.create http://127.0.0.1:9/
    $third = Connect-TestSandbox @{ Provider = 'SimplBooks' }
    $books = Get-InvoiceSession $third.Name
    $booked = Get-InvoiceClient | Select-Object -First 1
    $note = Get-InvoiceClientNote | Select-Object -First 1
    $purchase = Get-InvoicePurchase | Select-Object -First 1
    $task = Get-InvoiceTask | Select-Object -First 1
    $warehouse = Get-InvoiceWarehouse | Select-Object -First 1
    $server = Connect-TestSandbox
    $client = Get-InvoiceClient -Code C0001
    $draft = New-TestInvoice DRAFT
    $issued = New-TestInvoice ISSUED | Complete-Invoice -Confirm:$false
    $paid = New-TestInvoice PAID | Complete-Invoice -Confirm:$false
    $payment = $paid | Add-InvoicePayment
    $item = Get-InvoiceItem | Select-Object -First 1
    $tax = Get-InvoiceTax | Select-Object -First 1
    $sequence = Get-InvoiceSequence | Select-Object -First 1
    $credential = [pscredential]::new('user', (ConvertTo-SecureString 'password' -AsPlainText -Force))
    $null = Save-InvoiceConnection kept -SecretName x -StatePath $TestDrive
    $movementType = [enum]::GetNames([Invoicing.TreasuryMovementType])[0]
}

AfterAll { Disconnect-All }

Describe '<Name> -WhatIf' -ForEach $changes {
    BeforeEach { $server, $other, $third | ForEach-Object ClearRequests }

    It 'sends no change, writes nothing, and says what would be done' {
        $with = @{ WhatIf = $true }
        # What -WhatIf says goes to the host; a transcript is the one place where it can be read back.
        $log = Join-Path $TestDrive "$Name.txt"
        $null = Start-Transcript $log
        try { $out = & $Do } finally { $null = Stop-Transcript }
        $out | Should -BeNullOrEmpty
        @($server, $other, $third | ForEach-Object { Get-Change $_ }).Count | Should -Be 0
        $server.IsRunning | Should -BeTrue
        $said = @(Get-Content $log | Where-Object { $_ -match '^What if' })
        if (-not $_['MayAsk']) { $said.Count | Should -BeGreaterThan 0 }
        if ($_['Shows']) { $said -join ' ' | Should -Match ([regex]::Escape($_.Shows)) }
        Get-Content $log -Raw | Should -Not -Match ([regex]::Escape($server.ApiKey))
    }

    It 'asks before it does what cannot be undone' {
        $command = Get-Command $Name
        $attribute = $command.ImplementingType.GetCustomAttributes([Management.Automation.CmdletAttribute], $false)[0]
        $impact = 'Medium'
        if ($_['High']) { $impact = 'High' }
        $attribute.ConfirmImpact | Should -Be $impact
    }
}

Describe 'What changes something' {
    It 'is all in the list above' {
        $listed = Get-Content $PSCommandPath | ForEach-Object { if ($_ -match "@{ Name = '([A-Z]\w+-\w+)'; Do") { $Matches[1] } } | Sort-Object
        $able = Get-Command -Module Invoicing | Where-Object { $_.Parameters.ContainsKey('WhatIf') } | ForEach-Object Name | Sort-Object
        $listed | Should -Be $able
    }

    It 'asks for each of several documents in a shell that cannot answer, and does none' {
        $script = "Import-Module '$manifest'; `$null = Connect-InvoiceProvider -Sandbox; Get-Invoice -State Draft | Complete-Invoice -ErrorAction SilentlyContinue; " +
            "@((Get-InvoiceSandbox).Requests | Where-Object Method -ne GET).Count"
        $out = @(Invoke-PowerShellHost '-Command', $script 2>$null)
        $out[-1] | Should -Be 0
    }
}

Describe 'Invoke-InvoiceRequest' {
    BeforeEach { $server.ClearRequests() }

    It 'gives objects for JSON, and text with -Raw' {
        $answer = Invoke-InvoiceRequest clients.json -Query @{ page = 1; per_page = 10 }
        $answer.clients.Count | Should -Be 10
        $answer.pagination.total_entries | Should -BeGreaterThan 10
        Invoke-InvoiceRequest /clients.json -Raw | Should -BeOfType ([string])
        @($server.Requests)[0].CarriedKey | Should -BeTrue
    }

    It 'sends bodies as text, hashtable or object, with money exact' {
        $made = Invoke-InvoiceRequest items.json POST -Body @{ item = @{ name = 'RAW-1'; description = 'd'; unit_price = 0.1 } }
        $made.item.name | Should -Be 'RAW-1'
        $null = [pscustomobject]@{ item = [pscustomobject]@{ name = 'RAW-2'; description = 'd'; unit_price = '2.50' } } | Invoke-InvoiceRequest items.json POST
        $null = Invoke-InvoiceRequest items.json post -Body '{"item":{"name":"RAW-3","description":"d","unit_price":3}}'
        @(Get-InvoiceItem 'RAW-*').Count | Should -Be 3
        (Get-Request $server '/items.json' POST)[0].Body | Should -Match '"unit_price":0.1[,}]'
    }

    It 'refuses a path that leads elsewhere: <_>' -ForEach 'https://example.com/x.json', '../x.json', 'clients.json?api_key=x' {
        Invoke-InvoiceRequest $_ -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'InvalidInput,*'
        $server.Requests.Count | Should -Be 0
    }

    It 'takes a second slash for nothing more than a slash' {
        Invoke-InvoiceRequest //example.com/x.json -ErrorAction SilentlyContinue
        @($server.Requests).Path | Should -Be '/example.com/x.json'
    }
}
