# What Tab offers, asked as the shell asks.

BeforeDiscovery {
    $columns = @(
        @{ Provider = 'InvoiceXpress'; Tax = $true }
        @{ Provider = 'SimplBooks'; Tax = $true }
        @{ Provider = 'FACTURAgem' }
        @{ Provider = 'SalenGo'; Tax = $true }
    )
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"

    # The texts that would be put into the line, with the cursor at its end.
    function Complete-Line {
        param([string] $Line)
        @((TabExpansion2 $Line $Line.Length).CompletionMatches | ForEach-Object CompletionText)
    }
}

AfterAll { Disconnect-All }

Describe 'A parameter' {
    It 'offers <Some> for <Line>' -ForEach @(
        @{ Line = 'Connect-InvoiceProvider Sim'; Some = 'SimplBooks' }
        @{ Line = 'Start-InvoiceSandbox -Provider sal'; Some = 'SalenGo' }
        @{ Line = 'Get-InvoiceProvider fac'; Some = 'FACTURAgem' }
        @{ Line = 'Connect-InvoiceProvider SimplBooks -Setting List'; Some = "@{ ListTransport = 'GetBody' }" }
        @{ Line = 'New-Invoice -Type Cred'; Some = 'CreditNote' }
        @{ Line = 'Get-Invoice -Type Cred'; Some = 'CreditNote' }
        @{ Line = 'Get-Invoice -State Dra'; Some = 'Draft' }
        @{ Line = 'Set-InvoiceState -State Settl'; Some = 'Settled' }
        @{ Line = 'Add-InvoicePayment -Method Bank'; Some = 'BankTransfer' }
        @{ Line = 'New-Invoice -TaxExemption M0'; Some = 'M07' }
        @{ Line = 'New-Invoice -Currency us'; Some = 'USD' }
        @{ Line = 'New-Invoice -Currency euro'; Some = 'EUR' }
        @{ Line = 'New-InvoiceClient -Country port'; Some = 'PT' }
        @{ Line = 'New-InvoiceTax -Region '; Some = 'PT-MA' }
        @{ Line = 'Test-Saft x.xml -Rule X0'; Some = 'X01' }
        @{ Line = 'Import-Saft x.xml -Section Cus'; Some = 'Customers' }
        @{ Line = 'New-Invoice -GroupBy '; Some = 'Reference' }
        @{ Line = 'New-Invoice -Culture pt-'; Some = 'pt-PT' }
        @{ Line = 'Start-InvoiceSandbox -Fault Lost'; Some = 'LostAnswer' }
        @{ Line = 'New-InvoiceItem -Active '; Some = '$true' }
    ) {
        Complete-Line $Line | Should -Contain $Some
    }

    It 'explains a code of an exemption' {
        $line = 'New-Invoice -TaxExemption M10'
        (TabExpansion2 $line $line.Length).CompletionMatches[0].ToolTip | Should -BeLike 'M10: *artigo 57*'
    }

    It 'offers nothing of an account without a session, and asks nobody' {
        Disconnect-All
        Complete-Line 'New-Invoice -Client ' | Should -BeNullOrEmpty
        Complete-Line 'New-Invoice -Tax ' | Should -BeNullOrEmpty
    }
}

Describe 'Every parameter' {
    BeforeDiscovery {
        # Files and folders, which PowerShell completes itself.
        $files = 'Path', 'LiteralPath', 'OutFile', 'File', 'StatePath', 'ReferencePath', 'ClientPath', 'PublicKey', 'LogPath', 'JavaPath'
        $own = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
        if (-not (Get-Module Invoicing)) { . "$PSScriptRoot/Support.ps1" }
        $all = foreach ($command in Get-Command -Module Invoicing) {
            $names = foreach ($parameter in $command.Parameters.Values | Where-Object { $_.Name -notin $own }) {
                $type = $parameter.ParameterType
                if ($type.IsArray) { $type = $type.GetElementType() }
                if ($type.IsGenericType) { $type = $type.GetGenericArguments()[0] }
                if ($type -ne [string] -and $type -ne [decimal] -and $type -ne [int] -and $type -ne [datetime] -and $type.Name -notlike '*Identity') { continue }
                if (($parameter.Name -in $files -and $command.Name -ne 'Invoke-InvoiceRequest') -or "$($command.Name) $($parameter.Name)" -eq 'Export-InvoiceReport Since') { continue }
                $parameter.Name
            }
            if ($names) { @{ Name = $command.Name; Parameters = @($names) } }
        }
    }

    BeforeAll { Set-Content (Join-Path $TestDrive 'zzz-a-file.txt') 'x' }

    It 'of <Name> never offers a file where none is meant' -ForEach $all {
        Push-Location $TestDrive
        try {
            $bad = foreach ($parameter in $Parameters) {
                if (@(Complete-Line "$Name -$parameter zzz") -match 'zzz-a-file') { $parameter }
            }
        }
        finally { Pop-Location }
        @($bad) | Should -BeNullOrEmpty
    }
}

Describe 'At <Provider>' -ForEach $columns {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = $Provider; ClientCount = 3; InvoiceCount = 4 } @{ Name = 'a session' }
        $client = Get-InvoiceClient | Select-Object -First 1
        $item = if ($Tax) { Get-InvoiceItem | Where-Object Name | Select-Object -First 1 }
        $quoted = { param($text) if ($text -match '^\p{L}[\p{L}\p{N}_-]*$') { $text } else { "'$($text -replace "'", "''")'" } }

        # The first request of a process is slower than the time that Tab may take.
        $null = Complete-Line 'New-Invoice -Client '
    }

    AfterAll { Disconnect-All }

    It 'offers clients by the beginning of name, code and tax number' {
        foreach ($word in $client.Name.Substring(0, 3), $client.Code, $client.TaxNumber | Where-Object { $_ }) {
            Complete-Line "New-Invoice -Client '$word" | Should -Contain (& $quoted $client.Name)
            Complete-Line "Get-InvoiceClient '$word" | Should -Contain (& $quoted $client.Name)
        }
    }

    It 'offers items and taxes' {
        if ($item) { Complete-Line "New-InvoiceLine '$($item.Name.Substring(0, 2))" | Should -Contain (& $quoted $item.Name) }
        if ($Tax) { Complete-Line 'New-Invoice -Tax ' | Should -Not -BeNullOrEmpty }
        else { Complete-Line 'New-Invoice -Tax ' | Should -BeNullOrEmpty }
    }

    It 'offers sessions, quoted' {
        Complete-Line 'Get-Invoice -Session a' | Should -Contain "'a session'"
    }

    It 'asks once a minute at most, and one request each' {
        $server.ClearRequests()
        1..3 | ForEach-Object { $null = Complete-Line 'New-Invoice -Client ' }
        @($server.Requests).Count | Should -BeLessOrEqual 1
    }

    It 'is silent about a provider that fails or is slow' {
        $before = $Error.Count
        Restore-TestSession $server @{ MaximumRetryCount = 0; Name = 'other' }
        Set-Fault $server 'ServerError'
        Complete-Line 'New-Invoice -Session other -Client ' | Should -BeNullOrEmpty
        Set-Fault $server 'Slow'
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Complete-Line 'New-Invoice -Session other -Tax ' | Should -BeNullOrEmpty
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 3
        Set-Fault $server
        $Error.Count | Should -Be $before
    }
}
