<#
.SYNOPSIS
Checks in about two minutes what only Windows PowerShell 5.1 can show: build the module first, then run this in powershell.exe.
.DESCRIPTION
Needs nothing but the built module: no Pester, no account, no network beyond this machine and its name server. It also runs in PowerShell 7, where
what holds for .NET Framework alone is not run and said so. Ends with 0 if every check passed, else with 1.
.EXAMPLE
powershell.exe -NoProfile -ExecutionPolicy Bypass -File tests\windows-powershell.ps1
#>
#requires -Version 5.1
[CmdletBinding()]
param(
    # Folder of the built module.
    [string] $Module = (Join-Path $PSScriptRoot '../out/Invoicing')
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'
$ConfirmPreference = 'None'
$desktop = $PSVersionTable.PSEdition -eq 'Desktop'
$windows = $desktop -or $IsWindows
$count = @{ passed = 0; failed = 0; 'not run' = 0 }
$folder = Join-Path ([IO.Path]::GetTempPath()) "invoicing-$([guid]::NewGuid().ToString('N'))"
$null = New-Item $folder -ItemType Directory

function Write-Result {
    param([string] $Result, [string] $Name, [string] $Detail)
    $count[$Result]++
    $line = '{0,-8} {1}' -f $Result, $Name
    if ($Detail) { $line += ": $Detail" }
    Write-Host $line
}

function Test-That {
    param([string] $Name, [scriptblock] $Check, [bool] $If = $true, [string] $Because = 'only .NET Framework has it')
    if (-not $If) {
        Write-Result 'not run' $Name $Because
        return
    }

    try {
        $null = & $Check
        Write-Result passed $Name
    }
    catch {
        Write-Result failed $Name "$($_.Exception.Message) (line $($_.InvocationInfo.ScriptLineNumber))"
    }
}

function Assert-Equal {
    param($Expected, $Actual, [string] $What = 'value')
    if (-not ($Actual -ceq $Expected)) { throw "The $What is '$Actual', and '$Expected' was expected." }
}

# The id of the error that a script block ends in, without the name of the cmdlet.
function Get-ErrorId {
    param([scriptblock] $Do)
    try { $null = & $Do } catch { return $_.FullyQualifiedErrorId.Split(',')[0] }
    'no error'
}

# A port of this machine that takes connections and never answers: what was sent can be read afterwards.
function Start-Silence {
    $listener = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
    $listener.Start(100)
    $listener
}

function Connect-Silence {
    param($Listener, [string] $Scheme = 'http')
    Connect-InvoiceProvider -Provider InvoiceXpress -Account acme -ApiKey 'k3yForTests' -BaseUri "${Scheme}://$($Listener.LocalEndpoint)/" -Name "silence-$($Listener.LocalEndpoint.Port)" `
        -AsSandbox -SkipTest -TimeoutSec 3 -MaximumRetryCount 0
}

# What the first connection brought, as bytes.
function Read-Silence {
    param($Listener)
    $client = $Listener.AcceptTcpClient()
    try {
        $stream = $client.GetStream()
        $stream.ReadTimeout = 2000
        $all = [IO.MemoryStream]::new()
        $buffer = [byte[]]::new(8192)
        try {
            while (($read = $stream.Read($buffer, 0, $buffer.Length)) -gt 0) { $all.Write($buffer, 0, $read) }
        }
        catch [IO.IOException] {
            Write-Verbose 'Nothing more came.'
        }

        return , $all.ToArray()
    }
    finally {
        $client.Close()
    }
}

Write-Host "PowerShell $($PSVersionTable.PSVersion) $($PSVersionTable.PSEdition), $([Runtime.InteropServices.RuntimeInformation]::FrameworkDescription), $([Environment]::OSVersion.VersionString)"
if (-not $desktop) { Write-Host 'This is not Windows PowerShell: what only holds there is not run.' }

Test-That 'the module is imported' { Import-Module (Join-Path $Module 'Invoicing.psd1') -Force -Global }
if ($count.failed) { exit 1 }

$server = Start-InvoiceSandbox -RequestsPerMinute 0 -PollsUntilReady 0
$session = $server | Connect-InvoiceProvider -RequestsPerMinute 0

Test-That 'this script was read as UTF-8' { Assert-Equal 0xE7 ([int]'ç'[0]) 'letter' }

Test-That 'clients are listed, and a view is drawn' {
    $clients = @(Get-InvoiceClient)
    if ($clients.Count -lt 10) { throw "There are $($clients.Count) clients." }
    if (($clients | Select-Object -First 3 | Out-String -Width 80) -notmatch [regex]::Escape($clients[0].Name)) { throw 'The view has no names.' }
}

$orders = Join-Path $folder 'orders.csv'
Test-That 'the main job: rows of a CSV file are invoiced, issued and sent, once' {
    1..3 | ForEach-Object { [pscustomobject]@{ Reference = "WIN-$_"; ClientCode = 'C0001'; Name = 'SVC'; Description = "Serviço nº $_"; Quantity = '2'; UnitPrice = '12.50'; Tax = 'IVA23' } } |
        Export-Csv $orders -NoTypeInformation -Encoding UTF8
    $issued = @(Import-Csv $orders | New-Invoice -SkipExisting | Complete-Invoice)
    Assert-Equal 3 $issued.Count 'number of invoices'
    Assert-Equal 'Final' $issued[0].State 'state'
    Assert-Equal 30.75 $issued[0].Total 'total'
    $issued | Send-Invoice -To client@example.com
    $posts = @($server.Requests | Where-Object Method -ne GET).Count
    Assert-Equal 3 @(Import-Csv $orders | New-Invoice -SkipExisting | Where-Object IsExisting | Complete-Invoice).Count 'number of invoices that a second run passes on'
    Assert-Equal $posts @($server.Requests | Where-Object Method -ne GET).Count 'number of changes after a second run'
}

Test-That 'a payment is taken' {
    $payment = Get-Invoice -Reference WIN-1 | Add-InvoicePayment -Amount 10 -Method BankTransfer
    Assert-Equal 10 $payment.Amount 'amount'
}

Test-That 'a SAF-T file is exported, fetched and checked' {
    $file = Export-Saft -Year (Get-Date).Year -Month (Get-Date).Month -OutFile (Join-Path $folder 'saft.xml') -PollIntervalSec 0.1
    $bad = @($file | Test-Saft | Where-Object Level -eq Error)
    Assert-Equal 0 $bad.Count 'number of errors in the file'
}

Test-That 'a PDF is fetched' {
    $file = Get-Invoice -Reference WIN-1 | Export-InvoicePdf -OutFile (Join-Path $folder 'a.pdf') -PollIntervalSec 0.1
    Assert-Equal '%PDF' ([Text.Encoding]::ASCII.GetString([IO.File]::ReadAllBytes($file.FullName), 0, 4)) 'beginning of the file'
}

Test-That 'letters beyond ASCII come back from the provider and from a CSV file' {
    $name = "Žofia Ação Õun Núñez Łódź €"
    $null = New-InvoiceClient -Name $name -Code WIN-LETTERS
    $back = Get-InvoiceClient -Code WIN-LETTERS
    Assert-Equal $name $back.Name 'name'
    $csv = Join-Path $folder 'clients.csv'
    $back | Export-Csv $csv -NoTypeInformation -Encoding UTF8
    Assert-Equal $name (Import-Csv $csv).Name 'name in the CSV file'
}

foreach ($provider in (Get-InvoiceProvider).Name) {
    Test-That "the script that runs everywhere, at $provider" {
        $one = Start-InvoiceSandbox $provider -RequestsPerMinute 0
        $at = $one | Connect-InvoiceProvider -RequestsPerMinute 0 -Name "win-$provider"
        $with = @{}
        if ($provider -eq 'SimplBooks') { $with.Tax = '24' }
        $script = Join-Path $PSScriptRoot '../docs/examples/Everywhere.ps1'
        Assert-Equal 1 @(& $script $at -Reference WIN-EVERYWHERE @with | Where-Object Reference -eq WIN-EVERYWHERE).Count 'number of invoices'
        Assert-Equal 1 @(& $script $at -Reference WIN-EVERYWHERE @with | Where-Object Reference -eq WIN-EVERYWHERE).Count 'number of invoices of a second run'
    }
}

Test-That 'TLS 1.2 is offered where the process allows TLS 1.0 alone, and the process keeps what it had' {
    $before = [Net.ServicePointManager]::SecurityProtocol
    $listener = Start-Silence
    try {
        [Net.ServicePointManager]::SecurityProtocol = 'Tls'
        $at = Connect-Silence $listener https
        $null = Get-ErrorId { Get-InvoiceClient -Session $at }
        Assert-Equal 'Tls' ([Net.ServicePointManager]::SecurityProtocol) 'protocol of the process'

        # The record of a ClientHello: type, version, length; then type, length, and the version that is offered.
        $hello = Read-Silence $listener
        Assert-Equal '22 1' "$($hello[0]) $($hello[5])" 'kind of the first record'
        Assert-Equal '3 3' "$($hello[9]) $($hello[10])" 'version that is offered'
    }
    finally {
        [Net.ServicePointManager]::SecurityProtocol = $before
        $listener.Stop()
    }
}

Test-That 'a request with a body has no Expect header and comes with its body' {
    $listener = Start-Silence
    try {
        $at = Connect-Silence $listener
        $null = Get-ErrorId { Invoke-InvoiceRequest things.json -Method POST -Body @{ name = 'ação' } -Session $at }
        $text = [Text.Encoding]::UTF8.GetString((Read-Silence $listener))
        if ($text -match '(?m)^Expect:') { throw 'There is an Expect header.' }
        if ($text -notmatch 'ação') { throw "The body did not come: $text" }
    }
    finally {
        $listener.Stop()
    }
}

Test-That 'the limit of connections to a host is 16, and nothing asks before it sends' -If $desktop {
    $point = [Net.ServicePointManager]::FindServicePoint($session.BaseUri)
    Assert-Equal 16 $point.ConnectionLimit 'limit'
    Assert-Equal $false $point.Expect100Continue 'setting of Expect'
}

Test-That 'five requests at once have five connections' {
    $listener = Start-Silence
    $shells = @()
    try {
        $at = Connect-Silence $listener
        $shells = @(1..5 | ForEach-Object {
            $shell = [powershell]::Create()
            $null = $shell.AddScript('param($module, $at) Import-Module $module; Invoke-InvoiceRequest things.json -Session $at').AddArgument((Join-Path $Module 'Invoicing.psd1')).AddArgument($at)
            [pscustomobject]@{ Shell = $shell; Pending = $shell.BeginInvoke() }
        })
        $connections = @()
        $watch = [Diagnostics.Stopwatch]::StartNew()
        while ($connections.Count -lt 5 -and $watch.Elapsed.TotalSeconds -lt 30) {
            if ($listener.Pending()) { $connections += $listener.AcceptTcpClient() } else { Start-Sleep -Milliseconds 20 }
        }

        Assert-Equal 5 $connections.Count 'number of connections'
    }
    finally {
        $connections | ForEach-Object Close
        $shells | ForEach-Object { $_.Shell.Stop(); $_.Shell.Dispose() }
        $listener.Stop()
    }
}

Test-That 'a GET with a body is refused before it is sent' -If $desktop {
    $server.ClearRequests()
    Assert-Equal NotSupported (Get-ErrorId { Invoke-InvoiceRequest clients.json -Method GET -Body @{ a = 1 } -Session $session }) 'error'
    Assert-Equal 0 $server.Requests.Count 'number of requests'
}

Test-That 'lists of SimplBooks go by a form, and the way that cannot be gone is refused' -If $desktop {
    $books = Start-InvoiceSandbox SimplBooks -RequestsPerMinute 0
    $at = $books | Connect-InvoiceProvider -RequestsPerMinute 0 -Name win-books -Setting @{ ListTransport = 'GetBody' } -SkipTest
    Assert-Equal NotSupported (Get-ErrorId { Get-InvoiceClient -Session $at }) 'error'
}

Test-That 'a create at a host that does not exist was not made, and is not in doubt' {
    $at = Connect-InvoiceProvider -Provider InvoiceXpress -Account acme -ApiKey 'k3yForTests' -BaseUri 'https://nowhere.invalid/' -Name win-nowhere -SkipTest -TimeoutSec 60 -MaximumRetryCount 0
    Assert-Equal ProviderUnavailable (Get-ErrorId { New-InvoiceClient -Name Nobody -Session $at }) 'error'
}

Test-That 'a create at a server that refuses connections was not made, and is not in doubt' {
    $listener = Start-Silence
    $at = Connect-Silence $listener
    $listener.Stop()
    Assert-Equal ProviderUnavailable (Get-ErrorId { New-InvoiceClient -Name Nobody -Session $at }) 'error'
}

# An identifier is one part of a path, or it is refused.
foreach ($id in 'a/b', '../items', '..\items', '..%2Fitems', '1/../2', '..', 'a?b', 'a#b', '%2e%2e') {
    Test-That "the identifier '$id' does not leave its place" {
        $server.ClearRequests()
        $said = Get-ErrorId { Get-InvoiceClient -Id $id -Session $session }
        if ($said -notin 'NotFound', 'InvalidInput') { throw "It ended in '$said'." }
        $paths = @($server.Requests | ForEach-Object Path)
        if ($paths | Where-Object { $_ -notmatch '^/clients/[^/]+\.json$' -and $_ -notmatch '^/clients(/find-by-\w+)?\.json$' }) { throw "It asked for $paths." }
    }
}

Test-That 'a connection is saved with a key that Windows encrypts for this user' -If $windows {
    $state = Join-Path $folder 'state'
    $null = Save-InvoiceConnection acme -Protect -StatePath $state -Session $session
    $file = Get-ChildItem $state -Recurse -Filter *.json
    if ((Get-Content $file.FullName -Raw).Contains($server.ApiKey)) { throw 'The file holds the key.' }
    $again = Connect-InvoiceProvider acme -StatePath $state -Force
    Assert-Equal $session.BaseUri $again.BaseUri 'address'
    if (-not (Test-InvoiceSession $again)) { throw 'The key was not accepted.' }
    $again | Disconnect-InvoiceProvider
}

# Every parameter that takes a path. A new one has to be added, which the last check sees to.
$invoice = Get-Invoice -Reference WIN-1 -Session $session
$saft = Join-Path $folder 'saft.xml'
$books = Start-InvoiceSandbox SimplBooks -RequestsPerMinute 0 | Connect-InvoiceProvider -RequestsPerMinute 0 -Name win-paths
$purchase = Get-InvoicePurchase -Session $books | Select-Object -First 1
$supplier = Get-InvoiceClient -Session $books | Select-Object -First 1
$nobody = [pscredential]::new(([xml](Get-Content $saft -Raw)).AuditFile.Header.TaxRegistrationNumber, (ConvertTo-SecureString 'not-a-real-password' -AsPlainText -Force))
$paths = [ordered]@{
    'Compare-Saft LiteralPath'       = { Compare-Saft -LiteralPath $bad -ReferencePath $saft }
    'Compare-Saft Path'              = { Compare-Saft -Path ($bad -replace '[?*]', '|') -ReferencePath $saft }
    'Compare-Saft ReferencePath'     = { Compare-Saft $saft -ReferencePath $bad }
    'Export-InvoiceArchive Path'     = { Export-InvoiceArchive $bad -Session $session }
    'Test-InvoiceArchive Path'       = { Test-InvoiceArchive $bad }
    'Export-InvoiceJournal Path'     = { Export-InvoiceJournal $bad -Session $session }
    'Connect-InvoiceProvider StatePath' = { Connect-InvoiceProvider InvoiceXpress state key -BaseUri http://127.0.0.1:9/ -SkipTest -StatePath $bad }
    'Export-InvoicePdf OutFile'      = { $invoice | Export-InvoicePdf -OutFile $bad }
    'Export-InvoiceQrCode OutFile'   = { $invoice | Export-InvoiceQrCode -OutFile $bad }
    'Export-InvoiceReport LiteralPath' = { Export-InvoiceReport 2026 3 (Join-Path $folder report.html) -LiteralPath $bad }
    'Export-InvoiceReport OutFile'   = { Export-InvoiceReport 2026 3 $bad -Session $session }
    'Export-InvoiceReport Path'      = { Export-InvoiceReport 2026 3 (Join-Path $folder report.html) -Path ($bad -replace '[?*]', '|') }
    'Export-InvoiceReport Since'     = { Export-InvoiceReport 2026 3 (Join-Path $folder report.html) -Since $bad -Session $session }
    'Export-Saft OutFile'            = { Export-Saft 2026 3 -OutFile $bad -Session $session }
    'Export-InvoiceXml OutFile'      = { Get-Invoice -Session $books | Select-Object -First 1 | Export-InvoiceXml -OutFile $bad }
    'Export-InvoicePurchase OutFile' = { $purchase | Export-InvoicePurchase -OutFile $bad }
    'Get-InvoiceConnection StatePath' = { Get-InvoiceConnection x -StatePath $bad }
    'Get-InvoiceStatement OutFile'   = { $invoice | Get-InvoiceStatement -OutFile $bad }
    'Get-SaftQrCode LiteralPath'     = { Get-SaftQrCode -LiteralPath $bad }
    'Get-SaftQrCode Path'            = { Get-SaftQrCode -Path ($bad -replace '[?*]', '|') }
    'Import-InvoiceBankStatement LiteralPath' = { Import-InvoiceBankStatement -LiteralPath $bad }
    'Import-InvoiceBankStatement Path' = { Import-InvoiceBankStatement -Path ($bad -replace '[?*]', '|') }
    'Import-InvoiceCsv LiteralPath'  = { Import-InvoiceCsv -LiteralPath $bad }
    'Import-InvoiceCsv Path'         = { Import-InvoiceCsv -Path ($bad -replace '[?*]', '|') }
    'Import-InvoiceXml LiteralPath'  = { Import-InvoiceXml -LiteralPath $bad -Session $books }
    'Import-InvoiceXml Path'         = { Import-InvoiceXml -Path ($bad -replace '[?*]', '|') -Session $books }
    'Import-Saft LiteralPath'        = { Import-Saft -LiteralPath $bad }
    'Import-Saft Path'               = { Import-Saft -Path ($bad -replace '[?*]', '|') }
    'Measure-Saft LiteralPath'       = { Measure-Saft -LiteralPath $bad }
    'Measure-Saft Path'              = { Measure-Saft -Path ($bad -replace '[?*]', '|') }
    'New-InvoicePurchase File'       = { New-InvoicePurchase -Supplier $supplier -Number 1 -Line @{ Name = 'A'; Subtotal = 1 } -File $bad -Session $books }
    'Protect-Saft LiteralPath'       = { Protect-Saft -LiteralPath $bad -OutFile (Join-Path $folder protected.xml) }
    'Protect-Saft OutFile'           = { Protect-Saft $saft -OutFile $bad }
    'Protect-Saft Path'              = { Protect-Saft -Path ($bad -replace '[?*]', '|') -OutFile (Join-Path $folder protected.xml) }
    'Remove-InvoiceConnection StatePath' = { Remove-InvoiceConnection x -StatePath $bad }
    'Save-InvoiceConnection StatePath' = { Save-InvoiceConnection x -SecretName x -StatePath $bad -Session $session }
    'Set-InvoicePurchase File'       = { $purchase | Set-InvoicePurchase -File $bad }
    'Submit-Saft ClientPath'         = { Submit-Saft $saft -ClientPath $bad -Credential $nobody -Confirm:$false }
    'Submit-Saft LiteralPath'        = { Submit-Saft -LiteralPath $bad -ClientPath $saft -Credential $nobody -Confirm:$false }
    'Submit-Saft Path'               = { Submit-Saft -Path ($bad -replace '[?*]', '|') -ClientPath $saft -Credential $nobody -Confirm:$false }
    'Test-Saft LiteralPath'          = { Test-Saft -LiteralPath $bad }
    'Test-Saft Path'                 = { Test-Saft -Path ($bad -replace '[?*]', '|') }
    'Test-Saft PublicKey'            = { Test-Saft $saft -PublicKey $bad }
    'Test-Saft StatePath'            = { Test-Saft $saft -StatePath $bad }
}
$badNames = @("a$([char]0)b.pdf", (Join-Path $folder ('x' * 5000)))
if ($windows) { $badNames += 'a?.pdf', 'a*.pdf', 'a|b.pdf', 'a<b>.pdf', 'a:b.pdf', 'NUL', 'nul.pdf', 'COM1.pdf' }
foreach ($key in $paths.Keys) {
    Test-That "$key with a name that no file can have" {
        foreach ($bad in $badNames) {
            $shown = if ($bad.Length -gt 40) { 'a long name' } else { $bad -replace "`0", '\0' }
            Assert-Equal FileFailed (Get-ErrorId $paths[$key]) "error for $shown"
        }
    }
}

Test-That 'no parameter that takes a path was forgotten' {
    $names = 'OutFile', 'Path', 'LiteralPath', 'FilePath', 'File', 'StatePath', 'ReferencePath', 'ClientPath', 'PublicKey', 'OutDirectory'
    foreach ($command in Get-Command -Module Invoicing -CommandType Cmdlet | Where-Object Name -ne Invoke-InvoiceRequest) {
        foreach ($name in $names | Where-Object { $command.Parameters.ContainsKey($_) }) {
            if (-not $paths.Contains("$($command.Name) $name")) { throw "$($command.Name) -$name is not in the table." }
        }
    }
}

Get-InvoiceSession | Disconnect-InvoiceProvider
Stop-InvoiceSandbox
Remove-Item $folder -Recurse -Force -ErrorAction SilentlyContinue
Write-Host "$($count.passed) passed, $($count.failed) failed, $($count['not run']) not run."
if ($count.failed) { exit 1 }
exit 0
