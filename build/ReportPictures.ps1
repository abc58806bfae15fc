<#
.SYNOPSIS
Takes the pictures of a report for docs/pictures: on a wide screen, on a telephone, dark, and as print.
.DESCRIPTION
The page is of a company of a fixed day. It needs a Chromium, and pdftoppm for the print. Look at the pictures before you commit them: no test can.
#>
param(
    # Folder of the built module.
    [string] $Module = (Join-Path $PSScriptRoot '../out/Invoicing'),

    [string] $Destination = (Join-Path $PSScriptRoot '../docs/pictures'),

    # The browser.
    [string] $Chromium = 'chromium'
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
Import-Module (Join-Path $Module 'Invoicing.psd1')
. (Join-Path $PSScriptRoot '../tests/Pester/ViewText.ps1')
$Destination = (Resolve-Path $Destination).ProviderPath
$folder = Join-Path ([IO.Path]::GetTempPath()) "invoicing-pictures-$PID"
$null = New-Item $folder -ItemType Directory

function Save-Picture([string] $Page, [string] $Name, [int] $Width, [int] $Height, [string[]] $More) {
    $picture = Join-Path $Destination "$Name.png"
    & $Chromium --headless --no-sandbox --disable-gpu --hide-scrollbars "--user-data-dir=$(Join-Path $folder profile)" "--window-size=$Width,$Height" @More "--screenshot=$picture" "file://$Page" 2>$null | Out-Null
    if (-not (Test-Path $picture)) { throw "$Chromium took no picture." }
}

$company = Start-ViewCompany
try {
    $before = Export-InvoiceReport 2026 2 (Join-Path $folder before.html) -AsOf 2026-02-28 -WarningAction SilentlyContinue
    $page = (Export-InvoiceReport 2026 3 (Join-Path $folder report.html) -Since $before.FullName -AsOf 2026-03-31 -WarningAction SilentlyContinue).FullName
    Save-Picture $page report-wide 1280 1500
    Save-Picture $page report-dark 1280 1500 '--blink-settings=preferredColorScheme=0'
    Save-Picture $page report-phone 390 1500
    $pdf = Join-Path $folder report.pdf
    & $Chromium --headless --no-sandbox --disable-gpu "--user-data-dir=$(Join-Path $folder profile)" --no-pdf-header-footer "--print-to-pdf=$pdf" "file://$page" 2>$null | Out-Null
    pdftoppm -png -r 70 -f 1 -l 1 -singlefile $pdf (Join-Path $Destination report-print)
}
finally {
    $company.Dispose()
    Get-InvoiceSession | Disconnect-InvoiceProvider
    Remove-Item $folder -Recurse -Force -ErrorAction Ignore
}
