@{
    Provider = (Get-InvoiceProvider).Name
    Sandbox  = @{ InvoiceCount = 8 }
    Run      = {
        Invoke-Recipe @{ Folder = 'archive'; Log = 'hashes.csv' }
        $asked = $server.Requests.Count
        Invoke-Recipe @{ Folder = 'archive'; Log = 'hashes.csv'; Session = 'there' }
        $asked = $server.Requests.Count - $asked
        Remove-Item (Get-ChildItem archive/documents -Recurse -Filter *.json | Select-Object -First 1).FullName
        Set-Content archive/clients/letter.txt 'mine'
        Invoke-Recipe @{ Folder = 'archive' }
        [pscustomobject]@{ Asked = $asked }
    }
    Assert   = {
        param($There, $Server, $Folder)
        $first, $second, $third, $more = $There.Output
        "$($first.Exit) $($second.Exit) $($third.Exit)" | Should -Be '0 0 2'
        $first.Output.Added | Should -BeGreaterThan 8
        "$($second.Output.Added) $($second.Output.Files)" | Should -Be '0 0'
        $more.Asked | Should -BeLessOrEqual 16
        @(Import-Csv (Join-Path $Folder hashes.csv)).Manifest | Should -Be @($first.Output.Manifest, $second.Output.Manifest)
        "$($third.Output.Files) $($third.Output.Findings)" | Should -Be '1 1'
        "$($There.Warning)" | Should -BeLike '*Unexpected*letter.txt*'
        @(Get-Change $Server).Count | Should -Be 0
    }
}
