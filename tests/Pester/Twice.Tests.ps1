# Never twice, nothing lost: a whole file of documents over a line that loses answers, and through shells that are killed.
# By hand with more: $env:INVOICING_TEST_DOCUMENTS = 2000; $env:INVOICING_TEST_KILLS = 5
# Other faults: $env:INVOICING_TEST_SEED (docs/testing.md). One provider: $env:INVOICING_TEST_PROVIDER.

BeforeDiscovery {
    # One line a provider: where the line is bad, the tax of the rows, what the session is opened with, what else a row must say (FACTURAgem
    # gives a client's standing discount to whoever says nothing of it), and how the sandbox is set (2,000 documents take more than one of
    # SalenGo's days).
    $providers = @(
        @{ Provider = 'InvoiceXpress'; Path = '/invoices.json'; Tax = 'IVA23'; By = 'Key' }
        @{ Provider = 'SimplBooks'; Path = '/invoices/'; Tax = '24'; By = 'Key' }
        @{ Provider = 'FACTURAgem'; Path = '/invoices'; Tax = '21'; By = 'Login'; Row = @{ GlobalDiscount = 0 } }
        @{ Provider = 'SalenGo'; Path = '/document.svc/invoice/'; Tax = 'IVA'; By = 'Key'; Setting = @{ RequestsPerDay = 0 } }
    )
    if ($env:INVOICING_TEST_PROVIDER) { $providers = @($providers | Where-Object Provider -like $env:INVOICING_TEST_PROVIDER) }
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $ConfirmPreference = 'None'
    $count = if ($env:INVOICING_TEST_DOCUMENTS) { [int]$env:INVOICING_TEST_DOCUMENTS } else { 200 }
    $kills = if ($env:INVOICING_TEST_KILLS) { [int]$env:INVOICING_TEST_KILLS } else { 1 }
    $seed = Get-TestSeed

    # What a script of its own connects with; the secret comes with its environment.
    $ways = @{
        Key = '$with.ApiKey = $env:INVOICING_TEST_SECRET'
        Login = '$with.Credential = [pscredential]::new("{0}", (ConvertTo-SecureString $env:INVOICING_TEST_SECRET -AsPlainText -Force))'
    }

    # What the line does to every request that makes or looks for a document.
    function Get-BadLine { param($Path) "LostAnswer:0.1@$Path", "Reset:0.05@$Path", "ServerError:0.05@$Path" }

    function New-TestFile {
        param($Tax, [hashtable] $Row = @{}, [int] $Count = $count)
        $clients = @(Get-InvoiceClient | Select-Object -First 5)
        $path = Join-Path $TestDrive 'documents.csv'
        1..$Count | ForEach-Object {
            [pscustomobject]($Row + @{
                Reference = 'ROW-{0:0000}' -f $_
                ClientName = $clients[$_ % 5].Name
                Name = 'SVC'
                Quantity = 1 + $_ % 3
                UnitPrice = (100 + 7 * $_ % 997) / 100
                Tax = $Tax
            })
        } | Export-Csv $path -NoTypeInformation -Encoding utf8
        $path
    }

    # How to start a shell of its own that makes the documents of a file. Its exit code is the number of rows that failed.
    function New-Shell {
        param($Server, $By, $File, [string] $With = '')
        $script = Join-Path $TestDrive 'run.ps1'
        @"
`$ProgressPreference = 'SilentlyContinue'
`$ConfirmPreference = 'None'
Import-Module '$manifest'
`$with = @{ Account = '$($Server.Account)'; BaseUri = '$($Server.BaseUri)'; RetryIntervalSec = 0.05; SettleTimeSec = 0.2; RequestsPerMinute = 0; RequestsPerDay = 0; SkipTest = `$true; AsSandbox = `$true }
$($ways[$By] -f $Server.Login)
`$null = Connect-InvoiceProvider $($Server.Provider) @with $With
`$null = Import-Csv '$File' | New-Invoice -SkipExisting -ErrorAction SilentlyContinue -ErrorVariable problems
`$problems | ForEach-Object { "`$_" }
exit @(`$problems).Count
"@ | Set-Content $script
        $start = New-PowerShellStart "-File `"$script`""
        $start.RedirectStandardOutput = $true
        $start.EnvironmentVariables['INVOICING_TEST_SECRET'] = if ($By -eq 'Login') { $Server.Password } else { $Server.ApiKey }
        $start
    }

    # The documents of the file as they lie at the provider: each once, and the money of the file.
    function Assert-EachOnce {
        param($Path)
        $rows = Import-Csv $Path
        $there = @(Get-Invoice -Type Invoice -Detailed | Where-Object Reference -like 'ROW-*')
        @($there | Group-Object Reference | Where-Object Count -gt 1 | ForEach-Object Name) | Should -BeNullOrEmpty
        $there.Count | Should -Be $rows.Count
        $want = [decimal]0
        foreach ($row in $rows) { $want += [decimal]$row.Quantity * [decimal]::Parse($row.UnitPrice, [cultureinfo]::InvariantCulture) }
        $have = [decimal]0
        foreach ($document in $there) { $have += $document.NetTotal }
        $have | Should -Be $want
    }
}

AfterAll { Disconnect-All }

Describe '<Provider> on a line that loses answers' -ForEach $providers {
    BeforeEach {
        Write-Host "    $count documents, seed $seed"
        $server = Connect-TestSandbox @{ Provider = $Provider; Seed = $seed; Setting = if ($Setting) { $Setting } else { @{} } } @{ RetryIntervalSec = 0.05; RequestsPerDay = 0; SettleTimeSec = 0.2 }
        $file = New-TestFile $Tax $Row
    }

    AfterEach { Disconnect-All }

    It 'makes every document of a file once' {
        Set-Fault $server (Get-BadLine $Path)
        $runs = 0
        do {
            # What stays in doubt is an error that names it, and the same file again is what it advises.
            $problems = $null
            $made = @(Import-Csv $file | New-Invoice -SkipExisting -ErrorAction SilentlyContinue -ErrorVariable problems)
            @($problems | Where-Object { $_.FullyQualifiedErrorId -notmatch '^(OutcomeUnknown|ProviderUnavailable),' }) | Should -BeNullOrEmpty
            @($problems | Where-Object { -not $_.TargetObject.Reference }) | Should -BeNullOrEmpty

            # A run of later on passes over what was issued, which is everything where there are no drafts.
            if ($runs -eq 0) { ($made.Count + @($problems).Count) | Should -Be $count }
            $problems | ForEach-Object { Write-Host "    $_" }
        } until (-not $problems -or ++$runs -eq 5)

        $struck = $server.Requests | Where-Object Fault | Group-Object Fault | ForEach-Object { "$($_.Name) $($_.Count)" }
        Write-Host "    $($struck -join ', '); $(@($server.Requests).Count) requests, $($runs + 1) run(s)"
        $struck.Count | Should -Be 3
        Set-Fault $server
        Assert-EachOnce $file
    }

    It 'makes every document of a file once although the shell is killed' {
        Set-Fault $server (Get-BadLine $Path)
        $random = [Random]::new($seed)
        $start = New-Shell $server $By $file
        $killed = 0
        $runs = 0
        do {
            $runs++
            $child = [Diagnostics.Process]::Start($start)

            # Read meanwhile: a pipe that is full would stop it.
            $said = $child.StandardOutput.ReadToEndAsync()
            try {
                if ($killed -lt $kills) {
                    # At any request of its part of the file, and at any point of that request.
                    $server.ClearRequests()
                    $part = [Math]::Max(2, [int](2 * $count / ($kills + 1)))
                    $at = $random.Next(1, $part)
                    Wait-Until { $child.HasExited -or $server.Requests.Count -ge $at } 120
                    [Threading.Thread]::Sleep($random.Next(0, 4))
                    if (-not $child.HasExited) {
                        $child.Kill()
                        $killed++
                    }
                }

                $child.WaitForExit(600000) | Should -BeTrue
                $said.Result -split '\n' | Where-Object { $_.Trim() } | ForEach-Object { Write-Host "    $_" }
            }
            finally {
                if (-not $child.HasExited) { $child.Kill() }
            }
        } until ($child.ExitCode -eq 0 -or $runs -eq $kills + 5)

        Write-Host "    killed $killed time(s), $runs run(s)"
        $child.ExitCode | Should -Be 0
        $killed | Should -Be $kills
        Set-Fault $server
        Assert-EachOnce $file
    }

    # Windows has no way to press Ctrl+C in another console; StopTests stop pipelines there.
    It 'makes every document of a file once although two shells work on it and Ctrl+C is pressed in one of them' -Skip:($IsWindows -ne $false) {
        $file = New-TestFile $Tax $Row ([Math]::Min($count, 40 * $kills))
        $rows = @(Import-Csv $file).Count
        Set-Fault $server (Get-BadLine $Path)
        $random = [Random]::new($seed)
        $start = New-Shell $server $By $file "-StatePath '$(Join-Path $TestDrive 'state')'"
        $runs = 0
        $pressed = 0
        do {
            $runs++
            $server.ClearRequests()
            $shells = 1..2 | ForEach-Object { [Diagnostics.Process]::Start($start) }
            $said = $shells | ForEach-Object { $_.StandardOutput.ReadToEndAsync() }
            try {
                if ($runs -le $kills) {
                    $at = $random.Next(5, $rows)
                    Wait-Until { $shells[0].HasExited -or $server.Requests.Count -ge $at } 120
                    if (-not $shells[0].HasExited) {
                        kill -INT $shells[0].Id
                        $pressed++
                    }
                }

                $shells | ForEach-Object { $_.WaitForExit(600000) | Should -BeTrue }
                $said.Result -split '\n' | Where-Object { $_.Trim() } | ForEach-Object { Write-Host "    $_" }
            }
            finally {
                $shells | Where-Object { -not $_.HasExited } | ForEach-Object { $_.Kill() }
            }
        } until (($runs -gt $kills -and -not ($shells.ExitCode -ne 0)) -or $runs -eq $kills + 6)

        Write-Host "    Ctrl+C $pressed time(s), $runs run(s)"
        @($shells.ExitCode -ne 0) | Should -BeNullOrEmpty
        $pressed | Should -BeGreaterThan 0
        Set-Fault $server
        Assert-EachOnce $file
    }
}
