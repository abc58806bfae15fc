@{
    Provider = (Get-InvoiceProvider).Name
    Sandbox  = @{ InvoiceCount = 8 }
    Arrange  = {
        $PSDefaultParameterValues.Remove('Connect-InvoiceProvider:BaseUri')
        @"
`$client = Get-InvoiceClient | Select-Object -First 1
New-Invoice -ClientId `$client.Id -Reference R-1 $(if ($provider -eq 'FACTURAgem') { '-Number R-1' }) -Line @{ Name = 'SVC'; Description = 'Month'; Quantity = 2; UnitPrice = 10; Tax = '$tax' } -Confirm:`$false |
    Complete-Invoice -Confirm:`$false | Out-Null
"@ | Set-Content month.ps1
        Set-Content broken.ps1 'throw "no such month"'
    }
    Run      = {
        $null = Export-InvoiceArchive archive -NoPdf -NoXml -NoQrCode -NoSaft
        Invoke-Recipe @{ From = 'archive'; Script = './month.ps1' }
        Invoke-Recipe @{ From = 'there'; Script = './broken.ps1'; KeepPersonalData = $true }
    }
    Assert   = {
        param($There, $Server, $Folder)
        $first, $second = $There.Output
        "$($first.Exit) $($second.Exit)" | Should -Be '0 2'
        "$($first.Output.Made) $($first.Output.Failed) $($first.Output.Emails)" | Should -Be '1 False 0'
        $first.Output.Total | Should -BeGreaterThan 20
        "$($second.Output.Made) $($second.Output.Failed)" | Should -Be '0 True'
        "$($There.Warning)" | Should -BeLike '*no such month*'

        # Nothing went to the account.
        @(Get-Change $Server).Count | Should -Be 0
        @((Get-InvoiceSandbox).Name) | Should -Be $Server.Name
    }
}
