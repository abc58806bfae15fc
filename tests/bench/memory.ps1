<#
.SYNOPSIS
The most memory that is alive while rows go by: it must not depend on how many they are.
#>
param([int[]] $Counts = @(1000, 30000, 300000))

. (Join-Path $PSScriptRoot 'Measure.ps1')
try {
    Start-PageServer
    Import-Module $module
    function Measure-Peak([int] $Count) {
        $port = New-PageList InvoiceXpress ([Math]::Ceiling($Count / 30)) 30
        $session = Connect-InvoiceProvider InvoiceXpress acme k -BaseUri "http://127.0.0.1:$port/" -AsSandbox -RequestsPerMinute 0 -Name "memory-$port" -SkipTest
        $start = [GC]::GetTotalMemory($true)
        $script:peak = 0; $script:seen = 0
        $every = [Math]::Max(100, $Count / 100)
        Get-InvoiceClient -Session $session | ForEach-Object {
            if (++$script:seen % $every -eq 0) { $script:peak = [Math]::Max($script:peak, [GC]::GetTotalMemory($true) - $start) }
        }
        if ($script:seen -lt $Count) { throw "$($script:seen) of $Count rows came." }
        $script:peak / 1MB
    }
    $null = Measure-Peak 3000
    $peaks = foreach ($count in $Counts) { Measure-Peak $count }
    for ($i = 0; $i -lt $Counts.Count; $i++) { Add-Line "alive while $($Counts[$i]) rows go by, in MiB" $peaks[$i] '' '0.0' }
    Add-Line "growth from $($Counts[1]) to $($Counts[-1]) rows, in MiB" ([Math]::Max(0, $peaks[-1] - $peaks[1])) '<= 2' '0.0'
    Write-Table 'Memory'
}
finally {
    Stop-Bench
}
