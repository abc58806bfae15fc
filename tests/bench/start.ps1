<#
.SYNOPSIS
The first use in a process: import against an empty binary module, first list and first object against the bare reader, warm.
#>
param([int] $Pages = 1000, [int] $Rounds = 9)

. (Join-Path $PSScriptRoot 'Measure.ps1')
try {
    $reader = New-Helper BareReader BareReader.cs
    Add-Type -Path $reader
    Start-PageServer
    $port = New-PageList InvoiceXpress $Pages 30
    $address = "http://127.0.0.1:$port/clients.json?api_key=k&per_page=30&"
    $count = $Pages * 30

    $empty = Join-Path $helpers Empty
    $null = New-Item $empty -ItemType Directory
    Add-Type -TypeDefinition 'using System.Management.Automation; [Cmdlet("Get", "Nothing")] public sealed class GetNothing : PSCmdlet { }' -OutputAssembly (Join-Path $empty Empty.dll)
    $emptyModule = Join-Path $empty Empty.psd1
    New-ModuleManifest $emptyModule -RootModule Empty.dll -CmdletsToExport Get-Nothing -FunctionsToExport @() -AliasesToExport @() -VariablesToExport @()

    # Process and statement are measured in the same runs.
    $cpu = if ($env:INVOICING_BENCH_CPU) { '[Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime.TotalSeconds' } else { '0' }
    function Measure-Import([string] $File) {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $statement, $used = Measure-Fresh "(Measure-Command { Import-Module '$File' }).TotalSeconds; $cpu"
        $watch.Stop()
        if ($env:INVOICING_BENCH_CPU) { $used } else { $watch.Elapsed.TotalSeconds }
        $statement
    }
    $processes = @(); $statements = @(); $milliseconds = @()
    $null = Measure-Import $emptyModule
    $null = Measure-Import $module
    foreach ($round in 1..$Rounds) {
        $emptyProcess, $emptyStatement = Measure-Import $emptyModule
        $ourProcess, $ourStatement = Measure-Import $module
        $processes += $ourProcess / $emptyProcess
        $statements += $ourStatement / $emptyStatement
        $milliseconds += 1000 * $ourStatement
    }
    Add-Line 'Import-Module as a process, against an empty binary module' $processes '<= 1.3'
    Add-Line 'Import-Module as a statement, against an empty binary module' $statements '<= 2.5'
    Add-Line 'the statement alone, in milliseconds' $milliseconds '' '0'

    # As a script does it: import, connect, list; against the bare reader, warm, of this process.
    foreach ($round in 1..5) { $null = [BareReader]::Count('InvoiceXpress', $address) }
    $connect = "Import-Module '$module'; `$null = Connect-InvoiceProvider InvoiceXpress acme k -BaseUri http://127.0.0.1:$port/ -AsSandbox -RequestsPerMinute 0"
    $list = @(); $one = @(); $bareFirst = @()
    foreach ($round in 1..[Math]::Max(3, $Rounds - 2)) {
        $bare = Measure-Seconds { Assert-Count ([BareReader]::Count('InvoiceXpress', $address)) $count 'The bare reader' }
        $list += (Measure-Fresh "$connect; (Measure-Command { if ((Get-InvoiceClient | Measure-Object).Count -ne $count) { throw 'lost' } }).TotalSeconds") / $bare
        $bareFirst += (Measure-Fresh "Add-Type -Path '$reader'; (Measure-Command { [BareReader]::Count('InvoiceXpress', '$address') }).TotalSeconds") / $bare
        $one += 1000 * (Measure-Fresh "$connect; (Measure-Command { Get-InvoiceClient | Select-Object -First 1 }).TotalSeconds")[0]
    }
    Add-Line "first list of a process, $Pages pages, against the bare reader, warm" $list '<= 2.0'
    Add-Line 'beside it: the first call of the bare reader in a process' $bareFirst
    Add-Line 'first object of a process, in milliseconds' $one '' '0'
    Write-Table 'First use in a process'
}
finally {
    Stop-Bench
}
