@{
    Provider = (Get-InvoiceProvider).Name
    Run      = {
        $env:RECIPE_KEY = $server.ApiKey
        $null = $there | Save-InvoiceConnection acme -SecretScript { ConvertTo-SecureString $env:RECIPE_KEY -AsPlainText -Force } -StatePath state
        Invoke-Recipe @{ Connection = 'acme'; StatePath = 'state'; OutFile = 'overdue.csv' }
        Invoke-Recipe @{ Connection = 'nobody'; StatePath = 'state' }
        $env:RECIPE_KEY = 'another-key'
        Invoke-Recipe @{ Connection = 'acme'; StatePath = 'state' }
    }
    Assert   = {
        param($There, $Server, $Folder)
        $There.Output.Exit | Should -Be 0, 2, 2
        Join-Path $Folder overdue.csv | Should -Exist
        $There.Warning.Count | Should -Be 2
        "$($There.Warning[0])" | Should -BeLike "nobody: *no saved connection*"
        ($There | Out-String) + ($There.Warning | Out-String) | Should -Not -Match ([regex]::Escape($Server.ApiKey))
    }
}
