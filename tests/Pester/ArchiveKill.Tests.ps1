# An archive whose export is killed five times at random moments is complete in the end, with hardly more requests than one run takes; and
# a month's script gives the same on the account and on a sandbox that is a copy of it. INVOICING_TEST_ARCHIVE says how many documents there are,
# and INVOICING_TEST_ARCHIVE_AT at which provider alone.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $providers = @((Get-InvoiceProvider).Name | Where-Object { $env:INVOICING_TEST_ARCHIVE_AT -in $null, '', $_ } | ForEach-Object { @{ Provider = $_ } })
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $count = if ($env:INVOICING_TEST_ARCHIVE) { [int]$env:INVOICING_TEST_ARCHIVE } else { 60 }
    $random = [Random]::new((Get-TestSeed))
    $script = Join-Path $TestDrive export.ps1
    @'
param($Module, $Provider, $Account, $Uri, $Folder)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module $Module
$key = ConvertTo-SecureString ([Console]::In.ReadLine()) -AsPlainText -Force
$user = [Console]::In.ReadLine()
$who = if ($user) { @{ Credential = [pscredential]::new($user, $key) } } else { @{ Account = $Account; ApiKey = $key } }
$null = Connect-InvoiceProvider $Provider @who -BaseUri $Uri -AsSandbox -RequestsPerMinute 0 -SkipTest
$null = Export-InvoiceArchive $Folder -PollIntervalSec 0.01
'@ | Set-Content $script

    function Start-Export([string] $Folder) {
        $start = New-PowerShellStart "-File `"$script`" `"$manifest`" $Provider `"$($server.Account)`" $($server.BaseUri) `"$Folder`""
        $start.RedirectStandardInput = $start.RedirectStandardError = $true
        $child = [Diagnostics.Process]::Start($start)
        $child.StandardInput.WriteLine($(if ($server.Login) { $server.Password } else { $server.ApiKey }))
        $child.StandardInput.WriteLine($server.Login)
        $child
    }

    # A month as a script runs it: an invoice, a payment, the SAF-T file. What is compared is what a company looks at.
    function Invoke-Month($Session) {
        $with = @{ Session = $Session }
        $tax = @{ InvoiceXpress = 'IVA23'; SimplBooks = '24'; FACTURAgem = '21'; SalenGo = '21' }[$Provider]
        $client = Get-InvoiceClient @with | Sort-Object { [long]("$($_.Id)" -replace '-.*') } | Select-Object -First 1
        $number = if ($Provider -in 'FACTURAgem') { @{ Number = 'MONTH-1' } } else { @{} }
        $made = New-Invoice -ClientId $client.Id @with -Reference MONTH-1 -Line @{ Name = 'SVC'; Description = 'Month'; Quantity = 3; UnitPrice = 19.99; Tax = $tax } @number
        $issued = $made | Complete-Invoice
        $null = $issued | Add-InvoicePayment -Amount 10
        $open = Get-Invoice -Open @with | Where-Object { $_.Date -lt $issued.Date } | Sort-Object { [long]$_.Id } | Select-Object -First 1
        $null = $open | Add-InvoicePayment -Amount 1
        $all = @(Get-Invoice @with)
        $sums = [ordered]@{
            Number = $issued.Number; Total = $issued.Total; Count = $all.Count; Sum = ($all | Measure-Object SignedTotal -Sum).Sum
            Open = @(Get-Invoice -Open @with).Count; Outstanding = (Get-Invoice $open.Id -Type Invoice @with).Outstanding
            States = ($all | Group-Object State | Sort-Object Name | ForEach-Object { "$($_.Name)=$($_.Count)" }) -join ' '
        }
        if ($Provider -eq 'InvoiceXpress') {
            foreach ($month in 0, -1) {
                $day = (Get-Date).AddMonths($month)
                $file = Join-Path $TestDrive "month$month.xml"
                $null = Export-Saft $day.Year $day.Month -OutFile $file -Force -PollIntervalSec 0.01 @with
                $sums["Saft$month"] = Measure-Saft $file | ConvertTo-Json -Depth 6

                # The provider does not tell which document a note corrects, so the copy does not know it.
                $sums["Findings$month"] = @(Test-Saft $file -ExcludeRule R01 | ForEach-Object { "$($_.Rule) $($_.Count)" }) -join ' '
            }
        }

        $sums | ConvertTo-Json
    }
}

Describe 'An export that is killed at <Provider>' -ForEach $providers {
    AfterEach { Disconnect-All }

    It 'goes on where it was, and its archive is a company to rehearse on' {
        $settings = if ($Provider -eq 'SalenGo') { @{ RequestsPerDay = 0 } } else { @{} }
        $company = @{ Provider = $Provider; InvoiceCount = $count; PollsUntilReady = 1; Setting = $settings; Seed = 5 }

        # The same company twice: a file that was made once is ready at once the second time.
        $other = Connect-TestSandbox $company
        $whole = Join-Path $TestDrive "$Provider-whole"
        $null = Export-InvoiceArchive $whole -PollIntervalSec 0.01
        $once = $other.Requests.Count
        $other | Stop-InvoiceSandbox

        $server = Connect-TestSandbox $company
        $session = Get-InvoiceSession $server.Name
        $folder = Join-Path $TestDrive "$Provider-killed"
        foreach ($kill in 1..5) {
            $before = $server.Requests.Count
            $child = Start-Export $folder
            try {
                $at = $random.Next(1, [Math]::Max(2, [int]($once / 5)))
                Wait-Until { $child.HasExited -or $server.Requests.Count - $before -ge $at } -TimeoutSec 120
                if (-not $child.HasExited) { $child.Kill() }
                $child.WaitForExit()
                if (Test-Path (Join-Path $folder manifest.jsonl)) {
                    @(Test-InvoiceArchive $folder | Where-Object Kind -NotIn Unfinished, Unexpected) | Should -BeNullOrEmpty
                }
            }
            finally { $child.Dispose() }
        }

        $child = Start-Export $folder
        $said = $child.StandardError.ReadToEnd()
        $child.WaitForExit()
        $said | Should -BeNullOrEmpty
        Test-InvoiceArchive $folder | Should -BeNullOrEmpty

        # The lists are read once more for each kill, and so is the work that was under way.
        Write-Host "    $Provider, $count documents: $once requests in one run, $($server.Requests.Count) with five kills"
        $server.Requests.Count | Should -BeLessOrEqual ($once * 1.25 + 5 * 60)
        $names = { param($Folder) @(Get-ChildItem $Folder -Recurse -File | Where-Object Name -NE manifest.jsonl | ForEach-Object { $_.FullName.Substring($Folder.Length) } | Sort-Object) }
        & $names $folder | Should -Be (& $names $whole)

        $server.ClearRequests()
        $copy = Start-InvoiceSandbox -From $folder -RequestsPerMinute 0 -PollsUntilReady 1 -Setting $settings -WarningAction SilentlyContinue
        $server.Requests.Count | Should -Be 0
        $rehearsal = $copy | Connect-InvoiceProvider -Name rehearsal -RequestsPerMinute 0 -SkipTest -SettleTimeSec 0.2
        $on = Invoke-Month $rehearsal
        $server.Requests.Count | Should -Be 0
        Invoke-Month $session | Should -Be $on
    }
}
