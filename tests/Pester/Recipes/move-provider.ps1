@{
    Provider = (Get-InvoiceProvider).Name
    Arrange  = {
        $old = Connect-InvoiceProvider -Sandbox -Provider InvoiceXpress -Name old -RequestsPerMinute 0 -SkipTest
        $known = @{ Clients = @(Get-InvoiceClient -Session there).Count; Old = @(Get-InvoiceClient -Session old).Name }
    }
    Run      = {
        Invoke-Recipe @{ From = $old; To = 'there' }
        Invoke-Recipe @{ From = 'old'; To = $there }
        [pscustomobject]@{ Known = $known; Clients = @(Get-InvoiceClient -Session there).Name }
    }
    Assert   = {
        param($There, $Server, $Folder)
        $first, $second, $after = $There.Output
        "$($first.Exit) $($first.Output.Refused)" | Should -Be '0 0'
        $first.Output.Clients | Should -Be ($after.Clients.Count - $after.Known.Clients)
        foreach ($name in $after.Known.Old) { $after.Clients | Should -Contain $name }
        "$($second.Output.Clients) $($second.Output.Items) $($second.Exit)" | Should -Be '0 0 0'
    }
}
