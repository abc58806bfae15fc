# A PowerShell is started as an executable, as a dotnet tool, or as a DLL; each must find how to start itself once more.

BeforeDiscovery {
    $forms = @(
        @{ Form = 'this PowerShell' }
        @{ Form = 'dotnet tool run pwsh' }
        @{ Form = 'dotnet pwsh.dll' }
        @{ Form = 'a wrapper named pwsh' }
    )
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    $root = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../..'))
    $helper = Join-Path $root 'tests/PowerShellHost.ps1'

    # The home of the PowerShell that the repository pins; nothing where it cannot be had.
    function Get-ToolHome {
        if (-not (Get-Command dotnet -ErrorAction Ignore)) { return }
        Push-Location $root
        try {
            dotnet tool restore *> $null
            if ($LASTEXITCODE -eq 0) { dotnet tool run pwsh -- -NoLogo -NoProfile -NonInteractive -Command '$PSHOME' }
        }
        finally { Pop-Location }
    }

    $toolHome = Get-ToolHome

    # A file of that name on the PATH, as a person makes one where there is no executable.
    function New-Wrapper {
        $folder = (New-Item (Join-Path $TestDrive 'a wrapper') -ItemType Directory -Force).FullName
        if ($env:OS -eq 'Windows_NT') {
            $file = Join-Path $folder 'pwsh.cmd'
            Set-Content $file "@dotnet `"$toolHome\pwsh.dll`" %*"
        }
        else {
            $file = Join-Path $folder 'pwsh'
            Set-Content $file "#!/bin/sh`nexec dotnet '$toolHome/pwsh.dll' `"`$@`""
            chmod +x $file
        }

        $file
    }

    function Get-Form {
        param($Name)
        switch ($Name) {
            'this PowerShell' { Get-PowerShellHost }
            'dotnet tool run pwsh' { 'dotnet', 'tool', 'run', 'pwsh', '--' }
            'dotnet pwsh.dll' { 'dotnet', (Join-Path $toolHome 'pwsh.dll') }
            'a wrapper named pwsh' { New-Wrapper }
        }
    }

    function Invoke-Form {
        param([string[]] $Form, [string[]] $Arguments)
        $leading = @($Form | Select-Object -Skip 1)

        # The manifest of the tools is found from the folder of the repository.
        Push-Location $root
        try { & $Form[0] @leading -NoLogo -NoProfile -NonInteractive @Arguments }
        finally { Pop-Location }
    }

    # Says who it is, down to the last generation, whose exit code comes back through all of them.
    $family = Join-Path $TestDrive 'a family.ps1'
    @'
param([string] $Helper, [int] $Generation, [string] $Text)
. $Helper
"$Generation|$($PSVersionTable.PSVersion)|$PSHOME|$Text"
if ($Generation -eq 0) { exit 7 }
Invoke-PowerShellHost '-File', $PSCommandPath, $Helper, ($Generation - 1), $Text
exit $LASTEXITCODE
'@ | Set-Content $family
}

Describe 'A PowerShell started as <Form>' -ForEach $forms {
    BeforeAll {
        $needsTool = $Form -ne 'this PowerShell'
        $words = if (-not $needsTool -or $toolHome) { @(Get-Form $Form) }
    }

    BeforeEach {
        if ($needsTool -and -not $toolHome) { Set-ItResult -Skipped -Because 'the PowerShell that the repository pins cannot be had from the configured feeds' }
    }

    It 'starts itself once more, and its child does, too' {
        $said = @(Invoke-Form $words @('-File', $family, $helper, '2', 'two words'))
        $LASTEXITCODE | Should -Be 7
        $said.Count | Should -Be 3
        $said -replace '^\d\|' | Sort-Object -Unique | Should -HaveCount 1
        $said | ForEach-Object { $_.Split('|')[0] } | Should -Be '2', '1', '0'
        $said[0] | Should -BeLike '*|two words'
        if ($needsTool) { $said[0].Split('|')[2] | Should -Be $toolHome }
    }

    It 'starts itself as a process whose streams are read' {
        $script = Join-Path $TestDrive 'a process.ps1'
        @'
param([string] $Helper)
. $Helper
$start = New-PowerShellStart '-Command "Write-Output \"$(1 + 1) $PSHOME\""'
$start.RedirectStandardOutput = $true
$child = [Diagnostics.Process]::Start($start)
$child.StandardOutput.ReadToEnd().Trim()
$child.WaitForExit()
"$PSHOME"
'@ | Set-Content $script
        $said = @(Invoke-Form $words @('-File', $script, $helper))
        $said[0] | Should -Be "2 $($said[1])"
    }
}
