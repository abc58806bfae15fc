# -Path and -LiteralPath mean the same in each cmdlet as in those of PowerShell; a new cmdlet that has them joins by itself.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    $readers = @(Get-Command -Module Invoicing | Where-Object { $_.Parameters.ContainsKey('LiteralPath') } | ForEach-Object { @{ Name = $_.Name; Command = $_ } })
    $deaf = @(Get-Command -Module Invoicing | Where-Object { $_.Parameters.ContainsKey('Path') -and -not $_.Parameters.ContainsKey('LiteralPath') -and $_.Name -notin 'Invoke-InvoiceRequest' } | ForEach-Object Name)
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $null = Connect-TestSandbox @{ PollsUntilReady = 0 }
    $saft = Join-Path $TestDrive saft.xml
    $null = Export-Saft -Year 2026 -Month 3 -OutFile $saft -PollIntervalSec 0.01
    Get-InvoiceSession | Disconnect-InvoiceProvider
    $server = Connect-TestSandbox @{ Provider = 'SimplBooks' }

    # What a cmdlet read is seen by what it says of the file: each is of another kind of rubbish.
    function Invoke-Reader {
        param($Command, [hashtable] $With, $Piped)
        $more = @{}
        foreach ($parameter in $Command.Parameters.Values) {
            $isNeeded = @($parameter.Attributes | Where-Object { $_ -is [Parameter] -and $_.Mandatory -and $_.ParameterSetName -in '__AllParameterSets', 'Path', 'LiteralPath' }).Count
            if (-not $isNeeded -or $parameter.Name -in 'Path', 'LiteralPath') { continue }
            $more[$parameter.Name] = switch ($parameter.Name) {
                'Credential' { [pscredential]::new('user', (ConvertTo-SecureString 'x' -AsPlainText -Force)) }
                { $_ -in 'ReferencePath', 'Other', 'Before' } { 'other.xml' }
                'Year' { 2026 }
                'Month' { 3 }
                'OutFile' { Join-Path $TestDrive "$(New-Guid).html" }
                default { 'x' }
            }
        }
        foreach ($name in 'ReferencePath', 'ClientPath', 'OutFile', 'Destination') { if ($Command.Parameters.ContainsKey($name) -and -not $more.ContainsKey($name)) { $more[$name] = Join-Path $TestDrive $name } }
        if ($more.ContainsKey('ReferencePath')) { $more.ReferencePath = $saft }
        $problem = $null
        $out = try { if ($Piped) { $Piped | & $Command @more @With -ErrorAction Stop -WarningAction SilentlyContinue } else { & $Command @more @With -ErrorAction Stop -WarningAction SilentlyContinue } } catch { $problem = $_ }
        [pscustomobject]@{ Output = @($out); Problem = $problem; Text = "$problem $(@($out) | Out-String)" -replace '^Row \d+: *' }
    }
}

AfterAll { Disconnect-All }

Describe 'Cmdlets that read files' {
    It 'have both parameters' { $deaf | Should -BeNullOrEmpty }
}

Describe '<Name>' -ForEach $readers {
    BeforeAll {
        Push-Location (New-Item (Join-Path $TestDrive $Name) -ItemType Directory)
        Set-Content -LiteralPath 'arve[1].xml' '<a/>', '<!-- one row -->'
        Set-Content arve1.xml 'no file of any kind', 'two', 'rows'
    }

    AfterAll { Pop-Location }

    It 'says so where a pattern matches nothing' {
        $got = Invoke-Reader $Command @{ Path = 'nothing*.xml' }
        $got.Problem | Should -Not -BeNullOrEmpty
        "$($got.Problem)" | Should -BeLike "*nothing*.xml*"
        $got.Problem.FullyQualifiedErrorId | Should -BeLike 'FileFailed,*'
    }

    It 'takes brackets of -Path as a pattern, and those of -LiteralPath as they are' {
        # The pattern means arve1.xml alone.
        $pattern = Invoke-Reader $Command @{ Path = 'arve[1].xml' }
        $literal = Invoke-Reader $Command @{ LiteralPath = 'arve[1].xml' }
        $plain = Invoke-Reader $Command @{ LiteralPath = 'arve1.xml' }
        ($pattern.Text -replace 'arve\S*') | Should -Be ($plain.Text -replace 'arve\S*')
        ($literal.Text -replace 'arve\S*') | Should -Not -Be ($plain.Text -replace 'arve\S*')
        "$((Invoke-Reader $Command @{ LiteralPath = 'arve[2].xml' }).Problem)" | Should -BeLike '*arve`[2`].xml*'
    }

    It 'takes the file that Get-Item gives, whatever its name' {
        $piped = Invoke-Reader $Command @{} (Get-Item -LiteralPath 'arve[1].xml')
        $literal = Invoke-Reader $Command @{ LiteralPath = 'arve[1].xml' }
        ($piped.Text -replace '\S*arve\S*').Trim() | Should -Be ($literal.Text -replace '\S*arve\S*').Trim()
    }
}
