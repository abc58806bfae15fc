@{
    Provider = 'InvoiceXpress', 'SimplBooks', 'SalenGo'
    Arrange  = { @('Provider,Account') + @(1..99 | ForEach-Object { "$provider,$($server.Account)" }) + "$provider,nobody" | Set-Content companies.csv }
    Run      = { Invoke-Recipe @{ Path = 'companies.csv' } }
    Assert   = {
        param($There, $Server, $Folder)
        $There.Output.Exit | Should -Be 2
        $There.Output.Output.Count | Should -Be 99
        $There.Output.Output[98].Open | Should -BeGreaterThan 0
        "$($There.Warning)" | Should -BeLike 'nobody: *'
    }
}
