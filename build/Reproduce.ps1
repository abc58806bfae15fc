<#
.SYNOPSIS
Builds the present commit in two folders and compares the DLLs. Throws if a byte differs.
#>
[CmdletBinding()]
param()

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$root = Split-Path $PSScriptRoot
$work = Join-Path ([IO.Path]::GetTempPath()) ('invoicing-' + [Guid]::NewGuid().ToString('N').Substring(0, 8))

function Build-Clone([string] $Name) {
    $clone = Join-Path $work $Name
    & git clone --quiet $root $clone
    if ($LASTEXITCODE -ne 0) { throw 'git clone failed.' }
    & dotnet build (Join-Path $clone 'src/Invoicing') -c Release -v quiet -nologo | Out-Host
    if ($LASTEXITCODE -ne 0) { throw 'dotnet build failed.' }
    $hashes = @{}
    Get-ChildItem (Join-Path $clone 'src/Invoicing/bin/Release/netstandard2.0') -Filter 'Invoicing*.dll' | ForEach-Object {
        $hashes[$_.Name] = (Get-FileHash $_.FullName -Algorithm SHA256).Hash
    }
    $hashes
}

try {
    $first = Build-Clone 'one'
    $second = Build-Clone 'another/and/deeper'
    $differ = @($first.Keys | Sort-Object | Where-Object {
        $same = $first[$_] -eq $second[$_]
        Write-Host ('{0}  {1}  {2}' -f $first[$_], $_, $(if ($same) { 'same' } else { 'DIFFERS' }))
        -not $same
    })
    if ($first.Count -eq 0 -or $differ) { throw "The builds differ: $differ" }
}
finally {
    Remove-Item $work -Recurse -Force -ErrorAction Ignore
}
