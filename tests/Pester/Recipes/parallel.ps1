@{
    Provider   = 'InvoiceXpress', 'SimplBooks'
    PowerShell = [version]'7.4'
    Run        = {
        $global:LASTEXITCODE = 0
        $files = @(Get-Invoice -Type Invoice -State Final, Settled | Select-Object -First 6 | & $recipe -Session $there -Folder pdf)
        [pscustomobject]@{ Output = $files; Exit = $global:LASTEXITCODE }
    }
    Assert     = {
        param($There, $Server, $Folder)
        $There.Output.Exit | Should -Be 0
        $There.Output.Output.Count | Should -Be 6
        @(Get-ChildItem (Join-Path $Folder pdf) -Filter *.pdf).Count | Should -Be 6
    }
}
