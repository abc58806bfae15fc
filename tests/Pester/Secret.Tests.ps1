# The key appears nowhere: every cmdlet that talks to the provider, with -Verbose -Debug, against every kind of fault.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    # Loads the sandbox's types, which are not there before something uses them.
    $null = Get-InvoiceSandbox
    $faults = @('None') + [enum]::GetNames([Invoicing.Sandbox.SandboxFaultKind])

    # Every other provider, every place where its key can travel; Login is by user name and password.
    $columns = @(
        @{ Provider = 'SimplBooks'; Setting = @{} }
        @{ Provider = 'FACTURAgem'; Setting = @{}; Login = $true }
        @{ Provider = 'FACTURAgem'; Setting = @{ Format = 'Xml'; KeyPlacement = 'Body' }; Login = $true }
        @{ Provider = 'FACTURAgem'; Setting = @{ KeyPlacement = 'Query'; BodyStyle = 'Flat' } }
        @{ Provider = 'SalenGo'; Setting = @{ TokenPlacement = 'basic' } }
        @{ Provider = 'SalenGo'; Setting = @{ TokenPlacement = 'bearer' } }
        @{ Provider = 'SalenGo'; Setting = @{ TokenPlacement = 'body'; DispatchStyle = 'envelope' } }
        @{ Provider = 'SalenGo'; Setting = @{ TokenPlacement = 'query' } }
    )
    $seen = @{}
    foreach ($column in $columns) {
        $can = Get-InvoiceProvider $column.Provider
        $column.Missing = $can.Missing
        $column.Where = if ($column.Setting.Count) { ($column.Setting.Keys | Sort-Object | ForEach-Object { "$_=$($column.Setting[$_])" }) -join ', ' } else { 'as usual' }
        $column.Faults = $faults

        # All that a provider can do in the first of its columns; in the others what has another body or answer.
        $few = 'Connect-InvoiceProvider', 'Test-InvoiceSession', 'Get-InvoiceClient', 'New-InvoiceClient', 'Set-Invoice', 'Invoke-InvoiceRequest'
        $column.Commands = @($can.Command | ForEach-Object { Get-Command $_ -Module Invoicing } | Where-Object {
            ($_.Name -eq 'Connect-InvoiceProvider' -or $_.Parameters.ContainsKey('Session')) -and (-not $seen.ContainsKey($column.Provider) -or $_.Name -in $few)
        })
        $seen[$column.Provider] = $true
    }
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'

    # Every command that talks to the provider. $s is the session, $t one with SalenGo and $u one with SimplBooks for what InvoiceXpress cannot do; what
    # else they need is made before the faults are switched on.
    $commands = [ordered]@{
        'Connect-InvoiceProvider'        = { Connect-InvoiceProvider InvoiceXpress again $key -BaseUri $address -MaximumRetryCount 0 -TimeoutSec 1 }
        'Connect-InvoiceProvider wrong'  = { Connect-InvoiceProvider InvoiceXpress again "${key}x" -BaseUri $address -MaximumRetryCount 0 -TimeoutSec 1 }
        'Test-InvoiceSession'            = { Test-InvoiceSession $s }
        'Get-InvoiceSession'             = { $s | Format-List * -Force | Out-String }
        'Save-InvoiceConnection'         = { Save-InvoiceConnection vault -SecretName acme -StatePath $folder -Session $s }
        'Save-InvoiceConnection script'  = { Save-InvoiceConnection script -SecretScript { $env:INVOICING_TEST_ODD } -StatePath $folder -Session $s }
        'Save-InvoiceConnection key'     = { Save-InvoiceConnection literal -SecretScript ([scriptblock]::Create("ConvertTo-SecureString '$key'")) -StatePath $folder -Session $s }
        'Save-InvoiceConnection name'    = { Save-InvoiceConnection named -SecretName $key -StatePath $folder -Session $s }
        'Save-InvoiceConnection plain'   = { Save-InvoiceConnection plain -StatePath $folder -Session $s }
        'Save-InvoiceConnection Windows' = { Save-InvoiceConnection windows -Protect -StatePath $folder -Session $s }
        'Get-InvoiceConnection'          = { Get-InvoiceConnection -StatePath $folder | Format-List * -Force | Out-String }
        'Connect-InvoiceProvider saved'  = { Connect-InvoiceProvider script -StatePath $folder -MaximumRetryCount 0 -TimeoutSec 1 }
        'Remove-InvoiceConnection'       = { Remove-InvoiceConnection vault -StatePath $folder -Confirm:$false }
        'Get-InvoiceClient'              = { Get-InvoiceClient -Session $s }
        'Get-InvoiceClient name'         = { Get-InvoiceClient 'Padaria Central' -Session $s }
        'Get-InvoiceClient code'         = { Get-InvoiceClient -Code C0001 -Session $s }
        'New-InvoiceClient'              = { New-InvoiceClient -Name "N$(New-Guid)" -Session $s }
        'Set-InvoiceClient'              = { $client | Set-InvoiceClient -Phone 1 -PassThru }
        'Remove-InvoiceClient'           = { Remove-InvoiceClient 999 -Session $s -Confirm:$false }
        'Get-InvoiceClientBalance'       = { $client | Get-InvoiceClientBalance }
        'Get-InvoiceClientAdjustment'    = { $client | Get-InvoiceClientAdjustment }
        'Set-InvoiceClientBalance'       = { $client | Set-InvoiceClientBalance -Amount 1 -Date (Get-Date) }
        'New-InvoiceClientAdjustment'    = { $client | New-InvoiceClientAdjustment -Amount 1 -Date (Get-Date) }
        'Remove-InvoiceClientAdjustment' = { Remove-InvoiceClientAdjustment 1 2 -Session $s -Confirm:$false }
        'New-InvoiceTreasuryMovement'    = { $client | New-InvoiceTreasuryMovement -Amount 1 -Type 0 -Date (Get-Date) }
        'Remove-InvoiceTreasuryMovement' = { Remove-InvoiceTreasuryMovement 1 2 -Session $s -Confirm:$false }
        'Get-Invoice'                    = { Get-Invoice -State Final -Session $s }
        'Get-Invoice number'             = { Get-Invoice 'FT 2026/1' -Session $s }
        'New-Invoice'                    = { New-Invoice -Type Quote -ClientName "C$(New-Guid)" -CreateMissing -Name SVC -UnitPrice 1 -Tax IVA23 -Session $s }
        'Set-Invoice'                    = { $draft | Set-Invoice -Notes n -PassThru }
        'Copy-Invoice'                   = { $issued | Copy-Invoice -Type Quote }
        'Complete-Invoice'               = { $draft | Complete-Invoice -Confirm:$false }
        'Remove-Invoice'                 = { Remove-Invoice 999 -Type Invoice -Session $s -Confirm:$false }
        'Send-Invoice'                   = { $issued | Send-Invoice }
        'Set-InvoiceState'               = { $issued | Set-InvoiceState -State Settled -Confirm:$false }
        'Get-InvoiceRelatedDocument'     = { $issued | Get-InvoiceRelatedDocument }
        'Get-InvoicePayment'             = { Get-InvoicePayment -Session $s }
        'Get-InvoiceReceivable'          = { Get-InvoiceReceivable -AsOf (Get-Date).AddDays(-30) -Session $s }
        'Get-InvoiceAging'               = { Get-InvoiceAging -Session $s }
        'Get-InvoiceStatement'           = { $client | Get-InvoiceStatement }
        'Resolve-InvoicePayment'         = { [Invoicing.BankEntry]@{ Id = 'e'; Date = Get-Date; Amount = 1; Text = 'a payment' } | Resolve-InvoicePayment -CheckPayment -Session $s }
        'Add-InvoicePayment'             = { $issued | Add-InvoicePayment -Amount 0.01 }
        'Remove-InvoicePayment'          = { Remove-InvoicePayment -Id 999 -Reason r -Session $s -Confirm:$false }
        'Get-InvoiceJournal'             = { Get-InvoiceJournal -Session $s }
        'Export-InvoiceArchive'          = { Export-InvoiceArchive (Join-Path $folder 'archive') -NoPdf -NoQrCode -NoSaft -Session $s }
        'Test-InvoiceArchive'            = { Test-InvoiceArchive (Join-Path $folder 'archive') }
        'Export-InvoiceJournal'          = { Export-InvoiceJournal (Join-Path $folder 'journal.csv') -Force -Session $s }
        'Resolve-InvoiceJournal'         = { Resolve-InvoiceJournal -Session $s }
        'Test-InvoiceJournal'            = { Test-InvoiceJournal -Session $s }
        'Export-InvoicePdf'              = { $issued | Export-InvoicePdf -OutFile (Join-Path $folder 'a.pdf') -Force -PollIntervalSec 0.01 -TimeoutSec 1 }
        'Export-InvoiceQrCode'           = { $issued | Export-InvoiceQrCode -OutFile (Join-Path $folder 'a.png') -Force -PollIntervalSec 0.01 -TimeoutSec 1 }
        'Export-InvoiceReport'           = { Export-InvoiceReport 2026 3 (Join-Path $folder 'a.html') -Force -Session $s }
        'Export-Saft'                    = { Export-Saft 2026 3 -OutFile (Join-Path $folder 'a.xml') -Force -PollIntervalSec 0.01 -TimeoutSec 1 -Session $s }
        'Invoke-InvoiceRequest'          = { Invoke-InvoiceRequest clients.json -Query @{ page = 1 } -Raw -Session $s }
        'Invoke-InvoiceRequest POST'     = { Invoke-InvoiceRequest clients.json POST -Body @{ client = @{ name = "$(New-Guid)"; api_key = $key } } -Raw -Session $s -Confirm:$false }
        'Get-InvoiceCountry'             = { Get-InvoiceCountry -Session $s }
        'Get-InvoiceField'               = { Get-InvoiceField Client -Session $s }
        'Get-InvoiceItem'                = { Get-InvoiceItem -Session $s }
        'New-InvoiceItem'                = { New-InvoiceItem -Name "I$(New-Guid)" -UnitPrice 1 -Session $s }
        'Set-InvoiceItem'                = { Set-InvoiceItem 999 -UnitPrice 1 -Session $s }
        'Remove-InvoiceItem'             = { Remove-InvoiceItem 999 -Session $s -Confirm:$false }
        'Get-InvoiceTax'                 = { Get-InvoiceTax -Session $s }
        'Measure-InvoiceTax'             = { Measure-InvoiceTax 2026 -Session $s }
        'New-InvoiceTax'                 = { New-InvoiceTax -Name "T$(Get-Random)" -Rate 1 -Region PT -Session $s }
        'Set-InvoiceTax'                 = { Set-InvoiceTax 999 -Rate 1 -Session $s }
        'Remove-InvoiceTax'              = { Remove-InvoiceTax 999 -Session $s -Confirm:$false }
        'Get-InvoiceSequence'            = { Get-InvoiceSequence -Session $s }
        'New-InvoiceSequence'            = { New-InvoiceSequence "S$(Get-Random)" -Session $s -Confirm:$false }
        'Set-InvoiceSequence'            = { Set-InvoiceSequence 999 -Default -Session $s }
        'Register-InvoiceSequence'       = { Register-InvoiceSequence 999 -Session $s -Confirm:$false }
        'Get-InvoiceAccount'             = { Get-InvoiceAccount 999 -Session $s }
        'New-InvoiceAccount'             = { New-InvoiceAccount n a@example.com -Password $password -AcceptTerms -Session $s -Confirm:$false }
        'Set-InvoiceAccount'             = { Set-InvoiceAccount 999 -Name n -Password $password -AcceptTerms -Session $s -Confirm:$false }
        'Set-InvoicePayment'             = { Set-InvoicePayment 999 -Notes n -Session $t }
        'Get-InvoiceRecurring'           = { Get-InvoiceRecurring -Session $t }
        'New-InvoiceRecurring'           = { New-InvoiceRecurring -Client 10000001 -Frequency Monthly -Line @{ Name = 'A'; UnitPrice = 1 } -Session $t }
        'Set-InvoiceRecurring'           = { Set-InvoiceRecurring 999 -Stopped $true -Session $t }
        'Remove-InvoiceRecurring'        = { Remove-InvoiceRecurring 999 -Session $t -Confirm:$false }
        'Get-InvoiceExpense'             = { Get-InvoiceExpense -Session $t }
        'New-InvoiceExpense'             = { New-InvoiceExpense -Amount 1 -CategoryId 1 -Session $t }
        'Set-InvoiceExpense'             = { Set-InvoiceExpense 999 -Notes n -Session $t }
        'Remove-InvoiceExpense'          = { Remove-InvoiceExpense 999 -Session $t -Confirm:$false }
        'Get-InvoiceCategory'            = { Get-InvoiceCategory -Session $t }
        'New-InvoiceCategory'            = { New-InvoiceCategory "C$(Get-Random)" -Session $t }
        'Set-InvoiceCategory'            = { Set-InvoiceCategory 999 -Name n -Session $t }
        'Remove-InvoiceCategory'         = { Remove-InvoiceCategory 999 -Session $t -Confirm:$false }
        'Get-InvoiceWebhook'             = { Get-InvoiceWebhook -Session $t }
        'Register-InvoiceWebhook'        = { Register-InvoiceWebhook payment.create http://127.0.0.1:9/ -Session $t }
        'Confirm-InvoiceWebhook'         = { Confirm-InvoiceWebhook 999 -Code c -Session $t }
        'Unregister-InvoiceWebhook'      = { Unregister-InvoiceWebhook 999 -Session $t }
        'Invoke-InvoiceRequest v1'       = { Invoke-InvoiceRequest client/list POST -Body @{ token = $theirKey } -Session $t -Confirm:$false }
        'Invoke-InvoiceRequest v2'       = { Invoke-InvoiceRequest v2/x -Session $t }
        'Export-InvoiceXml'              = { Export-InvoiceXml 1 -OutFile (Join-Path $folder 'b.xml') -Force -PollIntervalSec 0.01 -TimeoutSec 1 -Session $u }
        'Export-InvoicePurchase'         = { Export-InvoicePurchase 1 -OutFile (Join-Path $folder 'b.pdf') -Force -PollIntervalSec 0.01 -TimeoutSec 1 -Session $u }
        'Import-InvoiceXml'              = { Import-InvoiceXml $xml -Session $u -Confirm:$false }
        'Get-InvoiceBankAccount'         = { Get-InvoiceBankAccount -Session $u }
        'Get-InvoiceLedgerAccount'       = { Get-InvoiceLedgerAccount -Session $u }
        'Get-InvoiceItemStock'           = { Get-InvoiceItemStock 1 -Session $u }
        'Get-InvoiceClientNote'          = { Get-InvoiceClientNote -Session $u }
        'New-InvoiceClientNote'          = { New-InvoiceClientNote -ClientId 1 -Notes n -Session $u }
        'Set-InvoiceClientNote'          = { Set-InvoiceClientNote 999 -Notes n -Session $u }
        'Remove-InvoiceClientNote'       = { Remove-InvoiceClientNote 999 -Session $u -Confirm:$false }
        'Get-InvoicePurchase'            = { Get-InvoicePurchase -Session $u }
        'New-InvoicePurchase'            = { New-InvoicePurchase -SupplierId 1 -Number N1 -Line @{ Name = 'A'; UnitPrice = 1 } -Session $u }
        'Set-InvoicePurchase'            = { Set-InvoicePurchase 999 -Notes n -Session $u }
        'Remove-InvoicePurchase'         = { Remove-InvoicePurchase 999 -Session $u -Confirm:$false }
        'Get-InvoiceTask'                = { Get-InvoiceTask -Session $u }
        'New-InvoiceTask'                = { New-InvoiceTask -ClientId 1 -Name T -Session $u }
        'Set-InvoiceTask'                = { Set-InvoiceTask 999 -Name T -Session $u }
        'Remove-InvoiceTask'             = { Remove-InvoiceTask 999 -Session $u -Confirm:$false }
        'Get-InvoiceWarehouse'           = { Get-InvoiceWarehouse -Session $u }
        'New-InvoiceWarehouse'           = { New-InvoiceWarehouse -Name W -Session $u }
        'Set-InvoiceWarehouse'           = { Set-InvoiceWarehouse 999 -Name W -Session $u }
        'Remove-InvoiceWarehouse'        = { Remove-InvoiceWarehouse 999 -Session $u -Confirm:$false }
    }

    # Everything that can be read of a record: its text, its properties, and all exceptions in it with their data.
    function Get-Words {
        param($Record)
        foreach ($one in $Record) {
            "$one"
            ($one | Format-List * -Force | Out-String -Width 500)
            $exception = $null
            if ($one -is [Management.Automation.ErrorRecord]) {
                "$($one.TargetObject) $($one.ErrorDetails) $($one.FullyQualifiedErrorId) $($one.CategoryInfo) $($one.ScriptStackTrace)"
                $exception = $one.Exception
            }
            elseif ($one -is [Exception]) { $exception = $one }

            while ($exception) {
                $exception.ToString()
                $exception.Data.Keys | ForEach-Object { "$_ $($exception.Data[$_])" }
                $exception | Format-List * -Force | Out-String -Width 500
                $exception = $exception.InnerException
            }
        }
    }

    # Looks for secrets, in the forms in which they travel, in all that was said and saved.
    function Assert-Silent {
        param($There, [string[]] $Secret, [string] $Folder)
        $forms = foreach ($one in $Secret) {
            $bytes = { param($text) [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($text)) }
            $one, [uri]::EscapeDataString($one), (& $bytes $one), (& $bytes "${one}:X"), (& $bytes "${one}:") | ForEach-Object { [regex]::Escape($_) }
        }
        $secret = ($forms | Select-Object -Unique) -join '|'
        foreach ($stream in 'Output', 'Error', 'Warning', 'Verbose', 'Debug', 'Information', 'Progress', 'Thrown') {
            $words = @(Get-Words $There.$stream)
            @($words | Where-Object { $_ -match $secret } | ForEach-Object { $_.Substring(0, [Math]::Min(400, $_.Length)) }) | Should -BeNullOrEmpty -Because "of the stream $stream"
        }

        foreach ($file in Get-ChildItem $Folder -Recurse -File) {
            [Text.Encoding]::GetEncoding('iso-8859-1').GetString([IO.File]::ReadAllBytes($file.FullName)) | Should -Not -Match $secret
            $file.Name | Should -Not -Match $secret
        }
    }

    # One runspace for a whole fault: all commands in one script, each with everything it says told apart by its name.
    $script = @'
param($commands, $s, $t, $u, $xml, $theirKey, $key, $address, $client, $draft, $issued, $folder, $password)
Set-StrictMode -Off
$ErrorActionPreference = 'Continue'
$DebugPreference = 'Continue'
$VerbosePreference = 'Continue'
foreach ($name in $commands.Keys) {
    # Everything but the key that the script itself hands over; what comes out is looked through too.
    try { & ([scriptblock]::Create($commands[$name].ToString())) } catch { $_ }
}
$Error
'@
}

AfterAll { Disconnect-All }

Describe 'With the fault <_>' -ForEach $faults {
    It 'shows the key in no stream, error, exception, progress or file' {
        $fault = $_
        $folder = (New-Item (Join-Path $TestDrive $fault) -ItemType Directory).FullName
        $server = Connect-TestSandbox @{ PollsUntilReady = 1 } @{ MaximumRetryCount = 0; TimeoutSec = 1 }
        $s = Get-InvoiceSession $server.Name
        $client = Get-InvoiceClient -Code C0001
        $draft = New-TestInvoice DRAFT
        $issued = New-TestInvoice ISSUED | Complete-Invoice
        $other = Connect-TestSandbox @{ Provider = 'SalenGo' } @{ MaximumRetryCount = 0; TimeoutSec = 1 }
        $t = Get-InvoiceSession $other.Name
        $third = Connect-TestSandbox @{ Provider = 'SimplBooks' } @{ MaximumRetryCount = 0; TimeoutSec = 1 }
        $u = Get-InvoiceSession $third.Name
        $xml = Join-Path $folder 'in.xml'
        Set-Content $xml '<E_Invoice/>'
        if ($fault -ne 'None') { $server, $other, $third | ForEach-Object { Set-Fault $_ $fault } }
        $password = 'a-password-that-nobody-shall-see'

        # A script of a saved connection that gives the key as plain text, which is refused without showing it.
        $env:INVOICING_TEST_ODD = $server.ApiKey

        # These cost up to a second a command, so only some of them meet them.
        $asked = $commands
        if ($fault -in 'Stall', 'Slow') {
            $asked = [ordered]@{}
            $commands.Keys | Where-Object { $_ -in 'Connect-InvoiceProvider', 'Get-InvoiceClient', 'New-InvoiceClient', 'Get-Invoice', 'Send-Invoice', 'Export-Saft', 'Invoke-InvoiceRequest POST' } |
                ForEach-Object { $asked[$_] = $commands[$_] }
        }

        $state = @{ commands = $asked; s = $s; t = $t; u = $u; xml = $xml; theirKey = $other.ApiKey; key = $server.ApiKey; address = $server.BaseUri; client = $client; draft = $draft; issued = $issued; folder = $folder; password = $password }
        $shell = Start-Apart ($script -replace '^param.*', '') $state
        try {
            $there = Complete-Apart $shell 60
        }
        finally {
            $shell.Runspace.Dispose()
        }

        $there.Thrown | Should -BeNullOrEmpty
        $passwords = @($server, $other, $third | ForEach-Object ApiKey) + $password
        Assert-Silent $there $passwords $folder
        $there.Verbose.Count | Should -BeGreaterThan 0
        if ($fault -in 'None', 'ServerError', 'WrongJson') { $there.Debug.Count | Should -BeGreaterThan $asked.Count }

        # The table is worth something only if the commands did reach the provider and did fail. Four of them ask the journal, nine are of saved connections.
        $server.Requests.Count + $other.Requests.Count + $third.Requests.Count | Should -BeGreaterThan ($asked.Count - 18)
        if ($fault -notin 'None', 'Slow', 'NeverReady', 'FailingGeneration') { $there.Error.Count | Should -BeGreaterThan ($asked.Count / 2) }
        $server, $other, $third | ForEach-Object Stop
    }
}

Describe 'At <Provider>, <Where>' -ForEach $columns {
    BeforeAll {
        . "$PSScriptRoot/Company.ps1"
        $script = @'
Set-StrictMode -Off
$ConfirmPreference = 'None'
$ErrorActionPreference = $DebugPreference = $VerbosePreference = $InformationPreference = 'Continue'
Set-Location $folder
foreach ($call in $calls) {
    $with = $call.With
    try { & $call.Name @with } catch { $_ }
}
$Error
'@
    }

    It 'shows no secret in any stream, error, exception, progress or file, with the fault <_>' -ForEach $Faults {
        $fault = $_
        $folder = (New-Item (Join-Path $TestDrive (New-Guid)) -ItemType Directory).FullName
        $server = Start-InvoiceSandbox $Provider -RequestsPerMinute 0 -ClientCount 2 -InvoiceCount 2 -Setting $(if ($Provider -eq 'SalenGo') { $Setting } else { @{} })
        try {
            $how = @{ Provider = $Provider; BaseUri = $server.BaseUri; Setting = $Setting; RequestsPerMinute = 0; RequestsPerDay = 0; MaximumRetryCount = 0; TimeoutSec = 1; Name = $server.Name }
            if ($Login) { $how.Credential = [pscredential]::new($server.Login, (ConvertTo-SecureString $server.Password -AsPlainText -Force)) }
            else { $how.Account = $server.Account; $how.ApiKey = $server.ApiKey }
            $session = Connect-InvoiceProvider @how

            # These cost up to a second a command, so only some of them meet them.
            $names = if ($fault -in 'Stall', 'Slow') { 'Connect-InvoiceProvider', 'New-InvoiceClient' } else { $Commands.Name }
            $calls = @(foreach ($command in $Commands | Where-Object { $_.Name -in $names -and $_.Name -ne 'Disconnect-InvoiceProvider' }) {
                if ($command.Name -eq 'Connect-InvoiceProvider') {
                    @{ Name = $command.Name; With = $how.Clone() }
                    @{ Name = $command.Name; With = $how.Clone() }
                    continue
                }

                $WarningPreference = 'SilentlyContinue'
                $ids = Get-GoodIds $command
                foreach ($set in $command.ParameterSets | Where-Object { $_.Parameters.Name -notcontains 'Operation' }) {
                    $with = Get-Company $command $set ''
                    $with.Session = $session
                    if ($with.ContainsKey('TimeoutSec')) { $with.TimeoutSec = 1 }
                    @{ Name = $command.Name; With = $with }
                }
            })
            $calls[1].With.Name = 'wrong'
            if ($Login) { $calls[1].With.Credential = [pscredential]::new($server.Login, (ConvertTo-SecureString "$($server.Password)x" -AsPlainText -Force)) }
            else { $calls[1].With.ApiKey = "$($server.ApiKey)x" }
            if ($Login) { $calls += @{ Name = 'Disconnect-InvoiceProvider'; With = @{ Session = $session; Everywhere = $true; Confirm = $false } } }

            $key = $server.ApiKey
            if ($fault -ne 'None') { Set-Fault $server $fault }
            $server.ClearRequests()
            $shell = Start-Apart $script @{ calls = $calls; folder = $folder }
            try {
                $there = Complete-Apart $shell 60
            }
            finally {
                $shell.Runspace.Dispose()
            }

            $there.Thrown | Should -BeNullOrEmpty
            Assert-Silent $there (@($key, $server.ApiKey, $server.Password) | Where-Object { $_ } | Select-Object -Unique) $folder

            # The table is worth something only if the commands did reach the provider and did fail.
            $server.Requests.Count | Should -BeGreaterOrEqual ($names.Count / 2)
            if ($fault -notin 'None', 'Slow', 'NeverReady', 'FailingGeneration') { $there.Error.Count | Should -BeGreaterThan ($names.Count / 3) }
            ($server.Requests | Format-List * | Out-String) | Should -Not -Match ([regex]::Escape($key))
        }
        finally {
            Disconnect-All
        }
    }
}

Describe 'Tracing' {
    BeforeAll {
        $server = Connect-TestSandbox
        $s = Get-InvoiceSession $server.Name
    }

    It 'names every cmdlet that talks to the provider in the table above' {
        $listed = $commands.Keys | ForEach-Object { ($_ -split ' ')[0] } | Sort-Object -Unique
        $talking = Get-Command -Module Invoicing | Where-Object { $_.Parameters.ContainsKey('Session') -and $_.Name -ne 'Disconnect-InvoiceProvider' } | ForEach-Object Name
        @($talking | Where-Object { $_ -notin $listed }) | Should -BeNullOrEmpty
    }

    It 'writes one verbose line a request, without its query' {
        $server.ClearRequests()
        $there = Invoke-Apart 'Get-InvoiceClient -Code C0001 -Session $s -Verbose; Get-InvoiceClient -Session $s -PageSize 10 -Verbose' @{ s = $s }
        $there.Verbose.Count | Should -Be $server.Requests.Count
        "$($there.Verbose[0])" | Should -Match '^GET /clients/find-by-code.json -> 200 in \d+ ms$'
        "$($there.Verbose)" | Should -Not -Match '\?|C0001|page'
        $there.Debug.Count | Should -Be 0
    }

    It 'tells each attempt, and the wait before it' {
        Set-Fault $server 'ServerError#1'
        $there = Invoke-Apart 'Get-InvoiceClient -Code C0001 -Session $s -Verbose' @{ s = $s }
        Set-Fault $server
        @($there.Verbose | Where-Object { "$_" -match '-> 500' }).Count | Should -Be 1
        @($there.Verbose | Where-Object { "$_" -match 'attempt 2' }).Count | Should -Be 1
        @($there.Verbose | Where-Object { "$_" -match 'wait' }).Count | Should -Be 1
    }

    It 'shows bodies with -Debug only, and stars what it does not know' {
        $script = 'Invoke-InvoiceRequest clients.json POST -Body @{ client = @{ name = $name; token = "hush-hush"; new_field = "who knows" } } -Session $s'
        $quiet = Invoke-Apart "$script -Verbose" @{ s = $s; name = 'Traced 1' }
        "$($quiet.Verbose)" | Should -Not -Match 'Traced'
        $there = Invoke-Apart "`$DebugPreference = 'Continue'; $script" @{ s = $s; name = 'Traced 2' }
        "$($there.Debug)" | Should -Match 'Traced 2'
        "$($there.Debug)" | Should -Not -Match 'hush-hush'
        "$($there.Debug)" | Should -Not -Match 'who knows'
        $there.Debug.Count | Should -Be 2
    }

    It 'shows bodies for the parameter, too' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        # In Windows PowerShell the parameter asks at every line instead.
        (Invoke-Apart 'Get-InvoiceClient -Code C0001 -Session $s -Debug' @{ s = $s }).Debug.Count | Should -Be 1
    }

    It 'does not show where a file can be fetched without a key' {
        $there = Invoke-Apart '$DebugPreference = "Continue"; Export-Saft 2026 3 -OutFile $file -PollIntervalSec 0.01 -Verbose -Session $s' @{ s = $s; file = (Join-Path $TestDrive link.xml) }
        $link = @($server.Requests)[-1].Path
        $link | Should -Not -Match 'export_saft'
        foreach ($stream in 'Verbose', 'Debug', 'Progress', 'Output') { "$(Get-Words $there.$stream)" | Should -Not -Match ([regex]::Escape($link)) }
        $there.Debug.Count | Should -BeGreaterThan 1
    }

    It 'keeps the keys of all other providers out of a transcript, too' {
        $log = Join-Path $TestDrive everywhere.txt
        $file = Join-Path $TestDrive everywhere.ps1
        $servers = 'SimplBooks', 'FACTURAgem', 'SalenGo' | ForEach-Object { Start-InvoiceSandbox $_ }
        $connections = foreach ($one in $servers) {
            Set-Content (Join-Path $TestDrive "$($one.Name).txt") $(if ($one.Login) { $one.Password } else { $one.ApiKey }) -NoNewline
            $read = "(Get-Content '$TestDrive/$($one.Name).txt')"
            $proof = if ($one.Login) { "-Credential ([pscredential]::new('$($one.Login)', (ConvertTo-SecureString $read -AsPlainText -Force)))" } else { "-Account '$($one.Account)' -ApiKey $read" }
            "Connect-InvoiceProvider $($one.Provider) -BaseUri '$($one.BaseUri)' -AsSandbox $proof"
            'Get-InvoiceClient | Select-Object -First 2 | Format-List *'
            'Get-InvoiceClient nobody'
        }
        @"
Import-Module '$manifest'
`$DebugPreference = `$VerbosePreference = 'Continue'
`$null = Start-Transcript '$log'
$($connections -join "`n")
Get-InvoiceSession | Format-List *
`$Error | Format-List * -Force
`$null = Stop-Transcript
"@ | Set-Content $file
        $out = Invoke-PowerShellHost '-File', $file *>&1 | Out-String
        $secret = (@($servers.ApiKey) + @($servers.Password) | Where-Object { $_ } | ForEach-Object { [regex]::Escape($_) }) -join '|'
        foreach ($text in $out, (Get-Content $log -Raw)) {
            $text | Should -Match 'POST /api/v1/session.json -> 200'
            ([regex]::Matches($text, 'There is no client')).Count | Should -BeGreaterOrEqual 3
            $text | Should -Not -Match $secret
        }
    }

    It 'keeps the key out of a transcript of a whole script' {
        $log = Join-Path $TestDrive transcript.txt
        $file = Join-Path $TestDrive script.ps1
        @"
Import-Module '$manifest'
`$DebugPreference = 'Continue'
`$VerbosePreference = 'Continue'
`$null = Start-Transcript '$log'
Connect-InvoiceProvider InvoiceXpress shown (Get-Content '$TestDrive/key.txt') -BaseUri '$($server.BaseUri)' -AsSandbox
Get-InvoiceClient | Select-Object -First 3
Get-InvoiceClient nobody
Get-InvoiceSession | Format-List *
Connect-InvoiceProvider InvoiceXpress shown 'wrong' -BaseUri '$($server.BaseUri)' -AsSandbox
`$Error | Format-List * -Force
Get-InvoiceSandbox | Format-List *
`$null = Stop-Transcript
"@ | Set-Content $file
        Set-Content (Join-Path $TestDrive key.txt) $server.ApiKey -NoNewline
        $out = Invoke-PowerShellHost '-File', $file *>&1 | Out-String
        $out | Should -Match 'Padaria Central'
        $out | Should -Not -Match ([regex]::Escape($server.ApiKey))
        Get-Content $log -Raw | Should -Match 'Padaria Central'
        Get-Content $log -Raw | Should -Not -Match ([regex]::Escape($server.ApiKey))
    }

    It 'does not show the key of a sandbox in its views' {
        $server | Out-String | Should -Not -Match ([regex]::Escape($server.ApiKey))
        "$server" | Should -Not -Match ([regex]::Escape($server.ApiKey))
    }
}
