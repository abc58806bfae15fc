@{
    Provider = (Get-InvoiceProvider).Name
    Run      = {
        Invoke-Recipe @{}
        $expected = Measure-InvoiceTax -Year $day.Year -Quarter ([int][Math]::Ceiling($day.Month / 3))
        $expected | Select-Object State, Documents, Net, Tax, Gross | Export-Csv expected.csv -NoTypeInformation -Encoding UTF8
    }
    Arrange  = { $day = (Get-Date).AddMonths(-3) }
    Assert   = {
        param($There, $Server, $Folder)
        $There.Output.Exit | Should -Be 0
        $file = @(Get-ChildItem $Folder -Filter 'vat-*-Q?.csv')
        $file.Count | Should -Be 1
        $rows = @(Import-Csv $file.FullName)
        $rows.Count | Should -BeGreaterThan 0
        ($rows | Select-Object State, Documents, Net, Tax, Gross | Out-String) | Should -Be (Import-Csv (Join-Path $Folder expected.csv) | Out-String)
        @(Get-ChildItem $Folder -Filter 'vat-*-differences.csv').Count | Should -Be 1
    }
}
