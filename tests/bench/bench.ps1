<#
.SYNOPSIS
Measures what the module promises about speed, as ratios side by side in one run. Run it with: ./build.sh bench
.DESCRIPTION
30,000 clients in 1,000 pages come from a sandbox in a process of its own. Each figure is the median of several runs, taken in turns, so
that a machine whose speed drifts is the same machine for both sides.
#>
param([int] $Clients = 30000, [int] $Rounds = 9)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$module = Join-Path $PSScriptRoot '../../out/Invoicing/Invoicing.psd1'
. (Join-Path $PSScriptRoot '../PowerShellHost.ps1')
$pages = [Math]::Ceiling($Clients / 30)

function Get-Median([double[]] $Values) { @($Values | Sort-Object)[[Math]::Floor($Values.Count / 2)] }

function Measure-Seconds([scriptblock] $Work) { (Measure-Command $Work).TotalSeconds }

# A command in a fresh process; the seconds that it measured itself.
function Measure-Fresh([string] $Command) {
    [double](Invoke-PowerShellHost '-Command', "`$ProgressPreference='SilentlyContinue'; $Command")
}

$reader = Join-Path ([IO.Path]::GetTempPath()) ('BareReader' + [Guid]::NewGuid().ToString('N') + '.dll')
Add-Type -OutputAssembly $reader -TypeDefinition @'
using System.Net.Http;
using System.Text.Json;
public static class BareReader
{
    // What one would write without a module: one page after the other, counted.
    public static int Count(string address)
    {
        using var http = new HttpClient();
        int count = 0;
        for (int page = 1; ; page++)
        {
            using var stream = http.GetStreamAsync($"{address}&page={page}").GetAwaiter().GetResult();
            using var document = JsonDocument.Parse(stream);
            count += document.RootElement.GetProperty("clients").GetArrayLength();
            if (page >= document.RootElement.GetProperty("pagination").GetProperty("total_pages").GetInt32()) { return count; }
        }
    }
}
'@
Add-Type -Path $reader

$start = New-PowerShellStart "-Command `"Import-Module '$module'; `$s = Start-InvoiceSandbox -ClientCount $Clients -InvoiceCount 0 -RequestsPerMinute 0; [Console]::WriteLine(`$s.BaseUri.AbsoluteUri + ' ' + `$s.Account + ' ' + `$s.ApiKey); [void][Console]::In.ReadLine()`""
$start.RedirectStandardInput = $true
$start.RedirectStandardOutput = $true
$server = [Diagnostics.Process]::Start($start)
try {
    $uri, $account, $key = $server.StandardOutput.ReadLine() -split ' '
    $address = "${uri}clients.json?api_key=$key&per_page=30"
    Import-Module $module
    $null = Connect-InvoiceProvider InvoiceXpress $account $key -BaseUri $uri -AsSandbox -RequestsPerMinute 0
    Write-Host "$Clients clients in $pages pages of 30; $Rounds rounds; medians."

    # Warm both, and the server: the runtime compiles for speed what it has seen a few times.
    foreach ($round in 1..$Rounds) {
        $null = [BareReader]::Count($address)
        $null = (Get-InvoiceClient | Measure-Object).Count
    }

    $ours = @(); $bare = @()
    foreach ($round in 1..$Rounds) {
        $bare += Measure-Seconds { if ([BareReader]::Count($address) -ne $Clients) { throw 'The bare reader lost clients.' } }
        $ours += Measure-Seconds { if ((Get-InvoiceClient | Measure-Object).Count -ne $Clients) { throw 'Get-InvoiceClient lost clients.' } }
    }

    $bareMedian = Get-Median $bare
    $oursMedian = Get-Median $ours
    '{0,-72} {1,6:N2} (promised: at most 1)' -f 'Get-InvoiceClient, warm, against a bare HttpClient and JsonDocument', ($oursMedian / $bareMedian)

    # As a script does it: connect, which proves the key, then list. Beside it, what the same process would need without the module.
    $connect = "Import-Module '$module'; `$null = Connect-InvoiceProvider InvoiceXpress $account $key -BaseUri $uri -AsSandbox -RequestsPerMinute 0"
    $first = @(); $firstBare = @(); $firstPipeline = @()
    foreach ($round in 1..$Rounds) {
        $first += Measure-Fresh "$connect; (Measure-Command { (Get-InvoiceClient | Measure-Object).Count }).TotalSeconds"
        $firstBare += Measure-Fresh "Add-Type -Path '$reader'; (Measure-Command { [BareReader]::Count('$address') }).TotalSeconds"
        $firstPipeline += Measure-Fresh "(Measure-Command { (1..$Clients | Measure-Object).Count }).TotalSeconds"
    }

    '{0,-72} {1,6:N2} (promised: at most 3)' -f 'Get-InvoiceClient, first call of a process, against the bare one, warm', ((Get-Median $first) / $bareMedian)
    '{0,-72} {1,6:N2}' -f '  beside it: the first call of the bare one', ((Get-Median $firstBare) / $bareMedian)
    '{0,-72} {1,6:N2}' -f '  beside it: the first pipeline of as many numbers, with no module', ((Get-Median $firstPipeline) / $bareMedian)

    # A loop over a tenth of the pages is enough to know its pace.
    $loopPages = [Math]::Max(1, [int]($pages / 10))
    $loop = {
        $count = 0
        foreach ($page in 1..$loopPages) { $count += @((Invoke-RestMethod "$address&page=$page").clients | ForEach-Object { [pscustomobject]@{ Id = $_.id; Name = $_.name; Code = $_.code; Country = $_.country } }).Count }
        $count
    }
    $null = & $loop
    $rest = foreach ($round in 1..3) { (Measure-Seconds $loop) * $pages / $loopPages }
    '{0,-72} {1,6:N2} (promised: at least 10)' -f 'A warm loop with Invoke-RestMethod, against Get-InvoiceClient', ((Get-Median $rest) / $oursMedian)

    # Memory: the most that is alive while the rows go by must not depend on how many they are.
    function Measure-Peak([int] $Rows) {
        [GC]::Collect(); [GC]::WaitForPendingFinalizers(); [GC]::Collect()
        $start = [GC]::GetTotalMemory($true)
        $script:peak = 0; $script:seen = 0
        Get-InvoiceClient | Select-Object -First $Rows | ForEach-Object {
            if (++$script:seen % 1000 -eq 0) { $now = [GC]::GetTotalMemory($true) - $start; if ($now -gt $script:peak) { $script:peak = $now } }
        }
        $script:peak / 1MB
    }
    $null = Measure-Peak 2000
    $few = Measure-Peak 3000
    $all = Measure-Peak $Clients
    '{0,-72} {1,6:N2} MiB, with a tenth of the rows {2:N2} MiB' -f 'Memory alive while the rows go by', $all, $few

    # Import, against a module with nothing in it.
    $empty = Join-Path ([IO.Path]::GetTempPath()) ('Empty' + [Guid]::NewGuid().ToString('N'))
    $null = New-Item $empty -ItemType Directory
    try {
        Add-Type -TypeDefinition 'using System.Management.Automation; [Cmdlet("Get", "Nothing")] public sealed class GetNothing : PSCmdlet { }' -OutputAssembly (Join-Path $empty 'Empty.dll')
        $emptyModule = Join-Path $empty 'Empty.psd1'
        New-ModuleManifest $emptyModule -RootModule Empty.dll -CmdletsToExport Get-Nothing -FunctionsToExport @() -AliasesToExport @() -VariablesToExport @()
        $measure = { param($File) (Measure-Command { Invoke-PowerShellHost '-Command', "Import-Module '$File'" }).TotalSeconds }
        $ours = @(); $none = @(); $oursAlone = @(); $noneAlone = @()
        foreach ($round in 1..([Math]::Max($Rounds, 9))) {
            $none += & $measure $emptyModule
            $ours += & $measure $module
            $noneAlone += Measure-Fresh "(Measure-Command { Import-Module '$emptyModule' }).TotalSeconds"
            $oursAlone += Measure-Fresh "(Measure-Command { Import-Module '$module' }).TotalSeconds"
        }

        '{0,-72} {1,6:N2} (promised: at most 1.5)' -f 'Import-Module in a fresh process, against an empty binary module', ((Get-Median $ours) / (Get-Median $none))
        '{0,-72} {1,6:N2} ({2:N0} ms against {3:N0} ms)' -f 'the same without the process around it', ((Get-Median $oursAlone) / (Get-Median $noneAlone)), (1000 * (Get-Median $oursAlone)), (1000 * (Get-Median $noneAlone))
    }
    finally {
        Remove-Item $empty -Recurse -Force
    }
}
finally {
    $server.Kill()
    Remove-Item $reader -ErrorAction Ignore
}
