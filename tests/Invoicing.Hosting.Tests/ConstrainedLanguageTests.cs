using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Invoicing.Hosting.Tests.Support;
using Xunit;

namespace Invoicing.Hosting.Tests;

/// <summary>
/// The language mode of locked machines. Cmdlets work there, whatever a person gives them; what does not work is what the mode forbids of
/// any module: methods, constructors and static members of types that are not PowerShell's own.
/// </summary>
public sealed class ConstrainedLanguageTests : IDisposable
{
    private readonly Runspace _runspace = HostedModule.Open(PSLanguageMode.ConstrainedLanguage);

    public void Dispose() => _runspace.Dispose();

    [Fact]
    public void The_module_can_be_imported()
    {
        using Runspace bare = RunspaceFactory.CreateRunspace(HostedModule.Empty());
        bare.Open();
        bare.SessionStateProxy.LanguageMode = PSLanguageMode.ConstrainedLanguage;
        Assert.Equal("ConstrainedLanguage", bare.Run("$ExecutionContext.SessionState.LanguageMode").Good.Single().ToString());
        Assert.NotEmpty(bare.Run("Import-Module $manifest; Get-InvoiceProvider").Good);
    }

    [Fact]
    public void The_main_job_works()
    {
        using var folder = new Folder();
        string file = Path.Combine(folder.Path, "rows.csv");
        File.WriteAllText(file, "ClientCode,Reference,Name,Quantity,UnitPrice,Tax\nC0001,CLM-1,SVC,2,10.50,IVA23\nC0001,CLM-2,SVC,1,5,IVA23\n");
        const string script = """
            $null = Connect-InvoiceProvider -Sandbox
            Import-Csv $file | New-Invoice | Complete-Invoice | Out-Null
            $lines = @(@{ Name = 'SVC'; Quantity = 1; UnitPrice = 7; Tax = 'IVA23' })
            $third = New-Invoice -Type Invoice -ClientCode C0001 -Reference CLM-3 -Date (Get-Date) -Line $lines | Complete-Invoice
            $third | Add-InvoicePayment -Amount 1 | Out-Null
            Get-Invoice -Type Invoice | Where-Object Reference -like 'CLM-*' | Sort-Object Reference | Select-Object Reference, NetTotal, State
            """;
        PSObject[] made = [.. _runspace.Run(script, ("file", file)).Good];
        Assert.Equal(["CLM-1", "CLM-2", "CLM-3"], made.Select(row => row.Properties["Reference"].Value));
        Assert.Equal([21m, 5m, 7m], made.Select(row => row.Properties["NetTotal"].Value));
        Assert.NotEmpty(_runspace.Run("Get-Invoice | Group-Object ClientName; Get-InvoiceClient | ConvertTo-Csv; Get-InvoiceClient | Format-Table | Out-String").Good);
        Assert.Single(_runspace.Run("Export-Saft -Year (Get-Date).Year -Month (Get-Date).Month -OutFile $out -PollIntervalSec 0.01", ("out", Path.Combine(folder.Path, "saft.xml"))).Good);
        Assert.NotEmpty(_runspace.Run("$null = Test-Saft $out; Import-Saft $out").Good);
        _ = _runspace.Run("Disconnect-InvoiceProvider").Good;
    }

    /// <summary>What docs/testing.md lists as the limits of the mode.</summary>
    [Theory]
    [InlineData("$sandbox.SetFaults(@())")]
    [InlineData("[Invoicing.Client]::new()")]
    [InlineData("New-Object Invoicing.Client")]
    [InlineData("[Invoicing.Nif]::IsValid('123456789')")]
    public void Methods_and_constructors_of_our_types_are_refused_by_the_mode(string script)
    {
        Outcome run = _runspace.Run($"$sandbox = Start-InvoiceSandbox; try {{ {script} }} finally {{ $sandbox | Stop-InvoiceSandbox }}");
        ErrorRecord error = run.Thrown?.ErrorRecord ?? run.Errors.Single();
        Assert.Contains("ConstrainedLanguage", error.FullyQualifiedErrorId + error.Exception, StringComparison.OrdinalIgnoreCase);
    }
}
