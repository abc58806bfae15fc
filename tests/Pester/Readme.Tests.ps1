# Every line of README and the scripts of docs/examples, as a person runs them, in the cultures of the people who use them.

BeforeDiscovery { $cultures = @('pt-PT', 'et-EE', 'es-ES', 'en-US' | ForEach-Object { @{ Culture = $_ } }) }

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $root = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../..'))
    $blocks = @([regex]::Matches((Get-Content (Join-Path $root README.md) -Raw), '(?s)```powershell\r?\n(.*?)```') | ForEach-Object { $_.Groups[1].Value })

    # Runs each statement of README; only what needs an account, or the gallery, is stood in for. What it did is written.
    $script = @'
[Threading.Thread]::CurrentThread.CurrentCulture = $culture
[Threading.Thread]::CurrentThread.CurrentUICulture = $culture
$ConfirmPreference = 'None'
Set-Location $folder
function Install-Module { }
function Get-Secret { ConvertTo-SecureString $server.ApiKey -AsPlainText -Force }
$PSDefaultParameterValues['Export-Saft:PollIntervalSec'] = 0.01
$old = $server | Connect-InvoiceProvider -Name old -SkipTest
$new = $other | Connect-InvoiceProvider -Name new -SkipTest
$PSDefaultParameterValues['Connect-InvoiceProvider:BaseUri'] = $server.BaseUri
foreach ($block in $blocks) {
    if ($block -match 'Import-Csv march.csv') { 'Reference,ClientCode,Name,Description,Quantity,UnitPrice,Tax', 'M-3,C0001,SVC,Service,1.5,20.25,IVA23', $(if ($block -match 'ErrorVariable failed') { 'M-4,C0001,SVC,Service,one,20.25,IVA23' }) | Set-Content march.csv }
    foreach ($statement in [Management.Automation.Language.Parser]::ParseInput($block, [ref]$null, [ref]$null).EndBlock.Statements) {
        $text = $statement.Extent.Text
        if ($text -match 'payments.csv') {
            'Number;Valor;Data', "$((Get-Invoice -Reference M-1).Number);1,50;$today" | Set-Content payments.csv
        }

        if ($text -match '-Sandbox') { $PSDefaultParameterValues.Remove('Connect-InvoiceProvider:BaseUri') }
        $said = @(Invoke-Expression $text -ErrorAction Continue -ErrorVariable problems -WarningVariable warned)
        [pscustomobject]@{ Line = $text; Output = $said.Count; Problems = @($problems | Where-Object { $_ -is [Management.Automation.ErrorRecord] } | ForEach-Object { "$_" }); Warned = @($warned | ForEach-Object { "$_" }) }
    }
}
'@
    $done = @{}
    function Invoke-Readme([string] $Culture) {
        if (-not $done.ContainsKey($Culture)) {
            $server = Start-InvoiceSandbox -RequestsPerMinute 0 -PollsUntilReady 1 -Seed 7
            $other = Start-InvoiceSandbox -RequestsPerMinute 0 -ClientCount 0 -InvoiceCount 0 -Seed 7
            $folder = (New-Item (Join-Path $TestDrive $Culture) -ItemType Directory).FullName
            $today = [datetime]::Today.ToString('dd/MM/yyyy', [cultureinfo]::InvariantCulture)
            @("Referência;Código cliente;Artigo;Descrição;Qtd;Preço unitário;IVA;Data", "M-1;C0001;SVC;Serviço;2,5;1.234,56;23%;$today", "M-2;C0002;SVC;Serviço;1;99,90;23%;$today") |
                Set-Content (Join-Path $folder march.csv) -Encoding UTF8
            @('Order,ClientCode,Name,Quantity,UnitPrice,Tax', 'O-1,C0001,SVC,1,1.5,IVA23', 'O-1,C0001,SVC,2,2.5,IVA23') | Set-Content (Join-Path $folder orders.csv) -Encoding UTF8
            $there = Invoke-Apart $script @{ culture = [cultureinfo]$Culture; folder = $folder; server = $server; other = $other; blocks = $blocks; today = $today }
            if ($there.Thrown) { throw $there.Thrown }
            $done[$Culture] = @{ Lines = $there.Output; Sent = @(Get-Change $server | ForEach-Object { "$($_.Path) $($_.Body)" -replace '"proprietary_uid":"[^"]*"' }); Errors = @($there.Error) }
            Disconnect-All
        }

        $done[$Culture]
    }
}

AfterAll { Disconnect-All }

Describe 'README in <Culture>' -ForEach $cultures {
    It 'has lines that run, each without an error' {
        $here = Invoke-Readme $Culture
        $here.Lines.Count | Should -BeGreaterThan 15

        # One of them is about a row that is wrong.
        $bad = @($here.Lines | Where-Object Problems)
        $bad.Line | Should -BeLike '*-ErrorVariable failed*'
        $bad.Problems | Should -BeLike "* 2 (M-4): Quantity: 'one'*"
        @($here.Errors).Count | Should -Be 1
    }

    It 'sends the same as anywhere else' {
        (Invoke-Readme $Culture).Sent | Should -Be (Invoke-Readme 'en-US').Sent
        "$((Invoke-Readme $Culture).Sent)" | Should -Match '"unit_price":1234.56'
    }
}

Describe 'The scripts of docs/examples in <Culture>' -ForEach $cultures {
    It 'run, and do nothing twice' {
        $server = Connect-TestSandbox @{ Provider = 'SimplBooks'; Seed = 7 }
        $examples = @'
[Threading.Thread]::CurrentThread.CurrentCulture = $culture
[Threading.Thread]::CurrentThread.CurrentUICulture = $culture
$null = $server | Connect-InvoiceProvider -Name there -SkipTest
$first = @(& "$root/docs/examples/Import-Orders.ps1" "$root/docs/examples/orders.csv" -FailedPath $failed -WarningAction SilentlyContinue)
$second = @(& "$root/docs/examples/Import-Orders.ps1" "$root/docs/examples/orders.csv" -FailedPath $failed -WarningAction SilentlyContinue)
$unpaid = @(& "$root/docs/examples/Everywhere.ps1" -Reference EVERY-1 -Tax 24)
$unpaid = @(& "$root/docs/examples/Everywhere.ps1" -Reference EVERY-1 -Tax 24)
[pscustomobject]@{ First = $first.Reference; Totals = @($first | Get-Invoice | ForEach-Object Total); Second = $second.Count; Unpaid = @($unpaid | Where-Object Reference -eq EVERY-1).Count; Paid = @($unpaid | Where-Object Reference -eq EVERY-1 | Get-InvoicePayment | ForEach-Object Amount) }
'@
        $there = Invoke-Apart $examples @{ culture = [cultureinfo]$Culture; server = $server; root = $root; failed = (Join-Path $TestDrive "failed-$Culture.csv") }
        if ($there.Thrown) { throw $there.Thrown }
        $there.Output[0].First | Should -Be 'WEB-1001', 'WEB-1002', 'WEB-1003', 'WEB-1005'
        $there.Output[0].Totals[0] | Should -Be 119.04
        $there.Output[0].Second | Should -Be 0
        $there.Output[0].Unpaid | Should -Be 1
        $there.Output[0].Paid | Should -Be 20
        Disconnect-All
    }
}
