# Each parameter of each cmdlet with what people and programs hand over by mistake: it ends in an error of ours or of PowerShell's
# binding, or it works; and no request goes where none should.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    # A sandbox is started by hand, and each one started here would have to be stopped again.
    $commands = @(Get-Command -Module Invoicing | Where-Object Noun -ne 'InvoiceSandbox' | ForEach-Object { @{ Name = $_.Name; Command = $_ } })
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'
    $WarningPreference = 'SilentlyContinue'
    $common = @([Management.Automation.Cmdlet]::CommonParameters) + @([Management.Automation.Cmdlet]::OptionalCommonParameters)
    $kinds = [enum]::GetNames([Invoicing.ErrorKind])

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
        'the first day' = [datetime]::MinValue
        'the last day' = [datetime]::MaxValue
        'no day' = '2026-02-30'
        'nothing in a list' = @($null)
        'an empty list' = @()
        'a table' = @{ a = @{ b = $null } }
        'an object' = [pscustomobject]@{ Id = '..'; Name = $null }
    }

    # What the other parameters get where one is needed.
    $good = @{
        Id = '999999999'; Name = "N$(New-Guid)"; Reason = 'r'; Amount = 1; Date = '2026-03-10'; Rate = 5; Year = 2026; Month = 3; Path = 'clients.json'
        OutFile = 'good.out'; Provider = 'InvoiceXpress'; Account = 'acme'; ApiKey = 'key'; State = 'Final'; Type = 'Invoice'; To = 'a@example.com'; Email = 'a@example.com'
        Password = 'secret'; Client = '999999999'; Invoice = '999999999'; Session = '*'; AcceptTerms = $true
    }

    function Get-GoodValue {
        param($Parameter)
        if ($Parameter.ParameterType -eq [pscredential]) { return [pscredential]::new('user', (ConvertTo-SecureString 'password' -AsPlainText -Force)) }
        if ($good.ContainsKey($Parameter.Name)) { return $good[$Parameter.Name] }
        if ($Parameter.ParameterType.IsEnum) { return [enum]::GetValues($Parameter.ParameterType)[0] }
        if ($Parameter.ParameterType -in [decimal], [int], [Nullable[int]], [Nullable[decimal]]) { return 1 }
        '1'
    }

    # The paths of the documented operations, as patterns.
    $paths = @(Get-Content "$PSScriptRoot/../../docs/providers/invoicexpress.md" | ForEach-Object {
        if ($_ -match '^\| (GET|POST|PUT|DELETE) \| `([^`]+)`') { [regex]::Escape($Matches[2]) -replace '\\\{[^}]+}', '[^/]+' }
    })
    $path = '^(' + ($paths -join '|') + '|/files?/.*|/_.*)$'
}

AfterAll { Disconnect-All }

Describe '<Name>' -ForEach $commands {
    It 'survives any value of any parameter' {
        $folder = (New-Item (Join-Path $TestDrive "a/b/c/$Name") -ItemType Directory -Force).FullName
        $server = Connect-TestSandbox @{ PollsUntilReady = 0 } @{ MaximumRetryCount = 0; TimeoutSec = 5 }
        Push-Location $folder
        try {
            $problems = foreach ($set in $Command.ParameterSets) {
                foreach ($parameter in $set.Parameters | Where-Object { $_.Name -notin $common -and $_.Name -notin 'BaseUri', 'Proxy' -and $_.ParameterType -ne [pscredential] }) {
                    foreach ($what in $bad.Keys) {
                        $with = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failures' }
                        foreach ($other in $set.Parameters | Where-Object { $_.IsMandatory -and $_.Name -ne $parameter.Name }) { $with[$other.Name] = Get-GoodValue $other }
                        if ($Command.Parameters.ContainsKey('TimeoutSec') -and $parameter.Name -ne 'TimeoutSec') { $with.TimeoutSec = 2 }
                        if ($Name -eq 'Connect-InvoiceProvider' -and -not $with.ContainsKey('Sandbox')) { $with.BaseUri = $server.BaseUri }
                        $with[$parameter.Name] = $bad[$what]
                        $failures = $null
                        $errors = @()
                        try { $null = & $Command @with *> $null } catch { $errors = @($_) }
                        foreach ($one in @($failures) + $errors | Where-Object { $_ -is [Management.Automation.ErrorRecord] }) {
                            if ($one.FullyQualifiedErrorId -notmatch $known) {
                                "-$($parameter.Name) with $($what): $($one.FullyQualifiedErrorId) $($one.Exception.GetType().Name) $("$one".Substring(0, [Math]::Min(120, "$one".Length)))"
                            }
                        }
                    }
                }
            }

            @($problems | Select-Object -Unique -First 30) | Should -BeNullOrEmpty
            if ($Name -ne 'Invoke-InvoiceRequest') {
                @($server.Requests | ForEach-Object Path | Where-Object { $_ -notmatch $path } | Select-Object -Unique -First 10 | ForEach-Object { $_.Substring(0, [Math]::Min(120, $_.Length)) }) | Should -BeNullOrEmpty
            }

            @($server.Requests | Where-Object { $_.Path -match '(^|/)\.\.?(/|$)' }) | Should -BeNullOrEmpty
            @(Get-ChildItem $folder -Recurse -Filter *.part) | Should -BeNullOrEmpty
        }
        finally {
            Pop-Location
            Disconnect-All
        }
    }
}
