@{
    Provider = (Get-InvoiceProvider).Name
    Arrange  = {
        $country = @{ InvoiceXpress = 'Portugal'; SimplBooks = 'Estonia'; FACTURAgem = 'Spain'; SalenGo = 'Spain' }[$provider]
        @("Order;Customer;Mail;ClientCountry;Article;Quantity;Price;Tax"
            "W-1;Casa Azul;azul@example.com;$country;Tea;2;1.250,50;$tax"
            "W-1;Casa Azul;azul@example.com;$country;Cup;1;3,25;$tax"
            "W-2;Casa Verde;verde@example.com;$country;Tea;-;1,50;$tax") | Set-Content export.csv -Encoding UTF8
    }
    Run      = {
        $send = (Get-InvoiceProvider | Where-Object Name -EQ $provider).Command -contains 'Send-Invoice'
        Invoke-Recipe @{ Path = 'export.csv'; Culture = 'pt-PT'; Send = $send }
        Invoke-Recipe @{ Path = 'export.csv'; Culture = 'pt-PT'; Send = $send }
    }
    Assert   = {
        param($There, $Server, $Folder)
        foreach ($run in $There.Output) {
            $run.Exit | Should -Be 2
            $run.Output.Reference | Should -Be 'W-1'
            $run.Output.NetTotal | Should -Be 2504.25
        }

        "$($There.Output.Output.Id | Sort-Object -Unique)" | Should -Not -Match ' '
        $failed = @(Import-Csv (Join-Path $Folder failed.csv))
        $failed.Reference | Should -Be 'W-2'
        $failed.Reason | Should -BeLike '*Quantity*'
        if ($Server.Provider -in 'InvoiceXpress', 'SalenGo') { @($Server.Emails).Count | Should -Be 1 }
    }
}
