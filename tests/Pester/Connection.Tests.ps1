# Saved connections: what is in the file, what is never in it, and connecting by the name alone.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $providers = @(Get-InvoiceProvider | ForEach-Object { @{ Provider = $_.Name } })
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"

    # A vault without a person: the module that SecretManagement is, with one secret of each kind.
    $modules = (New-Item (Join-Path $TestDrive modules) -ItemType Directory).FullName
    $vault = (New-Item (Join-Path $modules 'Microsoft.PowerShell.SecretManagement') -ItemType Directory).FullName
    @'
function Get-Secret {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Name, [string] $Vault)
    if ($Vault -and $Vault -ne 'office') { throw "The vault '$Vault' was not found." }
    $key = ConvertTo-SecureString $env:INVOICING_TEST_KEY -AsPlainText -Force
    switch ($Name) {
        acme { $key }
        login { [pscredential]::new('who@example.com', $key) }
        table { @{ Key = $env:INVOICING_TEST_KEY } }
        default { Write-Error "The secret '$Name' was not found." }
    }
}
'@ | Set-Content (Join-Path $vault 'Microsoft.PowerShell.SecretManagement.psm1')
    $path = $env:PSModulePath
    $env:PSModulePath = $modules + [IO.Path]::PathSeparator + $path
    $server = Connect-TestSandbox
    $session = Get-InvoiceSession $server.Name
    $env:INVOICING_TEST_KEY = $server.ApiKey
    $script = { ConvertTo-SecureString $env:INVOICING_TEST_KEY -AsPlainText -Force }
    $onWindows = [Environment]::OSVersion.Platform -eq 'Win32NT'

    # A folder of connections for each test.
    function New-State { @{ StatePath = (Join-Path $TestDrive (New-Guid).Guid); ErrorAction = 'Stop' } }
}

AfterAll {
    Disconnect-All
    $env:PSModulePath = $path
    Remove-Item Env:INVOICING_TEST_KEY
}

Describe 'A saved connection at <Provider>' -ForEach $providers {
    BeforeEach { $here = New-State; $state = $here.StatePath }

    BeforeAll {
        $other = Start-InvoiceSandbox -Provider $Provider -RequestsPerMinute 0
        $before = $env:INVOICING_TEST_KEY
        $env:INVOICING_TEST_KEY = $other.ApiKey
    }

    AfterAll {
        $env:INVOICING_TEST_KEY = $before
        $other | Stop-InvoiceSandbox
    }

    It 'connects by its name, as the session that it came from' {
        $first = $other | Connect-InvoiceProvider -Name first -SkipTest -RequestsPerMinute 0 -SettleTimeSec 0.2 -RetryIntervalSec 0.01 -Force
        $saved = $first | Save-InvoiceConnection "$Provider & co" -SecretScript $script @here
        $first | Disconnect-InvoiceProvider
        $saved.Provider | Should -Be $Provider
        [IO.File]::ReadAllText($saved.Path) | Should -Not -Match ([regex]::Escape($other.ApiKey))
        $again = Connect-InvoiceProvider "$Provider & co" @here
        $again.Name | Should -Be "$Provider & co"
        $again.AccountKey | Should -Be $first.AccountKey
        @(Get-InvoiceClient -Session $again).Count | Should -BeGreaterThan 1
        $again | Disconnect-InvoiceProvider
    }

    It 'starts a sandbox anew where it came from one, and needs no key' {
        $own = Connect-InvoiceProvider $Provider -Sandbox -Name own -SettleTimeSec 0.2
        $saved = Save-InvoiceConnection rehearsal @here
        $own | Disconnect-InvoiceProvider
        $saved.Sandbox | Should -BeTrue
        $saved.Account, $saved.BaseUri, $saved.Secret | Should -Be $null, $null, $null
        $again = Connect-InvoiceProvider rehearsal @here
        $again.BaseUri | Should -Not -Be $own.BaseUri
        @(Get-InvoiceClient -Session $again).Count | Should -BeGreaterThan 1
        (Save-InvoiceConnection again -Session $again @here).SettleTimeSec | Should -Be 0.2
        { Save-InvoiceConnection again -Session $again -SecretName acme @here -Force } | Should -Throw '*ends with its sandbox*' -ErrorId 'InvalidInput,*'
        $again | Disconnect-InvoiceProvider
    }
}

Describe 'The place of the secret' {
    BeforeEach { $here = New-State; $state = $here.StatePath }

    It 'is a vault: <What>' -ForEach @(
        @{ What = 'a named one'; With = @{ SecretName = 'acme'; Vault = 'office' } }
        @{ What = 'the default one'; With = @{ SecretName = 'acme' } }
        @{ What = 'a PSCredential, of which the password is the key'; With = @{ SecretName = 'login' } }
    ) {
        $session | Save-InvoiceConnection acme @With @here | Out-String | Should -Match ([regex]::Escape($With.SecretName))
        $again = Connect-InvoiceProvider acme @here
        $again.IsConnected | Should -BeTrue
        $again | Disconnect-InvoiceProvider
    }

    It 'is a script that gives a PSCredential, where the session has a login' {
        $gem = Start-InvoiceSandbox -Provider FACTURAgem -RequestsPerMinute 0
        $login = [pscredential]::new('who@example.com', (ConvertTo-SecureString $gem.ApiKey -AsPlainText -Force))
        $first = Connect-InvoiceProvider FACTURAgem -Account $gem.Account -Credential $login -BaseUri $gem.BaseUri -Name gem -SkipTest
        $saved = $first | Save-InvoiceConnection login -SecretScript { [pscredential]::new('other@example.com', (ConvertTo-SecureString $env:INVOICING_TEST_KEY -AsPlainText -Force)) } @here
        $saved.UserName | Should -Be 'who@example.com'
        (Connect-InvoiceProvider login -SkipTest @here).Provider.Name | Should -Be 'FACTURAgem'
        Get-InvoiceSession login, gem | Disconnect-InvoiceProvider
        $gem | Stop-InvoiceSandbox
    }

    It 'takes a PSCredential wherever a key is wanted' {
        $login = [pscredential]::new('who', (ConvertTo-SecureString $server.ApiKey -AsPlainText -Force))
        (Connect-InvoiceProvider InvoiceXpress plain -ApiKey $login -BaseUri $server.BaseUri -Force).IsConnected | Should -BeTrue
        Get-InvoiceSession plain | Disconnect-InvoiceProvider
    }

    It 'is said, or nothing is saved' {
        { $session | Save-InvoiceConnection acme @here } | Should -Throw '*plain text*' -ErrorId 'InvalidInput,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -Match '-SecretName.+-SecretScript'
        Test-Path $state | Should -BeFalse
    }

    It 'is encrypted by Windows alone' {
        if ($onWindows) { Set-ItResult -Skipped -Because 'tests/windows-powershell.ps1 shows it there'; return }
        { $session | Save-InvoiceConnection acme -Protect @here } | Should -Throw '*DPAPI*' -ErrorId 'InvalidInput,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -Match '-SecretScript'
        Test-Path $state | Should -BeFalse
    }

    It 'is no text of the connection: <What>' -ForEach @(
        @{ What = 'the script'; With = { @{ SecretScript = [scriptblock]::Create("`$x = '$($server.ApiKey)'; ConvertTo-SecureString `$x -AsPlainText -Force") } } }
        @{ What = 'a comment of the script'; With = { @{ SecretScript = [scriptblock]::Create("<# $($server.ApiKey) #> 1") } } }
        @{ What = 'base64 in the script'; With = { @{ SecretScript = [scriptblock]::Create("'$([Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($server.ApiKey)))'") } } }
        @{ What = 'a text for ConvertTo-SecureString'; With = { @{ SecretScript = { ConvertTo-SecureString 'another key' -AsPlainText -Force } } } }
        @{ What = 'a text that goes to ConvertTo-SecureString'; With = { @{ SecretScript = { 'another key' | ConvertTo-SecureString -AsPlainText -Force } } } }
        @{ What = 'the name of the secret'; With = { @{ SecretName = $server.ApiKey } } }
        @{ What = 'the vault'; With = { @{ SecretName = 'a'; Vault = $server.ApiKey } } }
        @{ What = 'the name'; With = { @{ SecretName = 'a'; Name = "my $($server.ApiKey)" } } }
    ) {
        $all = & $With
        if (-not $all.ContainsKey('Name')) { $all.Name = 'acme' }
        { $session | Save-InvoiceConnection @all @here } | Should -Throw '*itself*' -ErrorId 'InvalidInput,*'
        "$($Error[0])$($Error[0].ErrorDetails.RecommendedAction)" | Should -Not -Match ([regex]::Escape($server.ApiKey))
        Test-Path $state | Should -BeFalse
    }

    It 'refuses a proxy with a password in its address' {
        $proxied = $server | Connect-InvoiceProvider -Name proxied -SkipTest -Proxy 'http://who:secret@127.0.0.1:9/' -Force
        { $proxied | Save-InvoiceConnection acme -SecretName acme @here } | Should -Throw '*proxy*' -ErrorId 'InvalidInput,*'
        "$($Error[0])" | Should -Not -Match 'secret@'
        $proxied | Disconnect-InvoiceProvider
    }

    It 'is told when it cannot be read: <What>' -ForEach @(
        @{ What = 'no such secret'; With = @{ SecretName = 'nobody' }; Like = "*secret nobody*was not found*" }
        @{ What = 'no such vault'; With = @{ SecretName = 'acme'; Vault = 'attic' }; Like = "*vault attic*was not found*" }
        @{ What = 'a hashtable'; With = @{ SecretName = 'table' }; Like = '*came as Hashtable*' }
        @{ What = 'plain text'; With = @{ SecretScript = { $env:INVOICING_TEST_KEY } }; Like = '*came as String*' }
        @{ What = 'nothing'; With = @{ SecretScript = { } }; Like = '*0 values*' }
        @{ What = 'two values'; With = @{ SecretScript = { 1; 2 } }; Like = '*2 values*' }
        @{ What = 'a script that fails'; With = @{ SecretScript = { Get-Content nowhere.key } }; Like = '*nowhere.key*' }
        @{ What = 'a script that throws'; With = @{ SecretScript = { throw 'not today' } }; Like = '*not today*' }
    ) {
        $null = $session | Save-InvoiceConnection acme @With @here
        { Connect-InvoiceProvider acme @here } | Should -Throw $Like -ErrorId 'InvalidInput,*'
        $Error[0].Exception.Message | Should -Match "connection 'acme'"
        $Error[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        ($Error[0] | Format-List * -Force | Out-String) + $Error[0].Exception | Should -Not -Match ([regex]::Escape($server.ApiKey))
        { Get-InvoiceClient -ErrorAction Stop } | Should -Throw -ErrorId 'NotConnected,*'
    }

    It 'says so when the module of the vault is not installed' {
        $null = $session | Save-InvoiceConnection acme -SecretName acme @here
        $there = Invoke-Apart "`$env:PSModulePath = `$path; Connect-InvoiceProvider acme -StatePath '$state'" @{ path = $path }
        if (Get-Module Microsoft.PowerShell.SecretManagement -ListAvailable | Where-Object Path -NotLike "$modules*") { Set-ItResult -Skipped -Because 'it is installed on this machine'; return }
        $there.Error[0].FullyQualifiedErrorId | Should -BeLike 'InvalidInput,*'
        "$($there.Error[0])" | Should -Match 'SecretManagement is not installed'
        $env:PSModulePath = $modules + [IO.Path]::PathSeparator + $path
    }
}

Describe 'What is saved' {
    BeforeEach { $here = New-State; $state = $here.StatePath }

    It 'is every parameter of Connect-InvoiceProvider but those of the moment' {
        $ofTheMoment = 'ApiKey', 'Credential', 'ProxyCredential', 'Force', 'SkipTest', 'InputObject'
        $common = [Management.Automation.Cmdlet]::CommonParameters
        $has = [Invoicing.SavedConnection].GetProperties().Name
        $lacks = (Get-Command Connect-InvoiceProvider).Parameters.Keys | Where-Object { $_ -notin $has -and $_ -notin $ofTheMoment -and $_ -notin $common }
        $lacks | Should -BeNullOrEmpty
    }

    It 'comes back whole, and what is as the default is left out' {
        $with = @{
            Setting = @{ ListTransport = 'PostForm' }; FieldName = @{ 'Client.TaxNumber' = '2026-01-02' }; TimeoutSec = 7; RequestsPerMinute = 3; RequestsPerDay = 0; MaximumRetryCount = 2
            RetryIntervalSec = 0.25; SettleTimeSec = 0.5; NoJournal = $true; JournalRetentionDay = 30; Proxy = 'http://127.0.0.1:9/'; StatePath = $state
        }
        $first = Connect-InvoiceProvider SimplBooks demo some-key -SkipTest -Name whole @with
        $saved = $first | Save-InvoiceConnection whole -SecretScript $script @here
        $env:INVOICING_TEST_KEY, $before = 'other-key', $env:INVOICING_TEST_KEY
        $again = Connect-InvoiceProvider whole -SkipTest -Force @here
        $env:INVOICING_TEST_KEY = $before
        $twice = $again | Save-InvoiceConnection whole -SecretScript $script -Force @here
        foreach ($name in $with.Keys | Where-Object { $_ -notin 'Setting', 'FieldName' }) { $saved.$name | Should -Be $with[$name] -Because $name; $twice.$name | Should -Be $with[$name] -Because $name }
        $twice.Setting['ListTransport'] | Should -Be 'PostForm'
        $twice.FieldName['Client.TaxNumber'] | Should -Be '2026-01-02'
        $again | Disconnect-InvoiceProvider

        $plain = (Connect-InvoiceProvider SimplBooks plain some-key -SkipTest) | Save-InvoiceConnection plain -SecretName plain @here
        (Get-Content $plain.Path -Raw | ConvertFrom-Json).PSObject.Properties.Name | Sort-Object |
            Should -Be (@('account', 'asSandbox', 'fieldName', 'form', 'name', 'noJournal', 'provider', 'sandbox', 'savedAt', 'secret', 'setting'))
        Get-InvoiceSession plain | Disconnect-InvoiceProvider
    }

    It 'gives way to the command line' {
        $first = Connect-InvoiceProvider SimplBooks demo some-key -SkipTest -Name way -SettleTimeSec 9 -TimeoutSec 8 -NoJournal -Setting @{ ListTransport = 'PostForm' } -StatePath $state
        $null = $first | Save-InvoiceConnection way -SecretScript $script @here
        $again = Connect-InvoiceProvider way -SkipTest -SettleTimeSec 0.1 -NoJournal:$false -Name there -BaseUri $server.BaseUri @here
        $twice = $again | Save-InvoiceConnection twice -SecretName x @here
        $twice.SettleTimeSec | Should -Be 0.1
        $twice.TimeoutSec | Should -Be 8
        $twice.NoJournal | Should -BeFalse
        $twice.BaseUri | Should -Be $server.BaseUri
        $twice.Setting['ListTransport'] | Should -Be 'PostForm'
        $again.Name | Should -Be 'there'
        $first, $again | Disconnect-InvoiceProvider
    }

    It 'is nothing with -WhatIf, and nothing of a disconnected session' {
        $session | Save-InvoiceConnection acme -SecretName acme -WhatIf @here
        Test-Path $state | Should -BeFalse
        $gone = $server | Connect-InvoiceProvider -Name gone -SkipTest -Force
        $gone | Disconnect-InvoiceProvider
        { $gone | Save-InvoiceConnection acme -SecretName acme @here } | Should -Throw -ErrorId 'NotConnected,*'
    }

    It 'can be read by its owner alone' {
        if ($onWindows) { Set-ItResult -Skipped -Because 'the folder of the user has that there'; return }
        $saved = $session | Save-InvoiceConnection acme -SecretName acme @here
        (Get-Item $saved.Path).UnixMode | Should -Be '-rw-------'
        (($session | Save-InvoiceConnection acme -SecretName other -Force @here).Path | Get-Item).UnixMode | Should -Be '-rw-------'
        @(Get-ChildItem (Split-Path $saved.Path)).Count | Should -Be 1
    }

    It 'is replaced with -Force alone' {
        $null = $session | Save-InvoiceConnection acme -SecretName one @here
        { $session | Save-InvoiceConnection ACME -SecretName two @here } | Should -Throw '*already*' -ErrorId 'Conflict,*'
        (Get-InvoiceConnection acme @here).Secret.SecretName | Should -Be 'one'
        $null = $session | Save-InvoiceConnection ACME -SecretName two -Force @here
        @(Get-InvoiceConnection @here).Secret.SecretName | Should -Be 'two'
    }

    It 'has a name that is no provider and no path: <_>' -ForEach 'SimplBooks', '', ' x', "a`nb", ('x' * 65) {
        $bad = $_
        { $session | Save-InvoiceConnection $bad -SecretName x @here } | Should -Throw
        Test-Path $state | Should -BeFalse
    }

    It 'stays in its folder with the name <_>' -ForEach '../out', 'a/b', '..\x', 'NUL', 'a:b*?', 'Ção & Filhos, Lda.', '.' {
        $saved = $session | Save-InvoiceConnection $_ -SecretName acme @here
        Split-Path (Split-Path $saved.Path) | Should -Be $state
        Split-Path $saved.Path -Leaf | Should -Match '^[A-Za-z0-9%._~-]+\.connection\.json$'
        (Get-InvoiceConnection @here).Name | Should -Be $_
        (Connect-InvoiceProvider $_ -SkipTest -Force @here).Name | Should -Be $_
        Get-InvoiceConnection @here | Remove-InvoiceConnection
        @(Get-InvoiceConnection @here).Count | Should -Be 0
        Get-InvoiceSession | Where-Object Name -NE $session.Name | Disconnect-InvoiceProvider
    }
}

Describe 'Connect-InvoiceProvider' {
    BeforeAll { $keep = @{ StatePath = (Join-Path $TestDrive connect); ErrorAction = 'Stop' } }

    It 'connects to all that come through the pipeline, each with its own values' {
        $one = $server | Connect-InvoiceProvider -Name one -SkipTest -TimeoutSec 5
        $two = $server | Connect-InvoiceProvider -Name two -SkipTest
        $null = $one | Save-InvoiceConnection one -SecretName acme @keep
        $null = $two | Save-InvoiceConnection two -SecretName acme @keep
        $one, $two | Disconnect-InvoiceProvider
        $all = @(Get-InvoiceConnection @keep | Connect-InvoiceProvider @keep)
        $all.Name | Should -Be 'one', 'two'
        ($all[0] | Save-InvoiceConnection again -SecretName acme -Force @keep).TimeoutSec | Should -Be 5
        ($all[1] | Save-InvoiceConnection again -SecretName acme -Force @keep).TimeoutSec | Should -BeNullOrEmpty
        $all | Disconnect-InvoiceProvider
    }

    It 'tells a connection from a provider: <Line>' -ForEach @(
        @{ Line = 'Connect-InvoiceProvider InvoiceXpress'; Like = '*key or a login*' }
        @{ Line = 'Connect-InvoiceProvider InvoiceXpress -Account acme'; Like = '*key or a login*' }
        @{ Line = 'Connect-InvoiceProvider nobody'; Like = "*no saved connection 'nobody'*" }
        @{ Line = 'Connect-InvoiceProvider -Connection nobody'; Like = "*no saved connection 'nobody'*" }
        @{ Line = 'Connect-InvoiceProvider Nobody acme key'; Like = '*provider*' }
    ) {
        $there = Invoke-Apart "$Line -StatePath '$($keep.StatePath)'"
        $there.Output | Should -BeNullOrEmpty
        $said = if ($there.Error.Count) { $there.Error[0] } else { $there.Thrown.ErrorRecord }
        "$said" | Should -BeLike $Like
        $said.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'refuses a row with an address that is none, where it would otherwise use the key elsewhere' {
        { [pscustomobject]@{ Provider = 'InvoiceXpress'; Account = 'a'; ApiKey = 'k'; BaseUri = @{} } | Connect-InvoiceProvider -SkipTest -ErrorAction Stop } | Should -Throw '*address*'
    }

    It 'offers the names of saved connections, besides those of providers' {
        $null = $session | Save-InvoiceConnection 'acme again' -SecretName acme @keep
        $line = "Connect-InvoiceProvider -StatePath '$($keep.StatePath)' acme"
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be "'acme again'"
        foreach ($command in 'Get-InvoiceConnection', 'Remove-InvoiceConnection') {
            $line = "$command -StatePath '$($keep.StatePath)' acme"
            (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be "'acme again'"
        }
    }
}

Describe 'A bad file' {
    BeforeEach {
        $here = New-State
        $state = $here.StatePath
        $good = $session | Save-InvoiceConnection good -SecretName acme @here
        $bad = $session | Save-InvoiceConnection bad -SecretName acme @here
    }

    It 'is an error that names it, and the others are shown: <What>' -ForEach @(
        @{ What = 'empty'; Make = { '' } }
        @{ What = 'no JSON'; Make = { 'api_key=visible-secret' } }
        @{ What = 'cut off'; Make = { param($Text) $Text.Substring(0, 60) } }
        @{ What = 'another file'; Make = { '{ "name": "bad", "apiKey": "visible-secret" }' } }
        @{ What = 'another version'; Make = { param($Text) $Text -replace 'connection 1', 'connection 2' } }
        @{ What = 'another name'; Make = { param($Text) $Text -replace '"bad"', '"good"' } }
        @{ What = 'a value that this version does not know'; Make = { param($Text) $Text -replace '"name"', '"visible-secret": 1, "name"' } }
        @{ What = 'a value of another kind'; Make = { param($Text) $Text -replace '"provider"', '"timeoutSec": "visible-secret", "provider"' } }
        @{ What = 'no secret'; Make = { param($Text) $Text -replace '"secretName"', '"vault"' } }
        @{ What = 'two secrets'; Make = { param($Text) $Text -replace '"secretName"', '"secretScript": "1", "secretName"' } }
        @{ What = 'an array'; Make = { '[]' } }
    ) {
        $text = & $Make ([IO.File]::ReadAllText($bad.Path))
        [IO.File]::WriteAllText($bad.Path, $text)
        $shown = @(Get-InvoiceConnection -StatePath $state -ErrorAction SilentlyContinue -ErrorVariable failure)
        $shown.Name | Should -Be 'good'
        $failure[0].FullyQualifiedErrorId | Should -BeLike 'InvalidFile,*'
        "$($failure[0])" | Should -Match ([regex]::Escape($bad.Path))
        "$($failure[0])$($failure[0].Exception)" | Should -Not -Match 'visible-secret'
        { Connect-InvoiceProvider bad @here } | Should -Throw -ErrorId 'InvalidFile,*'
        Remove-InvoiceConnection bad @here
        Test-Path $bad.Path | Should -BeFalse
    }

    It 'is not written through a symbolic link' {
        if ($onWindows) { Set-ItResult -Skipped -Because 'to make a link needs a right there'; return }
        $target = Join-Path $state 'target'
        Set-Content $target 'as it was'
        Remove-Item $bad.Path
        $null = New-Item $bad.Path -ItemType SymbolicLink -Value $target
        { $session | Save-InvoiceConnection bad -SecretName acme -Force @here } | Should -Throw '*symbolic link*'
        Get-Content $target | Should -Be 'as it was'
    }
}

Describe 'Remove-InvoiceConnection' {
    BeforeEach { $here = New-State; $state = $here.StatePath }

    It 'removes by name, by pattern and by object, and nothing with -WhatIf' {
        foreach ($name in 'a1', 'a2', 'b1') { $null = $session | Save-InvoiceConnection $name -SecretName acme @here }
        Remove-InvoiceConnection a* -WhatIf @here
        @(Get-InvoiceConnection @here).Count | Should -Be 3
        Remove-InvoiceConnection a* @here
        (Get-InvoiceConnection @here).Name | Should -Be 'b1'
        { Remove-InvoiceConnection a1 @here } | Should -Throw -ErrorId 'NotFound,*'
        Get-InvoiceConnection @here | Remove-InvoiceConnection
        @(Get-InvoiceConnection @here).Count | Should -Be 0
        @(Get-InvoiceConnection none* @here).Count | Should -Be 0
    }
}

Describe 'Two processes' {
    BeforeEach { $here = New-State; $state = $here.StatePath }

    It 'save connections at a time, and none is lost' {
        $code = "Import-Module '$manifest'; `$null = Connect-InvoiceProvider SimplBooks demo some-key -SkipTest -NoJournal; 1..10 | ForEach-Object { `$null = Save-InvoiceConnection `"PART`$_`" -SecretName x -StatePath '$state' }"
        $running = 'a', 'b' | ForEach-Object { Start-Apart ($code -creplace 'PART', $_) }
        foreach ($one in $running) { $end = Complete-Apart $one 60; $end.Error | Should -BeNullOrEmpty; $end.Thrown | Should -BeNullOrEmpty }
        @(Get-InvoiceConnection @here).Count | Should -Be 20
    }
}
