# Delivery is tested in Saft.Tests.ps1, which has a stand-in for the authority's client.
@{
    Provider = 'InvoiceXpress'
    Arrange  = { "Account,TaxNumber`n$($server.Account),509999999`nnobody,509999980" | Set-Content clients.csv }
    Run      = { Invoke-Recipe @{ ClientList = 'clients.csv'; Folder = 'saft' } }
    Assert   = {
        param($There, $Server, $Folder)
        $There.Output.Exit | Should -Be 2
        $good, $bad = $There.Output.Output
        "$($good.Errors) $($good.Problem) $($good.Delivery)" | Should -Be '0  no'
        $bad.Problem | Should -BeLike '*was not found*'
        @(Get-Content (Join-Path $Folder saft/monthly-saft.log)).Count | Should -Be 2
        @(Get-ChildItem (Join-Path $Folder saft) -Filter *.xml).Count | Should -Be 1
    }
}
