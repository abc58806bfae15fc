@{
    Provider = 'InvoiceXpress', 'SimplBooks'
    Run      = {
        $month = (Get-Invoice -State Final | Sort-Object Date | Select-Object -Last 1).Date
        Invoke-Recipe @{ Folder = 'archive'; Month = $month }
        $asked = $server.Requests.Count
        Invoke-Recipe @{ Folder = 'archive'; Month = $month }
        [pscustomobject]@{ Asked = $server.Requests.Count - $asked }
    }
    Assert   = {
        param($There, $Server, $Folder)
        $first, $second, $more = $There.Output
        "$($first.Exit) $($second.Exit)" | Should -Be '0 0'
        $first.Output.Count | Should -BeGreaterThan 0
        $files = @(Get-ChildItem (Join-Path $Folder archive) -Recurse -Filter *.pdf)
        $files.Count | Should -Be $first.Output.Count
        $index = @(Import-Csv (Get-ChildItem (Join-Path $Folder archive) -Recurse -Filter index.csv).FullName)
        $index.File | Sort-Object | Should -Be ($files.Name | Sort-Object)
        $index.Sha256 | Should -Be $second.Output.Sha256

        # Only the list.
        $more.Asked | Should -BeLessOrEqual 2
    }
}
