# Dot-sourced by the BeforeAll of every test file: a fresh module, and few short helpers.
# What is under test is the built module; RunPester.ps1 says where it is.

$ProgressPreference = 'SilentlyContinue'

# Nobody answers here. Tests of questions set their own.
$ConfirmPreference = 'None'
. (Join-Path $PSScriptRoot '../PowerShellHost.ps1')
$script:moduleFolder = $env:INVOICING_TEST_MODULE
if (-not $moduleFolder) { $script:moduleFolder = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../../out/Invoicing')) }

# Runspaces and jobs find an installed module by themselves; so they do here.
# An installed one lies in a folder of its version.
$parent = Split-Path $moduleFolder
if ((Split-Path $parent -Leaf) -eq 'Invoicing') { $parent = Split-Path $parent }
if (($env:PSModulePath -split [IO.Path]::PathSeparator) -notcontains $parent) { $env:PSModulePath = $parent + [IO.Path]::PathSeparator + $env:PSModulePath }
$script:manifest = Join-Path $moduleFolder 'Invoicing.psd1'

# Without -Force a module that is there already is kept, with all its sessions.
Get-Module Invoicing | Remove-Module -Force
Import-Module $manifest

# Starts a sandbox and connects to it. Nothing waits longer than it must, and no limit of requests is met by chance.
function Connect-TestSandbox {
    param([hashtable] $Sandbox = @{}, [hashtable] $Connect = @{})
    $with = @{ SkipTest = $true; RetryIntervalSec = 0.01; SettleTimeSec = 1; RequestsPerMinute = 0 }
    foreach ($key in $Connect.Keys) { $with[$key] = $Connect[$key] }
    $server = Start-InvoiceSandbox -RequestsPerMinute 0 @Sandbox
    if (-not $with.ContainsKey('Name')) { $with.Name = $server.Name }
    $null = $server | Connect-InvoiceProvider @with
    $server
}

# Makes the session of a sandbox the default again, after another one was connected and disconnected.
function Restore-TestSession {
    param($Server, [hashtable] $Connect = @{})
    $null = $Server | Connect-InvoiceProvider -Name $Server.Name -SkipTest -Force -RetryIntervalSec 0.01 -RequestsPerMinute 0 @Connect
}

function Disconnect-All {
    Get-InvoiceSession | Disconnect-InvoiceProvider
    Stop-InvoiceSandbox
}

function Set-Fault {
    param($Server, [string[]] $Fault = @())
    $Server.SetFaults([Invoicing.Sandbox.SandboxFault[]]@($Fault | ForEach-Object { [Invoicing.Sandbox.SandboxFault]::Parse($_) }))
}

# A sum of amounts to the cent: Measure-Object adds binary fractions.
function Get-Sum {
    param([object[]] $Object, [string] $Property)
    $sum = [decimal]0
    foreach ($one in $Object) { if ($null -ne $one) { $sum += [decimal]$one.$Property } }
    $sum
}

# The requests of a sandbox by verb and path.
function Get-Request {
    param($Server, [string] $Path = '*', [string] $Method = '*')
    @($Server.Requests | Where-Object { $_.Path -like $Path -and $_.Method -like $Method })
}

# The requests that would have changed something.
function Get-Change {
    param($Server)
    $reads = '^/clients/[^/]+/invoices\.json$|^/api/.+/(get|list)$'
    @($Server.Requests | Where-Object { $_.Method -ne 'GET' -and -not ($_.Method -eq 'POST' -and $_.Path -match $reads) })
}

# The seed of a test with random parts, printed: 1, or what $env:INVOICING_TEST_SEED says: a number, or `random`.
function Get-TestSeed {
    $seed = switch ($env:INVOICING_TEST_SEED) {
        { -not $_ } { 1 }
        'random' { Get-Random -Maximum 100000 }
        default { [int]$_ }
    }
    Write-Host "    INVOICING_TEST_SEED=$seed"
    $seed
}

function New-TestInvoice {
    param([string] $Reference, [string] $Client = 'C0001', [decimal] $Price = 10)
    New-Invoice -ClientCode $Client -Reference $Reference -Line @{ Name = 'SVC'; Quantity = 2; UnitPrice = $Price; Tax = 'IVA23' }
}

# Runs a script in a runspace of its own and gives all that it wrote, progress too, which no redirection catches.
function Invoke-Apart {
    param([string] $Script, [hashtable] $Variable = @{})
    $shell = Start-Apart $Script $Variable
    try {
        Complete-Apart $shell
    }
    finally {
        $shell.Runspace.Dispose()
        $shell.Dispose()
    }
}

function Start-Apart {
    param([string] $Script, [hashtable] $Variable = @{})
    $state = [Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()
    $state.ImportPSModule([string[]]@($manifest))
    foreach ($name in $Variable.Keys) {
        $state.Variables.Add([Management.Automation.Runspaces.SessionStateVariableEntry]::new($name, $Variable[$name], ''))
    }

    $shell = [powershell]::Create($state)
    $null = $shell.AddScript($Script)
    $shell | Add-Member Pending $shell.BeginInvoke() -PassThru
}

function Complete-Apart {
    param($Shell, [int] $TimeoutSec = 30)
    $thrown = $null
    $output = @()
    if (-not $Shell.Pending.AsyncWaitHandle.WaitOne($TimeoutSec * 1000)) { $Shell.Stop(); throw "It did not end within $TimeoutSec seconds." }
    try { $output = @($Shell.EndInvoke($Shell.Pending)) } catch { $thrown = $_.Exception }
    [pscustomobject]@{
        Output      = $output
        Error       = @($Shell.Streams.Error)
        Warning     = @($Shell.Streams.Warning)
        Verbose     = @($Shell.Streams.Verbose)
        Debug       = @($Shell.Streams.Debug)
        Information = @($Shell.Streams.Information)
        Progress    = @($Shell.Streams.Progress)
        Thrown      = $thrown
    }
}

# Waits for something that must come soon, without a fixed wait.
function Wait-Until {
    param([scriptblock] $Condition, [int] $TimeoutSec = 20)
    $watch = [Diagnostics.Stopwatch]::StartNew()
    while (-not (& $Condition)) {
        if ($watch.Elapsed.TotalSeconds -gt $TimeoutSec) { throw "In vain: $Condition" }
        Start-Sleep -Milliseconds 10
    }
}
