BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $commands = @(
        @{ Name = 'Get-InvoiceProvider'; Do = { Get-InvoiceProvider } }
        @{ Name = 'Get-InvoiceSession'; Do = { Get-InvoiceSession } }
        @{ Name = 'Get-InvoiceSandbox'; Do = { Get-InvoiceSandbox } }
        @{ Name = 'Test-InvoiceSession'; Do = { Test-InvoiceSession } ; Plain = $true }
        @{ Name = 'Connect-InvoiceProvider'; Do = { $server | Connect-InvoiceProvider -Name more -SkipTest -Force } }
        @{ Name = 'Get-InvoiceClient'; Do = { Get-InvoiceClient } }
        @{ Name = 'New-InvoiceClient'; Do = { New-InvoiceClient -Name "N$(New-Guid)" } }
        @{ Name = 'Set-InvoiceClient'; Do = { Set-InvoiceClient C0001 -Fax 1 -PassThru } }
        @{ Name = 'Get-Invoice'; Do = { Get-Invoice } }
        @{ Name = 'New-Invoice'; Do = { New-TestInvoice "R$(New-Guid)" } }
        @{ Name = 'Set-Invoice'; Do = { New-TestInvoice A | Set-Invoice -Notes n -PassThru } }
        @{ Name = 'Copy-Invoice'; Do = { New-TestInvoice B | Copy-Invoice } }
        @{ Name = 'Complete-Invoice'; Do = { New-TestInvoice C | Complete-Invoice } }
        @{ Name = 'Send-Invoice'; Do = { $issued | Send-Invoice -PassThru } }
        @{ Name = 'Set-InvoiceState'; Do = { New-TestInvoice D | Complete-Invoice | Set-InvoiceState -State Settled } }
        @{ Name = 'New-InvoiceLine'; Do = { New-InvoiceLine A 1234567.891 1000.5 -Description ('d' * 80) -Tax IVA23 } }
        @{ Name = 'Add-InvoicePayment'; Do = { $issued | Add-InvoicePayment -Amount 0.01 -Method Cash } }
        @{ Name = 'Get-InvoicePayment'; Do = { Get-InvoicePayment } }
        @{ Name = 'Remove-InvoicePayment'; Do = { $issued | Add-InvoicePayment -Amount 0.01 | Remove-InvoicePayment -Reason r -PassThru } }
        @{ Name = 'Get-InvoiceRelatedDocument'; Do = { $issued | Get-InvoiceRelatedDocument } }
        @{ Name = 'Export-Saft'; Do = { Export-Saft 2026 3 } }
        @{ Name = 'Export-Saft'; Do = { Export-Saft 2026 3 -OutFile (Join-Path $TestDrive s.xml) -Force -PollIntervalSec 0.01 }; Plain = $true }
        @{ Name = 'Export-InvoicePdf'; Do = { $issued | Export-InvoicePdf } }
        @{ Name = 'Export-InvoiceQrCode'; Do = { $issued | Export-InvoiceQrCode } }
        @{ Name = 'Get-InvoiceItem'; Do = { Get-InvoiceItem } }
        @{ Name = 'New-InvoiceItem'; Do = { New-InvoiceItem -Name "I$(New-Guid)" -UnitPrice 1 } }
        @{ Name = 'Get-InvoiceTax'; Do = { Get-InvoiceTax } }
        @{ Name = 'Get-InvoiceSequence'; Do = { Get-InvoiceSequence } }
        @{ Name = 'Get-InvoiceClientBalance'; Do = { Get-InvoiceClientBalance C0001 } }
        @{ Name = 'New-InvoiceClientAdjustment'; Do = { $null = Set-InvoiceClientBalance C0001 -Amount 100 -Date (Get-Date); New-InvoiceClientAdjustment C0001 -Amount 1 -Date (Get-Date) } }
        @{ Name = 'Set-InvoicePayment'; Do = { Get-InvoicePayment -Session $there | Select-Object -First 1 | Set-InvoicePayment -MethodName Bizum -PassThru } }
        @{ Name = 'Get-InvoiceRecurring'; Do = { Get-InvoiceRecurring -Session $there } }
        @{ Name = 'New-InvoiceRecurring'; Do = { New-InvoiceRecurring -Client $theirClient -Frequency TwoMonths -Line @{ Name = 'A'; UnitPrice = 1234567.89 } -Session $there } }
        @{ Name = 'Set-InvoiceRecurring'; Do = { Get-InvoiceRecurring -Session $there | Select-Object -First 1 | Set-InvoiceRecurring -Stopped $true -PassThru } }
        @{ Name = 'Get-InvoiceExpense'; Do = { Get-InvoiceExpense -Session $there } }
        @{ Name = 'New-InvoiceExpense'; Do = { New-InvoiceExpense -Amount 1234567.89 -TaxRate 21 -Supplier ('s' * 60) -Category Viajes -Session $there } }
        @{ Name = 'Set-InvoiceExpense'; Do = { Get-InvoiceExpense -Session $there | Select-Object -First 1 | Set-InvoiceExpense -Notes x -PassThru } }
        @{ Name = 'Get-InvoiceCategory'; Do = { Get-InvoiceCategory -Session $there } }
        @{ Name = 'New-InvoiceCategory'; Do = { New-InvoiceCategory ('c' * 60) -Session $there } }
        @{ Name = 'Set-InvoiceCategory'; Do = { Get-InvoiceCategory -Session $there | Select-Object -First 1 | Set-InvoiceCategory -Name Office -PassThru } }
        @{ Name = 'Get-InvoiceWebhook'; Do = { $null = Register-InvoiceWebhook invoice.create http://127.0.0.1:9/ -Session $there; Get-InvoiceWebhook -Session $there } }
        @{ Name = 'Register-InvoiceWebhook'; Do = { Register-InvoiceWebhook payment.create "http://127.0.0.1:9/$('p' * 80)" -Session $there } }
        @{ Name = 'Confirm-InvoiceWebhook'; Do = { Register-InvoiceWebhook client.create http://127.0.0.1:9/ -Session $there | Confirm-InvoiceWebhook -Resend -PassThru } }
        @{ Name = 'New-InvoiceTreasuryMovement'; Do = { New-InvoiceTreasuryMovement C0001 -Amount 1 -Type Payment -Date (Get-Date) } }
    )
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'
    # What InvoiceXpress cannot do is done at SalenGo.
    $other = Connect-TestSandbox @{ Provider = 'SalenGo' } @{ Setting = @{ StaffId = 1 } }
    $there = Get-InvoiceSession $other.Name
    $theirClient = Get-InvoiceClient -Session $there | Select-Object -First 1
    $server = Connect-TestSandbox
    $null = New-InvoiceClient -Name ('A very long name of a company that goes on ' * 2).Trim() -Code 'A-LONG-CODE-OF-A-CLIENT' -Email "$('x' * 50)@example.com"
    $issued = New-TestInvoice ISSUED -Price 1000 | Complete-Invoice
}

AfterAll { Disconnect-All }

Describe '<Name>' -ForEach $commands {
    It 'writes what it declares, in a table of 100 columns' {
        $declared = (Get-Command $Name).OutputType.Type
        $out = @(& $Do)
        $out.Count | Should -BeGreaterThan 0
        foreach ($one in $out) {
            $declared | Should -Contain $one.PSObject.BaseObject.GetType()
        }

        if ($_['Plain']) { return }
        $lines = @(($out | Out-String -Width 100) -split '\r?\n')
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
        $ruler = @($lines | Where-Object { $_ -match '^-+( +-+)*\s*$' })
        $ruler.Count | Should -Be 1 -Because 'it is one table'
        $header = $lines[[array]::IndexOf($lines, $ruler[0]) - 1]
        $header | Should -Not -Match ([char]0x2026)
        $header | Should -Not -Match '\.\.\.'
        # Every column that the view declares is there.
        $wide = @(($out | Out-String -Width 400) -split '\r?\n' | Where-Object { $_ -match '^-+( +-+)*\s*$' })
        ($ruler[0].Trim() -split ' +').Count | Should -Be ($wide[0].Trim() -split ' +').Count
    }

    It 'can be seen as a list, converted and exported' {
        if ($_['Plain']) { return }
        $one = @(& $Do)[0]
        $list = $one | Format-List | Out-String -Width 200
        $list | Should -Match ' : '
        if ($one.PSObject.Properties['Id']) { $list | Should -Match "Id +: $([regex]::Escape($one.Id))" }
        $one | Format-List * -Force | Out-String | Should -Not -BeNullOrEmpty
        @($one | ConvertTo-Csv -NoTypeInformation).Count | Should -BeGreaterThan 1
        $one | Select-Object * | Should -Not -BeNullOrEmpty

        # At its default depth ConvertTo-Json warns of what it cuts off.
        $cut = $null
        $json = $one | ConvertTo-Json -WarningVariable cut -WarningAction SilentlyContinue
        $cut | Should -BeNullOrEmpty
        { $json | ConvertFrom-Json } | Should -Not -Throw
        if ($one -isnot [Invoicing.Sandbox.SandboxServer]) { "$one" | Should -Not -BeLike 'Invoicing.*' }
    }
}

Describe 'Views' {
    It 'show every type and state of a document whole' {
        $invoice = Get-Invoice | Select-Object -First 1
        foreach ($type in [enum]::GetNames([Invoicing.InvoiceType])) {
            $invoice.Type = $type
            $invoice | Out-String -Width 100 | Should -Match "\b$type\b" -Because 'a type is no word that can be cut'
        }

        foreach ($state in [enum]::GetNames([Invoicing.InvoiceState])) {
            $invoice.State = $state
            $invoice | Out-String -Width 100 | Should -Match "\b$state\b"
        }
    }

    It 'write money and dates as the user does, and leave them raw on the object' {
        $script = '[Threading.Thread]::CurrentThread.CurrentCulture = $culture; $i | Out-String -Width 100; $i.Total'
        $there = Invoke-Apart $script @{ i = $issued; culture = [cultureinfo]'pt-PT' }
        $there.Output[0] | Should -Match '2\W?460,00'
        $there.Output[1] | Should -Be 2460
    }
}

Describe 'Completion' {
    BeforeAll {
        function Complete { param($Line) (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText }
    }

    It 'completes <Line>' -ForEach @(
        @{ Line = 'Connect-InvoiceProvider -Provider Inv'; Want = 'InvoiceXpress' }
        @{ Line = 'Start-InvoiceSandbox -Provider i'; Want = 'InvoiceXpress' }
        @{ Line = 'Get-InvoiceProvider '; Want = 'InvoiceXpress' }
        @{ Line = 'Get-Invoice -Type Cred'; Want = 'CreditNote' }
        @{ Line = 'New-Invoice -Type simp'; Want = 'SimplifiedInvoice' }
        @{ Line = 'Get-Invoice -State Dr'; Want = 'Draft' }
        @{ Line = 'Set-InvoiceState -State Canc'; Want = 'Canceled' }
        @{ Line = 'Add-InvoicePayment -Method Bank'; Want = 'BankTransfer' }
        @{ Line = 'New-Invoice -GlobalDiscountType p'; Want = 'percentage' }
        @{ Line = 'New-InvoiceTax -Code r'; Want = 'RED' }
        @{ Line = 'Start-InvoiceSandbox -Fault Lost'; Want = 'LostAnswer' }
        @{ Line = 'Invoke-InvoiceRequest x -Method P'; Want = 'POST' }
    ) {
        Complete $Line | Should -Contain $Want
    }

    It 'completes the names of sessions, quoted where they have blanks' {
        $null = $server | Connect-InvoiceProvider -Name 'my own' -SkipTest
        Complete 'Get-InvoiceClient -Session my' | Should -Contain "'my own'"
        Complete 'Get-InvoiceSession my' | Should -Contain "'my own'"
        Complete 'Disconnect-InvoiceProvider my' | Should -Contain "'my own'"
        (Invoke-Expression "Get-InvoiceSession $(Complete 'Get-InvoiceSession my')").Name | Should -Be 'my own'
        Disconnect-InvoiceProvider 'my own'
        Restore-TestSession $server
    }

    It 'is quick and asks nobody' {
        $server.ClearRequests()
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $null = Complete 'Get-InvoiceClient -Session x'
        $null = Complete 'Get-InvoiceClient -Na'
        $watch.ElapsedMilliseconds | Should -BeLessThan 2000
        $server.Requests.Count | Should -Be 0
    }
}

Describe 'Objects of <_> as JSON' -ForEach (Get-InvoiceProvider).Name {
    BeforeAll { $null = Connect-TestSandbox @{ Provider = $_ } }
    AfterAll { Disconnect-InvoiceProvider -Confirm:$false }

    It 'are whole at the default depth' {
        $read = 0
        foreach ($name in (Get-InvoiceProvider $_).Command -like 'Get-*') {
            $sets = @((Get-Command $name).ParameterSets | Where-Object { -not @($_.Parameters | Where-Object IsMandatory) })
            if (-not $sets) { continue }

            foreach ($one in @(& $name -ErrorAction Ignore -WarningAction Ignore) | Select-Object -First 3) {
                $cut = $null
                $null = $one | ConvertTo-Json -WarningVariable cut -WarningAction SilentlyContinue
                $cut | Should -BeNullOrEmpty -Because $name
                $read++
            }
        }

        $read | Should -BeGreaterThan 10
    }
}
