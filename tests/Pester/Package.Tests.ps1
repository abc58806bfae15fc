# The package: what is in it, and that Install-PSResource puts it where a user's PowerShell finds it.

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    . "$PSScriptRoot/../../build/Package.ps1"
    $canPack = [bool](Get-Command Compress-PSResource -ErrorAction Ignore)
    if ($canPack) { $package = New-ModulePackage $moduleFolder (Join-Path $TestDrive 'package') }
}

Describe 'The module folder' {
    It 'has what a user needs, and nothing else' {
        $start = (Resolve-Path $moduleFolder).ProviderPath.Length + 1
        $files = @(Get-ChildItem $moduleFolder -Recurse -File | ForEach-Object { $_.FullName.Substring($start).Replace('\', '/') } | Sort-Object)
        $topics = @(Get-ChildItem (Join-Path $PSScriptRoot '../../docs') -Recurse -Filter 'about_*.help.txt' | ForEach-Object { "$($_.Directory.Name)/$($_.Name)" })
        $files | Should -Be (@(
                'en-US/Invoicing.dll-Help.xml', 'Invoicing.Core.dll', 'Invoicing.dll', 'Invoicing.format.ps1xml', 'Invoicing.psd1', 'Invoicing.Saft.dll',
                'Invoicing.Sandbox.dll', 'Invoicing.types.ps1xml', 'LICENSE', 'Newtonsoft.Json.dll', 'Newtonsoft.Json.LICENSE.md'
            ) + $topics | Sort-Object)
    }

    It 'has the licence of the library that comes along' {
        Get-Content (Join-Path $moduleFolder 'Newtonsoft.Json.LICENSE.md') -Raw | Should -Match 'MIT[\s\S]*James Newton-King'
    }
}

Describe 'The package' {
    BeforeEach { if (-not $canPack) { Set-ItResult -Skipped -Because 'packing needs Microsoft.PowerShell.PSResourceGet 1.1, which comes with PowerShell 7.5' } }

    It 'has the bytes of the folder' {
        Add-Type -AssemblyName System.IO.Compression.FileSystem
        $unpacked = Join-Path $TestDrive 'unpacked'
        [IO.Compression.ZipFile]::ExtractToDirectory($package, $unpacked)
        foreach ($file in Get-ChildItem $moduleFolder -Recurse -File) {
            $there = Join-Path $unpacked $file.FullName.Substring((Resolve-Path $moduleFolder).ProviderPath.Length + 1)
            (Get-FileHash $there).Hash | Should -Be (Get-FileHash $file.FullName).Hash -Because $file.Name
        }
    }

    It 'is installed for the Pester suite of build.ps1 TestPackage, with the bytes of the folder and nothing else' {
        $repositories = @(Get-PSResourceRepository | ForEach-Object Name)
        $installed = Install-ModulePackage $package (Join-Path $TestDrive 'modules')
        $installed | Should -Be (Join-Path $TestDrive "modules/Invoicing/$((Test-ModuleManifest $manifest).Version)")
        $hashes = { param($Folder) Get-ChildItem $Folder -Recurse -File | Get-FileHash | ForEach-Object Hash | Sort-Object }
        & $hashes $installed | Should -Be (& $hashes $moduleFolder)
        @(Get-PSResourceRepository | ForEach-Object Name) | Should -Be $repositories
    }

    It 'is installed by Install-PSResource, and runs from there with its help' {
        if ($IsWindows) { Set-ItResult -Skipped -Because 'the folder of a user''s modules cannot be moved away on Windows'; return }

        # A home of its own: neither the modules nor the repositories of whoever runs the tests are touched.
        $homeFolder = Join-Path $TestDrive 'home'
        $null = New-Item $homeFolder -ItemType Directory
        $script = Join-Path $TestDrive 'install.ps1'
        Set-Content $script @"
`$ErrorActionPreference = 'Stop'
`$ProgressPreference = 'SilentlyContinue'
Register-PSResourceRepository -Name here -Uri '$(Split-Path $package)' -Trusted
Install-PSResource Invoicing -Repository here -Scope CurrentUser
`$module = Import-Module Invoicing -PassThru
`$null = Connect-InvoiceProvider -Sandbox
@{
    Base    = `$module.ModuleBase
    Version = "`$(`$module.Version)"
    Clients = @(Get-InvoiceClient).Count
    Help    = (Get-Help New-Invoice).Synopsis
    Topic   = (Get-Help about_Invoicing | Out-String)
} | ConvertTo-Json
"@
        $start = New-PowerShellStart "-File `"$script`""
        $start.RedirectStandardOutput = $true
        $start.RedirectStandardError = $true
        $start.Environment['HOME'] = $homeFolder
        foreach ($name in 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'PSModulePath') { $null = $start.Environment.Remove($name) }
        $process = [Diagnostics.Process]::Start($start)
        $errors = $process.StandardError.ReadToEndAsync()
        $said = $process.StandardOutput.ReadToEnd()
        $process.WaitForExit()
        $process.ExitCode | Should -Be 0 -Because "$said $($errors.Result)"
        $found = $said | ConvertFrom-Json
        $found.Base | Should -BeLike "$homeFolder*"
        $found.Version | Should -Be (Test-ModuleManifest $manifest).Version.ToString()
        $found.Clients | Should -BeGreaterThan 0
        $found.Help | Should -Match '^Creates a draft'
        $found.Topic | Should -Match 'Where to start'
    }
}
