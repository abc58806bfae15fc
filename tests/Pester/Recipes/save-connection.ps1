@{
    Provider = (Get-InvoiceProvider).Name
    Run      = {
        $env:RECIPE_KEY = $server.ApiKey
        Set-Content acme.key $server.ApiKey
        Invoke-Recipe @{ Name = 'variable'; Provider = $provider; Account = $server.Account; Variable = 'RECIPE_KEY'; StatePath = 'state' }
        Invoke-Recipe @{ Name = 'file'; Provider = $provider; Account = $server.Account; File = (Join-Path $PWD 'acme.key'); StatePath = 'state' }
        Invoke-Recipe @{ Name = 'vault'; Provider = $provider; Account = $server.Account; SecretName = 'acme'; StatePath = 'state' }
        Invoke-Recipe @{ Name = 'nobody'; Provider = $provider; Account = $server.Account; SecretName = 'nobody'; StatePath = 'state' }
        Remove-Item Env:RECIPE_KEY
        Invoke-Recipe @{ Name = 'missing'; Provider = $provider; Account = $server.Account; Variable = 'RECIPE_KEY'; StatePath = 'state' }
        function Read-Host { ConvertTo-SecureString $server.ApiKey -AsPlainText -Force }
        Invoke-Recipe @{ Name = 'windows'; Provider = $provider; Account = $server.Account; Protect = $true; StatePath = 'state' }
    }
    Assert   = {
        param($There, $Server, $Folder)
        $onWindows = [Environment]::OSVersion.Platform -eq 'Win32NT'
        $There.Output.Exit | Should -Be 0, 0, 0, 2, 2, $(if ($onWindows) { 0 } else { 2 })
        $There.Output[0].Output.Account | Should -Be $Server.Account
        (Get-InvoiceConnection -StatePath (Join-Path $Folder state)).Name | Should -Be $(if ($onWindows) { 'file', 'variable', 'vault', 'windows' } else { 'file', 'variable', 'vault' })
        Get-ChildItem (Join-Path $Folder state) -Recurse -File | ForEach-Object { [IO.File]::ReadAllText($_.FullName) | Should -Not -Match ([regex]::Escape($Server.ApiKey)) }
        ($There | Out-String) + ($There.Warning | Out-String) | Should -Not -Match ([regex]::Escape($Server.ApiKey))
    }
}
