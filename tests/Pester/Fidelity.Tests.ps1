# What others' descriptions, recordings and clients showed, as a person meets it at the prompt.

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'
    $place = @{ Street = 'Rua do Forno 3'; City = 'Braga'; PostalCode = '4700-000'; Country = 'PT' }
    $tomorrow = (Get-Date).Date.AddDays(1).AddHours(9)
    function New-Guide([string] $Type = 'Transport') {
        New-Invoice -Type $Type -ClientCode C0001 -Name SVC -UnitPrice 1 -Tax IVA23 -LoadedAt $tomorrow -AddressFrom $place -AddressTo $place
    }
}

AfterAll { Disconnect-All }

Describe 'Get-Invoice -Wait' {
    BeforeAll { $server = Connect-TestSandbox -Sandbox @{ PollsUntilReady = 3 } }
    BeforeEach { $server.ClearRequests() }

    It 'reads a <_> until it has the code of the tax authority' -ForEach 'Transport', 'Shipping', 'Devolution' {
        $guide = New-Guide $_ | Complete-Invoice
        $guide.TransportCode | Should -BeNullOrEmpty
        $server.ClearRequests()
        $read = $guide | Get-Invoice -Wait -PollIntervalSec 0.01
        $read.TransportCode | Should -BeLike 'AT*'
        $read.Id | Should -Be $guide.Id
        $guide.TransportCode | Should -BeNullOrEmpty
        (Get-Request $server).Count | Should -Be 4
        @(Get-Change $server).Count | Should -Be 0
    }

    It 'takes -Id and -Number too, and documents that wait for nothing among others' {
        $guide = New-Guide | Complete-Invoice
        (Get-Invoice -Id $guide.Id -Type Transport -Wait -PollIntervalSec 0.01).TransportCode | Should -BeLike 'AT*'
        $other = New-Guide | Complete-Invoice
        (Get-Invoice -Number $other.Number -Type Transport -Wait -PollIntervalSec 0.01).TransportCode | Should -BeLike 'AT*'
        $third = New-Guide | Complete-Invoice
        $rows = (Get-Invoice -State Final | Select-Object -First 1), (New-Guide), $third | Get-Invoice -Wait -PollIntervalSec 0.01
        $rows.Count | Should -Be 3
        $rows[0].TransportCode | Should -BeNullOrEmpty
        $rows[1].State | Should -Be 'Draft'
        $rows[2].TransportCode | Should -BeLike 'AT*'
    }

    It 'says which guide had no code in time, and goes on with the next' {
        $never = Connect-TestSandbox -Sandbox @{ PollsUntilReady = -1 }
        $guides = 1..2 | ForEach-Object { New-Guide | Complete-Invoice }
        $read = $guides | Get-Invoice -Wait -TimeoutSec 1 -PollIntervalSec 0.05 -ErrorAction SilentlyContinue -ErrorVariable problems
        $read | Should -BeNullOrEmpty
        $problems.Count | Should -Be 2
        $problems[0].Exception.Kind | Should -Be 'OperationTimeout'
        "$($problems[1])" | Should -BeLike "*$($guides[1].Number)*tax authority*"
        Disconnect-InvoiceProvider -Session $never.Name
        Restore-TestSession $server
    }

    It 'is refused at <_>, which has no guides' -ForEach 'SimplBooks', 'FACTURAgem', 'SalenGo' {
        $other = Connect-TestSandbox -Sandbox @{ Provider = $_ }
        $invoice = Get-Invoice | Select-Object -First 1
        $other.ClearRequests()
        { $invoice | Get-Invoice -Wait -ErrorAction Stop } | Should -Throw '*no guides*'
        (Get-Request $other).Count | Should -Be 0
        Disconnect-InvoiceProvider -Session $other.Name
        Restore-TestSession $server
    }
}

Describe 'A tax that was given to a line that was read' {
    It 'is sent by Set-Invoice at <Provider>, and shown by its -WhatIf' -ForEach @(
        @{ Provider = 'InvoiceXpress'; Tax = 'IVA23'; Edited = 'IVA6'; Rate = 6 }, @{ Provider = 'SimplBooks'; Tax = '24'; Edited = '9'; Rate = 9 }
        @{ Provider = 'FACTURAgem'; Tax = '21'; Edited = '10'; Rate = 10 }, @{ Provider = 'SalenGo'; Tax = '21'; Edited = '10'; Rate = 10 }
    ) {
        $server = Connect-TestSandbox -Sandbox @{ Provider = $Provider }
        $made = New-Invoice -Client (Get-InvoiceClient | Select-Object -First 1) -Name SVC -Quantity 1 -UnitPrice 10 -Tax $Tax
        $read = $made | Get-Invoice
        $read.Lines[0].Tax = $Edited
        $read | Set-Invoice -WhatIf
        ($made | Get-Invoice).Lines[0].TaxRate | Should -Not -Be $Rate
        $read | Set-Invoice
        ($made | Get-Invoice).Lines[0].TaxRate | Should -Be $Rate
        $read.Lines[0].Tax | Should -Be $Edited
        Disconnect-All
    }
}

Describe 'A changed number' {
    It 'is sent by Set-Invoice at SimplBooks, given as <How>' -ForEach @{ How = 'a parameter' }, @{ How = 'a property' } {
        $server = Connect-TestSandbox -Sandbox @{ Provider = 'SimplBooks' }
        $made = New-Invoice -Client (Get-InvoiceClient | Select-Object -First 1) -Name SVC -UnitPrice 10 -Tax 24 -Number 'A-1' -WarningVariable said
        $said | Should -BeNullOrEmpty
        $invoice = $made | Get-Invoice
        if ($How -eq 'a property') { $invoice.Number = 'A-2'; $invoice | Set-Invoice } else { Set-Invoice -Id $invoice.Id -Type Invoice -Number 'A-2' }
        (Get-Invoice -Id $invoice.Id -Type Invoice).Number | Should -Be 'A-2'
        { Set-Invoice -Id $invoice.Id -Type Invoice -Number 'A-3' -Reference 'A-4' -ErrorAction Stop } | Should -Throw '*Number*'
        (Get-Invoice -Id $invoice.Id -Type Invoice).Number | Should -Be 'A-2'
        Disconnect-All
    }

    It 'is refused for a new document at InvoiceXpress, and announced to be left out of a changed one' {
        $server = Connect-TestSandbox
        { New-Invoice -ClientCode C0001 -Name SVC -UnitPrice 10 -Tax IVA23 -Number '2026/99' -Reference NUM-1 -ErrorAction Stop } | Should -Throw '*NUM-1*Number*'
        $draft = New-Invoice -ClientCode C0001 -Name SVC -UnitPrice 10 -Tax IVA23 -Reference NUM-1
        $draft | Set-Invoice -Number '2026/99' -WarningVariable said -WarningAction SilentlyContinue
        "$said" | Should -BeLike "*NUM-1*2026/99*left out*"
        Disconnect-All
    }
}
