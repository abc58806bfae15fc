@{
    Provider = 'InvoiceXpress', 'SimplBooks'
    Run      = {
        $remind = $provider -eq 'InvoiceXpress'
        Invoke-Recipe @{ ListPath = 'overdue.csv'; Remind = $remind }
        Invoke-Recipe @{ ListPath = 'overdue.csv'; Remind = $remind }
    }
    Assert   = {
        param($There, $Server, $Folder)
        $list = @(Import-Csv (Join-Path $Folder overdue.csv))
        $list.Count | Should -Be $There.Output[0].Output.Count
        $list.Count | Should -BeGreaterThan 3
        [int[]]$list.Days | Should -Be ([int[]]$list.Days | Sort-Object -Descending)
        $list[0].DueDate | Should -Match '^20\d\d-\d\d-\d\d$'
        if ($Server.Provider -eq 'InvoiceXpress') {
            $There.Output.Exit | Should -Be 0, 0
            $due = @($list | Where-Object { [int]$_.Days -ge 7 })
            @($Server.Emails).Count | Should -Be $due.Count
            @(Import-Csv (Join-Path $Folder reminded.csv)).Number | Sort-Object | Should -Be ($due.Number | Sort-Object)
        }
    }
}
