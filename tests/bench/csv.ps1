<#
.SYNOPSIS
Reads a file of rows, against Import-Csv, which checks no number and no date.
#>
param([int] $Lines = 100000, [int] $Rounds = 5)

. (Join-Path $PSScriptRoot 'Measure.ps1')
try {
    Import-Module $module
    $file = Join-Path $helpers rows.csv
    $writer = [IO.StreamWriter]::new($file)
    $writer.WriteLine('Reference,Date,ClientTaxNumber,ClientName,Item,Description,Quantity,UnitPrice,Tax')
    foreach ($i in 1..$Lines) { $writer.WriteLine("R-$i,2026-03-$('{0:00}' -f ($i % 28 + 1)),5$('{0:00000000}' -f $i),`"Cliente $i, Lda.`",S1,Trabalho em obra,$($i % 9 + 1),$($i % 500).50,IVA23") }
    $writer.Dispose()
    $works = [ordered]@{
        Ours = { Assert-Count (Import-InvoiceCsv $file | Measure-Object).Count $Lines 'Import-InvoiceCsv' }
        Theirs = { Assert-Count (Import-Csv $file | Measure-Object).Count $Lines 'Import-Csv' }
    }
    $null = Measure-InTurns $works 1
    $seconds = Measure-InTurns $works $Rounds
    Add-Line "Import-InvoiceCsv, $Lines rows of nine columns, against Import-Csv" (Get-Ratio $seconds.Ours $seconds.Theirs) '<= 1.5'
    Add-Line 'the cmdlet alone, in seconds' $seconds.Ours
    Write-Table 'Files of rows'
}
finally {
    Stop-Bench
}
