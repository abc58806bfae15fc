# Ctrl+C at every provider, in every phase of a request, and many at once over one session. Export.Tests.ps1 has the same for long work.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $providers = @((Get-InvoiceProvider).Name | ForEach-Object { @{ Provider = $_ } })

    # Where no fault is named, the limit of the account holds the request back.
    $phases = @(
        @{ Phase = 'the wait for the limit of the account'; Script = '1..2 | ForEach-Object { Get-InvoiceClient -Session $limited -Verbose }'; Fault = '' }
        @{ Phase = 'a read that stalls'; Script = 'Get-InvoiceClient -Session $session'; Fault = 'Stall' }
        @{ Phase = 'a read that drips'; Script = 'Get-InvoiceClient -Session $session'; Fault = 'Slow' }
        @{ Phase = 'a create whose answer stalls'; Script = 'New-InvoiceClient Stalled -Country Spain -Session $session'; Fault = 'Stall' }
        @{ Phase = 'the wait before a repetition'; Script = 'Get-InvoiceClient -Session $session'; Fault = 'ServerError' }
        @{ Phase = 'connecting'; Script = 'Connect-InvoiceProvider @how'; Fault = 'Stall' }
        @{ Phase = 'a download'; Script = 'Export-InvoicePdf $id -Type Invoice -OutFile $file -Session $session'; Fault = 'Stall'; Only = 'SimplBooks' }
        @{ Phase = 'an XML file'; Script = 'Export-InvoiceXml $id -OutFile $file -Session $session'; Fault = 'Stall'; Only = 'SimplBooks' }
        @{ Phase = 'an e-mail'; Script = 'Send-Invoice $id -Type Invoice -Session $session'; Fault = 'Stall'; Only = 'SalenGo' }
    )
    $cases = foreach ($one in $providers | Where-Object Provider -NE 'InvoiceXpress') {
        foreach ($phase in $phases | Where-Object { -not $_['Only'] -or $_.Only -eq $one.Provider }) { $one + $phase }
    }
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $taxes = @{ InvoiceXpress = 'IVA23'; SimplBooks = '24'; FACTURAgem = '21'; SalenGo = '21' }

    function Start-Test {
        param([hashtable] $Sandbox = @{}, [hashtable] $Connect = @{})
        $shapes = if ($Provider -eq 'SalenGo') { @{ RequestsPerDay = 0 } } else { @{} }
        $server = Start-InvoiceSandbox $Provider -RequestsPerMinute 0 -Setting $shapes @Sandbox
        $how = @{ Provider = $Provider; BaseUri = $server.BaseUri; RequestsPerMinute = 0; RequestsPerDay = 0; Name = $server.Name } + $Connect
        if ($server.Login) { $how.Credential = [pscredential]::new($server.Login, (ConvertTo-SecureString $server.Password -AsPlainText -Force)) }
        else { $how.Account = $server.Account; $how.ApiKey = $server.ApiKey }
        @{ Server = $server; How = $how; Session = Connect-InvoiceProvider @how }
    }
}

Describe 'Ctrl+C at <Provider>' -ForEach $cases {
    AfterEach { Disconnect-All }

    It 'ends <Phase> at once and leaves nothing' {
        $test = Start-Test @{} @{ MaximumRetryCount = 4; RetryIntervalSec = 60 }
        $server = $test.Server
        $file = Join-Path $TestDrive "$(New-Guid)"
        $variables = @{ session = $test.Session; how = $test.How; file = $file; id = (Get-Invoice | Select-Object -First 1).Id }
        if ($Fault) { Set-Fault $server $Fault }
        else {
            $narrow = $test.How.Clone()
            $narrow.Name = 'narrow'
            $narrow.RequestsPerMinute = 1
            $narrow.TimeoutSec = 300
            $variables.limited = Connect-InvoiceProvider @narrow -SkipTest
        }

        $server.ClearRequests()
        $shell = Start-Apart $Script $variables
        try {
            Wait-Until { if ($Fault) { $server.Requests.Count -gt 0 } else { "$($shell.Streams.Verbose)" -match 'waiting' } }
            $watch = [Diagnostics.Stopwatch]::StartNew()
            $shell.Stop()
            $watch.ElapsedMilliseconds | Should -BeLessThan 500
        }
        finally {
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }

        Wait-Until { -not (Get-ChildItem $TestDrive -File) } 5

        # The session is as good as before: nothing holds a place in its gate.
        Set-Fault $server
        if ($Fault) { Test-InvoiceSession $test.Session | Should -BeTrue }
    }
}

Describe 'Threads at <Provider>' -ForEach @($providers | Where-Object Provider -NE 'InvoiceXpress') {
    AfterEach { Disconnect-All }

    It 'are none that a stopped pipeline left' {
        $test = Start-Test
        Set-Fault $test.Server Stall
        foreach ($i in 1..8) {
            $test.Server.ClearRequests()
            $shell = Start-Apart 'Get-InvoiceClient -Session $session' @{ session = $test.Session }
            Wait-Until { $test.Server.Requests.Count -gt 0 }
            $shell.Stop()
            $shell.Runspace.Dispose()
            $shell.Dispose()
            if ($i -eq 2) { $threads = (Get-Process -Id $PID).Threads.Count }
        }

        # The pool comes and goes by a few; a thread for each would be six more.
        (Get-Process -Id $PID).Threads.Count - $threads | Should -BeLessThan 6
    }
}

Describe 'Many at once at <Provider>' -ForEach $providers -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
    AfterEach { Disconnect-All }

    It 'makes each of 64 documents once from sixteen runspaces over one session' {
        $test = Start-Test @{ ClientCount = 3; InvoiceCount = 0; Fault = 'Reset:0.03' } @{ RetryIntervalSec = 0.05; SettleTimeSec = 0.5; MaximumRetryCount = 8 }
        $session = $test.Session
        $tax = $taxes[$Provider]
        $client = (Get-InvoiceClient | Select-Object -First 1).Id
        $said = @(1..64 | ForEach-Object -Parallel {
                Import-Module $using:manifest
                New-Invoice -ClientId $using:client -Reference "P-$_" -Name SVC -Quantity 2 -UnitPrice $_ -Tax $using:tax -Session $using:session -Confirm:$false -WarningAction SilentlyContinue -ErrorAction SilentlyContinue -ErrorVariable problems
                $problems | ForEach-Object FullyQualifiedErrorId
            } -ThrottleLimit 16)
        $made = @($said | Where-Object { $_ -isnot [string] })
        Set-Fault $test.Server

        # What was not answered and not found is in doubt, and made when its line is run again.
        @($said | Where-Object { $_ -is [string] -and $_ -notlike 'OutcomeUnknown,*' }) | Should -BeNullOrEmpty
        $doubts = @(Get-InvoiceJournal -InDoubt -Session $session)
        $made.Count + $doubts.Count | Should -Be 64
        foreach ($doubt in $doubts) {
            $made += New-Invoice -ClientId $client -Reference $doubt.Reference -Name SVC -Quantity 2 -UnitPrice $doubt.Reference.Substring(2) -Tax $tax -Session $session
        }

        Get-InvoiceJournal -InDoubt -Session $session | Should -BeNullOrEmpty
        $there = @(Get-Invoice -Session $session | Get-Invoice)
        @($there.Reference | Sort-Object -Unique).Count | Should -Be 64
        $there.Count | Should -Be 64
        foreach ($document in $there) { $document.NetTotal | Should -Be (2 * [decimal]$document.Reference.Substring(2)) }
    }

    It 'keeps four sessions apart' {
        $tests = @(1..4 | ForEach-Object { Start-Test @{ ClientCount = 1; InvoiceCount = 0 } })
        $tests.Session | ForEach-Object -Parallel {
            Import-Module $using:manifest
            $session = $_
            1..6 | ForEach-Object { $null = New-InvoiceClient "$($session.Name) $_" -Country Spain -Session $session }
        } -ThrottleLimit 4
        foreach ($test in $tests) {
            @(Get-InvoiceClient -Session $test.Session | Where-Object Name -Match '^\w+-\d+ \d$').Name | Sort-Object | Should -Be @(1..6 | ForEach-Object { "$($test.Session.Name) $_" })
        }
    }
}
