@{
    Provider = (Get-InvoiceProvider).Name
    Arrange  = { $before = (Get-Date).AddMonths(-2) }
    Run      = {
        Invoke-Recipe @{ Year = $before.Year; Month = $before.Month }
        Invoke-Recipe @{}
    }
    Assert   = {
        param($There, $Server, $Folder)
        $There.Output.Exit | Should -Be 0, 0
        $pages = @(Get-ChildItem (Join-Path $Folder reports) | Sort-Object Name)
        $pages.Count | Should -Be 2
        Get-Content $pages[0].FullName -Raw | Should -Match 'This report was compared with none'
        Get-Content $pages[1].FullName -Raw | Should -Match "Compared with the report of $($pages[0].BaseName.Substring(7))"
    }
}
