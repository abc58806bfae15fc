BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $providers = @(Get-InvoiceProvider | ForEach-Object { @{ Provider = $_.Name } })
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $script = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../../docs/examples/Everywhere.ps1'))
}

AfterAll { Disconnect-All }

Describe 'The script that runs everywhere, at <Provider>' -ForEach $providers {
    It 'lists clients, makes an invoice, pays, and lists what is unpaid' {
        $server = Connect-TestSandbox @{ Provider = $Provider }
        $session = Get-InvoiceSession $server.Name
        $with = if ($Provider -eq 'SimplBooks') { @{ Tax = '24' } } else { @{} }
        $unpaid = @(& $script $session -Reference 'EVERYWHERE-1' @with)
        $invoice = @($unpaid | Where-Object Reference -eq 'EVERYWHERE-1')
        $invoice.Count | Should -Be 1
        $invoice[0].State | Should -Be 'Final'
        $invoice[0].Lines.Count | Should -BeIn 0, 1

        # FACTURAgem cannot tell its payments.
        $tells = (Get-InvoiceProvider $Provider).Command -contains 'Get-InvoicePayment'
        if ($tells) { ($invoice[0] | Get-InvoicePayment | Measure-Object Amount -Sum).Sum | Should -Be 20 }
        @(& $script $session -Reference 'EVERYWHERE-1' @with | Where-Object Reference -eq 'EVERYWHERE-1').Count | Should -Be 1
        if ($tells) { ($invoice[0] | Get-InvoicePayment | Measure-Object Amount -Sum).Sum | Should -Be 20 }
    }
}
