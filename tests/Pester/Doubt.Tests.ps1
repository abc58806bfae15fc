# What ends a command ends its work: a warning that stops, Ctrl+C in a fast download. And what the shell shows of text from outside.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    # A field that is left out is said while the request is sent. FACTURAgem says nothing then, so nothing can stop it there.
    $fields = @{ InvoiceXpress = 'RegistrationNumber'; SimplBooks = 'CopyCount'; SalenGo = 'RegistrationNumber' }
    $providers = @((Get-InvoiceProvider).Name | Where-Object { $fields.ContainsKey($_) } | ForEach-Object { @{ Provider = $_; LeftOut = $fields[$_] } })
    $columns = foreach ($view in ([xml](Get-Content (Join-Path $moduleFolder 'Invoicing.format.ps1xml') -Raw)).Configuration.ViewDefinitions.View) {
        if (-not $view['TableControl']) { continue }
        @{ Type = $view.ViewSelectedBy.TypeName; Items = @($view.TableControl.TableRowEntries.TableRowEntry.TableColumnItems.TableColumnItem) }
    }
}

BeforeAll { . "$PSScriptRoot/Support.ps1" }

AfterAll { Disconnect-All }

Describe 'A warning that stops at <Provider>' -ForEach $providers {
    AfterEach { Disconnect-All }

    It 'ends the write that is under way, or leaves it in doubt and named' {
        $server = Connect-TestSandbox @{ Provider = $Provider; LatencyMs = 400; ClientCount = 1 }
        $row = @{ Name = 'Stopped'; Country = 'Spain'; $LeftOut = '2' }
        { New-InvoiceClient @row -WarningAction Stop -ErrorAction Stop } | Should -Throw -ExpectedMessage "*$LeftOut*"

        # The command has ended: nothing more is sent, and what was sent has landed by now.
        Start-Sleep -Milliseconds 1000
        $sent = @(Get-Change $server).Count
        Start-Sleep -Milliseconds 500
        @(Get-Change $server).Count | Should -Be $sent

        $there = @(Get-InvoiceClient | Where-Object Name -EQ 'Stopped').Count
        $there | Should -BeLessOrEqual 1
        if ($there) { (Get-InvoiceJournal -InDoubt).Name | Should -BeLike '*Stopped*' }
    }
}

Describe 'Ctrl+C in a fast download' {
    AfterEach { Disconnect-All }

    It 'leaves no part of a file and writes nothing afterwards' {
        $null = Connect-TestSandbox @{ PollsUntilReady = 0 }
        $invoice = Get-Invoice -Type Invoice -State Final | Select-Object -First 1
        $folder = (New-Item -ItemType Directory (Join-Path $TestDrive 'fast')).FullName
        $random = [Random]::new((Get-TestSeed))
        foreach ($round in 1..6) {
            $variables = @{ session = Get-InvoiceSession | Select-Object -First 1; folder = $folder; invoice = $invoice }
            $shell = Start-Apart 'foreach ($i in 1..5000) { $null = $invoice | Export-InvoicePdf -PollIntervalSec 0.01 -OutFile (Join-Path $folder "one.pdf") -Force -Session $session }' $variables
            try {
                Wait-Until { Get-ChildItem $folder }
                Start-Sleep -Milliseconds $random.Next(0, 60)
                $shell.Stop()
                @(Get-ChildItem $folder -Filter *.part) | Should -BeNullOrEmpty
                $before = @(Get-ChildItem $folder | ForEach-Object { "$($_.Name) $($_.Length) $($_.LastWriteTimeUtc.Ticks)" })
                Start-Sleep -Milliseconds 150
                @(Get-ChildItem $folder | ForEach-Object { "$($_.Name) $($_.Length) $($_.LastWriteTimeUtc.Ticks)" }) | Should -Be $before
            }
            finally {
                $shell.Runspace.Dispose()
                $shell.Dispose()
            }
        }
    }
}

Describe 'Text from outside' {
    BeforeAll {
        $esc = [char]27
        $evil = "Evil${esc}[31m$([char]0x202E)client$([char]7)"
        $server = Connect-TestSandbox @{ ClientCount = 0 }
        $null = Invoke-InvoiceRequest clients.json -Method POST -Body @{ client = @{ name = $evil; code = 'EVIL'; country = 'Portugal' } } -Confirm:$false
    }

    AfterAll { Disconnect-All }

    It 'is plain in a table and raw on the object' {
        $read = Get-InvoiceClient -Code EVIL
        $read.Name | Should -BeExactly $evil
        $shown = $read | Format-Table | Out-String
        $shown | Should -Match 'Evil'
        $shown | Should -Not -Match '[\x07\x1b\u202E]'
    }

    It 'is plain in errors, verbose, progress and warnings' {
        $script = '$client = Get-InvoiceClient -Code EVIL -Session $session
            $client | New-InvoiceClient -Session $session -Verbose
            $client.RegistrationNumber = "1"
            $client | New-InvoiceClient -Session $session -Verbose
            $client | Remove-InvoiceClientNote -Session $session
            Get-InvoiceClient -Code $evil -Session $session -Verbose'
        $said = Invoke-Apart $script @{ session = Get-InvoiceSession | Select-Object -First 1; evil = $evil }
        $texts = @($said.Error | ForEach-Object { $_.ToString(); $_.ErrorDetails.Message }) + $said.Verbose + $said.Warning + @($said.Progress | ForEach-Object { "$($_.Activity) $($_.StatusDescription)" })
        "$($said.Error)" | Should -Match 'Evil'
        $texts | Where-Object { "$_" -match '[\x07\x1b\u202E]' } | Should -BeNullOrEmpty
    }

    It 'passes through -replace in each text column of <Type>' -ForEach $columns {
        $of = $Type -as [type]
        $bad = foreach ($item in $Items) {
            if ($item['PropertyName'] -and $of.GetProperty($item.PropertyName).PropertyType -eq [string]) { $item.PropertyName }
        }
        @($bad) | Should -BeNullOrEmpty
    }
}

Describe 'A session' {
    AfterEach { Disconnect-All }

    It 'is small as JSON, however deep' {
        $null = Connect-TestSandbox
        $session = Get-InvoiceSession | Select-Object -First 1
        ($session | ConvertTo-Json -WarningAction Stop).Length | Should -BeLessThan 2000
        ($session | ConvertTo-Json -Depth 5).Length | Should -BeLessThan 4000
    }
}
