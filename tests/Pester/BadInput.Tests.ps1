# Each parameter of each cmdlet with what people and programs hand over by mistake: it ends in an error of ours or of PowerShell's
# binding, or it works; and no request goes where none should.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"

    # Every cmdlet is tried at InvoiceXpress; at the others those whose values can lead to another request there. Each column has the habits of
    # another country, of which nothing may be seen.
    $columns = @(
        @{ Provider = 'InvoiceXpress'; Culture = 'pt-PT'; Setting = @{} }
        @{ Provider = 'SimplBooks'; Culture = 'et-EE'; Setting = @{} }
        @{ Provider = 'FACTURAgem'; Culture = 'tr-TR'; Setting = @{} }
        @{ Provider = 'FACTURAgem'; Culture = 'en-US'; Setting = @{ Format = 'Xml' } }
        @{ Provider = 'SalenGo'; Culture = 'es-ES'; Setting = @{} }
    )
    foreach ($column in $columns) {
        $can = Get-InvoiceProvider $column.Provider
        $column.Missing = $can.Missing
        $column.Commands = @($can.Command | ForEach-Object { Get-Command $_ -Module Invoicing } | Where-Object {
            # A sandbox is started by hand, and each one started here would have to be stopped again.
            $_.Noun -ne 'InvoiceSandbox' -and ($column.Provider -eq 'InvoiceXpress' -or $_.Name -eq 'Connect-InvoiceProvider' -or $_.Parameters.ContainsKey('Session')) -and
                ($column.Setting.Count -eq 0 -or $_.Verb -in 'New', 'Set', 'Add', 'Copy')
        } | ForEach-Object { @{ Name = $_.Name; Command = $_ } })
    }
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'
    $WarningPreference = 'SilentlyContinue'
    $common = @([Management.Automation.Cmdlet]::CommonParameters) + @([Management.Automation.Cmdlet]::OptionalCommonParameters)
    $kinds = @([enum]::GetNames([Invoicing.ErrorKind])) + 'SaftFinding', 'SaftDifference', 'ArchiveFinding'

    # What binding says, and our own kinds; anything else is an exception that nobody thought of.
    $known = '^(Parameter\w*|Ambiguous\w*|Missing\w*|InputObjectNotBound|PositionalParameterNotFound|NamedParameterNotFound|CannotConvertArgument\w*|(' + ($kinds -join '|') + ')),Invoicing\.Commands\.'
    $bad = [ordered]@{
        'null' = $null
        'empty' = ''
        'blanks' = " `t "
        'long' = 'x' * 10000
        'long and escaped' = [string]::new([char]0x20AC, 10000)
        'wildcards' = 'a*b?[c-'
        'a star' = '*'
        'a way up' = '../../api/accounts/1/get'
        'a way up, alone' = '..'
        'a way up, escaped' = '..%2F..%2Fclients'
        'a rooted path' = '/clients.json'
        'another host' = 'https://example.com/x'
        'a query' = '1.json?api_key=x&y=#z'
        'control characters' = "a$([char]0)b$([char]7)`r`nX-Header: y"
        'bidirectional' = "$([char]0x202E)gpj.exe$([char]0x2066)"
        'emoji' = [char]::ConvertFromUtf32(0x1F600)
        'half a letter' = [string][char]0xD83D
        'decimal comma' = '1,5'
        'a huge number' = '1e29'
        'below zero' = -1
        'the largest number' = [decimal]::MaxValue
        'no number at all' = [double]::NaN
        'the first day' = [datetime]::MinValue
        'the last day' = [datetime]::MaxValue
        'no day' = '2026-02-30'
        'nothing in a list' = @($null)
        'an empty list' = @()
        'a table' = @{ a = @{ b = $null } }
        'an object' = [pscustomobject]@{ Id = '..'; Name = $null }
    }

    . "$PSScriptRoot/Company.ps1"

    # Each parameter with every second value at InvoiceXpress, one beginning where its neighbour does not, so that each value meets each kind of parameter. In
    # its other sets, and elsewhere, it is read in the same way: there it has every fifth value, each provider beginning with another one, and not at
    # all what says the same everywhere. INVOICING_TEST_BADINPUT=all tries all.
    $offset = @{ InvoiceXpress = 0; SimplBooks = 0; FACTURAgem = 1; SalenGo = 2 }
    function Get-Tried {
        param($Command)
        $seen = @{}
        $index = $Command.Name.Length
        foreach ($set in $Command.ParameterSets) {
            foreach ($parameter in $set.Parameters | Where-Object { $_.Name -notin $common -and $_.Name -notin 'BaseUri', 'Proxy' -and $_.ParameterType -ne [pscredential] }) {
                $again = $seen.ContainsKey($parameter.Name) -or $parameter.Name -in 'Session', 'Force', 'Wait', 'PollIntervalSec', 'TimeoutSec', 'PassThru'
                $seen[$parameter.Name] = $true
                if ($Provider -eq 'InvoiceXpress' -or -not $again) {
                    $index++
                    $every = if ($env:INVOICING_TEST_BADINPUT -eq 'all') { 1 } elseif ($Provider -eq 'InvoiceXpress' -and -not $again) { 2 } else { 5 }
                    $values = @($bad.Keys)
                    [pscustomobject]@{ Set = $set; Parameter = $parameter; Values = @(for ($i = ($offset[$Provider] + $index) % $every; $i -lt $values.Count; $i += $every) { $values[$i] }) }
                }
            }
        }
    }

    function Get-Short { param($Text) "$Text".Substring(0, [Math]::Min(120, "$Text".Length)) }
}

AfterAll { Disconnect-All }

Describe 'At <Provider>, in the culture <Culture>' -ForEach $columns {
    BeforeAll {
        $shapes = if ($Provider -eq 'SalenGo') { @{ RequestsPerDay = 0 } } else { @{} }
        $unlimited = @{ RequestsPerMinute = 0; RequestsPerDay = 0 }
        $usual = [cultureinfo]::CurrentCulture

        # The documented operations, as patterns. The account of SimplBooks is in its base address.
        $operations = @(Get-Content "$PSScriptRoot/../../docs/providers/$($Provider.ToLowerInvariant()).md" | ForEach-Object {
            if ($_ -match '^\| (GET|POST|PUT|DELETE) \| `([^`]+)`') { "$($Matches[1]) " + ([regex]::Escape($Matches[2]) -replace '\\\{[^}]+}', '[^/]+') }
        })
        $documented = '^(' + ($operations -join '|') + '|GET /files?/.*|GET /_.*)$'
        $root = if ($Provider -eq 'SimplBooks') { '^/[^/]+/api' } else { '^' }
    }

    BeforeEach {
        # A sandbox each: what one command stores must not keep the next from its work.
        $server = Start-InvoiceSandbox $Provider -RequestsPerMinute 0 -PollsUntilReady 0 -ClientCount 6 -InvoiceCount 10 -Setting $shapes
        $how = @{ SkipTest = $true; Setting = $Setting; MaximumRetryCount = 0; RetryIntervalSec = 0.01; SettleTimeSec = 0.2; TimeoutSec = 5; BaseUri = $server.BaseUri; Provider = $Provider } + $unlimited
        if ($server.Login) { $how.Credential = [pscredential]::new($server.Login, (ConvertTo-SecureString $server.Password -AsPlainText -Force)) }
        else { $how.Account = $server.Account; $how.ApiKey = $server.ApiKey }
        Connect-InvoiceProvider @how | Test-InvoiceSession | Should -BeTrue
        $server.ClearRequests()
        [cultureinfo]::CurrentCulture = $Culture
    }

    AfterEach {
        [cultureinfo]::CurrentCulture = $usual
        Disconnect-All
    }

    It '<Name> survives any value of any parameter' -ForEach $Commands {
        $folder = (New-Item (Join-Path $TestDrive "$Provider/b/c/$Name") -ItemType Directory -Force).FullName
        $ids = Get-GoodIds $Command
        Push-Location $folder
        try {
            $problems = foreach ($one in Get-Tried $Command) {
                $parameter = $one.Parameter.Name
                foreach ($what in $one.Values) {
                    $with = Get-Company $Command $one.Set $parameter
                    if ($Name -eq 'Connect-InvoiceProvider') {
                        foreach ($limit in $unlimited.Keys) { $with[$limit] = 0 }
                        if (-not $with.ContainsKey('Sandbox')) { $with.BaseUri = $server.BaseUri }
                    }
                    elseif ($Name -eq 'Disconnect-InvoiceProvider') { $with.Confirm = $false }
                    $with[$parameter] = $bad[$what]
                    $failures = $null
                    $errors = @()
                    try { $null = & $Command @with -ErrorAction SilentlyContinue -ErrorVariable failures *> $null } catch { $errors = @($_) }
                    foreach ($problem in @($failures) + $errors | Where-Object { $_ -is [Management.Automation.ErrorRecord] -and $_.FullyQualifiedErrorId -notmatch $known }) {
                        "-$parameter with $($what): $($problem.FullyQualifiedErrorId) $($problem.Exception.GetType().Name) $(Get-Short $problem)"
                    }
                }
            }
        }
        finally {
            Pop-Location
        }

        @($problems | Select-Object -Unique -First 30) | Should -BeNullOrEmpty
        $requests = @($server.Requests)
        if ($Name -ne 'Invoke-InvoiceRequest') {
            $asked = $requests | ForEach-Object { "$($_.Method) $($_.Path -replace $root -replace '\.xml$', '.json')" } | Select-Object -Unique
            @($asked | Where-Object { $_ -notmatch $documented } | Select-Object -First 10 | ForEach-Object { Get-Short $_ }) | Should -BeNullOrEmpty
            @($requests | Where-Object Status -GE 500) | Should -BeNullOrEmpty
        }

        # The table is worth something only if some values are good, too. An adjustment takes a client who owes something, an account all its data.
        if ($Command.Verb -in 'New', 'Set', 'Add', 'Copy', 'Complete', 'Remove', 'Send' -and $Command.Parameters.ContainsKey('Session') -and
            $Command.Noun -ne 'InvoiceClientAdjustment' -and "$Provider $Name" -ne 'InvoiceXpress Set-InvoiceAccount') {
            @($requests | Where-Object { $_.Method -ne 'GET' -and $_.Status -lt 300 }).Count | Should -BeGreaterThan 0
        }

        @($requests | Where-Object { $_.Path -match '(^|/)\.\.?(/|$)' }) | Should -BeNullOrEmpty
        @(Get-ChildItem $folder -Recurse -Filter *.part) | Should -BeNullOrEmpty
    }

    It 'asks nothing for what the provider has not' {
        $ids = @{ Line = @{ Name = 'SVC'; UnitPrice = 1 } }
        $problems = foreach ($name in $Missing) {
            $command = Get-Command $name -Module Invoicing
            foreach ($set in $command.ParameterSets | Where-Object { $_.Parameters.Name -notcontains 'Operation' -and $_.Parameters.Name -notcontains 'Payment' }) {
                $with = Get-Company $command $set ''
                if ($name -eq 'Import-InvoiceXml') { $with[$set.Name] = $PSCommandPath }
                $said = try { $null = & $command @with -ErrorAction Stop *> $null; 'nothing' } catch { $_.FullyQualifiedErrorId }
                if ($said -notlike 'NotSupported,*') { "$name [$($set.Name)] says $said" }
            }
        }

        @($problems) | Should -BeNullOrEmpty
        $server.Requests.Count | Should -Be 0
    }
}

Describe 'Numbers' {
    It 'are read by the module and not by PowerShell, to which 1,5 is 15' {
        $numbers = [int], [long], [decimal], [double], [datetime], [Nullable[int]], [Nullable[decimal]], [Nullable[double]], [Nullable[datetime]]
        $bare = foreach ($command in Get-Command -Module Invoicing) {
            foreach ($parameter in $command.Parameters.Values | Where-Object { $_.ParameterType -in $numbers -and $_.Name -notin $common }) {
                $own = $parameter.Attributes | Where-Object { $_ -is [Management.Automation.ArgumentTransformationAttribute] -and "$_" -like 'Invoicing.*' }
                if (-not $own) { "$($command.Name) -$($parameter.Name)" }
            }
        }
        @($bare) | Should -BeNullOrEmpty
        { Get-InvoiceClient -PageSize '1,5' } | Should -Throw -ErrorId 'ParameterArgumentTransformationError*'
        { Export-Saft -Year 2026 -Month '1,0' } | Should -Throw -ErrorId 'InvalidInput,*'
        { Connect-InvoiceProvider -Sandbox -TimeoutSec '' } | Should -Throw -ErrorId 'ParameterArgumentTransformationError*'
    }
}
