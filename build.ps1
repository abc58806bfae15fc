<#
.SYNOPSIS
Builds, tests and shows the module. Runs in Windows PowerShell 5.1 and in PowerShell 7.
.EXAMPLE
./build.ps1 Build
.EXAMPLE
./build.ps1 Test
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Clean', 'Build', 'Test', 'Style', 'Quickstart', 'Bench', 'Coverage', 'Reproduce', 'PublicApi', 'Help', 'Package', 'TestPackage')]
    [string[]] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release'
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$root = $PSScriptRoot
$module = Join-Path $root 'out/Invoicing'

function Invoke-Native([string] $Command, [string[]] $Arguments) {
    & $Command @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Command $($Arguments[0]) ended with exit code $LASTEXITCODE." }
}

. (Join-Path $root 'tests/PowerShellHost.ps1')
. (Join-Path $root 'tests/Suite.ps1')
. (Join-Path $root 'build/Manifest.ps1')
. (Join-Path $root 'build/HelpMaml.ps1')
. (Join-Path $root 'build/Package.ps1')

# A script in a process of its own: what it imports is not held by this one. Gives the exit code; the script's output goes to the host.
function Invoke-Child([string] $Script, [string[]] $Arguments = @()) {
    Invoke-PowerShellHost (@('-File', (Join-Path $root $Script)) + $Arguments) | Out-Host
    $LASTEXITCODE
}

function Clear-Output {
    foreach ($folder in 'out', '.packages', 'src/*/bin', 'src/*/obj', 'tests/*/bin', 'tests/*/obj', 'docs/*/bin', 'docs/*/obj') {
        Get-Item (Join-Path $root $folder) -ErrorAction Ignore | Remove-Item -Recurse -Force
    }
}

# The rules of style take longer than the compiler, so they are a task of their own.
function Build-Solution([bool] $Style) {
    Invoke-Native dotnet @('build', (Join-Path $root 'Invoicing.sln'), '-c', $Configuration, '-v', 'quiet', '-nologo', "-p:EnforceCodeStyleInBuild=$Style")
}

function Build-Module {
    Build-Solution $false
    Remove-Item $module -Recurse -Force -ErrorAction Ignore
    $null = New-Item $module -ItemType Directory -Force
    $built = Join-Path $root "src/Invoicing/bin/$Configuration/netstandard2.0"
    foreach ($file in 'Invoicing.dll', 'Invoicing.Core.dll', 'Invoicing.Saft.dll', 'Invoicing.Sandbox.dll', 'Newtonsoft.Json.dll') {
        Copy-Item (Join-Path $built $file) $module
    }

    Copy-Item (Join-Path $root 'src/Invoicing/*.ps1xml') $module
    Copy-Item (Join-Path $root 'LICENSE') $module
    Copy-LibraryLicense $root $module
    Write-HelpText
    $version = Write-Manifest $root (Join-Path $module 'Invoicing.psd1')
    Write-Host "Built $module, version $version."
}

# The help of the module: one MAML file of all pages, and the topics as they are, a folder for each language.
function Write-HelpText {
    $pages = Join-Path $root 'docs/en-US'
    $help = Join-Path $module 'en-US'
    $null = New-Item $help -ItemType Directory -Force
    Write-HelpMaml $pages (Join-Path $help 'Invoicing.dll-Help.xml')
    foreach ($language in 'en-US', 'pt-PT') {
        $null = New-Item (Join-Path $module $language) -ItemType Directory -Force
        Copy-Item (Join-Path $root "docs/$language/about_*.help.txt") (Join-Path $module $language)
    }
}

# Brings the pages up to date with the cmdlets. What was written by hand stays.
function Update-HelpText {
    $folders = @('-Module', $module, '-Comments', (Join-Path $root "src/Invoicing/bin/$Configuration/netstandard2.0"), '-Pages', (Join-Path $root 'docs/en-US'))
    $code = Invoke-Child 'build/HelpPages.ps1' $folders
    if ($code -ne 0) { throw "The help pages could not be brought up to date: exit code $code." }
    Write-HelpText
}

function Test-Module {
    $output = Join-Path $root 'out'
    $suites = @(Get-ChildItem (Join-Path $root 'tests') -Recurse -Filter '*.Tests.csproj' | Sort-Object Name | ForEach-Object {
        @{ Name = $_.BaseName; Command = 'Invoke-XunitSuite'; With = @{ Project = $_.FullName; Configuration = $Configuration; Output = $output } }
    })
    $suites += @{ Name = 'Pester'; Command = 'Invoke-PesterSuite'; With = @{ Module = $module; Output = $output } }
    if (-not (Invoke-Suite $suites)) { exit 1 }
}

# The package is made, installed into a clean module path and tested from there: what passes is the very file that is published.
function Test-Package {
    $package = New-ModulePackage $module (Join-Path $root 'out/package')
    $installed = Install-ModulePackage $package (Join-Path $root 'out/modules')
    Write-Host "Testing $package from $installed."
    if (-not (Invoke-Suite @(@{ Name = 'Pester'; Command = 'Invoke-PesterSuite'; With = @{ Module = $installed; Output = (Join-Path $root 'out') } }))) { exit 1 }
    Write-Host "Tested $package, SHA-256 $((Get-FileHash $package).Hash). Publish this file."
}

foreach ($step in $Task) {
    switch ($step) {
        'Clean' { Clear-Output }
        'Build' { Build-Module }
        'Test' { Build-Module; Test-Module }
        'Style' { Build-Solution $true }
        'Quickstart' { Build-Module; exit (Invoke-Child 'docs/quickstart/quickstart.ps1') }
        'Coverage' { & (Join-Path $root 'build/Coverage.ps1') -Configuration $Configuration }
        'Reproduce' { & (Join-Path $root 'build/Reproduce.ps1') }
        'Help' { Build-Module; Update-HelpText }
        'Package' { Build-Module; Write-Host "Packed $(New-ModulePackage $module (Join-Path $root 'out/package'))." }
        'TestPackage' { Build-Module; Test-Package }
        'PublicApi' { & (Join-Path $root 'build/PublicApi.ps1') }
        'Bench' { Build-Module; exit (Invoke-Child 'tests/bench/bench.ps1') }
    }
}
