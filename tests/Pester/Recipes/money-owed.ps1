@{
    Provider = (Get-InvoiceProvider).Name
    Run      = {
        $term = if ($provider -eq 'SalenGo') { @{ PaymentDays = 10 } } else { @{} }
        Invoke-Recipe (@{ Destination = 'owed'; CompanyName = 'Acme, Lda.' } + $term)
        Invoke-Recipe (@{ Destination = 'owed'; AsOf = (Get-Date).Date.AddDays(-30) } + $term)
        Invoke-Recipe (@{ Destination = 'owed'; CompanyName = 'Acme, Lda.' } + $term)
    }
    Assert   = {
        param($There, $Server, $Folder)
        $told = $There.Output.Output
        if ($Server.Provider -eq 'FACTURAgem') { "$($There.Output.Exit)" | Should -Be '2 2 2' } else { $There.Output[1].Exit | Should -Be 2 }
        $open = @(Import-Csv (Join-Path $Folder 'owed/open.csv') -Encoding UTF8)
        $aging = @(Import-Csv (Join-Path $Folder 'owed/aging.csv') -Encoding UTF8)
        $open.Count | Should -Be $told[2].Documents
        $open.Count | Should -BeGreaterThan 5
        $aging.Count | Should -Be $told[2].Clients
        $pages = @(Get-ChildItem (Join-Path $Folder owed) -Filter *.html)
        @($open | Where-Object State -EQ Overdue | Select-Object -ExpandProperty ClientName -Unique).Count | Should -Be $told[2].Statements
        $pages.Count | Should -BeGreaterOrEqual $told[2].Statements
        foreach ($page in $pages) { [IO.File]::ReadAllText($page.FullName) | Should -Match '<h1>Statement of account: ' }
        (Get-Change $Server).Count | Should -Be 0
    }
}
