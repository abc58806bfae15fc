# Messages in the language of the UI culture: Portuguese where it is that, English elsewhere.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $providers = @(Get-InvoiceProvider | ForEach-Object { @{ Provider = $_.Name } })
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    function Invoke-In([string] $Language, [string] $Script, [hashtable] $Variable = @{}) {
        Invoke-Apart "[Threading.Thread]::CurrentThread.CurrentUICulture = '$Language'; $Script" $Variable
    }
}

AfterAll { Disconnect-All }

Describe 'In Portuguese' {
    It 'says that nothing is connected, and what to do' {
        $said = (Invoke-In pt-PT 'Get-InvoiceClient').Error[0]
        "$said" | Should -Be 'Não há nenhuma ligação.'
        $said.ErrorDetails.RecommendedAction | Should -Match '^Execute primeiro Connect-InvoiceProvider'
        $said.FullyQualifiedErrorId | Should -Match '^NotConnected,'
        $said.Exception.Message | Should -Be 'Nothing is connected.'
    }

    It 'says it in English in <_>' -ForEach 'en-US', 'et-EE', 'es-ES' {
        "$((Invoke-In $_ 'Get-InvoiceClient').Error[0])" | Should -Be 'Nothing is connected.'
    }

    It 'names the row, and refuses what can be read in two ways' {
        $server = Connect-TestSandbox
        $there = Invoke-In pt-PT '$null = $server | Connect-InvoiceProvider -SkipTest; [pscustomobject]@{ Reference = "R-1"; ClientName = "A"; Name = "SVC"; UnitPrice = "1.250"; Tax = "IVA23" } | New-Invoice' @{ server = $server }
        "$($there.Error[0])" | Should -Match '^Linha 1 \(R-1\): '
    }

    It 'reads parameters in the same language' {
        $there = Invoke-In pt-PT 'Get-InvoiceClient -Session nobody'
        "$($there.Error[0])$($there.Thrown)" | Should -Match "Get-InvoiceSession"
    }
}

Describe 'In Portuguese at <Provider>' -ForEach $providers {
    It 'shows what would be done, and what is not there' {
        $server = Start-InvoiceSandbox -Provider $Provider -RequestsPerMinute 0
        $code = '$ErrorActionPreference = "Continue"; $null = $server | Connect-InvoiceProvider -SkipTest -RequestsPerMinute 0 -Name acme
Start-Transcript $log | Out-Null; New-InvoiceClient -Name Exemplo -Country PT -WhatIf; $null = Stop-Transcript; Get-InvoiceClient -Id 999999999; Get-InvoiceClient nobody-of-that-name'
        $log = Join-Path $TestDrive "$Provider.txt"
        $there = Invoke-In pt-PT $code @{ server = $server; log = $log }
        $server | Stop-InvoiceSandbox
        Get-Content $log -Raw | Should -Match "Criar"
        Get-Content $log -Raw | Should -Match "na sessão 'acme"
        $there.Error.Count | Should -Be 2
        $there.Error | ForEach-Object { $_.FullyQualifiedErrorId | Should -Match '^NotFound' ; $_.ErrorDetails.RecommendedAction | Should -Match '^(Verifique|Diga|Use|Crie)' }
        "$($there.Error[1])" | Should -Match "^Não existe"
    }
}
