BeforeAll {
    . "$PSScriptRoot/Support.ps1"
}

AfterAll { Disconnect-All }

Describe 'Connect-InvoiceProvider' {
    BeforeAll { $server = Start-InvoiceSandbox -RequestsPerMinute 0 }
    AfterAll { Disconnect-All }
    BeforeEach { $server.ClearRequests() }

    It 'proves the key with one request, or none with -SkipTest' {
        $null = $server | Connect-InvoiceProvider
        $server.Requests.Count | Should -Be 1
        $null = $server | Connect-InvoiceProvider -SkipTest -Force
        $server.Requests.Count | Should -Be 1
    }

    It 'takes a key as SecureString, PSObject-wrapped text or plain text' {
        $with = @{ Provider = 'InvoiceXpress'; Account = 'x'; BaseUri = $server.BaseUri; ErrorAction = 'Stop' }
        $secure = ConvertTo-SecureString $server.ApiKey -AsPlainText -Force
        foreach ($key in $secure, $server.ApiKey, (Write-Output $server.ApiKey), " $($server.ApiKey)`n") {
            (Connect-InvoiceProvider @with -ApiKey $key -Force).IsConnected | Should -BeTrue
        }
    }

    It 'refuses a wrong key, leaves no session, and says what to do' {
        $before = @(Get-InvoiceSession).Count
        { Connect-InvoiceProvider InvoiceXpress wrong not-the-key -BaseUri $server.BaseUri } | Should -Throw -ErrorId 'AuthenticationFailed,*'
        @(Get-InvoiceSession).Count | Should -Be $before
        $Error[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $Error[0].CategoryInfo.Category | Should -Be 'AuthenticationError'
        $Error[0].TargetObject | Should -Be 'wrong'
    }

    It 'refuses <Why>' -ForEach @(
        @{ Why = 'plain http to another machine'; With = @{ BaseUri = 'http://example.com/' } }
        @{ Why = 'an account name that would change the host'; With = @{ Account = 'a.example.com/' } }
        @{ Why = 'an unknown provider'; With = @{ Provider = 'Nobody' } }
        @{ Why = 'an empty key'; With = @{ ApiKey = '' } }
        @{ Why = 'an address that is not of the web'; With = @{ BaseUri = 'ftp://127.0.0.1/' } }
    ) {
        $all = @{ Provider = 'InvoiceXpress'; Account = 'acme'; ApiKey = 'some-key' }
        foreach ($key in $With.Keys) { $all[$key] = $With[$key] }
        $Error.Clear()
        $session = Connect-InvoiceProvider @all -SkipTest -ErrorAction SilentlyContinue
        $session | Should -BeNullOrEmpty
        @($Error).Count | Should -Be 1
        $Error[0].FullyQualifiedErrorId | Should -BeLike '*Inv*,Invoicing.Commands.ConnectInvoiceProviderCommand'
        $Error[0].ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'refuses a name that is in use, and takes it over with -Force' {
        $first = $server | Connect-InvoiceProvider -Name twice -SkipTest
        { $server | Connect-InvoiceProvider -Name Twice -SkipTest -ErrorAction Stop } | Should -Throw "*'twice'*" -ErrorId 'Conflict,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -Match '-Force'
        $first.IsConnected | Should -BeTrue
        $second = $server | Connect-InvoiceProvider -Name TWICE -SkipTest -Force
        @(Get-InvoiceSession twice).Count | Should -Be 1
        $first.IsConnected | Should -BeFalse
        $second.IsConnected | Should -BeTrue
        Get-InvoiceClient -Session twice | Select-Object -First 1 | Should -Not -BeNullOrEmpty
    }

    It 'keeps the session of a name when its successor fails' {
        $first = $server | Connect-InvoiceProvider -Name kept -SkipTest
        { Connect-InvoiceProvider InvoiceXpress x wrong-key -BaseUri $server.BaseUri -Name kept -Force -ErrorAction Stop } | Should -Throw
        (Get-InvoiceSession kept).IsConnected | Should -BeTrue
        $first.IsConnected | Should -BeTrue
    }

    It 'starts no sandbox that outlives a failed connection' {
        $before = @(Get-InvoiceSandbox).Count
        { Connect-InvoiceProvider -Sandbox -Provider Nobody -ErrorAction Stop } | Should -Throw
        @(Get-InvoiceSandbox).Count | Should -Be $before
    }
}

Describe 'Sessions' {
    BeforeEach {
        $one = Connect-TestSandbox @{ ClientCount = 1; InvoiceCount = 0 } @{ Name = 'one' }
        $two = Connect-TestSandbox @{ ClientCount = 2; InvoiceCount = 0 } @{ Name = 'two' }
    }

    AfterEach { Disconnect-All }

    It 'makes the last one the default' {
        @(Get-InvoiceClient).Count | Should -Be 2
        Disconnect-InvoiceProvider one
        @(Get-InvoiceClient).Count | Should -Be 2
    }

    It 'has no default session after <What>' -ForEach @(
        @{ What = 'the default was disconnected'; Do = { Disconnect-InvoiceProvider two } }
        @{ What = 'a connection was refused'; Do = { Connect-InvoiceProvider InvoiceXpress wrong not-the-key -BaseUri $one.BaseUri -ErrorAction SilentlyContinue } }
        @{ What = 'a connection with bad values'; Do = { Connect-InvoiceProvider InvoiceXpress wrong key -BaseUri 'http://example.com/' -ErrorAction SilentlyContinue } }
        @{ What = 'a connection to a provider that there is not'; Do = { Connect-InvoiceProvider Nobody wrong key -ErrorAction SilentlyContinue } }
        @{ What = 'a name in use'; Do = { $one | Connect-InvoiceProvider -Name two -SkipTest -ErrorAction SilentlyContinue } }
    ) {
        try { & $Do } catch { $null = $_ }
        $one.ClearRequests(); $two.ClearRequests()
        { Get-InvoiceClient -ErrorAction Stop } | Should -Throw '*default session*' -ErrorId 'NotConnected,*'
        { New-InvoiceClient X -Country PT -ErrorAction Stop } | Should -Throw -ErrorId 'NotConnected,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -Match '-Session'
        $one.Requests.Count + $two.Requests.Count | Should -Be 0
        @(Get-InvoiceClient -Session one).Count | Should -Be 1
    }

    It 'is given by object, by name, or as -Connection' {
        @(Get-InvoiceClient -Session one).Count | Should -Be 1
        @(Get-InvoiceClient -Session (Get-InvoiceSession one)).Count | Should -Be 1
        @(Get-InvoiceClient -Connection ONE).Count | Should -Be 1
        { Get-InvoiceClient -Session three } | Should -Throw -ErrorId 'ParameterArgumentTransformationError*'
    }

    It 'sends objects back to the session that they came from' {
        $two.ClearRequests()
        Get-InvoiceClient -Session one | Set-InvoiceClient -Phone 12345 -PassThru | ForEach-Object Phone | Should -Be '12345'
        $client = Get-InvoiceClient -Session one
        $draft = New-Invoice -Session one -ClientId $client.Id -Name X -UnitPrice 1 -Tax IVA23
        $issued = $draft | Complete-Invoice -Confirm:$false
        $issued | Add-InvoicePayment | Should -Not -BeNullOrEmpty
        $issued | Get-Invoice | Get-InvoicePayment | Remove-InvoicePayment -Reason wrong -Confirm:$false
        $issued | Get-InvoiceRelatedDocument | Should -Not -BeNullOrEmpty
        $issued | Export-InvoicePdf -OutFile (Join-Path $TestDrive one.pdf) -PollIntervalSec 0.01 | Should -Not -BeNullOrEmpty
        $issued | Send-Invoice -To a@example.com
        $issued | Copy-Invoice | Remove-Invoice -Confirm:$false
        $issued | Set-InvoiceState -State Canceled -Reason test -Confirm:$false
        $two.Requests.Count | Should -Be 0
        (Get-Change $one).Count | Should -BeGreaterThan 6
    }

    It 'makes a document for a client where the client came from' {
        $client = Get-InvoiceClient -Session one
        $two.ClearRequests()
        $client | New-Invoice -Line @{ Name = 'SVC'; UnitPrice = 1; Tax = 'IVA23' } | Should -Not -BeNullOrEmpty
        New-Invoice -Client $client -Line @{ Name = 'SVC'; UnitPrice = 1; Tax = 'IVA23' } | Should -Not -BeNullOrEmpty
        $two.Requests.Count | Should -Be 0
    }

    It 'forgets the key and cannot be used any more' {
        $session = Get-InvoiceSession two
        $client = Get-InvoiceClient | Select-Object -First 1
        $session | Disconnect-InvoiceProvider
        $session.IsConnected | Should -BeFalse
        $two.IsRunning | Should -BeTrue
        $two.ClearRequests()
        { Get-InvoiceClient -Session $session -ErrorAction Stop } | Should -Throw -ErrorId 'NotConnected,*'
        { $client | Set-InvoiceClient -Phone 1 -ErrorAction Stop } | Should -Throw -ErrorId 'NotConnected,*'
        $two.Requests.Count | Should -Be 0
    }

    It 'ends all that are piped, and the sandbox of its own' {
        $own = Connect-InvoiceProvider -Sandbox
        $sandbox = Get-InvoiceSandbox $own.Name
        $sandbox.IsRunning | Should -BeTrue
        Get-InvoiceSession | Disconnect-InvoiceProvider
        @(Get-InvoiceSession).Count | Should -Be 0
        $sandbox.IsRunning | Should -BeFalse
        $one.IsRunning | Should -BeTrue
    }

    It 'says so when nothing is connected' {
        Get-InvoiceSession | Disconnect-InvoiceProvider
        { Get-InvoiceClient } | Should -Throw -ErrorId 'NotConnected,*'
        $Error[0].ErrorDetails.RecommendedAction | Should -Match 'Connect-InvoiceProvider'
        { Disconnect-InvoiceProvider } | Should -Throw -ErrorId 'NotConnected,*'
    }

    It 'shows what is used of the limits' {
        $limited = Start-InvoiceSandbox
        $session = $limited | Connect-InvoiceProvider -RequestsPerMinute 100 -RequestsPerDay 5000
        $usage = $session.Limit
        $usage.Count | Should -Be 2
        "$($usage[0])" | Should -Match '^1 of 100 '
        "$($usage[1])" | Should -Match '^1 of 5000 '
    }

    It 'is tested' {
        Test-InvoiceSession | Should -BeTrue
        Test-InvoiceSession one | Should -BeTrue
        Set-Fault $two Html
        Test-InvoiceSession -WarningVariable said -WarningAction SilentlyContinue | Should -BeFalse
        $said.Count | Should -Be 1
    }

    It 'is found by name and wildcards' {
        (Get-InvoiceSession t*).Name | Should -Be 'two'
        @(Get-InvoiceSession).Name | Should -Be 'one', 'two'
        @(Get-InvoiceSession nothing*).Count | Should -Be 0
        Get-InvoiceSession nothing, one -ErrorAction SilentlyContinue -ErrorVariable problems | ForEach-Object Name | Should -Be 'one'
        $problems.Count | Should -Be 1
    }
}

Describe 'Sessions and other runspaces' {
    BeforeAll { $server = Connect-TestSandbox @{ ClientCount = 4 } @{ Name = 'outer' } }
    AfterAll { Disconnect-All }

    It 'keeps a default for each runspace' {
        $session = Get-InvoiceSession outer
        $there = Invoke-Apart '@(Get-InvoiceSession).Count; @(Get-InvoiceClient -Session $given).Count; $null = Connect-InvoiceProvider -Sandbox -Name inner; (Get-InvoiceSession).Name; Disconnect-InvoiceProvider' @{ given = $session }
        $there.Thrown | Should -BeNullOrEmpty
        $there.Output | Should -Be 0, 4, 'inner'
        @(Get-InvoiceSession).Name | Should -Be 'outer'
        @(Get-InvoiceClient).Count | Should -Be 4
    }

    It 'works in ForEach-Object -Parallel' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $session = Get-InvoiceSession outer
        $names = 'C0001', 'C0002', 'C0003', 'C0004' | ForEach-Object -Parallel { (Get-InvoiceClient -Code $_ -Session $using:session).Code } -ThrottleLimit 4
        $names | Sort-Object | Should -Be 'C0001', 'C0002', 'C0003', 'C0004'
    }

    It 'sends objects back from ForEach-Object -Parallel' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        Get-InvoiceClient | ForEach-Object -Parallel { $_ | Set-InvoiceClient -Fax 777 }
        Get-InvoiceClient | ForEach-Object Fax | Sort-Object -Unique | Should -Be '777'
    }

    It 'works in a thread job' -Skip:(-not (Get-Command Start-ThreadJob -ErrorAction Ignore)) {
        $session = Get-InvoiceSession outer
        $codes = Start-ThreadJob { (Get-InvoiceClient -Session $using:session).Code } | Receive-Job -Wait -AutoRemoveJob
        $codes.Count | Should -Be 4
    }

    It 'works in a job, which connects by itself' {
        $job = Start-Job -ArgumentList $manifest, $server.BaseUri, $server.ApiKey {
            param($Manifest, $Address, $Key)
            Import-Module $Manifest
            $null = Connect-InvoiceProvider InvoiceXpress job $Key -BaseUri $Address -AsSandbox
            Get-InvoiceClient
        }
        $clients = @($job | Receive-Job -Wait -AutoRemoveJob)
        $clients.Count | Should -Be 4
        $clients[0].Name | Should -Be 'Padaria Central'
    }
}

Describe 'Sandboxes' {
    AfterEach { Disconnect-All }

    It 'takes its settings' {
        $server = Start-InvoiceSandbox -ClientCount 3 -InvoiceCount 0 -Seed 7 -Provider invoicexpress
        $server.BaseUri.Host | Should -Be '127.0.0.1'
        $null = $server | Connect-InvoiceProvider
        @(Get-InvoiceClient).Count | Should -Be 3
        @(Get-Invoice).Count | Should -Be 0
    }

    It 'is the same for the same seed' {
        $names = 1..2 | ForEach-Object {
            $null = Start-InvoiceSandbox -Seed 5 -ClientCount 5 | Connect-InvoiceProvider -Name "seed$_"
            (Get-InvoiceClient | ForEach-Object { "$($_.Name) $($_.Address)" }) -join '; '
        }
        $names[0] | Should -Be $names[1]
    }

    It 'takes a port, and reports one that is in use' {
        $first = Start-InvoiceSandbox
        $Error.Clear()
        $second = Start-InvoiceSandbox -Port $first.BaseUri.Port -ErrorAction SilentlyContinue
        $second | Should -BeNullOrEmpty
        $Error.Count | Should -Be 1
        $Error[0].FullyQualifiedErrorId | Should -BeLike '*,Invoicing.Commands.StartInvoiceSandboxCommand'
    }

    It 'refuses a fault or a provider that it does not know' {
        foreach ($bad in @{ Fault = 'Nonsense' }, @{ Fault = 'LostAnswer:7' }, @{ Provider = 'Nobody' }) {
            $Error.Clear()
            Start-InvoiceSandbox @bad -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
            $Error.Count | Should -Be 1
            $Error[0].FullyQualifiedErrorId | Should -BeLike 'InvalidInput,*'
        }
    }

    It 'shows no key in what it recorded' {
        $server = Start-InvoiceSandbox
        $null = $server | Connect-InvoiceProvider
        $null = Get-InvoiceClient
        $server.Requests.Count | Should -BeGreaterThan 1
        ($server.Requests | Format-List * | Out-String) | Should -Not -Match ([regex]::Escape($server.ApiKey))
    }

    It 'waits as long as it is told' {
        $server = Start-InvoiceSandbox -LatencyMs 60
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $null = $server | Connect-InvoiceProvider
        $watch.ElapsedMilliseconds | Should -BeGreaterThan 59
    }

    It 'stops by object and all, and asks what -WhatIf asks' {
        $first = Start-InvoiceSandbox
        $second = Start-InvoiceSandbox
        $first | Stop-InvoiceSandbox -WhatIf
        $first.IsRunning | Should -BeTrue
        $first | Stop-InvoiceSandbox
        $first.IsRunning | Should -BeFalse
        Stop-InvoiceSandbox
        $second.IsRunning | Should -BeFalse
        Get-InvoiceSandbox | Should -BeNullOrEmpty
    }

    It 'leaves no listener when the module is removed' {
        $script = "Import-Module '$manifest'; `$null = Connect-InvoiceProvider -Sandbox; `$null = Start-InvoiceSandbox; " +
            '$at = @(Get-InvoiceSandbox).BaseUri.Port; Remove-Module Invoicing; ' +
            '$free = $at | Where-Object { try { [Net.Sockets.TcpClient]::new("127.0.0.1", $_).Dispose(); $false } catch { $true } }; ' +
            '"$(@($at).Count) $(@($free).Count)"'
        Invoke-PowerShellHost '-Command', $script | Should -Be '2 2'
    }
}
