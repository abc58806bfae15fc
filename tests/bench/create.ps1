<#
.SYNOPSIS
Creates drafts with the journal, against a loop of bare POSTs and against the time that the provider's limit takes.
#>
param([int] $Drafts = 1000, [int] $Rounds = 3)

. (Join-Path $PSScriptRoot 'Measure.ps1')
try {
    Add-Type -Path (New-Helper BareSender BareSender.cs)
    Start-PageServer
    Import-Module $module
    $port = New-PageList InvoiceXpress 1 30
    $address = "http://127.0.0.1:$port/invoices.json?api_key=k"
    $null = Connect-InvoiceProvider InvoiceXpress acme k -BaseUri "http://127.0.0.1:$port/" -RequestsPerMinute 0 -StatePath $helpers -SkipTest
    function New-Row([int] $Round) {
        foreach ($i in 1..$Drafts) {
            [pscustomobject]@{ Reference = "R$Round-$i"; ClientCode = 'C1'; Item = 'S1'; Description = 'Trabalho'; Quantity = '2'; UnitPrice = '50.00'; Tax = 'IVA23'; Date = '2026-03-02'; DueDate = '2026-04-01' }
        }
    }
    $ours = @(); $bare = @()
    foreach ($round in 0..$Rounds) {
        $sent = New-Row $round
        $one = Measure-Seconds { Assert-Count ($sent | New-Invoice | Measure-Object).Count $Drafts 'New-Invoice' }
        $other = Measure-Seconds { Assert-Count ([BareSender]::Send($address, $Drafts)) $Drafts 'The bare loop' }
        if ($round -gt 0) { $ours += $one; $bare += $other }
    }

    Add-Line "$Drafts drafts with journal and look-ups, against a loop of bare POSTs" (Get-Ratio $ours $bare)
    Add-Line 'milliseconds a draft' @($ours | ForEach-Object { 1000 * $_ / $Drafts }) '' '0.00'
    Add-Line 'share of the time that 780 requests a minute allow for each' @($ours | ForEach-Object { $_ / $Drafts / (60 / 780) }) '<= 1.0' '0.000'
    Write-Table 'Creating drafts'
}
finally {
    Stop-Bench
}
