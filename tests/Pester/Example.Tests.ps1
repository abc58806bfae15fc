# The lines that the design promises, as a user types them; only what would ask or need an account is stood in for.

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
}

Describe 'The lines that the design promises' {
    BeforeAll {
        $ConfirmPreference = 'None'
        $server = Start-InvoiceSandbox -RequestsPerMinute 0 -PollsUntilReady 1
        function Get-Secret { param($Name) ConvertTo-SecureString $server.ApiKey -AsPlainText -Force }
        $PSDefaultParameterValues['Connect-InvoiceProvider:BaseUri'] = $server.BaseUri
        Push-Location $TestDrive
        $today = [datetime]::Today.ToString('yyyy-MM-dd')
        @"
Reference,ClientName,Name,Description,Quantity,UnitPrice,Tax,Date,DueDate
MARCH-1,Padaria Central,SVC,Service,2,10.50,IVA23,$today,$today
MARCH-2,Oficina do Norte,SVC,Service,1,99.90,IVA23,$today,
"@ | Set-Content march.csv
    }

    AfterAll {
        Pop-Location
        Disconnect-All
    }

    It 'connects with a secret' {
        $session = Connect-InvoiceProvider -Provider InvoiceXpress -Account acme -ApiKey (Get-Secret acme)
        $session.Name | Should -Be 'acme'
    }

    It 'lists clients into a CSV file, which can be read back' {
        Get-InvoiceClient | Where-Object Country -eq Portugal | Export-Csv clients.csv -NoTypeInformation -Encoding UTF8
        $rows = @(Import-Csv clients.csv)
        $rows.Count | Should -BeGreaterThan 5
        $rows[0].Name | Should -Be 'Padaria Central'
        $rows | ForEach-Object Country | Sort-Object -Unique | Should -Be 'Portugal'
    }

    It 'makes, issues and sends the invoices of a CSV file' {
        Import-Csv march.csv | New-Invoice -SkipExisting | Complete-Invoice | Send-Invoice
        $server.Emails.Count | Should -Be 2
        @(Get-Invoice -Reference MARCH-1).State | Should -Be 'Final'
        @(Get-Invoice -Reference MARCH-2).Number | Should -Not -BeNullOrEmpty
    }

    It 'does nothing when the same line is run again' {
        $before = (Get-Change $server).Count
        Import-Csv march.csv | New-Invoice -SkipExisting | Complete-Invoice | Send-Invoice
        (Get-Change $server).Count | Should -Be $before
    }

    It 'groups what is overdue' {
        $groups = @(Get-Invoice -State Final -DueBefore (Get-Date) | Group-Object ClientName)
        $groups.Count | Should -BeGreaterThan 0
        $groups.Group | ForEach-Object { $_.DueDate | Should -BeLessThan ([datetime]::Today) }
        $groups.Name | Should -Not -Contain ''
    }

    It 'exports a SAF-T file that has nothing wrong with it' {
        $PSDefaultParameterValues['Export-Saft:PollIntervalSec'] = 0.01
        $findings = @(Export-Saft -Year 2026 -Month 3 -Wait -OutFile saft-2026-03.xml | Test-Saft)
        $PSDefaultParameterValues.Remove('Export-Saft:PollIntervalSec')
        $findings | Should -BeNullOrEmpty
        ([xml](Get-Content saft-2026-03.xml -Raw)).AuditFile | Should -Not -BeNullOrEmpty
    }

    It 'connects to a sandbox of its own' {
        $PSDefaultParameterValues.Remove('Connect-InvoiceProvider:BaseUri')
        $session = Connect-InvoiceProvider -Sandbox
        @(Get-InvoiceClient).Count | Should -BeGreaterThan 1
        $session | Disconnect-InvoiceProvider
    }

    It 'moves clients from one provider to another' {
        $PSDefaultParameterValues.Remove('Connect-InvoiceProvider:BaseUri')
        $full = Start-InvoiceSandbox -ClientCount 65 -RequestsPerMinute 0
        $empty = Start-InvoiceSandbox -ClientCount 0 -InvoiceCount 0 -RequestsPerMinute 0
        $old = $full | Connect-InvoiceProvider -Name old -RequestsPerMinute 0
        $new = $empty | Connect-InvoiceProvider -Name new -RequestsPerMinute 0
        $before = @(Get-InvoiceClient)
        Get-InvoiceClient -Session $old | New-InvoiceClient -Session $new
        $there = @(Get-InvoiceClient -Session $new)
        $there.Count | Should -Be (65 + $before.Count)
        $same = 'Code', 'Name', 'TaxNumber', 'Email', 'Address', 'City', 'PostalCode', 'Country', 'Language', 'PaymentDays', 'CopyCount'
        $source = @(Get-InvoiceClient -Session $old)
        $copied = @{}
        $there | ForEach-Object { $copied[$_.Name] = $_ }
        foreach ($client in $source) {
            foreach ($field in $same) { $copied[$client.Name].$field | Should -Be $client.$field -Because "$field of $client" }
        }

        (Get-Change $full).Count | Should -Be 0
    }
}

Describe 'A fresh shell' {
    It 'shows a first client after two commands and one list request' {
        $script = "Import-Module '$manifest'; `$null = Connect-InvoiceProvider -Sandbox; (Get-InvoiceClient | Select-Object -First 1).Name; " +
            "@((Get-InvoiceSandbox).Requests | Where-Object Path -eq '/clients.json').Count"
        $out = @(Invoke-PowerShellHost '-Command', $script)
        $LASTEXITCODE | Should -Be 0
        $out | Should -Be 'Padaria Central', '1'
    }
}
