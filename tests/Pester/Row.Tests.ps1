# A row says what is sent: all that its columns say, and nothing that another row said.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $verbs = 'New', 'Set', 'Add', 'Send', 'Copy', 'Export', 'Complete', 'Remove', 'Register', 'Unregister', 'Confirm'
    $takesRows = @(Get-Command -Module Invoicing | Where-Object Verb -In $verbs | ForEach-Object { @{ Name = $_.Name; Command = $_ } })

    # Every New- and Set- at every provider that has it; accounts are made with passwords, which no file has.
    $senders = foreach ($provider in Get-InvoiceProvider) {
        foreach ($name in $provider.Command | Where-Object { $_ -match '^(New|Set)-' -and $_ -notin 'New-InvoiceLine', 'New-InvoiceAccount', 'Set-InvoiceAccount', 'New-InvoiceSandbox' }) {
            @{ Provider = $provider.Name; Missing = $provider.Missing; Name = $name; Command = Get-Command $name -Module Invoicing }
        }
    }
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    . "$PSScriptRoot/Company.ps1"
    $ConfirmPreference = 'None'
    $WarningPreference = 'SilentlyContinue'
    $common = @([Management.Automation.Cmdlet]::CommonParameters) + @([Management.Automation.Cmdlet]::OptionalCommonParameters)

    # Parameters that a row gives, or could give if the cmdlet let it.
    function Get-ValueParameter {
        param($Command)
        $Command.Parameters.Values | Where-Object { $_.Name -notin $common -and $_.ParameterType -ne [switch] -and $_.ParameterType -ne [securestring] -and
            $_.Name -notin 'Session', 'Culture', 'InputObject', 'Operation', 'TimeoutSec', 'PollIntervalSec' }
    }

    # A sandbox of the provider, and what it was asked to change.
    function Connect-Fresh {
        $script:server = Start-InvoiceSandbox $Provider -RequestsPerMinute 0 -ClientCount 6 -InvoiceCount 10 -Seed 7 -Setting $(if ($Provider -eq 'SalenGo') { @{ RequestsPerDay = 0 } } else { @{} })
        $how = @{ SkipTest = $true; MaximumRetryCount = 0; TimeoutSec = 5; BaseUri = $server.BaseUri; Provider = $Provider; RequestsPerMinute = 0; RequestsPerDay = 0 }
        if ($Provider -eq 'SalenGo') { $how.Setting = @{ StaffId = 1 } }
        if ($server.Login) { $how.Credential = [pscredential]::new($server.Login, (ConvertTo-SecureString $server.Password -AsPlainText -Force)) }
        else { $how.Account = $server.Account; $how.ApiKey = $server.ApiKey }
        $null = Connect-InvoiceProvider @how
    }

    # The values that a row needs, each under the name of its column.
    function Get-Needed {
        param($Ids, [string] $Name)
        $ids = $Ids
        $row = Get-Company $Command $Command.ParameterSets[0] ''
        foreach ($key in @($row.Keys)) { if ($row[$key] -is [datetime]) { $row[$key] = $row[$key].ToString('yyyy-MM-dd') } }
        foreach ($key in 'TimeoutSec', 'InputObject', 'Payment', 'Invoice') { $row.Remove($key) }
        if ($row.ContainsKey('Name') -and $Command.Name -ne 'New-Invoice') { $row.Name = $Name }
        if ($row.ContainsKey('Number')) { $row.Number = $Name }
        if ($Command.Name -eq 'New-Invoice') { $row.Reference = $Name; $row.Name = 'SVC' }
        $row
    }

    # The identifiers of two objects that the cmdlet can change.
    function Get-Subject {
        param($Command)
        $noun = @{ InvoiceState = 'Invoice'; InvoiceClientBalance = 'InvoiceClient' }[$Command.Noun]
        if (-not $noun) { $noun = $Command.Noun }
        $maker = Get-Command "New-$noun" -ErrorAction Ignore
        if ($noun -in 'InvoicePayment', 'InvoiceClientNote' -or -not $maker) {
            if ($noun -eq 'InvoicePayment') { Get-Invoice -Detailed | Where-Object State -eq Final | Select-Object -First 2 | Add-InvoicePayment -Amount 1 | ForEach-Object Id }
            else { Get-InvoiceClient | Select-Object -First 2 | New-InvoiceClientNote -Note n | ForEach-Object Id }
            return
        }

        foreach ($name in 'FIRST', 'SECOND') {
            $with = & { $Command = $maker; $ids = Get-GoodIds $maker; Get-Needed $ids $name }
            if ($noun -eq 'Invoice') { $with.Reference = $name }
            (& $maker @with -ErrorAction Stop).Id
        }
    }

    # What was sent last: verb, path and body, without the keys that a provider's protocol makes anew for each request.
    function Get-Sent {
        $change = @(Get-Change $server)[-1]
        if ($change) { "$($change.Method) $($change.Path) $($change.Body)" -replace '"(proprietary_uid|uid|key|token)":"[^"]*"' -replace '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}' }
    }
}

AfterAll { Disconnect-All }

Describe '<Name>' -ForEach $takesRows {
    It 'takes every value from a column' {
        $deaf = foreach ($parameter in Get-ValueParameter $Command) {
            $from = @($parameter.Attributes | Where-Object { $_ -is [Parameter] -and ($_.ValueFromPipelineByPropertyName -or $_.ValueFromPipeline) })
            if (-not $from) { $parameter.Name }
        }

        @($deaf) | Should -BeNullOrEmpty
    }

    It 'binds without a conversion that could fail' {
        $eager = foreach ($parameter in Get-ValueParameter $Command) {
            if ($parameter.ParameterType.BaseType.Name -ne 'Input') { "$($parameter.Name) is a $($parameter.ParameterType.Name)" }
        }

        @($eager) | Should -BeNullOrEmpty
    }

    It 'has a culture for its numbers and dates' {
        $Command.Parameters.ContainsKey('Culture') | Should -BeTrue
    }
}

Describe 'Parameters' {
    It 'are never read from the bound parameters, which hold what earlier rows gave' {
        $allowed = 'InvoicingCmdlet.cs', 'InvoicingCmdlet.Rows.cs', 'DisconnectInvoiceProvider.cs'
        $found = Get-ChildItem "$PSScriptRoot/../../src/Invoicing" -Recurse -Filter *.cs | Where-Object { $_.Name -notin $allowed -and $_.FullName -notmatch '[\\/](obj|bin)[\\/]' } |
            Select-String '(?<!fake)BoundParameters\b' -CaseSensitive | ForEach-Object { "$($_.Filename):$($_.LineNumber)" }
        @($found) | Should -BeNullOrEmpty
    }

    It 'that stand for one thing take one thing' {
        $lists = foreach ($command in Get-Command -Module Invoicing) {
            foreach ($parameter in $command.Parameters.Values | Where-Object { $_.ParameterType.IsArray -and $_.ParameterType.GetElementType().Name -like '*Identity' }) {
                # What the pipeline gives may be given at once, too: the cmdlet works through all of it.
                if (-not ($parameter.Attributes | Where-Object { $_ -is [Parameter] -and $_.ValueFromPipeline })) { "$($command.Name) -$($parameter.Name)" }
            }
        }

        @($lists) | Should -BeNullOrEmpty
        Connect-TestSandbox
        { New-Invoice -Client C0001, C0002 -Name SVC -UnitPrice 1 } | Should -Throw '*One is needed*C0001, C0002*'
        { Get-Invoice -Client C0001, C0002 } | Should -Throw '*One is needed*'
    }
}

Describe '<Name> at <Provider>' -ForEach $senders {
    BeforeEach { Connect-Fresh }
    AfterEach { Disconnect-All }

    It 'sends nothing that an earlier row said, be that one good or bad' {
        $sent = foreach ($before in 'none', 'full', 'bad') {
            $ids = Get-GoodIds $Command
            $bare = Get-Needed $ids 'BARE'
            $full = Get-Needed $ids 'FULL'
            foreach ($parameter in Get-ValueParameter $Command | Where-Object { $_.Name -notin 'Client', 'Invoice', 'Payment', 'File', 'PaymentId', 'For' -and -not $full.ContainsKey($_.Name) }) {
                $full[$parameter.Name] = Get-GoodValue $parameter
            }

            # Two different objects, or the second row would send what the first one stored.
            if ($Command.Verb -eq 'Set') { $full.Id, $bare.Id = Get-Subject $Command }
            elseif ($Command.Parameters.ContainsKey('Client')) { $full.ClientId = $bare.ClientId = $ids.Client }
            $full.Remove('Client')
            $bare.Remove('Client')
            $rows = @([pscustomobject]$bare)
            if ($before -eq 'full') { $rows = @([pscustomobject]$full) + $rows }
            if ($before -eq 'bad') {
                $bad = $full.Clone()
                foreach ($name in 'Date', 'UnitPrice', 'Amount', 'Rate', 'Active', 'PaymentDays') { if ($Command.Parameters.ContainsKey($name)) { $bad[$name] = 'no such value' } }
                $rows = @([pscustomobject]$bad) + $rows
            }

            $with = @{}
            if ($Command.Name -eq 'Set-InvoiceSequence') { $with.Default = $true }
            $null = $rows | & $Command @with -ErrorAction SilentlyContinue
            Get-Sent
            Disconnect-All
            Connect-Fresh
        }

        $sent[0] | Should -Not -BeNullOrEmpty
        $sent[1] | Should -Be $sent[0]
        $sent[2] | Should -Be $sent[0]
    }
}
