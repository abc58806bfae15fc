using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.Loader;
using System.Threading;
using Invoicing.Hosting.Tests.Support;
using Xunit;

namespace Invoicing.Hosting.Tests;

/// <summary>Many runspaces in one process: what each has for itself, and what none takes from another.</summary>
public sealed class RunspaceTests
{
    private const int Size = 6;

    [Fact]
    public void Each_runspace_of_a_pool_has_its_own_default_and_its_own_names()
    {
        const string script = """
            param($how, $barrier, $mark)
            $mine = Connect-InvoiceProvider @how

            # All are connected, and under the same name, before any of them works.
            if (-not $barrier.SignalAndWait(30000)) { throw 'The others did not come.' }
            foreach ($i in 1..5) {
                $null = New-InvoiceClient "$mark default $i" -Country Spain
                $null = New-InvoiceClient "$mark named $i" -Country Spain -Session same
            }

            [pscustomobject]@{ Sessions = @(Get-InvoiceSession).Count; Own = (Get-InvoiceSession same).Equals($mine) }
            """;
        Company[] companies = [.. Enumerable.Range(0, Size).Select(_ => new Company(set: options => options.ClientCount = 0))];
        try
        {
            using RunspacePool pool = HostedModule.OpenPool(Size);
            using var barrier = new Barrier(Size);
            var running = companies.Select((company, place) =>
            {
                var shell = PowerShell.Create();
                shell.RunspacePool = pool;
                shell.AddScript(script).AddParameters(new object[] { company.Connect("same"), barrier, $"C{place}" });
                return (Shell: shell, Pending: shell.BeginInvoke());
            }).ToList();
            foreach ((PowerShell shell, IAsyncResult pending) in running)
            {
                PSObject result = Assert.Single(shell.EndInvoke(pending));
                Assert.Empty(shell.Streams.Error);
                Assert.Equal(1, result.Properties["Sessions"].Value);
                Assert.Equal(true, result.Properties["Own"].Value);
                shell.Dispose();
            }

            using Runspace reader = HostedModule.Open();
            foreach ((Company company, int place) in companies.Select((company, place) => (company, place)))
            {
                string[] names = [.. reader.Run("(Connect-InvoiceProvider @how | ForEach-Object { Get-InvoiceClient -Session $_ }).Name", ("how", company.Connect())).As<string>()];
                Assert.Equal(10, names.Length);
                Assert.All(names, name => Assert.StartsWith($"C{place} ", name));
            }
        }
        finally
        {
            Array.ForEach(companies, company => company.Dispose());
        }
    }

    [Fact]
    public void A_name_is_not_known_in_another_runspace_and_nothing_is_the_default_there()
    {
        using var company = new Company();
        using Runspace first = HostedModule.Open();
        using Runspace second = HostedModule.Open();
        _ = first.Run("Connect-InvoiceProvider @how", ("how", company.Connect("hers"))).Good;

        Assert.Empty(second.Run("Get-InvoiceSession").Good);
        Outcome named = second.Run("Get-InvoiceClient -Session hers");
        ErrorRecord failure = named.Thrown?.ErrorRecord ?? named.Errors.Single();
        Assert.Contains("hers", failure.ToString(), StringComparison.Ordinal);
        Outcome byDefault = second.Run("Get-InvoiceClient");
        Assert.Empty(byDefault.Output);
        Assert.NotNull(byDefault.Thrown ?? byDefault.Errors.FirstOrDefault()?.Exception);
        Assert.Empty(company.Server.Requests);
    }

    [Fact]
    public void A_session_object_works_in_another_runspace_without_becoming_its_default()
    {
        using var company = new Company();
        using Runspace first = HostedModule.Open();
        using Runspace second = HostedModule.Open();
        PSObject session = first.Run("Connect-InvoiceProvider @how", ("how", company.Connect())).Good.Single();

        IReadOnlyList<PSObject> clients = second.Run("Get-InvoiceClient -Session $given", ("given", session)).Good;
        Assert.Equal(3, clients.Count);
        Assert.Empty(second.Run("Get-InvoiceSession").Good);

        // An object goes back to the session that it came from, wherever it is used.
        Assert.Single(second.Run("$client | Get-InvoiceClientBalance", ("client", clients[0])).Good);
    }

    [Fact]
    public void Removing_the_module_leaves_nothing_behind_and_importing_it_again_begins_anew()
    {
        using Runspace runspace = HostedModule.Open();
        for (int round = 0; round < 5; round++)
        {
            Assert.Empty(runspace.Run("Get-InvoiceSession").Good);
            Outcome run = runspace.Run("$s = Connect-InvoiceProvider -Sandbox; $s; (Get-InvoiceClient | Measure-Object).Count -gt 0; Remove-Module Invoicing");
            Assert.Equal(true, run.Good[1].BaseObject);
            Assert.Equal(false, run.Good[0].Properties["IsConnected"].Value);
            Assert.Empty(runspace.Run("Get-Command Get-InvoiceClient, Connect-InvoiceProvider -ErrorAction Ignore -ListImported").Good);
            _ = runspace.Run("Import-Module $manifest").Good;
        }
    }

    [Fact]
    public void Removing_the_module_in_one_runspace_leaves_the_sandbox_of_another_running()
    {
        using Runspace first = HostedModule.Open();
        using Runspace second = HostedModule.Open();
        _ = first.Run("Connect-InvoiceProvider -Sandbox").Good;
        _ = second.Run("$null = Start-InvoiceSandbox; Remove-Module Invoicing").Good;
        Assert.NotEmpty(first.Run("Get-InvoiceClient").Good);
        _ = first.Run("Remove-Module Invoicing").Good;
    }

    [Fact]
    public void One_assembly_serves_every_kind_of_runspace()
    {
        var whole = InitialSessionState.CreateDefault();
        whole.ImportPSModule(HostedModule.Manifest);
        using Runspace lean = HostedModule.Open();
        using Runspace full = RunspaceFactory.CreateRunspace(whole);
        full.Open();
        foreach (Runspace runspace in new[] { lean, full })
        {
            CmdletInfo cmdlet = runspace.Run("Get-Command Get-Invoice").As<CmdletInfo>().Single();
            Assert.Same(typeof(Invoice).Assembly, cmdlet.OutputType[0].Type.Assembly);
            Assert.Equal("Default", AssemblyLoadContext.GetLoadContext(cmdlet.ImplementingType.Assembly)!.Name);
        }

        Assert.Single(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == "Invoicing");
        Assert.Single(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == "Invoicing.Core");
    }
}
