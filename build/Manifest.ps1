# Dot-sourced by build.ps1: the manifest of the built module. What stands elsewhere already is stamped into it: the version and the project's
# address are in Directory.Build.props, the release notes in CHANGELOG.md.

# The newest section of the changelog that has an entry, without its heading.
function Get-ReleaseNotes([string] $Changelog) {
    $text = [IO.File]::ReadAllText($Changelog).Replace("`r", '')
    foreach ($section in [regex]::Split($text, '(?m)^## ') | Select-Object -Skip 1) {
        $notes = ($section -split "`n", 2)[1].Trim()
        if ($notes -match '(?m)^- ') { return $notes }
    }

    throw "$Changelog has no section with an entry."
}

function Write-Manifest([string] $Root, [string] $Path) {
    $properties = [xml][IO.File]::ReadAllText((Join-Path $Root 'Directory.Build.props'))
    $address = $properties.SelectSingleNode('//PackageProjectUrl').InnerText
    $values = [ordered]@{
        ModuleVersion = $properties.SelectSingleNode('//Version').InnerText
        ProjectUri    = $address
        LicenseUri    = "$address/blob/main/LICENSE"
        ReleaseNotes  = Get-ReleaseNotes (Join-Path $Root 'CHANGELOG.md')
    }
    $manifest = [IO.File]::ReadAllText((Join-Path $Root 'Invoicing.psd1'))
    foreach ($name in $values.Keys) {
        $line = [regex]"(?m)^( *$name *= )'[^'\r\n]*'"
        if (-not $line.IsMatch($manifest)) { throw "Invoicing.psd1 has no line for $name." }
        $text = "'" + $values[$name].Replace("'", "''") + "'"
        $manifest = $line.Replace($manifest, { param($match) $match.Groups[1].Value + $text })
    }

    # Windows PowerShell reads a file without a byte order mark in the machine's own code page.
    [IO.File]::WriteAllText($Path, $manifest, (New-Object Text.UTF8Encoding $true))
    $values.ModuleVersion
}
