<#
.SYNOPSIS
Draws the pictures of docs/pictures: what a terminal of 80 columns shows, as SVG.
.DESCRIPTION
The lines are run in PowerShell 7, in a company of a fixed day, and the text and the colours that come out are drawn. The same module gives the same bytes.
#>
param(
    # Folder of the built module.
    [string] $Module = (Join-Path $PSScriptRoot '../out/Invoicing'),

    [string] $Destination = (Join-Path $PSScriptRoot '../docs/pictures')
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$ConfirmPreference = 'None'
Import-Module (Join-Path $Module 'Invoicing.psd1')
. (Join-Path $PSScriptRoot '../tests/Pester/ViewText.ps1')

$columns, $advance, $height, $margin = 80, 8.4, 19, 14
$colours = @{ '30' = '#555'; '31' = '#e06c75'; '32' = '#98c379'; '33' = '#e5c07b'; '34' = '#61afef'; '35' = '#c678dd'; '36' = '#56b6c2'; '37' = '#ddd'; '90' = '#888'; '91' = '#ff7b85'; '92' = '#b5e890'; '93' = '#ffd68a'; '96' = '#7fd6e0' }
$invariant = [cultureinfo]::InvariantCulture
function Format-Number([double] $Value) { $Value.ToString('0.#', $invariant) }

# A line with colour sequences as pieces of SVG, each at its column.
function ConvertTo-Svg([string] $Line, [int] $Row) {
    $at, $style = 0, ''
    foreach ($piece in [regex]::Split($Line, '(\x1b\[[\d;]*m)')) {
        if ($piece -match '^\x1b\[([\d;]*)m$') {
            $codes = $Matches[1] -split ';'
            $style = @(foreach ($code in $codes) { if ($colours.ContainsKey($code)) { " fill=`"$($colours[$code])`"" }; if ($code -eq '1') { ' font-weight="bold"' } }) -join ''
        }
        elseif ($piece) {
            if ($piece.Trim()) {
                # A browser puts blanks together, unless they are of the kind that does not break.
                $x, $y, $width = ($margin + $at * $advance), ($margin + $Row * $height + 13), ($piece.Length * $advance)
                "<text x=`"$(Format-Number $x)`" y=`"$(Format-Number $y)`" textLength=`"$(Format-Number $width)`"$style>$([Security.SecurityElement]::Escape($piece).Replace(' ', [char]0xA0))</text>"
            }

            $at += $piece.Length
        }
    }
}

function Write-Picture([string] $Name, [string[]] $Lines) {
    $rows = for ($i = 0; $i -lt $Lines.Count; $i++) { ConvertTo-Svg $Lines[$i] $i }
    $w, $h = (2 * $margin + $columns * $advance), (2 * $margin + $Lines.Count * $height)
    $svg = @(
        "<svg xmlns=`"http://www.w3.org/2000/svg`" width=`"$(Format-Number $w)`" height=`"$h`" viewBox=`"0 0 $(Format-Number $w) $h`" role=`"img`" aria-label=`"$Name, as a terminal of 80 columns shows it`">"
        "<rect width=`"100%`" height=`"100%`" rx=`"6`" fill=`"#1e2127`"/>"
        '<g font-family="Cascadia Mono, Consolas, Menlo, DejaVu Sans Mono, monospace" font-size="14" fill="#dcdfe4">'
        $rows
        '</g>'
        '</svg>'
    )
    [IO.File]::WriteAllText((Join-Path $Destination "$Name.svg"), ($svg -join "`n") + "`n")
}

# Each picture as the lines that a person types.
$pictures = [ordered]@{
    terminal  = @(
        'Get-Invoice -Overdue | Select-Object -First 4'
        'New-Invoice C0001 -Name Consulting -Quantity 2 -UnitPrice 60 -Tax IVA23 -Reference ORDER-1 -Date 2026-03-31'
        'Get-Invoice -Reference ORDER-1 | Complete-Invoice'
    )
    invoices  = , 'Get-Invoice | Select-Object -First 10'
    clients   = , 'Get-InvoiceClient | Select-Object -First 6'
    payments  = , 'Get-InvoicePayment | Select-Object -First 6'
    providers = , 'Get-InvoiceProvider'
}
$null = New-Item $Destination -ItemType Directory -Force
$company = Start-ViewCompany
try {
    foreach ($name in $pictures.Keys) {
        $lines = foreach ($line in $pictures[$name]) {
            # A terminal goes on in the next row where a line is full.
            "`e[90mPS>`e[0m " + $line.Substring(0, [Math]::Min($line.Length, $columns - 4))
            for ($at = $columns - 4; $at -lt $line.Length; $at += $columns) { $line.Substring($at, [Math]::Min($columns, $line.Length - $at)) }
            (Get-ViewText @(& ([scriptblock]::Create($line))) $columns $true).TrimEnd("`n") -split "`n"
            ''
        }
        Write-Picture $name @($lines | Select-Object -SkipLast 1)
    }
}
finally {
    Get-InvoiceSession | Disconnect-InvoiceProvider
    $company.Dispose()
}
