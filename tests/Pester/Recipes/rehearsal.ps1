@{
    Provider = (Get-InvoiceProvider).Name
    Arrange  = {
        $PSDefaultParameterValues.Remove('Connect-InvoiceProvider:BaseUri')
        $country = @{ InvoiceXpress = 'Portugal'; SimplBooks = 'Estonia'; FACTURAgem = 'Spain'; SalenGo = 'Spain' }[$provider]
        @('Reference;ClientName;ClientCountry;Name;Quantity;UnitPrice;Tax', "R-1;Casa Azul;$country;Tea;2,5;4,40;$tax", "R-2;Casa Azul;$country;Tea;many;4,40;$tax") | Set-Content march.csv -Encoding UTF8
    }
    Run      = { Invoke-Recipe @{ Path = 'march.csv'; Provider = $provider; Culture = 'pt-PT' } }
    Assert   = {
        param($There, $Server, $Folder)
        $There.Output.Exit | Should -Be 2
        "$($There.Output.Output.Documents) $($There.Output.Output.Refused)" | Should -Be '1 1'
        $There.Output.Output.Total | Should -BeGreaterThan 11
        "$($There.Warning)" | Should -BeLike '*Row 2 (R-2): Quantity*many*'

        # Nothing went to the account.
        @(Get-Change $Server).Count | Should -Be 0
    }
}
