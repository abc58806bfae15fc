# The smaller kinds of objects: articles, taxes, series, balances.

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'
    $server = Connect-TestSandbox
}

AfterAll { Disconnect-All }

Describe 'InvoiceItem' {
    It 'is made from rows, found, changed and removed' {
        $made = @('Name,Description,UnitPrice,Unit,Tax', 'IT-1,one,1.50,,IVA23', 'IT-2,two,"2,5",,', 'IT-3,three,3,,' | ConvertFrom-Csv |
            New-InvoiceItem -ErrorAction SilentlyContinue -ErrorVariable problems)
        $made.Name | Should -Be 'IT-1', 'IT-3'
        $problems.Count | Should -Be 1
        $problems[0].TargetObject.Name | Should -Be 'IT-2'

        (Get-InvoiceItem IT-1).UnitPrice | Should -Be 1.5
        @(Get-InvoiceItem 'IT-*').Count | Should -Be 2
        (Get-InvoiceItem -Id $made[1].Id).Name | Should -Be 'IT-3'
        ($made[0] | Get-InvoiceItem).Name | Should -Be 'IT-1'

        $after = Get-InvoiceItem IT-1 | Set-InvoiceItem -UnitPrice 9.99 -PassThru
        $after.UnitPrice | Should -Be 9.99
        $after.Description | Should -Be 'one'
        $after.Tax | Should -Be 'IVA23'
        [pscustomobject]@{ Name = 'IT-3'; UnitPrice = '4' } | Set-InvoiceItem
        (Get-InvoiceItem IT-3).UnitPrice | Should -Be 4

        Remove-InvoiceItem IT-1
        Get-InvoiceItem IT-3 | Remove-InvoiceItem
        @(Get-InvoiceItem 'IT-*').Count | Should -Be 0
        Get-InvoiceItem IT-1 -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].FullyQualifiedErrorId | Should -BeLike 'NotFound,*'
        $problems[0].TargetObject | Should -Be 'IT-1'
    }
}

Describe 'InvoiceTax' {
    It 'goes round without a loss' {
        $made = New-InvoiceTax -Name TAX-1 -Rate 7.5 -Region PT -Code OUT
        $after = Get-InvoiceTax TAX-1 | Set-InvoiceTax -Rate 8 -PassThru
        $after.Rate | Should -Be 8
        foreach ($property in 'Id', 'Name', 'Region', 'Code', 'IsDefault') { $after.$property | Should -Be $made.$property -Because $property }
        Remove-InvoiceTax TAX-1
        @(Get-InvoiceTax 'TAX-*').Count | Should -Be 0
    }

    It 'is read from rows, with empty cells for no value' {
        $made = @('Name,Rate,Region,Code,IsDefault', 'ROW-1,5,PT,,', 'ROW-2,6,PT,nor,' | ConvertFrom-Csv | New-InvoiceTax -ErrorAction SilentlyContinue -ErrorVariable problems)
        "$problems" | Should -BeNullOrEmpty
        $made.Name | Should -Be 'ROW-1', 'ROW-2'
        $made | ForEach-Object { $_.IsDefault | Should -Not -Be $true }
    }

    It 'refuses what is neither true nor false' {
        [pscustomobject]@{ Name = 'MAYBE'; Rate = 5; Region = 'PT'; IsDefault = 'maybe' } | New-InvoiceTax -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.Count | Should -Be 1
        @(Get-InvoiceTax MAYBE*).Count | Should -Be 0
    }

    It 'can be changed as an object without a code' {
        $tax = New-InvoiceTax -Name BARE -Rate 5 -Region PT
        $tax.Code = $null
        ($tax | Set-InvoiceTax -Rate 6 -PassThru).Rate | Should -Be 6
    }
}

Describe 'InvoiceSequence' {
    It 'is made, registered and made the default' {
        $made = New-InvoiceSequence TESTS
        $made.Name | Should -Be 'TESTS'
        Set-InvoiceSequence TESTS -Default | Should -BeNullOrEmpty
        (Get-InvoiceSequence TESTS).IsDefault | Should -BeTrue
        @(Get-InvoiceSequence | Where-Object IsDefault).Count | Should -Be 1
    }
}

Describe 'Balances of clients' {
    It 'shows and sets what a client owes' {
        $client = New-InvoiceClient -Name 'Owes money'
        $client | Set-InvoiceClientBalance -Amount 120.5 -Date (Get-Date)
        ($client | Get-InvoiceClientBalance) | Should -Not -BeNullOrEmpty
        $adjustment = $client | New-InvoiceClientAdjustment -Amount 20.5 -Date (Get-Date) -Notes n
        $adjustment.Amount | Should -Be 20.5
        $listed = @($client | Get-InvoiceClientAdjustment)
        $listed.Count | Should -Be 1
        $listed | Remove-InvoiceClientAdjustment
        @($client | Get-InvoiceClientAdjustment).Count | Should -Be 0
    }
}
