# Several shells of a user share the limit of an account. By hand with more: $env:INVOICING_TEST_PROCESSES = 8. The faster time passes, the
# more of a window an answer takes, so a busy machine wants less speed: $env:INVOICING_TEST_SPEED = 4

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    Add-Type -Path (Join-Path $moduleFolder 'Invoicing.Sandbox.dll')
    $shells = if ($env:INVOICING_TEST_PROCESSES) { [int]$env:INVOICING_TEST_PROCESSES } else { 3 }

    # Three minutes in nine seconds, mostly: sandbox and sessions are given a clock that is faster, and the same in all processes.
    $speed = if ($env:INVOICING_TEST_SPEED) { [int]$env:INVOICING_TEST_SPEED } else { 20 }
    $windows = 3
    . "$PSScriptRoot/FastClock.ps1"
    $now = [Delegate]::CreateDelegate([Func[DateTimeOffset]], [FastClock]::new($speed), [FastClock].GetMethod('Read'))

    $script = Join-Path $TestDrive 'shell.ps1'
    @'
param($Manifest, $Clock, $Folder, $Account, $BaseUri, $Speed, $Seconds)
$ProgressPreference = 'SilentlyContinue'
Import-Module $Manifest
. $Clock
$options = [Invoicing.ConnectOptions]@{
    Provider = 'SimplBooks'; Account = $Account; ApiKey = ConvertTo-SecureString $env:INVOICING_TEST_SECRET -AsPlainText -Force; BaseUri = $BaseUri
    MaximumRetryCount = 0; Timeout = [timespan]::FromSeconds(300); StatePath = $Folder; Clock = [FastClock]::new($Speed)
}
$session = [Invoicing.InvoiceSession]::Connect($options)
'ready'
$null = [Console]::In.ReadLine()
$watch = [Diagnostics.Stopwatch]::StartNew()
while ($watch.Elapsed.TotalSeconds -lt [double]::Parse($Seconds, [cultureinfo]::InvariantCulture)) {
    $null = Get-InvoiceClient -Session $session -ErrorAction SilentlyContinue -ErrorVariable problems | Select-Object -First 1
    $problems | ForEach-Object { "failed: $_" }
}

"used: $($session.Limit[0])"
'@ | Set-Content $script

    function Start-Shell {
        param($Server, $Folder)
        $seconds = (60 * $windows / $speed).ToString([cultureinfo]::InvariantCulture)
        $start = New-PowerShellStart (
            "-File `"$script`" `"$manifest`" `"$PSScriptRoot/FastClock.ps1`" `"$Folder`" $($Server.Account) $($Server.BaseUri) $speed $seconds")
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $start.EnvironmentVariables['INVOICING_TEST_SECRET'] = $Server.ApiKey
        [Diagnostics.Process]::Start($start)
    }
}

AfterAll { Disconnect-All }

Describe 'Shells at full speed on one account of SimplBooks' {
    It 'keep its limit together, and use it up: <_>' -ForEach 'one shell', 'several shells' {
        $server = [Invoicing.Sandbox.SandboxServer]::Start([Invoicing.Sandbox.SandboxOptions]@{ Provider = 'SimplBooks'; Now = $now })
        $folder = (New-Item "$TestDrive/$_" -ItemType Directory).FullName
        $running = @(1..$(if ($_ -eq 'one shell') { 1 } else { $shells }) | ForEach-Object { Start-Shell $server $folder })
        try {
            $running | ForEach-Object { $_.StandardOutput.ReadLine() | Should -Be 'ready' }
            $running | ForEach-Object { $_.StandardInput.WriteLine() }
            $said = @($running | ForEach-Object { $_.StandardOutput.ReadToEnd() -split '\r?\n' | Where-Object { $_ } })
        }
        finally {
            $running | Where-Object { -not $_.HasExited } | ForEach-Object { if (-not $_.WaitForExit(60000)) { $_.Kill() } }
            $requests = @($server.Requests | Sort-Object At)
            $server.Dispose()
        }

        # Who asks at the end of a window sees it full; who waited past it sees the next one.
        $said | Where-Object { $_ -notmatch '^used: \d+ of 60 in 00:01:00$' } | Should -BeNullOrEmpty
        $said.Count | Should -Be $running.Count
        @($requests | Where-Object Status -eq 429).Count | Should -Be 0
        for ($i = 60; $i -lt $requests.Count; $i++) { ($requests[$i].At - $requests[$i - 60].At).TotalSeconds | Should -BeGreaterOrEqual 60 }
        $first = $requests[0].At
        $asked = @($requests | Where-Object { ($_.At - $first).TotalSeconds -lt 60 * $windows }).Count
        Write-Host "    $($running.Count) shell(s): $asked of $(60 * $windows) requests; $($said -join ', ')"
        $asked | Should -BeGreaterOrEqual (0.95 * 60 * $windows)
    }
}
