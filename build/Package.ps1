# Dot-sourced by build.ps1: what goes along with the module, and the package of it for the PowerShell Gallery.

# Copies the licence of Newtonsoft.Json out of the package that it was restored from.
function Copy-LibraryLicense([string] $Root, [string] $Module) {
    $assets = [IO.File]::ReadAllText((Join-Path $Root 'src/Invoicing/obj/project.assets.json')) | ConvertFrom-Json
    $library = @($assets.libraries.PSObject.Properties | Where-Object { $_.Name -like 'Newtonsoft.Json/*' })[0].Value
    $license = @($assets.packageFolders.PSObject.Properties | ForEach-Object { Join-Path $_.Name "$($library.path)/LICENSE.md" } | Where-Object { Test-Path -LiteralPath $_ })
    if (-not $license) { throw "The package $($library.path) has no LICENSE.md." }
    Copy-Item -LiteralPath $license[0] (Join-Path $Module 'Newtonsoft.Json.LICENSE.md')
}

# Packs the module into a .nupkg, and gives its path. The folder is packed as it is: what was tested is what is published.
function New-ModulePackage([string] $Module, [string] $Destination) {
    if (-not (Get-Command Compress-PSResource -ErrorAction Ignore)) { throw 'To pack the module, PowerShell 7.5 or later (Microsoft.PowerShell.PSResourceGet 1.1) is needed.' }
    Remove-Item $Destination -Recurse -Force -ErrorAction Ignore
    $null = New-Item $Destination -ItemType Directory -Force
    (Compress-PSResource -Path $Module -DestinationPath $Destination -PassThru).FullName
}

# Installs a package into a module path that holds nothing else, as Install-PSResource does for a user, and gives the folder of the module. The
# repository is known for that long only.
function Install-ModulePackage([string] $Package, [string] $Destination) {
    Remove-Item $Destination -Recurse -Force -ErrorAction Ignore
    $null = New-Item $Destination -ItemType Directory -Force
    $name = "invoicing-$([guid]::NewGuid().ToString('N'))"
    Register-PSResourceRepository -Name $name -Uri (Split-Path (Resolve-Path $Package).ProviderPath) -Trusted
    try { Save-PSResource Invoicing -Repository $name -Path $Destination -Prerelease }
    finally { Unregister-PSResourceRepository -Name $name }
    Split-Path (Get-Item (Join-Path $Destination 'Invoicing/*/Invoicing.psd1')).FullName
}
