# The main job, on the sandbox: what a bookkeeper's nightly script would do on a real account.
# Run it with: ./build.sh quickstart
$ErrorActionPreference = 'Continue'
Import-Module (Join-Path $PSScriptRoot '../../out/Invoicing/Invoicing.psd1') -ErrorAction Stop
$file = Join-Path $PSScriptRoot '../../out/quickstart/saft.xml'
$null = New-Item (Split-Path $file) -ItemType Directory -Force

function Step($Text) { Write-Host "`n> $Text" -ForegroundColor Cyan }

Step 'Connect-InvoiceProvider -Sandbox'
Connect-InvoiceProvider -Sandbox | Out-Host

Step 'Get-InvoiceClient'
Get-InvoiceClient | Out-Host

Step 'Import-Csv orders.csv | Group-Object Order | ForEach-Object { New-Invoice ... -Line $_.Group }'
Write-Host '(QS-1002 has a line with a quantity of -1: it is refused, the others go through.)'
$drafts = Import-Csv (Join-Path $PSScriptRoot 'orders.csv') | Group-Object Order | ForEach-Object {
    New-Invoice -ClientCode $_.Group[0].ClientCode -Reference $_.Name -Line $_.Group -SkipExisting
}
$drafts | Out-Host

Step '$drafts | Complete-Invoice'
$issued = $drafts | Complete-Invoice -Confirm:$false
$issued | Out-Host

Step '$issued[0] | Add-InvoicePayment -Method BankTransfer'
$issued[0] | Add-InvoicePayment -Method BankTransfer -Confirm:$false | Out-Host

$month = $issued[0].Date
Step "Export-Saft -Year $($month.Year) -Month $($month.Month) -Wait -OutFile saft.xml"
$ProgressPreference = 'Continue'
$saft = Export-Saft -Year $month.Year -Month $month.Month -Wait -PollIntervalSec 0.5 -OutFile $file -Force
$saft | Out-Host

Step 'Test-Saft saft.xml -PublicKey (Get-InvoiceSandbox).SaftPublicKeyPem'
$findings = @(Test-Saft $saft -PublicKey (Get-InvoiceSandbox).SaftPublicKeyPem)
$findings | Out-Host
Write-Host "$($findings.Count) findings."

Disconnect-InvoiceProvider
if (@($issued).Count -ne 3 -or -not $saft -or $findings) {
    Write-Host 'The quickstart did not come out as it should.'
    exit 1
}

Write-Host "The month's SAF-T file lies at $((Resolve-Path $file).Path)"
exit 0
