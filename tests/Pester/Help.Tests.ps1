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
            $examples = @($parts | ForEach-Object {
                $blocks = @(Split-HelpBlock $_.Text)
                @{
                    Title = $_.Title
                    Kinds = @($blocks.Kind)
                    Code  = @($blocks | Where-Object Kind -EQ 'powershell ' | ForEach-Object Text) -join "`n"
                    Shown = @($blocks | Where-Object Kind -EQ 'output ' | ForEach-Object Text) -join "`n"
                }
            })
        }

        $provider = if ($at.ContainsKey($command.Name)) { $at[$command.Name] } else { @($providers | Where-Object { $_.Command -contains $command.Name })[0].Name }
        @{ Name = $command.Name; Command = $command; Path = $path; Provider = $provider; Examples = $examples }
    }

    $topics = @('en-US', 'pt-PT' | ForEach-Object { Get-ChildItem (Join-Path $PSScriptRoot "../../docs/$_") -Filter 'about_*.help.txt' } |
        ForEach-Object { @{ Name = $_.Name -replace '\.help\.txt$'; Path = $_.FullName; Language = $_.Directory.Name } })
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
    [IO.File]::WriteAllText((Join-Path $files 'FACTEMICLI-cmdClient.jar'), '')
    $server = Connect-TestSandbox @{ PollsUntilReady = 1 }
    $month = (Get-Date).AddMonths(-1)
    $null = Export-Saft $month.Year $month.Month -OutFile (Join-Path $files 'saft-2026-03.xml') -PollIntervalSec 0.01
    Copy-Item (Join-Path $files 'saft-2026-03.xml') (Join-Path $files 'saft-2026-03-new.xml')
    Disconnect-All

    # What an example takes for granted beside a connection: a secret, somebody who types, an address that listens.
    $given = @'
function Get-Secret { ConvertTo-SecureString secret -AsPlainText -Force }
function Read-Host { ConvertTo-SecureString secret -AsPlainText -Force }
function Get-Credential { param($UserName) [pscredential]::new($UserName, (Get-Secret)) }
$credential = Get-Credential 509999999/1
'@
    $before = @{
        'Get-InvoiceSandbox' = 'Start-InvoiceSandbox'
        'ClientAdjustment'   = 'Get-InvoiceClient C0003, *cais* | Set-InvoiceClientBalance -Amount 100 -Date (Get-Date).Date'
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
`$PSDefaultParameterValues['*-InvoiceConnection:StatePath'] = `$PSDefaultParameterValues['Connect-InvoiceProvider:StatePath'] = Join-Path '$folder' state
`$ConfirmPreference = 'None'
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
            $parameter.Text | Should -Match '(?s)^[A-Z\d].+\.' -Because $parameter.Name
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

    It 'says which providers use each value that it takes' {
        $table = @(Get-Content (Join-Path $root 'docs/parameters.md') | Where-Object { $_ -like "| $Name |*" })
        foreach ($row in $table) {
            $named = @($parameters | Where-Object Name -EQ $row.Split('|')[2].Trim())
            $named.Text | Should -Match '(?m)^Providers: (all|[A-Z][\w, ]+)\.$' -Because $row
            (Get-Help $Name -Parameter $named.Name | Out-String) | Should -Match 'Providers: ' -Because $row
        }

        if ($Name -eq 'New-Invoice') { @($parameters | Where-Object Name -EQ Surcharge).Text | Should -Match 'Providers: FACTURAgem\.' }
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
            # As in a script: nobody is there to answer a prompt, and any error fails.
            $output = Invoke-Line $shell $Code
            @($Kinds | Where-Object { $_ -notin '', 'powershell ', 'output ' }) | Should -BeNullOrEmpty

            # What the page shows is what came, but for the day and the identifiers.
            if ($Shown) {
                $plain = { param($Text) @($Text -split '\r?\n' | ForEach-Object { ($_ -replace '\x1b\[[\d;]*m' -replace '\d{4}-\d\d-\d\d', 'DATE' -replace '\b\d{8,}\b', 'ID').TrimEnd() } | Where-Object { $_ }) }
                & $plain ($output | Out-String -Width 80) | Should -Be (& $plain $Shown)
            }
        }
    }
}

Describe 'The examples' {
    It 'show something here and there' {
        @(Get-ChildItem $pages -Filter '*-*.md' | Select-String '^```output$').Count | Should -BeGreaterThan 2
    }
}

Describe 'The topic <Name> (<Language>)' -ForEach $topics {
    BeforeAll { $text = [IO.File]::ReadAllText($Path).Replace("`r", '') }

    It 'is found, and plain text of 80 columns' {
        @($text -split "`n" | Where-Object { $_.Length -gt 80 -or $_ -match "\t" }) | Should -BeNullOrEmpty
        $text | Should -Match '^TOPIC\n    about_\w+\n\nSHORT DESCRIPTION\n    [A-Z].+\.\n\nLONG DESCRIPTION\n'
        [IO.File]::ReadAllText((Join-Path $moduleFolder "$Language/$Name.help.txt")).Replace("`r", '') | Should -BeExactly $text
        $culture = [cultureinfo]::CurrentUICulture
        try {
            [cultureinfo]::CurrentUICulture = $Language
            (Get-Help $Name | Out-String) | Should -BeLike "*$(($text -split "`n")[4].Trim())*"
            (Get-Help New-Invoice).Synopsis | Should -BeLike 'Creates a draft*'
        }
        finally { [cultureinfo]::CurrentUICulture = $culture }
    }

    It 'names cmdlets, parameters and topics that there are' {
        foreach ($found in [regex]::Matches($text, '\b[A-Z][a-z]+-(Invoice|Saft)\w*|\babout_Invoicing\w*')) {
            if ($found.Value -like 'about_*') { Join-Path $pages "$($found.Value).help.txt" | Should -Exist }
            else { Get-Command $found.Value -Module Invoicing -ErrorAction Ignore | Should -Not -BeNullOrEmpty -Because $found.Value }
        }

        $known = @(Get-Command -Module Invoicing | ForEach-Object { $_.Parameters.Keys }) + 'NonInteractive', 'Parallel', 'Wildcard', 'NoTypeInformation', 'Encoding', 'First', 'Last'
        foreach ($found in [regex]::Matches($text, '(?<![\w-])-([A-Z]\w+)')) { $known | Should -Contain $found.Groups[1].Value }
    }
}

Describe 'The topics' {
    It 'are ten, and about_Invoicing leads to all others' {
        $start = [IO.File]::ReadAllText((Join-Path $pages 'about_Invoicing.help.txt'))
        $names = @(Get-ChildItem $pages -Filter 'about_*.help.txt' | ForEach-Object { $_.Name -replace '\.help\.txt$' })
        $names.Count | Should -Be 10
        foreach ($name in $names) { $start | Should -Match "\b$name\b" }
    }

    It 'have each error id, with cause and cure, in the order of ErrorKind' {
        $text = [IO.File]::ReadAllText((Join-Path $pages 'about_Invoicing_Errors.help.txt')).Replace("`r", '')
        $sections = [regex]::Matches($text, '(?m)^  ([A-Z]\w+)\n\n    Cause: \S.+(?:\n           .+)*\n    Cure:  \S.+(?:\n           .+)*\n')
        $null = Get-InvoiceProvider
        $ids = @([enum]::GetNames([Invoicing.ErrorKind])) + 'SaftFinding', 'SaftDifference', 'ArchiveFinding'
        @($sections | ForEach-Object { $_.Groups[1].Value } | Sort-Object) | Should -Be ($ids | Sort-Object)
    }

    It 'have each error id that the sources give' {
        $text = [IO.File]::ReadAllText((Join-Path $pages 'about_Invoicing_Errors.help.txt'))
        $given = Get-ChildItem (Join-Path $root 'src/Invoicing') -Recurse -Filter *.cs | Select-String 'new ErrorRecord\(' -Context 0, 3 |
            ForEach-Object { [regex]::Match("$($_.Line) $($_.Context.PostContext)", 'ErrorRecord\([^;]*?,\s*"(\w+)",\s*ErrorCategory').Groups[1].Value } | Where-Object { $_ }
        $given | Should -Contain 'SaftFinding'
        foreach ($id in $given) { $text | Should -Match "(?m)^  $id`r?$" }
    }

    It 'begin with lines that run on the sandbox as they stand' {
        $text = [IO.File]::ReadAllText((Join-Path $pages 'about_Invoicing.help.txt')).Replace("`r", '')
        $code = [regex]::Match($text, '(?s)Five minutes on the sandbox\n\n(.*?)\n\n    \S').Groups[1].Value
        $shell = Open-Company 'start' 'InvoiceXpress'
        try {
            $null = Invoke-Line $shell '$ConfirmPreference = "None"; Get-InvoiceSession | Disconnect-InvoiceProvider'
            $null = Invoke-Line $shell $code
            $paid = Invoke-Line $shell 'Get-Invoice -Reference ORDER-1'
            "$($paid.State) $($paid.Total)" | Should -Match '^Settled 147\.60?$'
        }
        finally {
            $null = Invoke-Line $shell 'Get-InvoiceSession | Disconnect-InvoiceProvider'
            $shell.Runspace.Dispose()
            $shell.Dispose()
        }
    }

    It 'show C# that compiles' {
        if ($PSEdition -eq 'Desktop') { Set-ItResult -Skipped -Because 'the compiler of Windows PowerShell knows C# 5'; return }
        $text = [IO.File]::ReadAllText((Join-Path $pages 'about_Invoicing_CSharp.help.txt')).Replace("`r", '')
        $code = @([regex]::Matches($text, '(?m)(?:^ {8}.*\n|^\n(?= {8}))+') | ForEach-Object Value)
        $code.Count | Should -BeGreaterThan 1
        $null = Get-InvoiceSandbox
        $source = "using System; using System.Security; using System.Threading.Tasks; using Invoicing; using Invoicing.Sandbox;
public static class Shown { public static async Task Run(SecureString key) { $($code -join '{}') await Task.CompletedTask; } }"
        $with = @('Invoicing.Core.dll', 'Invoicing.Sandbox.dll' | ForEach-Object { Join-Path $moduleFolder $_ }) + 'System.Console', 'System.Runtime', 'System.Collections', 'netstandard', 'System.Linq', 'System.Threading'
        { Add-Type -TypeDefinition $source -ReferencedAssemblies $with -IgnoreWarnings -ErrorAction Stop } | Should -Not -Throw
    }
}
