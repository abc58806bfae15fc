# What a plan is prepared from is never written to. Every cmdlet that can be asked -WhatIf is run at every provider that has it, with objects as
# arguments; new cmdlets join by themselves.

BeforeDiscovery {
    . "$PSScriptRoot/Support.ps1"
    # These change a session, a server or a file, and no record; a request that reads needs no plan.
    $apart = 'Disconnect-InvoiceProvider', 'Stop-InvoiceSandbox', 'Protect-Saft', 'Submit-Saft', 'Invoke-InvoiceRequest', 'Resolve-InvoiceJournal', 'Export-InvoiceJournal',
        'Save-InvoiceConnection', 'Remove-InvoiceConnection'
    $able = @(Get-Command -Module Invoicing | Where-Object { $_.Parameters.ContainsKey('WhatIf') -and $apart -notcontains $_.Name } | ForEach-Object Name)
    $providers = @(Get-InvoiceProvider | ForEach-Object {
        $has = $_.Command
        @{ Provider = $_.Name; Cmdlets = @($able | Where-Object { $has -contains $_ }) }
    })
}

BeforeAll {
    . "$PSScriptRoot/Support.ps1"
    . "$PSScriptRoot/Company.ps1"

    # A host that answers every question with No, and counts them.
    if (-not ('InvoicingTests.RefusingHost' -as [type])) {
        Add-Type -TypeDefinition @'
using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace InvoicingTests
{
    public sealed class RefusingHost : PSHost
    {
        private readonly Voice _voice = new Voice();
        private readonly Guid _id = Guid.NewGuid();
        public int Asked { get { return _voice.Asked; } }
        public override Guid InstanceId { get { return _id; } }
        public override string Name { get { return "Refusing"; } }
        public override Version Version { get { return new Version(1, 0); } }
        public override PSHostUserInterface UI { get { return _voice; } }
        public override CultureInfo CurrentCulture { get { return CultureInfo.InvariantCulture; } }
        public override CultureInfo CurrentUICulture { get { return CultureInfo.InvariantCulture; } }
        public override void EnterNestedPrompt() { }
        public override void ExitNestedPrompt() { }
        public override void NotifyBeginApplication() { }
        public override void NotifyEndApplication() { }
        public override void SetShouldExit(int exitCode) { }

        private sealed class Voice : PSHostUserInterface
        {
            public int Asked;
            public override PSHostRawUserInterface RawUI { get { return null; } }
            public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
            {
                Asked++;
                for (int i = 0; i < choices.Count; i++)
                {
                    if (choices[i].Label.Replace("&", "") == "No") { return i; }
                }

                throw new InvalidOperationException("No is not to be had.");
            }

            public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) { throw new NotSupportedException(); }
            public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) { throw new NotSupportedException(); }
            public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes types, PSCredentialUIOptions options) { throw new NotSupportedException(); }
            public override string ReadLine() { throw new NotSupportedException(); }
            public override SecureString ReadLineAsSecureString() { throw new NotSupportedException(); }
            public override void Write(string value) { }
            public override void Write(ConsoleColor foreground, ConsoleColor background, string value) { }
            public override void WriteLine(string value) { }
            public override void WriteDebugLine(string message) { }
            public override void WriteErrorLine(string value) { }
            public override void WriteProgress(long sourceId, ProgressRecord record) { }
            public override void WriteVerboseLine(string message) { }
            public override void WriteWarningLine(string message) { }
        }
    }
}
'@
    }

    # A parameter that changes something: the first that the cmdlet has.
    $changing = 'Notes', 'Note', 'Phone', 'Description', 'UnitPrice', 'Rate', 'Quantity', 'Address', 'Name'

    # In place of an identifier the object that has it, where there is one to be had.
    function Get-Object([string] $Noun, $Id) {
        $reader = Get-Command "Get-$Noun" -ErrorAction Ignore
        if ($Id -is [string] -and $reader -and $reader.Parameters.ContainsKey('Id')) {
            $found = & $reader -Id $Id -ErrorAction SilentlyContinue
            if ($found) { return $found }
        }

        $Id
    }

    function Get-PlanArgument([string] $Cmdlet) {
        $command = Get-Command $Cmdlet
        $ids = Get-GoodIds $command
        if ($command.Parameters.ContainsKey('Line')) { $ids.Line = New-InvoiceLine -Name SVC -Quantity 1 -UnitPrice 1 -Tax $ids.Tax }
        $set = $command.ParameterSets | Sort-Object { -not $_.IsDefault } | Select-Object -First 1
        $arguments = Get-Company $command $set ''

        # The record that is changed can be named in several ways, so no parameter for it is mandatory.
        $named = 'Invoice', 'Client', 'Payment', 'InputObject' | Where-Object { $command.Parameters.ContainsKey($_) -and $command.Parameters[$_].ParameterType -ne [psobject] }
        if ($named -and -not ($arguments.Keys | Where-Object { $named -contains $_ -or $_ -eq 'Purchase' })) {
            $named = @($named)[0]
            $arguments[$named] = if ($ids[$named]) { $ids[$named] } else { Get-GoodId $command.Noun }
        }

        foreach ($name in @($arguments.Keys)) {
            $noun = switch ($name) { 'Invoice' { 'Invoice' } 'Client' { 'InvoiceClient' } 'Purchase' { 'InvoicePurchase' } 'InputObject' { $command.Noun } }
            if ($noun) { $arguments[$name] = Get-Object $noun $arguments[$name] }
        }

        if ($command.Verb -eq 'Set') {
            $more = $changing | Where-Object { $command.Parameters.ContainsKey($_) -and -not $arguments.ContainsKey($_) } | Select-Object -First 1
            if ($more) { $arguments[$more] = '7' }
        }

        $arguments
    }

    # The requests that changed something; lists are posted at some providers.
    function Get-Written($Server) { @(Get-Change $Server | Where-Object Path -NotMatch '/(list|get)|list$' | ForEach-Object Path) }

    function Get-Snapshot($Arguments) {
        $Arguments.Keys | Sort-Object | ForEach-Object { "$_ = " + [Management.Automation.PSSerializer]::Serialize($Arguments[$_], 6) }
    }
}

Describe 'Plans at <Provider>' -ForEach $providers {
    BeforeAll {
        $server = Connect-TestSandbox @{ Provider = $Provider } @{ MaximumRetryCount = 1 }
        $session = Get-InvoiceSession $server.Name
        $missing = (Get-InvoiceProvider $Provider).Missing
        $asked = [pscustomobject]@{ Value = 0 }
    }

    BeforeEach { Set-Fault $server }

    AfterAll {
        Set-Fault $server
        Disconnect-All
    }

    It '<_> leaves its arguments alone when it is done' -ForEach $Cmdlets {
        $arguments = Get-PlanArgument $_
        $before = Get-Snapshot $arguments
        $null = & $_ @arguments -Confirm:$false -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        Get-Snapshot $arguments | Should -Be $before
    }

    It '<_> -WhatIf leaves its arguments and the provider alone' -ForEach $Cmdlets {
        $arguments = Get-PlanArgument $_
        $before = Get-Snapshot $arguments
        $server.ClearRequests()
        $null = & $_ @arguments -WhatIf -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        Get-Snapshot $arguments | Should -Be $before
        Get-Written $server | Should -BeNullOrEmpty
    }

    It '<_> leaves its arguments and the provider alone when the answer is No' -ForEach $Cmdlets {
        $arguments = Get-PlanArgument $_
        $before = Get-Snapshot $arguments
        $server.ClearRequests()
        $refuser = [InvoicingTests.RefusingHost]::new()
        $state = [Management.Automation.Runspaces.InitialSessionState]::CreateDefault2()
        $state.ImportPSModule([string[]]@($manifest))
        $runspace = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($refuser, $state)
        $runspace.Open()
        $shell = [powershell]::Create()
        try {
            $shell.Runspace = $runspace
            $null = $shell.AddCommand($_).AddParameters($arguments).AddParameter('Session', $session).AddParameter('Confirm', $true).AddParameter('ErrorAction', 'SilentlyContinue')
            $null = $shell.Invoke()
        }
        catch { $null = $_ }
        finally {
            $shell.Dispose()
            $runspace.Dispose()
        }

        Get-Snapshot $arguments | Should -Be $before
        Get-Written $server | Should -BeNullOrEmpty
        $asked.Value += $refuser.Asked
    }

    It 'was asked for most cmdlets' { $asked.Value | Should -BeGreaterThan ($Cmdlets.Count * 0.8) }

    It '<_> leaves its arguments alone when the provider refuses' -ForEach $Cmdlets {
        $arguments = Get-PlanArgument $_
        $before = Get-Snapshot $arguments
        Set-Fault $server 'ServerError'
        $null = & $_ @arguments -Confirm:$false -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        Get-Snapshot $arguments | Should -Be $before
    }

    It '<_> leaves its arguments alone when the answer is lost' -ForEach $Cmdlets {
        $arguments = Get-PlanArgument $_
        $before = Get-Snapshot $arguments
        Set-Fault $server 'LostAnswer#1'
        $null = & $_ @arguments -Confirm:$false -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        Get-Snapshot $arguments | Should -Be $before
    }
}

Describe 'What -WhatIf says' {
    BeforeAll {
        $server = Connect-TestSandbox
        function Get-Said([scriptblock] $Do) {
            $log = Join-Path $TestDrive "$(New-Guid).txt"
            $null = Start-Transcript $log
            try { $null = & $Do } finally { $null = Stop-Transcript }
            (Get-Content $log -Raw) -replace '\s+', ' '
        }
    }

    AfterAll { Disconnect-All }

    It 'each field of a change with its old and its new value, also one that was changed on the object' {
        $client = Get-InvoiceClient -Code C0001
        $old = $client.City
        $client.City = 'Vila Nova'
        $said = Get-Said { $client | Set-InvoiceClient -Phone 912345678 -WhatIf }
        $said | Should -Match "Phone: .+ -> '912345678'"
        $said | Should -Match "City: '$old' -> 'Vila Nova'"
        (Get-InvoiceClient -Code C0001).City | Should -Be $old
        $client.Phone | Should -Not -Be '912345678'
    }

    It 'lines, totals and withholding of a document, what is created first, and no binding of a draft' {
        $said = Get-Said { New-Invoice -ClientName 'Harbour Cafe' -CreateMissing -Withholding 25 -Line @{ Name = 'SVC'; Quantity = 2; UnitPrice = 10; Tax = 'IVA23' } -WhatIf }
        $said | Should -Match 'net 20\.00, tax 4\.60, withholding 5\.00, total 24\.60'
        $said | Should -Match '2 x SVC @ 10\.00 \+ 23 %'
        $said | Should -Match "creates first client 'Harbour Cafe'"
        $said | Should -Not -Match 'binds'
    }

    It 'that a document or a payment binds' {
        $draft = New-TestInvoice BINDS
        Get-Said { $draft | Complete-Invoice -WhatIf } | Should -Match 'it binds'
        $other = Connect-TestSandbox @{ Provider = 'SimplBooks' }
        $client = Get-InvoiceClient | Select-Object -First 1
        Get-Said { New-Invoice $client -Name SVC -UnitPrice 1 -Tax 24 -WhatIf } | Should -Match '\(estimate\).+it binds'
    }

    It 'what the provider has no field for' {
        $null = Connect-TestSandbox @{ Provider = 'SalenGo' }
        Get-Said { New-InvoiceClient -Name Left -Website https://example.com -WhatIf } | Should -Match 'leaves out Website'
    }
}

Describe 'A line that is used again' {
    AfterAll { Disconnect-All }

    It 'does not withhold on the next invoice at SalenGo' {
        $null = Connect-TestSandbox @{ Provider = 'SalenGo' }
        $client = Get-InvoiceClient | Select-Object -First 1
        $line = New-InvoiceLine -Name SVC -Quantity 1 -UnitPrice 100 -Tax 21
        (New-Invoice $client -Line $line -Withholding 15).Total | Should -Be 106
        (New-Invoice $client -Line $line).Total | Should -Be 121
    }

    It 'takes another tax where it is changed, at <_>' -ForEach (Get-InvoiceProvider).Name {
        $tax = @{ InvoiceXpress = 'IVA23', 'IVA6', 6; SimplBooks = '24', '9', 9; FACTURAgem = '21', '10', 10; SalenGo = '21', '10', 10 }[$_]
        $null = Connect-TestSandbox @{ Provider = $_ }
        $client = Get-InvoiceClient | Select-Object -First 1
        $line = New-InvoiceLine -Name SVC -Quantity 1 -UnitPrice 100 -Tax $tax[0]
        $null = New-Invoice $client -Line $line
        $line.Tax = $tax[1]
        (New-Invoice $client -Line $line).Lines[0].TaxRate | Should -Be $tax[2]
    }
}
