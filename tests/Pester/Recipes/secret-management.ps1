@{
    Provider = 'InvoiceXpress', 'SimplBooks'
    Run      = {
        Invoke-Recipe @{ Provider = $provider; Account = $server.Account; Vault = 'office' }
        Invoke-Recipe @{ Provider = $provider; Account = 'nobody' }
    }
    Assert   = {
        param($There, $Server, $Folder)
        $good, $bad = $There.Output
        $good.Exit | Should -Be 0
        $good.Output.Account | Should -Be $Server.Account
        $bad.Exit | Should -Be 2
        "$($There.Warning)" | Should -BeLike "nobody: *was not found*"
        ($There | Out-String) + ($good.Output | Format-List * | Out-String) | Should -Not -Match $Server.ApiKey
    }
}
