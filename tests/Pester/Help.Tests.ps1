# The help of every cmdlet and topic: nothing is empty, pages, cmdlets and MAML are in step, and every example runs as it stands.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    . "$PSScriptRoot/../../build/HelpMaml.ps1"
    $pages = Join-Path $PSScriptRoot '../../docs/en-US'
    $providers = @(Get-InvoiceProvider)

    # Where the examples of a page are for another provider than the first one that has the cmdlet.
    $at = @{ 'Get-InvoiceAccount' = 'FACTURAgem'; 'Set-InvoiceAccount' = 'FACTURAgem' }
    $commands = foreach ($command in Get-Command -Module Invoicing) {
        $path = Join-Path $pages "$($command.Name).md"
        $examples = @()
        if (Test-Path $path) {
            $parts = @(Split-HelpSection (Read-HelpPage $path).Section['EXAMPLES'])
            $examples = @($parts | ForEach-Object { @{ Title = $_.Title; Code = @(Split-HelpBlock $_.Text | Where-Object Kind -EQ 'powershell ' | ForEach-Object Text) -join "`n" } })
        }

        $provider = if ($at.ContainsKey($command.Name)) { $at[$command.Name] } else { @($providers | Where-Object { $_.Command -contains $command.Name })[0].Name }
        @{ Name = $command.Name; Command = $command; Path = $path; Provider = $provider; Examples = $examples }
    }

    $topics = @(Get-ChildItem $pages -Filter 'about_*.help.txt' | ForEach-Object { @{ Name = $_.Name -replace '\.help\.txt$'; Path = $_.FullName } })
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    . "$PSScriptRoot/../../build/HelpMaml.ps1"
    $root = [IO.Path]::GetFullPath((Join-Path $PSScriptRoot '../..'))
    $pages = Join-Path $root 'docs/en-US'
    $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters | Where-Object { $_ -notin 'WhatIf', 'Confirm' }
    $maml = [xml][IO.File]::ReadAllText((Join-Path $moduleFolder 'en-US/Invoicing.dll-Help.xml'))

    # Two exports of one month, for the examples that read a file.
    $files = New-Item (Join-Path $TestDrive 'files') -ItemType Directory
    Copy-Item (Join-Path $root 'docs/examples/help/*') $files
    [IO.File]::WriteAllText((Join-Path $files 'bill.pdf'), '%PDF-1.4 made up')
    $server = Connect-TestSandbox @{ PollsUntilReady = 1 }
    $month = (Get-Date).AddMonths(-1)
    $null = Export-Saft $month.Year $month.Month -OutFile (Join-Path $files 'saft-2026-03.xml') -PollIntervalSec 0.01
    Copy-Item (Join-Path $files 'saft-2026-03.xml') (Join-Path $files 'saft-2026-03-new.xml')
    Disconnect-All

    # What an example takes for granted beside a connection: a secret, somebody who types, an address that listens.
    $given = @'
function Get-Secret { ConvertTo-SecureString secret -AsPlainText -Force }
function Read-Host { ConvertTo-SecureString secret -AsPlainText -Force }
$credential = [pscredential]::new('599999993/1', (Get-Secret))
'@
    $before = @{
        'Get-InvoiceSandbox' = 'Start-InvoiceSandbox'
        'Webhook'            = @'
$free = [Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback, 0)
$free.Start()
$address = "http://127.0.0.1:$($free.LocalEndpoint.Port)/hook"
$free.Stop()
$listener = [Net.HttpListener]::new()
$listener.Prefixes.Add("$address/")
$listener.Start()
function Receive-Post {
    $context = $listener.GetContext()
    $body = [IO.StreamReader]::new($context.Request.InputStream).ReadToEnd()
    $context.Response.Close()
    $body
}
if ($Name -notlike 'Register-*') {
    $null = Register-InvoiceWebhook client/create $address
    $fields = @{}
    (Receive-Post).Split('&') | ForEach-Object { $pair = $_.Split('='); $fields[$pair[0]] = [Uri]::UnescapeDataString($pair[1]) }
    $code = $fields.verifier
}
'@
    }

    # A runspace with a connection to a sandbox and the files of the examples, as a person has it who tries them.
    function Open-Company {
        param([string] $Name, [string] $Provider)
        $state = [Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()
        $state.ImportPSModule([string[]]@($manifest))
        $shell = [powershell]::Create($state)
        $folder = Join-Path $TestDrive $Name
        Copy-Item $files $folder -Recurse
        $extra = @($before.Keys | Where-Object { $Name -like "*$_" } | ForEach-Object { $before[$_] }) -join "`n"
        $null = Invoke-Line $shell "Set-Location '$folder'; `$Name = '$Name'; `$ProgressPreference = 'SilentlyContinue'
Start-InvoiceSandbox -Provider $Provider -RequestsPerMinute 0 -PollsUntilReady 1 |
    Connect-InvoiceProvider -Name sandbox -SkipTest -RequestsPerMinute 0 -SettleTimeSec 0.2 -RetryIntervalSec 0.01
`$PSDefaultParameterValues['Export-*:PollIntervalSec'] = 0.01
$given
$extra"
        $shell
    }

    function Invoke-Line {
        param($Shell, [string] $Code)
        $Shell.Commands.Clear()
        $Shell.Streams.ClearStreams()
        $null = $Shell.AddScript($Code)
        $output = @($Shell.Invoke())
        if ($Shell.Streams.Error.Count) { throw "$($Shell.Streams.Error[0].FullyQualifiedErrorId): $($Shell.Streams.Error[0])`n$Code" }
        $output
    }
}

AfterAll { Disconnect-All }

Describe 'The pages' {
    It 'are those of the cmdlets' {
        (Get-ChildItem $pages -Filter '*-*.md').BaseName | Sort-Object | Should -Be ((Get-Command -Module Invoicing).Name | Sort-Object)
    }

    It 'make the MAML file of the module, byte for byte' {
        $again = Join-Path $TestDrive 'again.xml'
        Write-HelpMaml $pages $again
        (Get-FileHash $again).Hash | Should -Be (Get-FileHash (Join-Path $moduleFolder 'en-US/Invoicing.dll-Help.xml')).Hash
    }

    It 'say what the doc comments of the cmdlets say: build.ps1 Help changes nothing' {
        $comments = Join-Path $root 'src/Invoicing/bin/Release/netstandard2.0'
        if (-not (Test-Path (Join-Path $comments 'Invoicing.xml'))) { Set-ItResult -Skipped -Because 'the doc comments lie beside a Release build alone'; return }
        $copy = Join-Path $TestDrive 'pages'
        Copy-Item $pages $copy -Recurse
        Invoke-PowerShellHost @('-File', (Join-Path $root 'build/HelpPages.ps1'), '-Module', $moduleFolder, '-Comments', $comments, '-Pages', $copy) | Out-Null
        $LASTEXITCODE | Should -Be 0
        $changed = Get-ChildItem $copy -Filter '*-*.md' | Where-Object { [IO.File]::ReadAllText($_.FullName) -cne [IO.File]::ReadAllText((Join-Path $pages $_.Name)).Replace("`r", '') }
        $changed.Name | Should -BeNullOrEmpty
    }
}

Describe 'The help of <Name>' -ForEach $commands {
    BeforeAll {
        $page = Read-HelpPage $Path
        $help = Get-Help $Name -Full
        $own = @($Command.Parameters.Values | Where-Object { $_.Name -notin $common })
        $parameters = @(Split-HelpSection $page.Section['PARAMETERS'] | Where-Object { $_.Title.StartsWith('-') } | ForEach-Object { Read-HelpParameter $_ })
    }

    It 'says what it does, what goes in and what comes out' {
        foreach ($section in 'SYNOPSIS', 'DESCRIPTION', 'INPUTS', 'OUTPUTS', 'NOTES', 'RELATED LINKS') { $page.Section[$section] | Should -Not -BeNullOrEmpty -Because $section }
        foreach ($part in @(Split-HelpSection $page.Section['INPUTS']) + @(Split-HelpSection $page.Section['OUTPUTS'])) { $part.Text.Trim() | Should -Not -BeNullOrEmpty -Because $part.Title }
        $page.Section['SYNOPSIS'] | Should -Match '^[A-Z].+\.$'
        $page.Head['PlatyPS schema version'] | Should -Be '2024-05-01'
        [string]$help.Synopsis | Should -Be (@(ConvertTo-HelpText $page.Section['SYNOPSIS']) -join ' ')
        @($help.description).Text | Should -Not -BeNullOrEmpty
        @($help.inputTypes.inputType).Count | Should -BeGreaterThan 0
        @($help.returnValues.returnValue).Count | Should -BeGreaterThan 0
    }

    It 'describes every parameter, as the cmdlet has it' {
        $parameters.Name | Sort-Object | Should -Be ($own.Name | Sort-Object)
        foreach ($parameter in $parameters) {
            $real = $Command.Parameters[$parameter.Name]
            $parameter.Text | Should -Match '^[A-Z\d].{8,}' -Because $parameter.Name
            @($parameter.Aliases) | Should -Be @($real.Aliases) -Because $parameter.Name
            foreach ($set in $parameter.Sets) {
                $key = if ($set.Name -eq '(All)') { '__AllParameterSets' } else { $set.Name }
                $data = $real.ParameterSets[$key]
                $data | Should -Not -BeNullOrEmpty -Because "$($parameter.Name) is in $key"
                [bool]::Parse($set.IsRequired) | Should -Be $data.IsMandatory -Because $parameter.Name
                [bool]::Parse($set.ValueFromPipeline) | Should -Be $data.ValueFromPipeline -Because $parameter.Name
                [bool]::Parse($set.ValueFromPipelineByPropertyName) | Should -Be $data.ValueFromPipelineByPropertyName -Because $parameter.Name
                $set.Position | Should -Be $(if ($data.Position -lt 0) { 'Named' } else { "$($data.Position)" }) -Because $parameter.Name
            }

            @($parameter.Sets).Count | Should -Be $real.ParameterSets.Count -Because $parameter.Name
            @((Get-Help $Name -Parameter $parameter.Name).description).Text | Should -Not -BeNullOrEmpty -Because $parameter.Name
        }

        @($help.Syntax.syntaxItem).Count | Should -Be $Command.ParameterSets.Count
    }

    It 'has two examples or more, one with a pipeline or a file' {
        $Examples.Count | Should -BeGreaterOrEqual 2
        @($help.examples.example).Count | Should -Be $Examples.Count
        foreach ($example in $Examples) { $example.Code | Should -Match "\b$Name\b" -Because $example.Title }
        @($Examples | Where-Object { $_.Code -match '\||\.(csv|xml|pdf|png|jsonl?|jar)\b' }).Count | Should -BeGreaterThan 0
    }

    It 'reads well at 80 columns, and leads to its page' {
        foreach ($lines in (Get-Help $Name -Full | Out-String -Width 80), (Get-Help $Name -Examples | Out-String -Width 80)) {
            @($lines -split '\r?\n' | Where-Object { $_.TrimEnd().Length -gt 80 }) | Should -BeNullOrEmpty
        }

        @($help.relatedLinks.navigationLink)[0].uri | Should -BeLike "https://*/docs/en-US/$Name.md"
        foreach ($link in [regex]::Matches($page.Section['RELATED LINKS'], '\]\(([^)]+)\)')) { Join-Path $pages $link.Groups[1].Value | Should -Exist }
    }

    Context 'Examples at <Provider>' {
        BeforeAll { $shell = Open-Company $Name $Provider }

        AfterAll {
            $null = Invoke-Line $shell 'Get-InvoiceSession | Disconnect-InvoiceProvider; Get-InvoiceSandbox | Stop-InvoiceSandbox; if ($listener) { $listener.Stop() }'
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }

        It '<Title>' -ForEach $Examples {
            # An example is tried as a script would run it: nobody answers, and what it writes can be shown.
            Invoke-Line $shell $Code | Out-String -Width 80 | Should -Not -BeNullOrEmpty -Because 'it ends'
        }
    }
}
