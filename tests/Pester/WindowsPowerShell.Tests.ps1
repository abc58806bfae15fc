# The script for a Windows machine: what of it can run here is run, so that it is not found broken there.

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    . "$PSScriptRoot/../PowerShellHost.ps1"
}

Describe 'tests/windows-powershell.ps1' {
    It 'passes in this PowerShell' {
        $lines = @(Invoke-PowerShellHost '-File', "$PSScriptRoot/../windows-powershell.ps1", '-Module', $moduleFolder 2>&1 | ForEach-Object { "$_" })
        $code = $LASTEXITCODE
        @($lines -match '^failed') | Should -BeNullOrEmpty
        $lines[-1] | Should -Match '^[4-9]\d passed, 0 failed, \d not run\.$'
        $code | Should -Be 0
    }

    It 'fails where there is no module' {
        $lines = @(Invoke-PowerShellHost '-File', "$PSScriptRoot/../windows-powershell.ps1", '-Module', (Join-Path $TestDrive 'nothing') 2>&1 | ForEach-Object { "$_" })
        $LASTEXITCODE | Should -Be 1
        @($lines -match '^failed   the module is imported') | Should -HaveCount 1
    }
}
